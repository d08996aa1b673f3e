import type { Origin, Severity } from '../../check/rule.ts';
import { RULES } from '../../check/rules.ts';
import type { FormCode } from '../../form/index.ts';
import { admittedFindings, admittedJoined, ofReports } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { pageOf, type Page } from '../page.ts';
import { orderBy } from '../sorting.ts';
import { tallyColumnOf } from '../tables.ts';

/** A finding with the report it was made in. */
export interface FindingRow {
	readonly findingId: string;
	readonly reportId: string;
	readonly rule: string;
	readonly severity: Severity;
	readonly section: string | null;
	readonly item: string | null;
	readonly measure: string | null;
	readonly observed: number | null;
	readonly expected: number | null;
	readonly suspect: string | null;
	readonly suggestion: number | null;
	readonly origin: Origin;
	readonly message: string;
	readonly agencyId: string;
	readonly agency: string | null;
	readonly title: string | null;
	readonly year: number | null;
	readonly form: FormCode;
	readonly isCurrent: boolean;
	readonly generated: boolean;
}

export interface FindingsByRule {
	readonly rule: string;
	/** Findings, and the reports they stand in. */
	readonly findings: number;
	readonly reports: number;
	/** How often the rule gave each answer. */
	readonly pass: number;
	readonly fail: number;
	readonly undecided: number;
}

export interface FindingsByYear {
	/** Null for the reports whose year is not settled. */
	readonly year: number | null;
	readonly reports: number;
	readonly reportsWithFindings: number;
	readonly error: number;
	readonly warning: number;
	readonly info: number;
}

