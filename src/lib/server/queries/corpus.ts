import { STATUSES } from '../../form/index.ts';
import { admittedReports, ofAdmittedReports, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { statusCountColumnOf } from '../tables.ts';

/** Reports by what is known of them; current ones unless said otherwise. */
interface ReportCounts {
	readonly reports: number;
	readonly superseded: number;
	readonly agencies: number;
	readonly firstYear: number | null;
	readonly lastYear: number | null;
	readonly unresolved: number;
	readonly generated: number;
	readonly own: number;
	readonly consolidated: number;
	readonly scopeUnknown: number;
}

/** Cells of current reports by status. */
interface CellCounts {
	readonly reported: number;
	readonly blank: number;
	readonly missing: number;
	readonly unreadable: number;
}

/** Findings of current reports by severity. */
interface FindingCounts {
	readonly errors: number;
	readonly warnings: number;
}

/** Files ever given, and those of them rejected; filters do not apply to them. */
interface FileTotals {
	readonly files: number;
	readonly rejected: number;
}

/** What the corpus holds, counted. */
export interface Corpus extends ReportCounts, CellCounts, FindingCounts, FileTotals {}

async function only<T>(database: Database, sql: string, params?: Condition['params']): Promise<T> {
	const [row] = await database.rows<T>(sql, params);
	if (!row) throw new Error('a count without a row');
	return row;
}

/** Counts of the reports that the filters admit. */
export function reportCounts(database: Database, filters: Filters): Promise<ReportCounts> {
	const { sql, params } = admittedReports(filters);
	return only<ReportCounts>(
		database,
		`SELECT
			count(*) FILTER (is_current) AS reports,
			count(*) FILTER (NOT is_current) AS superseded,
			count(DISTINCT agency_id) FILTER (is_current) AS agencies,
			min(year) FILTER (is_current) AS "firstYear",
			max(year) FILTER (is_current) AS "lastYear",
			count(*) FILTER (is_current AND NOT resolved) AS unresolved,
			count(*) FILTER (is_current AND generated) AS generated,
			count(*) FILTER (is_current AND scope = 'own') AS own,
			count(*) FILTER (is_current AND scope = 'consolidated') AS consolidated,
			count(*) FILTER (is_current AND scope IS NULL) AS "scopeUnknown"
		FROM figures
		WHERE ${sql}`,
		params
	);
}

const cellCounts = (database: Database, { sql, params }: Condition) =>
	only<CellCounts>(
		database,
		// A sum over no reports is null, and no cells are none.
		`SELECT ${STATUSES.map((status) => `coalesce(sum(${statusCountColumnOf(status)}), 0) AS ${status}`).join(', ')}
		FROM figures
		WHERE is_current AND ${sql}`,
		params
	);

const findingCounts = (database: Database, { sql, params }: Condition) =>
	only<FindingCounts>(
		database,
		`SELECT
			count(*) FILTER (severity = 'error') AS errors,
			count(*) FILTER (severity = 'warning') AS warnings
		FROM found
		WHERE is_current AND ${sql}`,
		params
	);

const fileTotals = (database: Database) =>
	only<FileTotals>(
		database,
		`SELECT count(*) AS files, count(*) FILTER (status = 'rejected') AS rejected FROM files`
	);

/** The counts of the corpus. */
export async function corpus(database: Database, filters: Filters): Promise<Corpus> {
	const where = admittedReports(filters);
	const [reports, cells, findings, files] = await Promise.all([
		reportCounts(database, filters),
		cellCounts(database, where),
		findingCounts(database, ofAdmittedReports(filters)),
		fileTotals(database)
	]);
	return { ...reports, ...cells, ...findings, ...files };
}
