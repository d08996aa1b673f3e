const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
/** Keeps a day on one line. */
const SPACE = '\u00a0';

/** The year of a day, and its month and day where they are told: `2021-01-27`, `2021`. */
const partsOf = (when: string) => when.split('-').map(Number);

/** A day as Chinese officials write it: 2021 年 1 月 27 日. */
export const chineseDay = (when: string): string =>
	partsOf(when)
		.map((part, index) => `${part}${SPACE}${['年', '月', '日'][index] ?? ''}`)
		.join(SPACE);

/** A day in English: 27 January 2021. */
export function englishDay(when: string): string {
	const [year, month, day] = partsOf(when);
	return [day, month === undefined ? undefined : MONTHS[month - 1], year]
		.filter((part) => part !== undefined)
		.join(SPACE);
}
