import type { Database } from '../database.ts';

/** What a report is called in a list. */
export interface ReportName {
	readonly reportId: string;
	readonly agency: string | null;
	readonly title: string | null;
	readonly year: number | null;
	readonly generated: boolean;
}

/** The names of some reports. */
export async function reportNames(
	database: Database,
	ids: readonly string[]
): Promise<ReportName[]> {
	if (ids.length === 0) return [];
	return database.rows<ReportName>(
		`SELECT report_id AS "reportId", agency, title, year, generated
		FROM figures WHERE report_id IN (SELECT unnest($ids))`,
		{ ids: [...new Set(ids)] }
	);
}
