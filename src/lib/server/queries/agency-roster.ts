import type { Database } from '../database.ts';
import type { NamedAgency } from './agency-story.ts';

/** What the office's roster says of an agency. */
export interface RosterWord {
	readonly parent: string | null;
	readonly formerly: string | null;
	readonly founded: string | null;
	readonly abolished: string | null;
	readonly succeededBy: string | null;
}

/** What the roster says of an agency; null where it stands on no line. */
export async function rosterWord(database: Database, agencyId: string): Promise<RosterWord | null> {
	const [row] = await database.rows<RosterWord>(
		`SELECT parent, formerly, founded, abolished, succeeded_by AS "succeededBy"
		FROM roster WHERE agency_id = $agency_id`,
		{ agency_id: agencyId }
	);
	return row ?? null;
}

/** The one agency with reports that a name of the roster stands for; null where none or several may. */
export async function agencyNamed(
	database: Database,
	name: string,
	generated: boolean
): Promise<NamedAgency | null> {
	const found = await database.rows<NamedAgency>(
		`SELECT DISTINCT agency_id AS "agencyId", $name AS agency FROM names
		WHERE agency_id IS NOT NULL AND name = $name AND generated = $generated LIMIT 2`,
		{ name, generated }
	);
	return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The day by which an agency was to report, by year. Its reports under a former name have the day of
 * the organ that the roster takes for the same.
 */
export async function dueDays(
	database: Database,
	agencyId: string,
	reports: readonly { readonly reportId: string }[]
): Promise<ReadonlyMap<number, string>> {
	const rows = await database.rows<{ year: number; dueOn: string }>(
		`SELECT year, min(due_on) AS "dueOn"
		FROM filings
		WHERE due_on IS NOT NULL
			AND (agency_id = $agency_id OR report_id IN (SELECT unnest($reports)))
		GROUP BY year`,
		{ agency_id: agencyId, reports: reports.map(({ reportId }) => reportId) }
	);
	return new Map(rows.map(({ year, dueOn }) => [year, dueOn]));
}
