import { csvLine, ROSTER_COLUMNS } from '../../form/index.ts';
import { admittedFilings } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { chosenFilings, type Narrowing } from './coverage-grid.ts';
import { guarded } from './unresolved.ts';

const FILING_COLUMNS = [
	'agency',
	'year',
	'parent',
	'province',
	'city',
	'county',
	'level',
	'kind',
	'due_on',
	'state',
	'published_on',
	'source',
	'agency_id',
	'generated'
] as const;

/** Rows as the lines of a CSV for spreadsheets: columns, then batch after batch. */
async function* linesOf<T extends string>(
	columns: readonly T[],
	rows: AsyncIterable<Record<T, string | null>[]>
): AsyncGenerator<string> {
	yield `\uFEFF${csvLine(columns)}\r\n`;
	for await (const batch of rows) {
		yield batch
			.map((row) => `${csvLine(columns.map((name) => guarded(row[name] ?? '')))}\r\n`)
			.join('');
	}
}

/** Organs and years that the filters and the narrowing fit, as a CSV: whom to write to, and about what. */
export function filingsCsv(
	database: Database,
	filters: Filters,
	narrowing: Narrowing
): AsyncGenerator<string> {
	const { sql, params } = chosenFilings(filters, narrowing);
	const columns = FILING_COLUMNS.map((name) => `${name}::VARCHAR AS ${name}`).join(', ');
	return linesOf(
		FILING_COLUMNS,
		database.stream(
			`SELECT ${columns} FROM filings WHERE ${sql}
			ORDER BY filings.year DESC, province, city, county, agency, agency_id`,
			params
		)
	);
}

/**
 * A roster to be corrected and given to ingest: the one in force as it was given, and behind it the
 * agencies that filed and do not stand on it. What nobody said, such as the year of founding, is empty.
 */
export function rosterCsv(database: Database, filters: Filters): AsyncGenerator<string> {
	const { sql, params } = admittedFilings({ ...filters, year: [] });
	const columns = ROSTER_COLUMNS.join(', ');
	return linesOf(
		ROSTER_COLUMNS,
		database.stream(
			`WITH organ AS (SELECT DISTINCT agency_id, agency, parent, province, city, county, level, kind,
					listed, generated FROM filings WHERE ${sql}),
			line AS (
				SELECT roster.* FROM roster SEMI JOIN organ USING (agency_id)
				UNION ALL BY NAME
				SELECT * EXCLUDE (listed), CASE WHEN generated THEN '模拟数据' END AS note
				FROM organ WHERE NOT listed
			)
			SELECT ${columns} FROM line
			ORDER BY generated, province NULLS FIRST, city NULLS FIRST, county NULLS FIRST, level, agency`,
			params
		)
	);
}
