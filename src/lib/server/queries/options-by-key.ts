import { reportColumns, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';

/** The filters about reports and organs whose values are offered with a count of each. */
export type OptionKey =
	'year' | 'province' | 'city' | 'county' | 'level' | 'kind' | 'form' | 'scope';

/** Regions that are offered only inside the region above. */
const INSIDE: Partial<Record<OptionKey, OptionKey>> = { city: 'province', county: 'city' };

const isSet = (filters: Filters, key: OptionKey): boolean =>
	key === 'scope' ? filters.scope !== null : filters[key].length > 0;

const without = (filters: Filters, key: OptionKey): Filters => ({
	...filters,
	[key]: key === 'scope' ? null : []
});

/** A key's column; of regions outside the chosen one above nothing is told, which leaves fewer to count. */
function columnToCount(key: OptionKey, filters: Filters): string {
	const above = INSIDE[key];
	if (above === undefined || !isSet(filters, above)) return key;
	const { sql } = reportColumns({ ...NO_FILTERS, [above]: filters[above] });
	return `CASE WHEN ${sql} THEN ${key} END AS ${key}`;
}

/** What is counted by the values of filters. */
export interface Counting<K extends OptionKey> {
	/** The rows that are counted, as what follows FROM. */
	readonly from: string;
	readonly keys: readonly K[];
	/** The condition of the filters on such a row. */
	readonly admitted: (filters: Filters) => Condition;
	/** A condition on rows, of which those that it fits are counted apart too. */
	readonly apart: string;
}

/** A value that rows have, how many of them the other filters admit, and those of them apart. */
export interface CountedValue {
	readonly value: string;
	readonly all: number;
	readonly apart: number;
}

/**
 * The values of each key, given the filters but its own, which do not narrow what else it may be set
 * to. The cities are those of chosen provinces only, the counties those of chosen cities.
 */
export async function valuesByKey<K extends OptionKey>(
	database: Database,
	filters: Filters,
	{ from, keys, admitted, apart }: Counting<K>
): Promise<Readonly<Record<K, readonly CountedValue[]>>> {
	const offered = keys.filter((key) => {
		const above = INSIDE[key];
		return above === undefined || isSet(filters, above) || isSet(filters, key);
	});
	const whole = admitted(filters);
	const passes: Partial<Record<OptionKey | 'whole', string>> = { whole: whole.sql };
	for (const key of offered) {
		if (isSet(filters, key)) passes[key] = admitted(without(filters, key)).sql;
	}
	const names = Object.keys(passes) as (keyof typeof passes)[];
	// Rows that are alike are counted first: each is then looked at once, and not once for each key.
	const rows = await database.rows<Record<string, string | number | null>>(
		`WITH alike AS (
			SELECT ${offered.map((key) => columnToCount(key, filters)).join(', ')}, ${apart} AS is_apart,
				${names.map((name) => `count(*) FILTER (${passes[name]}) AS as_${name}`).join(', ')}
			FROM ${from}
			GROUP BY ALL
		)
		SELECT
			CASE ${offered.map((key) => `WHEN grouping(${key}) = 0 THEN '${key}'`).join(' ')} END AS key,
			coalesce(${offered.map((key) => `CAST(${key} AS VARCHAR)`).join(', ')}) AS value,
			${names.map((name) => `sum(as_${name}) AS all_${name}, sum(as_${name}) FILTER (is_apart) AS apart_${name}`).join(', ')}
		FROM alike
		GROUP BY GROUPING SETS (${offered.map((key) => `(${key})`).join(', ')})
		ORDER BY value`,
		whole.params
	);
	const valuesOf = (key: K): CountedValue[] => {
		const pass = passes[key] === undefined ? 'whole' : key;
		return rows
			.filter((row) => row.key === key && row.value !== null && Number(row[`all_${pass}`]) > 0)
			.map((row) => ({
				value: String(row.value),
				all: Number(row[`all_${pass}`]),
				apart: Number(row[`apart_${pass}`])
			}));
	};
	return Object.fromEntries(keys.map((key) => [key, valuesOf(key)])) as unknown as Readonly<
		Record<K, readonly CountedValue[]>
	>;
}
