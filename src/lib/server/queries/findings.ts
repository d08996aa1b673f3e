import type { Origin, Severity } from '../../check/rule.ts';
import { RULES } from '../../check/rules.ts';
import type { FormCode } from '../../form/index.ts';
import { admittedFound, all, reportColumns } from '../condition.ts';
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
	/** The report it was compared with, for a rule about two. */
	readonly otherReportId: string | null;
	/** Where the words it rests on stand in the report’s text, for a rule about words. */
	readonly charStart: number | null;
	readonly charEnd: number | null;
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

export const SEVERITY_RANK = `CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;
const GAP = 'abs(observed - expected)';

export const FINDING_COLUMNS = `
	finding_id AS "findingId", report_id AS "reportId", rule, severity,
	section, item, measure, observed, expected, suspect, suggestion, origin, message,
	other_report_id AS "otherReportId", char_start AS "charStart", char_end AS "charEnd",
	agency_id AS "agencyId", agency, title, year, form,
	is_current AS "isCurrent", generated`;

/**
 * Findings, a page at a time: errors first, real reports before invented ones, great gaps first.
 *
 * @param count how many there are, where another answer has told it already
 */
export async function findingsList(
	database: Database,
	filters: Filters,
	count?: number
): Promise<Page<FindingRow>> {
	const where = admittedFound(filters);
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
	const select = `SELECT ${FINDING_COLUMNS} FROM found WHERE ${where.sql}`;
	return pageOf<FindingRow>(database, filters, { select, order, count }, where.params);
}

/** A few findings that show what there is: the widest gaps of each rule, real reports first. */
export async function notableFindings(
	database: Database,
	filters: Filters,
	{ perRule = 1, limit = 8 }: { perRule?: number; limit?: number } = {}
): Promise<FindingRow[]> {
	const where = admittedFound(filters);
	return database.rows<FindingRow>(
		`SELECT ${FINDING_COLUMNS} FROM found
		WHERE finding_id IN (
			-- The first of each rule: no gap comes after every gap.
			SELECT unnest(min_by(finding_id, (generated, coalesce(-${GAP}, 1), finding_id), $per_rule))
			FROM found
			WHERE ${where.sql}
			GROUP BY rule
		)
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
	const reports = reportColumns(filters);
	const found = admittedFound(filters);
	const answers = ['pass', 'fail', 'undecided'] as const;
	const columns = codes.flatMap((code) => answers.map((answer) => tallyColumnOf(code, answer)));
	const [[tallies], counts] = await Promise.all([
		database.rows<Record<string, number | null>>(
			`SELECT ${columns.map((column) => `sum(${column}) AS ${column}`).join(', ')}
			FROM figures WHERE ${reports.sql}`,
			reports.params
		),
		database.rows<{ rule: string; findings: number; reports: number }>(
			`SELECT rule, count(*) AS findings, count(DISTINCT place) AS reports
			FROM found
			WHERE ${found.sql}
			GROUP BY rule`,
			found.params
		)
	]);
	// A rule without findings has been counted: none. A rule that applies to no report too.
	const tally = (code: string, answer: (typeof answers)[number]) =>
		tallies?.[tallyColumnOf(code, answer)] ?? 0;
	return codes
		.map((code) => {
			const { findings = 0, reports: concerned = 0 } =
				counts.find(({ rule }) => rule === code) ?? {};
			return {
				rule: code,
				findings,
				reports: concerned,
				pass: tally(code, 'pass'),
				fail: tally(code, 'fail'),
				undecided: tally(code, 'undecided')
			};
		})
		.sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}

/** A finding as a letter to the agency tells it. */
export interface AgencyFinding {
	readonly findingId: string;
	readonly reportId: string;
	readonly rule: string;
	readonly severity: Severity;
	readonly section: string | null;
	readonly item: string | null;
	readonly measure: string | null;
	readonly origin: Origin;
	readonly message: string;
	readonly year: number | null;
	readonly form: FormCode;
	readonly title: string | null;
	readonly publishedOn: string | null;
	readonly sourceUrl: string | null;
	readonly generated: boolean;
}

/**
 * All findings that the filters admit, report after report; for filters that name an agency.
 *
 * @param reportId the report to tell of alone
 */
export async function agencyFindings(
	database: Database,
	filters: Filters,
	reportId: string | null = null
): Promise<AgencyFinding[]> {
	const admitted = admittedFound(filters);
	const where =
		reportId === null
			? admitted
			: all([admitted, { sql: 'report_id = $report_id', params: { report_id: reportId } }]);
	return database.rows<AgencyFinding>(
		`SELECT finding_id AS "findingId", report_id AS "reportId", rule, severity, section, item, measure,
			origin, message, year, form, title, published_on AS "publishedOn", source_url AS "sourceUrl", generated
		FROM found JOIN (SELECT report_id, published_on, source_url FROM figures) USING (report_id)
		WHERE ${where.sql}
		ORDER BY year NULLS LAST, report_id, ${SEVERITY_RANK}, finding_id`,
		where.params
	);
}
