import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import {
	filingsByGroup,
	soughtReports,
	type FilingGroup,
	type GroupOfFilings
} from '$lib/server/queries';
import type { Grouping } from './choices';

/** How organs stand by year, whatever year the filters ask for. */
export const everyYear = (database: Database, filters: Filters) =>
	soughtReports(database, { ...filters, year: [] });

/** Whether the filters admit a year. */
export const admits = ({ year: ranges }: Filters, year: number) =>
	ranges.length === 0 || ranges.some(({ from, to }) => year >= from && year <= to);

/** The newest of the years asked for in which any organ was to report; null where there is none. */
export function newestExpected<T extends { readonly year: number; readonly expected: number }>(
	years: readonly T[],
	filters: Filters
): T | null {
	return years.findLast(({ year, expected }) => admits(filters, year) && expected > 0) ?? null;
}

/** The parts of a region that may differ, the widest first. */
function regionsOf({ province, city, county }: Filters): FilingGroup[] {
	if (county.length > 0 || city.length === 1) return ['county'];
	return province.length === 1 ? ['city', 'county'] : ['province', 'city', 'county'];
}

/** How groups stand for one year: regions by the widest part in which they differ. */
export async function groupsOf(
	database: Database,
	filters: Filters,
	grouping: Grouping,
	year: number
): Promise<{ readonly group: FilingGroup; readonly rows: readonly GroupOfFilings[] }> {
	const candidates = grouping === 'region' ? regionsOf(filters) : [grouping];
	for (const [index, group] of candidates.entries()) {
		const rows = await filingsByGroup(database, filters, group, year);
		if (rows.length >= 2 || index === candidates.length - 1) return { group, rows };
	}
	throw new Error('no groups to choose from');
}
