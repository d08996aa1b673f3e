import { dueByPractice } from '$lib/form';

/** A report that was published on some day, and who filed it. */
interface Filed {
	readonly year: number | null;
	readonly level: string | null;
	readonly kind: string | null;
	readonly publishedOn: string | null;
}

export type Filing = 'in_time' | 'late' | 'after_custom' | 'not_told' | 'unknown';

/**
 * Whether a report came in time; days compare as `YYYY-MM-DD`.
 *
 * @param due the days by which the agency was to report, by year
 */
export function filingOf(report: Filed, due: ReadonlyMap<number, string>): Filing {
	const { year, publishedOn } = report;
	if (publishedOn === null) return 'unknown';
	const day = year === null ? undefined : due.get(year);
	if (year === null || day === undefined) return 'not_told';
	if (publishedOn <= day) return 'in_time';
	return dueByPractice(report, year) ? 'after_custom' : 'late';
}
