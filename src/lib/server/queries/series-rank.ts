import { EDITIONS, variantsOf, type Series } from '../../form/index.ts';
import { SMALL_NUMBER } from './outcomes.ts';

/** What ranks by a series: its figure of a year, or how that changed on the year before. */
export const SERIES_RANKS = ['value', 'change', 'growth'] as const;
export type SeriesRank = (typeof SERIES_RANKS)[number];

/** How a question ranks. */
export interface SeriesRanking {
	readonly rank?: SeriesRank;
	readonly ascending?: boolean;
}

/** Which of the things that a series counts is due in a year; -1 where none is. */
function variantDue(series: Series, year: number): number {
	const due = EDITIONS.find(({ from, until }) => year >= from && year <= (until ?? year))?.code;
	return variantsOf(series).findIndex(({ forms }) => forms.some((form) => form === due));
}

/** Whether a series counts the same thing in a year and in the one before. */
export const sameAsBefore = (series: Series, year: number): boolean =>
	!series.broken || variantDue(series, year) === variantDue(series, year - 1);

/**
 * The SQL of what ranks, over a figure of the year and of the one before: null where either is not
 * known, and for a growth out of so few that it says little.
 */
export function rankOf(rank: SeriesRank, now: string, before: string): string {
	if (rank === 'value') return now;
	if (rank === 'change') return `(${now} - ${before})`;
	return `CASE WHEN ${before} >= ${SMALL_NUMBER} THEN (${now} - ${before}) / ${before} END`;
}
