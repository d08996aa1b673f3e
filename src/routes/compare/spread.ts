import type { SpreadFigure } from '$lib/chart/figure';
import type { SeriesByYear } from '$lib/server/queries';
import { dueForms, duePoint, editionRules, type Reader } from '../figures';
import { counted, list } from '../resting';

/** How the figures of each year spread; null where no year has any. */
export function spreadOf(
	answer: SeriesByYear,
	years: readonly number[],
	name: string,
	search: string,
	{ words }: Reader
): SpreadFigure | null {
	const { series, basis } = answer;
	if (years.every((year) => (duePoint(answer, year)?.median ?? null) === null)) return null;
	return {
		kind: 'spread',
		name,
		unit: series.unit,
		unitLabel: words.unit[series.unit],
		points: years.map((year) => {
			const point = duePoint(answer, year);
			if (!point) return { year, quantiles: null, reports: null, href: null };
			const { p10, p25, median, p75, p90 } = point;
			const known = p10 !== null && p25 !== null && median !== null && p75 !== null && p90 !== null;
			return {
				year,
				quantiles: known ? { p10, p25, median, p75, p90 } : null,
				reports: { all: point.reports, filled: point.filled },
				href: list(search, {
					...counted(basis),
					...dueForms(series, year, search),
					cell: series.address,
					year: String(year),
					figure: 'reported'
				})
			};
		}),
		rules: editionRules(years, words),
		medianLabel: words.compare.median,
		gapLabel: words.figure.gap
	};
}
