import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { RULES } from '../check/rules.ts';
import { ADDRESSES, columnOf } from '../form/index.ts';
import { literal } from './columns.ts';
import { put } from './durable-file.ts';
import type { Snapshot } from './snapshot.ts';
import { cacheDirectory, cacheFile } from './store.ts';
import { tallyFields } from './tables.ts';
import { CACHED_TABLES, foundQuery, liveReports, tablesFromParts } from './views.ts';

/** The order of the rows in each table: what questions ask for together lies together. */
const ORDER: Readonly<Record<(typeof CACHED_TABLES)[number], string>> = {
	figures: 'year, agency_id, report_id',
	found: 'report_id, finding_id',
	corrections: 'report_id, source, section, item, measure',
	agencies: 'agency_id',
	names: 'agency_id NULLS FIRST, province, city, county, former, name',
	roster: 'agency_id',
	filings: 'place, year',
	files: 'source',
	rules: 'rule'
};

/** Columns of few values, by which reports are told apart; as numbers they are grouped 3 times faster. */
const ENUMERATED = ['level', 'kind', 'form', 'scope', 'province', 'city', 'county'] as const;

/** Columns that are summed by the dozen: as SMALLINT they are added up twice as fast as in a byte. */
const SUMMED = tallyFields(RULES).map(({ name }) => `CAST(${name} AS SMALLINT) AS ${name}`);

/** No sum of a report's cells, of which no figure is this large, goes beyond an INTEGER. */
const SMALL = 1e7;

/**
 * The cells whose figures are whole and small in every report, as INTEGER: they take half the room,
 * and are added up in two thirds of the time.
 */
async function wholeCells(connection: DuckDBConnection, figures: string): Promise<string[]> {
	const columns = ADDRESSES.map(columnOf);
	const isWhole = (column: string) =>
		`coalesce(bool_and(abs(${column}) < ${SMALL} AND ${column} = trunc(${column})), true)`;
	const reader = await connection.runAndReadAll(
		`SELECT ${columns.map(isWhole).join(', ')} FROM (${figures})`
	);
	return columns
		.filter((_, index) => reader.value(index, 0) === true)
		.map((column) => `CAST(${column} AS INTEGER) AS ${column}`);
}

/** The rows of `figures` in types that questions are fast with, some of them of the derived database. */
async function retyped(connection: DuckDBConnection, figures: string): Promise<string> {
	const replaced = [...SUMMED, ...(await wholeCells(connection, figures))];
	// Apart from the wide rows, which take longer to plan than these columns take to read.
	await connection.run(
		`CREATE OR REPLACE TABLE work.enumerated AS SELECT ${ENUMERATED.join(', ')} FROM (${figures})`
	);
	for (const name of ENUMERATED) {
		const values = `SELECT DISTINCT ${name} FROM work.enumerated WHERE ${name} IS NOT NULL`;
		const reader = await connection.runAndReadAll(`SELECT count(*) FROM (${values})`);
		// A type without a value breaks every question that touches it.
		if (Number(reader.value(0, 0)) === 0) continue;
		await connection.run(`CREATE TYPE derived.${name}_value AS ENUM (${values} ORDER BY ${name})`);
		replaced.push(`CAST(${name} AS derived.${name}_value) AS ${name}`);
	}
	return `SELECT * REPLACE (${replaced.join(', ')}) FROM (${figures})`;
}

/** Whether a snapshot's derived database is there and can be read. */
export async function isDerived(
	connection: DuckDBConnection,
	store: string,
	{ id }: Snapshot
): Promise<boolean> {
	const file = cacheFile(store, id);
	if (!existsSync(file)) return false;
	try {
		await connection.run(`ATTACH ${literal(file)} AS derived (READ_ONLY)`);
	} catch {
		return false;
	}
	try {
		for (const name of CACHED_TABLES) await connection.run(`SELECT count(*) FROM derived.${name}`);
		return true;
	} catch {
		return false;
	} finally {
		await connection.run('DETACH derived');
	}
}

/**
 * Derives the read-only database of a snapshot from its parts. It answers 3 to 5 times faster than
 * the Parquet and holds nothing else: it may be deleted, and is made again by the next ingest.
 */
export async function deriveDatabase(
	connection: DuckDBConnection,
	store: string,
	snapshot: Snapshot
): Promise<void> {
	const file = cacheFile(store, snapshot.id);
	const temporary = `${file}.tmp`;
	await mkdir(cacheDirectory(store), { recursive: true });
	await rm(temporary, { force: true });
	await rm(`${temporary}.wal`, { force: true });
	await connection.run(`ATTACH ${literal(temporary)} AS derived`);
	try {
		const stored = tablesFromParts(store, snapshot);
		const tables: typeof stored = {
			...stored,
			figures: await retyped(connection, stored.figures ?? ''),
			found: foundQuery(`(${stored.findings ?? ''})`, 'derived.figures')
		};
		for (const name of CACHED_TABLES) {
			await connection.run(
				`CREATE TABLE derived.${name} AS ${tables[name]} ORDER BY ${ORDER[name]}`
			);
		}
		await connection.run(`CREATE TABLE derived.live AS ${liveReports(store, snapshot)}`);
		await connection.run('CHECKPOINT derived');
	} finally {
		await connection.run('DETACH derived');
	}
	await put(temporary, file);
}
