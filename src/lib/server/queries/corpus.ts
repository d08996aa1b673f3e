import { ADDRESSES } from '../../form/index.ts';
import { admittedReports } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { statusColumnOf } from '../tables.ts';

/** What the corpus holds, counted; reports are current ones unless said otherwise. */
export interface Corpus {
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
	/** Cells of current reports by status. */
	readonly reported: number;
	readonly blank: number;
	readonly missing: number;
	readonly unreadable: number;
	/** Findings of current reports by severity, and reports with an error. */
	readonly errors: number;
	readonly warnings: number;
	readonly notes: number;
	readonly reportsWithErrors: number;
	/** Files ever given, and those of them rejected; filters do not apply to them. */
	readonly files: number;
	readonly rejected: number;
}

/** How many cells of one report have a status. */
const cellsOfStatus = (status: number) =>
	`list_count(list_filter([${ADDRESSES.map(statusColumnOf).join(', ')}], lambda s: s = ${status}))`;

/** The counts of the corpus. */
export async function corpus(database: Database, filters: Filters): Promise<Corpus> {
	const where = admittedReports(filters);
	const [row] = await database.rows<Corpus>(
		`WITH admitted AS (SELECT * FROM figures WHERE ${where.sql}),
		current AS (SELECT * FROM admitted WHERE is_current),
		found AS (
			SELECT severity, report_id FROM findings WHERE report_id IN (SELECT report_id FROM current)
		),
		counts AS (
			SELECT
				count(*) AS reports,
				count(DISTINCT agency_id) AS agencies,
				min(year) AS "firstYear",
				max(year) AS "lastYear",
				count(*) FILTER (NOT resolved) AS unresolved,
				count(*) FILTER (generated) AS generated,
				count(*) FILTER (scope = 'own') AS own,
				count(*) FILTER (scope = 'consolidated') AS consolidated,
				count(*) FILTER (scope IS NULL) AS "scopeUnknown"
			FROM current
		),
		severities AS (
			SELECT
				count(*) FILTER (severity = 'error') AS errors,
				count(*) FILTER (severity = 'warning') AS warnings,
				count(*) FILTER (severity = 'info') AS notes,
				count(DISTINCT report_id) FILTER (severity = 'error') AS "reportsWithErrors"
			FROM found
		),
		cells_by_status AS (
			SELECT ${['reported', 'blank', 'missing', 'unreadable']
				.map((status, number) => `coalesce(sum(${cellsOfStatus(number)}), 0) AS ${status}`)
				.join(', ')}
			FROM current
		)
		SELECT counts.*, severities.*, cells_by_status.*,
			(SELECT count(*) FROM admitted WHERE NOT is_current) AS superseded,
			(SELECT count(*) FROM files) AS files,
			(SELECT count(*) FROM files WHERE status = 'rejected') AS rejected
		FROM counts, severities, cells_by_status`,
		where.params
	);
	if (!row) throw new Error('a count without a row');
	return row;
}
