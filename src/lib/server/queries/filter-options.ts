import { admittedReports } from '../condition.ts';
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

/** The values of one filter that remain under all the others. */
async function optionsOf(
	database: Database,
	filters: Filters,
	key: OptionKey
): Promise<FilterOption[]> {
	const where = admittedReports({ ...filters, [key]: key === 'scope' ? null : [] });
	return database.rows<FilterOption>(
		`SELECT CAST(${key} AS VARCHAR) AS value, count(*) AS reports
		FROM figures
		WHERE is_current AND ${key} IS NOT NULL AND ${where.sql}
		GROUP BY value
		ORDER BY value`,
		where.params
	);
}

/** What each filter may be set to, given the others, so that no choice leads to an empty page. */
export async function filterOptions(database: Database, filters: Filters): Promise<FilterOptions> {
	const options = await Promise.all(OPTION_KEYS.map((key) => optionsOf(database, filters, key)));
	return Object.fromEntries(
		OPTION_KEYS.map((key, index) => [key, options[index] ?? []])
	) as unknown as FilterOptions;
}
