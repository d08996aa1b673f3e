import { seriesOf } from '$lib/form';
import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import {
	outcomesByYear,
	remedyAddress,
	remedyForms,
	type Basis,
	type OutcomesByYear
} from '$lib/server/queries';
import { handledOf, newestOf, yearsBasis } from '../newest';
import type { List, Parameters } from './parameters';

/** The years that a ranking is of, and what it rests on. */
export interface RankedYears {
	/** Those whose reports are added, oldest first; none where nothing tells. */
	readonly years: readonly number[];
	/** Those that the filters admit, of which one may be chosen. */
	readonly admitted: readonly number[];
	/** Those that all together are: see `addedYears`. */
	readonly all: readonly number[];
	readonly basis: Basis;
}

/**
 * The years that may be added: of outcomes those from the first that has any, of cases those whose
 * due edition counts them as that of the newest does.
 */
function addedYears({ years }: OutcomesByYear, of: List, form: readonly string[]): number[] {
	const formsOf = (year = 0) => (of === 'outcomes' ? '' : remedyForms(of, year, form).join());
	const newest = formsOf(years.at(-1)?.year);
	const first = years.findIndex((row) =>
		of === 'outcomes' ? handledOf(row) !== null : formsOf(row.year) === newest
	);
	return first < 0 ? [] : years.slice(first).map(({ year }) => year);
}

/** The years that are ranked, those that may be chosen, and what the ranking rests on. */
export async function rankedYears(
	database: Database,
	filters: Filters,
	{ of, at }: Pick<Parameters, 'of' | 'at'>
): Promise<RankedYears> {
	const cells =
		of === 'outcomes'
			? []
			: (seriesOf(remedyAddress(of, 'total'))?.parts.flatMap(({ addresses }) => addresses) ?? []);
	const byYear = await outcomesByYear(database, filters, cells);
	const newest =
		of === 'outcomes'
			? newestOf(byYear)
			: byYear.years.findLast(({ sums }) => cells.some((address) => (sums[address] ?? 0) > 0));
	const all = addedYears(byYear, of, filters.form);
	const one = at ?? newest?.year ?? null;
	const years = one === 'all' ? all : one === null ? [] : [one];
	return {
		...{ years, all },
		admitted: byYear.years.map(({ year }) => year),
		basis: yearsBasis(byYear, years)
	};
}
