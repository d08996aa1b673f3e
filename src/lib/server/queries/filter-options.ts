import { admittedReports, reportColumns, SCOPE_SQL } from '../condition.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';

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

/** A filter's column; of regions outside the chosen one above nothing is told, which leaves fewer to count. */
function inside(key: OptionKey, filters: Filters): string {
	const above = INSIDE[key];
	if (above === undefined || !isSet(filters, above)) return key;
	const { sql } = reportColumns({ ...NO_FILTERS, [above]: filters[above] });
	return `CASE WHEN ${sql} THEN ${key} END AS ${key}`;
}

/** A count of reports that are alike, added up over those of one value. */
const added = (name: string) => `sum(${name}) AS ${name}`;

/**
 * The same for a page’s totals: those not rolled up unless the filters ask for others, and rolled-up
 * ones only where there is nothing else.
 */
const addedUp = (name: string) =>
	`coalesce(nullif(sum(${name}) FILTER (${SCOPE_SQL.not_consolidated}), 0), sum(${name})) AS ${name}`;

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
	// A filter's own choices do not narrow what else it may be set to.
	const passes = [
		{ name: 'as_whole', sql: whole.sql, ofScope: false },
		...chosen.map((key) => ({
			name: `as_${key}`,
			sql: admittedReports(without(filters, key)).sql,
			ofScope: key === 'scope'
		}))
	];
	const adding = adds && (filters.scope === null || filters.scope === 'all');
	// Reports that are alike are counted first: each is then looked at once, and not once for each filter.
	const rows = await database.rows<Row>(
		`WITH alike AS (
			SELECT ${offered.map((key) => inside(key, filters)).join(', ')},
				${passes.map(({ name, sql }) => `count(*) FILTER (${sql}) AS ${name}`).join(', ')}
			FROM figures
			WHERE is_current
			GROUP BY ALL
		)
		SELECT
			CASE ${offered.map((key) => `WHEN grouping(${key}) = 0 THEN '${key}'`).join(' ')} END AS key,
			coalesce(${offered.map((key) => `CAST(${key} AS VARCHAR)`).join(', ')}) AS value,
			${passes.map(({ name, ofScope }) => (adding && !ofScope ? addedUp : added)(name)).join(', ')}
		FROM alike
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
