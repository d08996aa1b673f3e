import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir } from 'node:fs/promises';
import { RULES } from '../check/rules.ts';
import { AGENCIES, CURRENT_REPORTS } from './agencies.ts';
import { AppendedTable } from './appended-table.ts';
import { columnNames } from './columns.ts';
import { deriveDatabase, isDerived } from './derived-database.ts';
import { putText } from './durable-file.ts';
import { FILINGS, settleFilings } from './filings.ts';
import { PAIR_FINDINGS, PAIR_TALLIES, settlePairs } from './pairs.ts';
import { writePart } from './part.ts';
import { ROSTER, settleRoster } from './roster.ts';
import { STORE_VERSION, snapshotId, type Batch, type Counts, type Snapshot } from './snapshot.ts';
import { currentFile, snapshotFile, snapshotsDirectory } from './store.ts';
import { writeNames } from './search/names.ts';
import { SCHEMAS } from './tables.ts';
import { CORRECTIONS_PART_SCHEMA, FILES_PART_SCHEMA, partsQuery } from './views.ts';

/** The steps of publishing, in order; a crash before `current` leaves the old snapshot whole. */
export const PUBLISHING_STEPS = ['parts', 'snapshot', 'derived', 'current'] as const;
export type PublishingStep = (typeof PUBLISHING_STEPS)[number];

/**
 * What a snapshot is made from: the rows of `work.files` and `work.corrections`, the office's roster
 * (`work.roster`, `work.roster_names`, `work.sightings`), and the batches that hold the files' reports.
 */
export interface Publication {
	readonly connection: DuckDBConnection;
	readonly store: string;
	readonly batches: readonly Batch[];
	readonly readingVersion: string;
	/** Called before each step. */
	readonly before?: (step: PublishingStep) => void | Promise<void>;
}

async function numbers<T>(connection: DuckDBConnection, sql: string): Promise<T[]> {
	const reader = await connection.runAndReadAll(sql);
	return reader
		.getRowObjects()
		.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([name, value]) => [
					name,
					typeof value === 'bigint' ? Number(value) : value
				])
			)
		) as T[];
}

/** The batches that still hold reports, with how many; ordered, so that the same is written alike. */
async function liveBatches({ connection, batches }: Publication): Promise<Batch[]> {
	const rows = await numbers<{ batch: string; live: number }>(
		connection,
		'SELECT batch, count(*) AS live FROM work.files WHERE batch IS NOT NULL GROUP BY batch'
	);
	const live = new Map(rows.map((row) => [row.batch, row.live]));
	return batches
		.flatMap((batch) => {
			const count = live.get(batch.id);
			return count === undefined ? [] : [{ ...batch, live: count }];
		})
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function writeRules({ connection, store }: Publication): Promise<string> {
	const rules = await AppendedTable.create(connection, 'rules', SCHEMAS.rules);
	for (const rule of RULES) {
		rules.add([
			rule.code,
			rule.severity,
			rule.title.zh,
			rule.description.zh,
			rule.formula.zh,
			rule.basis.zh,
			rule.forms.join(' ')
		]);
	}
	rules.close();
	return writePart(connection, store, 'rules', 'FROM work.rules ORDER BY rule');
}

async function writeFiles({ connection, store }: Publication): Promise<string> {
	return writePart(
		connection,
		store,
		'files',
		`SELECT ${columnNames(FILES_PART_SCHEMA)} FROM work.files
			LEFT JOIN work.current USING (report_id) ORDER BY source`
	);
}

async function writeCorrections({ connection, store }: Publication): Promise<string> {
	const columns = columnNames(CORRECTIONS_PART_SCHEMA);
	return writePart(
		connection,
		store,
		'corrections',
		`SELECT ${columns} FROM work.corrections ORDER BY source, section, item, measure`
	);
}

async function countRows(publication: Publication, batches: readonly Batch[]): Promise<Counts> {
	const { connection, store } = publication;
	const [counts] = await numbers<Counts>(
		connection,
		`SELECT (SELECT count(*) FROM work.files) AS files,
			(SELECT count(*) FROM work.files WHERE status = 'rejected') AS rejected,
			(SELECT count(*) FROM work.reports) AS reports,
			(SELECT count(*) FROM work.reports WHERE NOT resolved) AS unresolved,
			(SELECT count(*) FROM work.reports WHERE generated) AS generated,
			(SELECT count(DISTINCT agency_id) FROM work.reports) AS agencies,
			(SELECT count(*) FROM (${partsQuery(store, batches, 'cells', 'work.files')})) AS cells,
			(SELECT count(*) FROM (${partsQuery(store, batches, 'findings', 'work.files')}))
				+ (SELECT count(*) FROM work.pair_findings) AS findings`
	);
	return counts as Counts;
}

/**
 * Publishes a snapshot in one step: all it is made of is on the disk before `CURRENT` names it.
 * What is current and who the agencies are is settled here, since all files together decide it.
 */
export async function publish(publication: Publication): Promise<Snapshot> {
	const { connection, store, readingVersion, before = () => {} } = publication;
	await before('parts');
	const batches = await liveBatches(publication);
	await connection.run(`CREATE OR REPLACE TABLE work.reports AS
		SELECT report_id, batch, agency_id, agency, kind, level, province, city, county, year, title,
			published_on, source, sha256, resolved, generated, supersedes, form, scope,
			cells__reported + cells__blank AS legible, cells__missing + cells__unreadable AS lost
		FROM (${partsQuery(store, batches, 'figures', 'work.files')})`);
	await connection.run(`CREATE OR REPLACE TABLE work.current AS ${CURRENT_REPORTS}`);
	await connection.run(`CREATE OR REPLACE TABLE work.agencies AS ${AGENCIES}`);
	await settleRoster(connection);
	await settleFilings(connection);
	await settlePairs(connection, partsQuery(store, batches, 'figures', 'work.files'));
	const content = {
		version: STORE_VERSION,
		readingVersion,
		counts: await countRows(publication, batches),
		batches,
		files: await writeFiles(publication),
		corrections: await writeCorrections(publication),
		names: await writeNames(connection, store),
		agencies: await writePart(
			connection,
			store,
			'agencies',
			'FROM work.agencies ORDER BY agency_id'
		),
		roster: await writePart(connection, store, 'roster', ROSTER),
		filings: await writePart(connection, store, 'filings', FILINGS),
		pairFindings: await writePart(connection, store, 'pair-findings', PAIR_FINDINGS),
		pairTallies: await writePart(connection, store, 'pair-tallies', PAIR_TALLIES),
		rules: await writeRules(publication)
	};
	const snapshot: Snapshot = { id: snapshotId(content), ...content };
	await before('snapshot');
	await mkdir(snapshotsDirectory(store), { recursive: true });
	await putText(snapshotFile(store, snapshot.id), `${JSON.stringify(snapshot, null, '\t')}\n`);
	await before('derived');
	if (!(await isDerived(connection, store, snapshot))) {
		await deriveDatabase(connection, store, snapshot);
	}
	await before('current');
	await putText(currentFile(store), `${snapshot.id}\n`);
	return snapshot;
}
