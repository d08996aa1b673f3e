/**
 * How an organ stands with its report for one year:
 *
 * - `on_time`, `late`: filed, and first published by the day it was due, or after it
 * - `undated`: filed, and the day of publication is not known
 * - `unreadable`: a file is there, which could not be read or of whose tables no cell was
 * - `unresolved`: a report whose agency or year is not settled may be this one
 * - `missing`: nothing is there
 */
export const FILING_STATES = [
	'on_time',
	'late',
	'undated',
	'unreadable',
	'unresolved',
	'missing'
] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** The first year whose reports are due after the regulation of 2019, which sets no day for townships. */
export const REGULATION_OF_2019 = 2019;

/** Whether the day for a report is practice and not law: that of townships and subdistricts. */
export const dueByPractice = (
	{ level, kind }: { readonly level: string | null; readonly kind: string | null },
	year: number
): boolean =>
	year >= REGULATION_OF_2019 &&
	(level === 'township' || kind === 'township' || kind === 'subdistrict');

/** The states of a report that is there and was read. */
export const FILED_STATES: readonly FilingState[] = ['on_time', 'late', 'undated'];

/** Whether a letter asks about a report: it is not there, or came late. Of one without a day nothing is known. */
export const isAskedAbout = (
	state: FilingState
): state is Exclude<FilingState, 'on_time' | 'undated'> =>
	state !== 'on_time' && state !== 'undated';

/**
 * What a list of organs may be narrowed to: those with a state, those that filed at all, those from
 * whom a report is expected, and those who filed though none was (on no roster, or in another year).
 */
export const FILING_CHOICES = ['expected', 'filed', ...FILING_STATES, 'unexpected'] as const;
export type FilingChoice = (typeof FILING_CHOICES)[number];
