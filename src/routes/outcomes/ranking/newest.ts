import { seriesOf } from '$lib/form';
import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { outcomesByYear, remedyAddress, type Basis } from '$lib/server/queries';
import { newestOf, yearBasis } from '../newest';
import type { Parameters } from './parameters';

/** The year that is ranked, those that may be chosen, and what that year's ranking rests on. */
export async function rankedYear(
	database: Database,
	filters: Filters,
	{ of, at }: Pick<Parameters, 'of' | 'at'>
): Promise<{ year: number | null; years: readonly number[]; basis: Basis }> {
	const cells =
		of === 'outcomes'
			? []
			: (seriesOf(remedyAddress(of, 'total'))?.parts.flatMap(({ addresses }) => addresses) ?? []);
	const byYear = await outcomesByYear(database, filters, cells);
	const newest =
		of === 'outcomes'
			? newestOf(byYear)
			: byYear.years.findLast(({ sums }) => cells.some((address) => (sums[address] ?? 0) > 0));
	const year = at ?? newest?.year ?? null;
	return {
		year,
		years: byYear.years.map((row) => row.year),
		basis: year === null ? byYear.basis : yearBasis(byYear, year)
	};
}
