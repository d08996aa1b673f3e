import { FILED_STATES, FILING_STATES, type FilingChoice } from '../../form/index.ts';
import { admittedFilings, all, ORGAN_KEYS, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import type { FilterOption } from './filter-options.ts';

/** How many organs are to report for a year or for several, and how these stand. */
export interface FilingCounts {
	/** The sum of all that follow to `missing`; `filed` is the sum of the three behind it. */
	readonly expected: number;
	readonly filed: number;
	readonly onTime: number;
	readonly late: number;
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
const COLUMNS: Readonly<Record<(typeof FILING_STATES)[number], keyof FilingCounts>> = {
	on_time: 'onTime',
	late: 'late',
	undated: 'undated',
	unreadable: 'unreadable',
	unresolved: 'unresolved',
	missing: 'missing'
};

/** The SQL test of each choice, over rows of `filings`. */
export const CHOICE_SQL: Readonly<Record<FilingChoice, string>> = {
	expected: 'expected',
	filed: `expected AND state IN (${quoted(FILED_STATES)})`,
	...(Object.fromEntries(
		FILING_STATES.map((state) => [state, `expected AND state = '${state}'`])
	) as Record<(typeof FILING_STATES)[number], string>),
	unexpected: 'NOT expected'
};

const COUNTS = [
	`count(*) FILTER (${CHOICE_SQL.expected}) AS expected`,
	`count(*) FILTER (${CHOICE_SQL.filed}) AS filed`,
	...FILING_STATES.map((state) => `count(*) FILTER (${CHOICE_SQL[state]}) AS "${COLUMNS[state]}"`),
	`count(*) FILTER (${CHOICE_SQL.unexpected}) AS unexpected`,
	'count(*) FILTER (expected AND listed) AS listed',
	'count(*) FILTER (generated) AS generated'
].join(', ');

/** An organ bears the words looked for in its names, its region or its parent organ's name. */
function bearing(words: string): Condition {
	// Folding the case of every name takes three times as long as finding Chinese words in them.
	const cased = words.toLowerCase() !== words.toUpperCase();
	const fits = (...columns: string[]) => {
		const text = `concat_ws(' ', ${columns.join(', ')})`;
		return `contains(${cased ? `lower(${text})` : text}, $q)`;
	};
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

async function counted(
	database: Database,
	{ sql, params }: Condition,
	group: string
): Promise<(FilingCounts & { label: string | number | null })[]> {
	return database.rows(
		`SELECT ${group} AS label, ${COUNTS} FROM filings WHERE ${sql} GROUP BY label`,
		params
	);
}

const KEYS = [
	'expected',
	'filed',
	...Object.values(COLUMNS),
	'unexpected',
	'listed',
	'generated'
] as const;
const added = (rows: readonly FilingCounts[]): FilingCounts =>
	Object.fromEntries(
		KEYS.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])
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

const OPTION_KEYS = ['year', ...ORGAN_KEYS] as const;

/** What the filters about organs may be set to, given the others, with the reports behind each. */
export async function filingOptions(
	database: Database,
	filters: Filters
): Promise<Record<(typeof OPTION_KEYS)[number], readonly FilterOption[]>> {
	const options = await Promise.all(
		OPTION_KEYS.map((key) => {
			const { sql, params } = admittedFilings({ ...filters, [key]: [] });
			return database.rows<FilterOption>(
				`SELECT CAST(${key} AS VARCHAR) AS value,
					count(*) FILTER (state IN (${quoted(FILED_STATES)})) AS reports
				FROM filings WHERE ${key} IS NOT NULL AND ${sql} GROUP BY value ORDER BY value`,
				params
			);
		})
	);
	return Object.fromEntries(
		OPTION_KEYS.map((key, index) => [key, options[index] ?? []])
	) as unknown as Record<(typeof OPTION_KEYS)[number], readonly FilterOption[]>;
}
