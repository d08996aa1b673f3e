import type { Database } from '../database.ts';
import { FINDING_COLUMNS, SEVERITY_RANK, type FindingRow } from './findings.ts';
import type { CorrectionRow } from './report.ts';

/** An agency as another names it. */
export interface NamedAgency {
	readonly agencyId: string;
	readonly agency: string | null;
}

/** The parent organ of an agency; null where none is known. */
export async function parentOf(database: Database, agencyId: string): Promise<NamedAgency | null> {
	const [row] = await database.rows<NamedAgency>(
		`SELECT parent.agency_id AS "agencyId", parent.agency
		FROM agencies AS own JOIN agencies AS parent ON own.parent_id = parent.agency_id
		WHERE own.agency_id = $agency_id AND parent.agency_id <> own.agency_id`,
		{ agency_id: agencyId }
	);
	return row ?? null;
}

/** Findings of the current reports of an agency in one year. */
export interface YearOfFindings {
	readonly year: number;
	readonly error: number;
	readonly warning: number;
	readonly info: number;
	/** The gravest of them. */
	readonly findings: readonly FindingRow[];
}

/** What the rules found at an agency, newest year first, with the gravest findings of each year. */
export async function findingsOfAgency(
	database: Database,
	agencyId: string,
	perYear: number
): Promise<YearOfFindings[]> {
	const rows = await database.rows<FindingRow & Omit<YearOfFindings, 'findings'>>(
		`SELECT ${FINDING_COLUMNS},
			count(*) FILTER (severity = 'error') OVER of_year AS error,
			count(*) FILTER (severity = 'warning') OVER of_year AS warning,
			count(*) FILTER (severity = 'info') OVER of_year AS info
		FROM found
		WHERE agency_id = $agency_id AND is_current AND year IS NOT NULL
		WINDOW of_year AS (PARTITION BY year)
		QUALIFY row_number() OVER (
			PARTITION BY year
			ORDER BY ${SEVERITY_RANK}, abs(observed - expected) DESC NULLS LAST, finding_id
		) <= $per_year
		ORDER BY year DESC, ${SEVERITY_RANK}, abs(observed - expected) DESC NULLS LAST, finding_id`,
		{ agency_id: agencyId, per_year: perYear }
	);
	const years = new Map<number, YearOfFindings & { findings: FindingRow[] }>();
	for (const { year, error, warning, info, ...finding } of rows) {
		const known = years.get(year) ?? { year, error, warning, info, findings: [] };
		known.findings.push({ year, ...finding });
		years.set(year, known);
	}
	return [...years.values()];
}

/** A correction beside the report that it was made for. */
export interface AgencyCorrection extends CorrectionRow {
	readonly reportId: string;
	readonly year: number | null;
}

/** What the office put right in the reports of an agency, newest year first. */
export async function agencyCorrections(
	database: Database,
	agencyId: string
): Promise<AgencyCorrection[]> {
	return database.rows<AgencyCorrection>(
		`SELECT report_id AS "reportId", year, section, item, measure, value, status,
			read_value AS "readValue", read_status AS "readStatus", who, made_on AS "madeOn", why, state
		FROM corrections JOIN (
			SELECT report_id, year FROM figures WHERE agency_id = $agency_id
		) USING (report_id)
		ORDER BY year DESC NULLS LAST, section, item, measure`,
		{ agency_id: agencyId }
	);
}
