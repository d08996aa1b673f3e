import { admittedFilings, admittedReports, ORGAN_KEYS, SCOPE_SQL } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { FILED_SQL } from './coverage.ts';
import { valuesByKey, type CountedValue } from './options-by-key.ts';

/** A value that current reports have, and how many have it. */
export interface FilterOption {
	readonly value: string;
	readonly reports: number;
}

/** What each filter may be set to, by its key. */
type Options<K extends string> = Readonly<Record<K, readonly FilterOption[]>>;

const REPORT_KEYS = ['year', ...ORGAN_KEYS, 'form', 'scope'] as const;
const FILING_KEYS = ['year', ...ORGAN_KEYS] as const;
export type FilterOptions = Options<(typeof REPORT_KEYS)[number]>;

function mapped<K extends string>(
	values: Readonly<Record<K, readonly CountedValue[]>>,
	reports: (value: CountedValue, key: K) => number
): Options<K> {
	const entries = Object.entries(values) as [K, readonly CountedValue[]][];
	return Object.fromEntries(
		entries.map(([key, of]) => [
			key,
			of.map((value) => ({ value: value.value, reports: reports(value, key) }))
		])
	) as unknown as Options<K>;
}

/**
 * What each filter may be set to, given the others, so that no choice leads to an empty page.
 *
 * @param page.adds whether the page adds figures up: counted are then the reports that its totals
 *   would add, those not rolled up unless the filters ask for others, and rolled-up ones only where
 *   there is nothing else
 */
export async function filterOptions(
	database: Database,
	filters: Filters,
	{ adds = false }: { readonly adds?: boolean } = {}
): Promise<FilterOptions> {
	const values = await valuesByKey(database, filters, {
		from: 'figures WHERE is_current',
		keys: REPORT_KEYS,
		admitted: admittedReports,
		apart: SCOPE_SQL.not_consolidated
	});
	const adding = adds && (filters.scope === null || filters.scope === 'all');
	return mapped(values, ({ all, apart }, key) =>
		adding && apart > 0 && !(key === 'scope' && filters.scope !== null) ? apart : all
	);
}

/** What the filters about organs may be set to, given the others, with the reports behind each. */
export async function filingOptions(
	database: Database,
	filters: Filters
): Promise<Options<(typeof FILING_KEYS)[number]>> {
	const values = await valuesByKey(database, filters, {
		from: 'filings',
		keys: FILING_KEYS,
		admitted: admittedFilings,
		apart: FILED_SQL
	});
	return mapped(values, ({ apart }) => apart);
}