export const SEVERITY_RANK = `CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;
const GAP = 'abs(observed - expected)';

export const FINDING_COLUMNS = `
	finding_id AS "findingId", findings.report_id AS "reportId", rule, severity,
	section, item, measure, observed, expected, suspect, suggestion, origin, message,
	agency_id AS "agencyId", agency, title, year, form,
	is_current AS "isCurrent", generated`;

/** The findings of these ids, in any order. */
async function findingsOf(database: Database, ids: readonly string[]): Promise<FindingRow[]> {
	if (ids.length === 0) return [];
	return database.rows<FindingRow>(
		`SELECT ${FINDING_COLUMNS}
		FROM findings JOIN figures USING (report_id)
		WHERE finding_id IN (${ids.map((_, index) => `$id_${index}`).join(', ')})`,
		Object.fromEntries(ids.map((id, index) => [`id_${index}`, id]))
	);
}

/**
 * Findings, a page at a time: errors first, real reports before invented ones, great gaps first.
 * Which they are is asked for first, and then their rows: sorting with the messages in hand would
 * take twice as long.
 *
 * @param count how many there are, where another answer has told it already
 */
export async function findingsList(
	database: Database,
	filters: Filters,
	count?: number
): Promise<Page<FindingRow>> {
	const where = admittedJoined(filters);
	const order = orderBy(
		filters,
		{
			severity: SEVERITY_RANK,
			year: 'year',
			agency: 'agency',
			rule: 'rule',
			observed: 'observed',
			expected: 'expected',
			gap: GAP
		},
		`${SEVERITY_RANK}, generated, ${GAP} DESC NULLS LAST, finding_id`
	);
	const select = `SELECT finding_id AS id FROM findings JOIN figures USING (report_id) WHERE ${where.sql}`;
	const page = await pageOf<{ id: string }>(
		database,
		filters,
		{ select, order, count },
		where.params
	);
	const ids = page.rows.map(({ id }) => id);
	const place = new Map(ids.map((id, index) => [id, index]));
	const rows = await findingsOf(database, ids);
	rows.sort((a, b) => (place.get(a.findingId) ?? 0) - (place.get(b.findingId) ?? 0));
	return { ...page, rows };
}

/** A few findings that show what there is: the widest gaps of each rule, real reports first. */
export async function notableFindings(
	database: Database,
	filters: Filters,
	{ perRule = 1, limit = 8 }: { perRule?: number; limit?: number } = {}
): Promise<FindingRow[]> {
	const where = admittedFindings(filters);
	return database.rows<FindingRow>(
		`SELECT ${FINDING_COLUMNS}
		FROM findings JOIN reports USING (report_id)
		WHERE ${where.sql}
		QUALIFY row_number() OVER (
			PARTITION BY rule ORDER BY generated, ${GAP} DESC NULLS LAST, finding_id
		) <= $per_rule
		ORDER BY generated, ${SEVERITY_RANK}, ${GAP} DESC NULLS LAST, finding_id
		LIMIT $limit`,
		{ ...where.params, per_rule: perRule, limit }
	);
}

/** For each rule: how often it passed, failed and could not be decided. */
export async function findingsByRule(
	database: Database,
	filters: Filters
): Promise<FindingsByRule[]> {
	const codes = RULES.map(({ code }) => code).filter(
		(code) => filters.rule.length === 0 || filters.rule.includes(code)
	);
	if (codes.length === 0) return [];
	const found = admittedFindings(filters);
	const reports = ofReports(filters);
	const columns = codes.flatMap((code) =>
		(['pass', 'fail', 'undecided'] as const).map((answer) => tallyColumnOf(code, answer))
	);
	const tallies = codes.map(
		(code) => `
			SELECT '${code}' AS rule,
				sum(${tallyColumnOf(code, 'pass')}) AS pass,
				sum(${tallyColumnOf(code, 'fail')}) AS fail,
				sum(${tallyColumnOf(code, 'undecided')}) AS undecided
			FROM selected`
	);
	return database.rows<FindingsByRule>(
		`WITH selected AS (
			SELECT ${columns.join(', ')} FROM figures WHERE ${reports.sql}
		),
		tallies AS (${tallies.join(' UNION ALL ')}),
		found AS (
			SELECT rule, count(*) AS findings, count(DISTINCT findings.report_id) AS reports
			FROM findings JOIN reports USING (report_id)
			WHERE ${found.sql}
			GROUP BY rule
		)
		SELECT rule,
			-- A rule without findings has been counted: none. A rule that applies to no report too.
			coalesce(findings, 0) AS findings, coalesce(reports, 0) AS reports,
			coalesce(pass, 0) AS pass, coalesce(fail, 0) AS fail, coalesce(undecided, 0) AS undecided
		FROM tallies LEFT JOIN found USING (rule)
		ORDER BY findings DESC, rule`,
		{ ...reports.params, ...found.params }
	);
}

/** Findings by year and severity, beside the reports they were looked for in. */
export async function findingsByYear(
	database: Database,
	filters: Filters
): Promise<FindingsByYear[]> {
	const found = admittedFindings(filters);
	const reports = ofReports(filters);
	return database.rows<FindingsByYear>(
		`WITH found AS (
			SELECT findings.report_id,
				count(*) FILTER (severity = 'error') AS error,
				count(*) FILTER (severity = 'warning') AS warning,
				count(*) FILTER (severity = 'info') AS info
			FROM findings JOIN reports USING (report_id)
			WHERE ${found.sql}
			GROUP BY findings.report_id
		)
		SELECT year, count(*) AS reports,
			count(found.report_id) AS "reportsWithFindings",
			coalesce(sum(error), 0) AS error,
			coalesce(sum(warning), 0) AS warning,
			coalesce(sum(info), 0) AS info
		FROM figures LEFT JOIN found USING (report_id)
		WHERE ${reports.sql}
		GROUP BY year
		ORDER BY year NULLS LAST`,
		{ ...reports.params, ...found.params }
	);
}

/** A finding as a letter to the agency tells it. */
export interface AgencyFinding {
	readonly findingId: string;
	readonly reportId: string;
	readonly rule: string;
	readonly origin: Origin;
	readonly message: string;
	readonly year: number | null;
	readonly title: string | null;
	readonly publishedOn: string | null;
	readonly sourceUrl: string | null;
	readonly generated: boolean;
}

/** All findings that the filters admit, report after report; for filters that name an agency. */
export async function agencyFindings(
	database: Database,
	filters: Filters
): Promise<AgencyFinding[]> {
	const where = admittedJoined(filters);
	return database.rows<AgencyFinding>(
		`SELECT finding_id AS "findingId", report_id AS "reportId", rule, origin, message, year, title,
			published_on AS "publishedOn", source_url AS "sourceUrl", generated
		FROM findings JOIN figures USING (report_id)
		WHERE ${where.sql}
		ORDER BY year NULLS LAST, report_id, ${SEVERITY_RANK}, finding_id`,
		where.params
	);
}
