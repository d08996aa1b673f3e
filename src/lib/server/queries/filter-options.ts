import { admittedReports, SCOPE_SQL } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';

/** A value that current reports have, and how many have it. */
export interface FilterOption {
	readonly value: string;
	readonly reports: number;
}

const OPTION_KEYS = [
	'year',
	'province',
	'city',
	'county',
	'level',
	'kind',
	'form',
	'scope'
] as const;
export type OptionKey = (typeof OPTION_KEYS)[number];
export type FilterOptions = Readonly<Record<OptionKey, readonly FilterOption[]>>;

/** Regions that are offered only inside the region above. */
const INSIDE: Partial<Record<OptionKey, OptionKey>> = { city: 'province', county: 'city' };

const isSet = (filters: Filters, key: OptionKey): boolean =>
	key === 'scope' ? filters.scope !== null : filters[key].length > 0;

const without = (filters: Filters, key: OptionKey): Filters => ({
	...filters,
	[key]: key === 'scope' ? null : []
});

type Row = { key: OptionKey; value: string | null } & Record<
	`as_${OptionKey | 'whole'}`,
	number | undefined
>;

/** How many reports fit. */
const fitting = (sql: string, name: string) => `count(*) FILTER (WHERE ${sql}) AS ${name}`;

/**
 * How many reports fit that a page’s totals would add: those not rolled up unless the filters ask
 * for others, and rolled-up ones only where there is nothing else.
 */
function addedUp(sql: string, name: string): string {
	const own = `count(*) FILTER (WHERE (${sql}) AND ${SCOPE_SQL.not_consolidated})`;
	return `coalesce(nullif(${own}, 0), count(*) FILTER (WHERE ${sql})) AS ${name}`;
}

/**
 * What each filter may be set to, given the others, so that no choice leads to an empty page. The
 * cities are those of chosen provinces only, the counties those of chosen cities.
 */
export async function filterOptions(
	database: Database,
	filters: Filters,
	{ adds = false }: { readonly adds?: boolean } = {}
): Promise<FilterOptions> {
	const offered = OPTION_KEYS.filter((key) => {
		const above = INSIDE[key];
		return above === undefined || isSet(filters, above) || isSet(filters, key);
	});
	const chosen = offered.filter((key) => isSet(filters, key));
	const whole = admittedReports(filters);
	const counted = adds && (filters.scope === null || filters.scope === 'all') ? addedUp : fitting;
	// A filter's own choices do not narrow what else it may be set to.
	const passes = chosen.map((key) => {
		const { sql } = admittedReports(without(filters, key));
		return key === 'scope' ? fitting(sql, 'as_scope') : counted(sql, `as_${key}`);
	});
	const rows = await database.rows<Row>(
		`SELECT
			CASE ${offered.map((key) => `WHEN grouping(${key}) = 0 THEN '${key}'`).join(' ')} END AS key,
			coalesce(${offered.map((key) => `CAST(${key} AS VARCHAR)`).join(', ')}) AS value,
			${[counted(whole.sql, 'as_whole'), ...passes].join(', ')}
		FROM figures
		WHERE is_current
		GROUP BY GROUPING SETS (${offered.map((key) => `(${key})`).join(', ')})
		ORDER BY value`,
		whole.params
	);
	const optionsOf = (key: OptionKey) =>
		rows.flatMap((row) => {
			const reports = row[chosen.includes(key) ? (`as_${key}` as const) : 'as_whole'];
			const isOption = row.key === key && row.value !== null && reports !== undefined;
			return isOption && reports > 0 ? [{ value: row.value ?? '', reports }] : [];
		});
	return Object.fromEntries(
		OPTION_KEYS.map((key) => [key, offered.includes(key) ? optionsOf(key) : []])
	) as unknown as FilterOptions;
}
