import type { DuckDBConnection } from '@duckdb/node-api';
import { Bool, Field, Int32, Schema, Utf8 } from 'apache-arrow';
import type { ManifestRow } from '../../src/lib/form/index.ts';
import { AppendedTable } from '../../src/lib/server/appended-table.ts';
import { literal } from '../../src/lib/server/columns.ts';
import type { Snapshot } from '../../src/lib/server/snapshot.ts';
import { partFile } from '../../src/lib/server/store.ts';
import { ROSTER_PART_SCHEMA } from '../../src/lib/server/views.ts';
import { organOf, sightingOf } from './organ.ts';
import type { RosterLine } from './roster.ts';

const text = (name: string) => new Field(name, new Utf8());
const LINE = new Field('line', new Int32());
const PLACE = [text('agency'), text('province'), text('city'), text('county')];
const ROSTER = new Schema([LINE, ...ROSTER_PART_SCHEMA.fields]);
const NAMES = new Schema([
	LINE,
	new Field('former', new Bool()),
	new Field('generated', new Bool()),
	text('agency_id'),
	...PLACE
]);
const SIGHTINGS = new Schema([text('source'), ...PLACE, new Field('year', new Int32())]);

async function column(connection: DuckDBConnection, sql: string): Promise<string[]> {
	const reader = await connection.runAndReadAll(sql);
	return reader.getRows().map(([value]) => value as string);
}

async function fillRoster(connection: DuckDBConnection, told: readonly string[]): Promise<void> {
	const roster = await AppendedTable.create(connection, 'roster', ROSTER);
	const names = await AppendedTable.create(connection, 'roster_names', NAMES);
	told.forEach((json, number) => {
		const line = JSON.parse(json) as RosterLine;
		const organ = organOf(line);
		roster.add([
			number,
			organ.agencyId,
			organ.agency,
			line.parent,
			organ.province,
			organ.city,
			organ.county,
			organ.level,
			organ.kind,
			line.founded,
			line.abolished,
			organ.firstYear,
			organ.lastYear,
			line.formerly.length > 0 ? line.formerly.join('；') : null,
			line.succeededBy,
			line.note,
			organ.generated,
			json
		]);
		for (const { former, agencyId, agency, province, city, county } of organ.names) {
			names.add([number, former, organ.generated, agencyId, agency, province, city, county]);
		}
	});
	roster.close();
	names.close();
}

/** The rejected files of which manifest or path say whose and of what year they are. */
async function fillSightings(connection: DuckDBConnection): Promise<void> {
	const sightings = await AppendedTable.create(connection, 'sightings', SIGHTINGS);
	const reader = await connection.runAndReadAll(
		`SELECT source, word FROM work.files WHERE status = 'rejected' ORDER BY source`
	);
	for (const [source, word] of reader.getRows() as [string, string | null][]) {
		const seen = sightingOf(source, word === null ? null : (JSON.parse(word) as ManifestRow));
		if (!seen) continue;
		const { agency, province, city, county, year } = seen;
		sightings.add([source, agency, province, city, county, year]);
	}
	sightings.close();
}

/**
 * Loads the roster in force into `work.roster` and `work.roster_names`: the one given, else that of
 * the snapshot before; and into `work.sightings` whose reports the rejected files may be. Tells
 * whether the roster is the one before.
 */
export async function loadRoster(
	connection: DuckDBConnection,
	store: string,
	old: Snapshot | null,
	given: readonly RosterLine[] | null
): Promise<boolean> {
	const before = old
		? await column(
				connection,
				`SELECT told FROM read_parquet(${literal(partFile(store, old.roster))}, file_row_number = true)
				ORDER BY file_row_number`
			)
		: [];
	const told = given ? given.map((line) => JSON.stringify(line)) : before;
	await fillRoster(connection, told);
	await fillSightings(connection);
	return told.length === before.length && told.every((line, index) => line === before[index]);
}

/** How the roster and the agencies with reports fit together; names of those that do not. */
export interface RosterCounts {
	readonly organs: number;
	/** Organs with a report for any year. */
	readonly filed: number;
	readonly unfiled: readonly string[];
	/** Agencies with reports that stand on no line, where there is a roster of such agencies. */
	readonly unlisted: readonly string[];
	/** Lines that may mean several agencies. */
	readonly unclear: readonly string[];
	/** Lines whose agency another line has already. */
	readonly shared: readonly string[];
	/** Organs that took over, and that no line names. */
	readonly successors: readonly string[];
}

/** Counts it from the snapshot's parts, so that a quiet run says the same; null without a roster. */
export async function rosterCounts(
	connection: DuckDBConnection,
	store: string,
	{ roster, filings }: Snapshot
): Promise<RosterCounts | null> {
	const part = (name: string) => `read_parquet(${literal(partFile(store, name))})`;
	const filed = `(SELECT DISTINCT agency_id FROM ${part(filings)}
		WHERE listed AND state NOT IN ('missing', 'unresolved') AND report_id IS NOT NULL)`;
	const names = (sql: string) => column(connection, sql);
	const agencies = await names(`SELECT agency FROM ${part(roster)}`);
	if (agencies.length === 0) return null;
	const unfiled = await names(
		`SELECT agency FROM ${part(roster)} WHERE agency_id NOT IN ${filed} ORDER BY ALL`
	);
	const hasTables = await isSettled(connection);
	return {
		organs: agencies.length,
		filed: agencies.length - unfiled.length,
		unfiled,
		unlisted: await names(
			`SELECT DISTINCT agency FROM ${part(filings)} WHERE NOT listed
				AND generated IN (SELECT generated FROM ${part(roster)}) ORDER BY ALL`
		),
		unclear: hasTables
			? await names('SELECT agency FROM work.roster JOIN work.unclear USING (line) ORDER BY line')
			: [],
		shared: hasTables
			? await names('SELECT agency FROM work.roster JOIN work.shared USING (line) ORDER BY line')
			: [],
		successors: await names(`SELECT DISTINCT succeeded_by FROM ${part(roster)} AS roster
			WHERE succeeded_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${part(roster)} AS other
				WHERE ends_with(other.agency, roster.succeeded_by)
					OR ends_with(roster.succeeded_by, other.agency)) ORDER BY ALL`)
	};
}

/** Whether this run settled the roster anew; a run that changed nothing did not. */
async function isSettled(connection: DuckDBConnection): Promise<boolean> {
	const [found] = await column(
		connection,
		`SELECT table_name FROM duckdb_tables() WHERE database_name = 'work' AND table_name = 'fitting'`
	);
	return found !== undefined;
}
