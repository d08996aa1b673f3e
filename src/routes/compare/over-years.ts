import { full } from '$lib/chart/number';
import { addsOverYears } from '$lib/form';
import type { SeriesByYear } from '$lib/server/queries';
import type { Reader } from '../figures';
import { counted, list } from '../resting';
import { yearsSaid, yearValues } from '../year-values';

/** What the years of a page add up to, with the list of the reports; or why they are not added. */
export interface OverYears {
	readonly text: string;
	/** The sum itself; null where there is none. */
	readonly sum: { readonly text: string; readonly href: string } | null;
}

/** Decimals of an amount, so that a sum of many is as exact as its parts. */
const DECIMALS = 6;

/** Whether all figures of all years count the same thing. */
const isOneThing = ({ series, byVariant }: SeriesByYear) =>
	!series.broken ||
	new Set(byVariant.flatMap(({ variant, filled }) => (filled > 0 ? [variant] : []))).size === 1;

/**
 * The sum over the years of a series, of one scope and one level: null where fewer than two years
 * have a figure, or those of one may not be added.
 */
export function overYears(
	answer: SeriesByYear,
	search: string,
	{ words }: Reader
): OverYears | null {
	const { series, basis } = answer;
	const filled = answer.points.filter((point) => point.filled > 0);
	if (filled.length < 2 || basis.level === null) return null;
	if (!isOneThing(answer)) return { text: words.compare.editionsNotAdded, sum: null };
	const totals = filled.flatMap(({ total }) => total ?? []);
	if (totals.length < filled.length) return null;
	if (!addsOverYears(series)) return { text: words.compare.stocksNotAdded, sum: null };
	const years = filled.map(({ year }) => year);
	const sum = totals.reduce((whole, total) => whole + total, 0);
	const reports = filled.reduce((whole, point) => whole + point.filled, 0);
	return {
		text: words.compare.overYears(yearsSaid(years, words), reports),
		sum: {
			text: `${full(Number(sum.toFixed(DECIMALS)))} ${words.unit[series.unit]}`,
			href: list(search, {
				...counted(basis),
				...{ cell: series.address, figure: 'reported', year: yearValues(years) }
			})
		}
	};
}
