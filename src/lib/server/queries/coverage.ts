import {
	FILED_STATES,
	FILING_STATES,
	REGULATION_OF_2019,
	type FilingChoice,
	type FilingState
} from '../../form/index.ts';
import { admittedFilings, all, ORGAN_KEYS, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';

/** How many organs are to report for a year or for several, and how these stand. */
export interface FilingCounts {
	/** The sum of all that follow to `missing`; `filed` is the sum of the three behind it. */
	readonly expected: number;
	readonly filed: number;
	readonly onTime: number;
	readonly late: number;
	/** Of those late, the ones that no law gives a day: townships and subdistricts. */
	readonly lateByPractice: number;
	readonly undated: number;
	readonly unreadable: number;
	readonly unresolved: number;
	readonly missing: number;
	/** Filed though none was expected: by an organ on no roster, or for a year outside it. */
	readonly unexpected: number;
	/** Expected because the office's roster says so; the others once filed. */
	readonly listed: number;
	/** Invented, whatever else. */
	readonly generated: number;
}

const quoted = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');
const COLUMNS: Readonly<Record<FilingState, keyof FilingCounts>> = {
	on_time: 'onTime',
	late: 'late',
	undated: 'undated',
	unreadable: 'unreadable',
	unresolved: 'unresolved',
	missing: 'missing'
};

/** Late after a day that is practice, as `dueByPractice` has it, over rows of `filings`. */
const LATE_BY_PRACTICE = `(CASE WHEN state = 'late' AND year >= ${REGULATION_OF_2019}
	THEN coalesce(level = 'township' OR kind IN ('township', 'subdistrict'), false) ELSE false END)`;

/** How an organ stands with its report for a year, and what that rests on, over rows of `filings`. */
export const STANDING_COLUMNS = `year, state, due_on AS "dueOn", published_on AS "publishedOn",
	CASE WHEN state = 'late' THEN published_on - due_on END AS "daysLate",
	report_id AS "reportId", source`;

/** Whether a report was filed, over rows of `filings`. */
export const FILED_SQL = `state IN (${quoted(FILED_STATES)})`;

/** The SQL test of each choice, over rows of `filings`. */
export const CHOICE_SQL: Readonly<Record<FilingChoice, string>> = {
	expected: 'expected',
	filed: `expected AND ${FILED_SQL}`,
	...(Object.fromEntries(
		FILING_STATES.map((state) => [state, `expected AND state = '${state}'`])
	) as Record<FilingState, string>),
	unexpected: 'NOT expected'
};

/** An organ bears the words looked for in its names, its region or its parent organ's name. */
function bearing(words: string): Condition {
	// Folding the case of every name takes three times as long as finding Chinese words in them.
	const cased = words.toLowerCase() !== words.toUpperCase();
	const fits = (...columns: string[]) =>
		columns.map((column) => `contains(${cased ? `lower(${column})` : column}, $q)`).join(' OR ');
	const place = ['agency', 'province', 'city', 'county'];
	return {
		sql: `agency_id IN (
			SELECT agency_id FROM agencies WHERE ${fits(...place)}
			UNION ALL
			SELECT agency_id FROM roster WHERE ${fits(...place, 'parent', 'formerly', 'succeeded_by')})`,
		params: { q: words.toLowerCase() }
	};
}

/** A row of `filings` fits the filters, the words that are looked for among them. */
export function soughtFilings(filters: Filters): Condition {
	const admitted = admittedFilings(filters);
	return filters.q === null ? admitted : all([admitted, bearing(filters.q)]);
}

export interface YearOfFilings extends FilingCounts {
	readonly year: number;
}

/** Who is to report and how many did, over all the years asked for and for each. */
export interface ExpectedReports extends FilingCounts {
	readonly years: readonly YearOfFilings[];
}

/** Rows of `filings` that have all this in common. */
interface Alike {
	readonly label: string | number | null;
	readonly state: FilingState;
	readonly expected: boolean;
	readonly listed: boolean;
	readonly generated: boolean;
	readonly lateByPractice: boolean;
	readonly count: number;
}

const NONE: FilingCounts = {
	expected: 0,
	filed: 0,
	onTime: 0,
	late: 0,
	lateByPractice: 0,
	undated: 0,
	unreadable: 0,
	unresolved: 0,
	missing: 0,
	unexpected: 0,
	listed: 0,
	generated: 0
};

/** Counts with those of rows that are alike added. */
function withAlike(counts: FilingCounts, alike: Alike): FilingCounts {
	const { state, expected, listed, generated, lateByPractice, count } = alike;
	const more = (key: keyof FilingCounts, is: boolean) => counts[key] + (is ? count : 0);
	const column = COLUMNS[state];
	return {
		...counts,
		[column]: more(column, expected),
		expected: more('expected', expected),
		filed: more('filed', expected && FILED_STATES.includes(state)),
		lateByPractice: more('lateByPractice', expected && lateByPractice),
		unexpected: more('unexpected', !expected),
		listed: more('listed', expected && listed),
		generated: more('generated', generated)
	};
}

/** The counts by a column: what is alike is counted by the database, which is twice as quick. */
async function counted(
	database: Database,
	{ sql, params }: Condition,
	group: string
): Promise<(FilingCounts & { label: string | number | null })[]> {
	const rows = await database.rows<Alike>(
		`SELECT ${group} AS label, state, expected, listed, generated,
			${LATE_BY_PRACTICE} AS "lateByPractice", count(*) AS count
		FROM filings WHERE ${sql} GROUP BY ALL`,
		params
	);
	const counts = new Map<string | number | null, FilingCounts>();
	for (const row of rows) counts.set(row.label, withAlike(counts.get(row.label) ?? NONE, row));
	return [...counts].map(([label, of]) => ({ ...of, label }));
}

const added = (rows: readonly FilingCounts[]): FilingCounts =>
	Object.fromEntries(
		(Object.keys(NONE) as (keyof FilingCounts)[]).map((key) => [
			key,
			rows.reduce((sum, row) => sum + row[key], 0)
		])
	) as unknown as FilingCounts;

async function expectedBy(database: Database, where: Condition): Promise<ExpectedReports> {
	const rows = await counted(database, where, 'year');
	const years = rows
		.map(({ label, ...counts }) => ({ ...counts, year: Number(label) }))
		.sort((a, b) => a.year - b.year);
	return { ...added(years), years };
}

/**
 * How many reports are expected of the organs and years that the filters admit, and how many of these
 * are there: what a page's total is measured against. Words that are looked for do not narrow it.
 */
export const expectedReports = (database: Database, filters: Filters): Promise<ExpectedReports> =>
	expectedBy(database, admittedFilings(filters));

/** A government above the township level: its report rolls up those of others. */
const ROLLS_UP = `(
	coalesce(kind IN ('government', 'general_office'), false)
	AND level IS DISTINCT FROM 'township'
)`;

/**
 * How many reports are expected of the organs whose figures a total adds, and how many are there.
 * Organs that have sent none have no scope: whether theirs would be rolled up follows from who they are.
 */
export function expectedBehind(database: Database, filters: Filters): Promise<ExpectedReports> {
	const admitted = admittedFilings(filters);
	const { scope } = filters;
	if (scope === null || scope === 'all' || scope === 'unknown')
		return expectedBy(database, admitted);
	const whose = scope === 'consolidated' ? ROLLS_UP : `NOT ${ROLLS_UP}`;
	return expectedBy(database, all([admitted, { sql: whose, params: {} }]));
}

/** The same for the organs that the words looked for name too. */
export const soughtReports = (database: Database, filters: Filters): Promise<ExpectedReports> =>
	expectedBy(database, soughtFilings(filters));

/** What organs may be grouped by. */
export const FILING_GROUPS = ORGAN_KEYS;
export type FilingGroup = (typeof FILING_GROUPS)[number];

export interface GroupOfFilings extends FilingCounts {
	/** The name or code that the group has in common; null where the organs have none. */
	readonly value: string | null;
}

/** How the organs of each group stand for one year, the group with the most missing first. */
export async function filingsByGroup(
	database: Database,
	filters: Filters,
	group: FilingGroup,
	year: number
): Promise<GroupOfFilings[]> {
	const where = soughtFilings({ ...filters, year: [{ from: year, to: year }] });
	const rows = await counted(database, where, group);
	return rows
		.map(({ label, ...counts }) => ({ ...counts, value: label === null ? null : String(label) }))
		.sort(
			(a, b) =>
				b.missing - a.missing ||
				b.expected - a.expected ||
				(a.value ?? '').localeCompare(b.value ?? '', 'zh')
		);
}
