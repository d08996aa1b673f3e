import { admittedReports } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';

/** What is in the collection of the agencies that ever filed, over the whole span of years. */
export interface Coverage {
	/** Agencies with a current report, agency and year settled. */
	readonly agencies: number;
	/** Years of agencies that have such a report. */
	readonly filed: number;
	readonly firstYear: number | null;
	readonly lastYear: number | null;
	readonly generated: number;
}

/** How much of agencies × years the collection covers. */
export async function coverage(database: Database, filters: Filters): Promise<Coverage> {
	const { sql, params } = admittedReports(filters);
	const [row] = await database.rows<Coverage>(
		`SELECT
			count(DISTINCT agency_id) AS agencies,
			count(DISTINCT (agency_id, year)) AS filed,
			min(year) AS "firstYear", max(year) AS "lastYear",
			count(*) FILTER (generated) AS generated
		FROM figures
		WHERE is_current AND resolved AND year IS NOT NULL AND ${sql}`,
		params
	);
	if (!row) throw new Error('a count without a row');
	return row;
}
