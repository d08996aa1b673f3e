/**
 * The formats that have a number and no code of their own (ECMA-376 part 1, 18.8.30). Those of
 * dates, times and East Asian calendars are left out: what they show is no figure.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
	[0, 'General'],
	[1, '0'],
	[2, '0.00'],
	[3, '#,##0'],
	[4, '#,##0.00'],
	[9, '0%'],
	[10, '0.00%'],
	[37, '#,##0;-#,##0'],
	[38, '#,##0;-#,##0'],
	[39, '#,##0.00;-#,##0.00'],
	[40, '#,##0.00;-#,##0.00'],
	[41, '#,##0'],
	[42, '#,##0'],
	[43, '#,##0.00'],
	[44, '#,##0.00'],
	[49, '@']
]);

/** The code of a built-in format; null for those that show no plain number. */
export function builtInFormat(id: number): string | null {
	return BUILT_IN.get(id) ?? null;
}

/** One section of a format that shows a plain number. */
interface Section {
	readonly before: string;
	readonly after: string;
	readonly grouped: boolean;
	/** Decimals that are always shown, and that are shown at most. */
	readonly least: number;
	readonly most: number;
	/** True where it shows nothing but words, or nothing at all. */
	readonly wordsOnly: boolean;
}

/** Signs that a section may hold besides its digits, and that show as they are. */
const LITERAL = String.raw`"[^"]*"|\\.|[-+()（）\s¥￥$%％]|[^\x00-\x7f]`;
const SECTION = new RegExp(
	`^(?<before>(?:${LITERAL})*)(?<digits>[#?0,]*(?:\\.[#?0]*)?)(?<after>(?:${LITERAL})*)$`
);
/** Colours, places and languages, and what only keeps room. */
const NO_SHOW =
	/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+|\$-[\da-f]+)\]|_.|\*./gi;

/**
 * A number as a sheet shows it, as far as that is a plain number: rounded as its format asks, with
 * the words of the format around. A zero is 0 even where the format shows a dash for it: the cell
 * holds a figure. Null where the format scales the number, writes it as a date or in another script,
 * or is not understood.
 *
 * @param written the number as the file has it, such as 20.499999999999996
 */
export function shownNumber(written: string, code: string | null): string | null {
	const number = Number(written);
	if (written.trim() === '' || !Number.isFinite(number) || code === null) return null;
	if (/^(?:general|g\/通用格式|@)$/i.test(code.trim())) return plain(number);
	const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(sectionOf);
	const [first, second, third] = sections;
	const section = number < 0 ? (second ?? first) : number === 0 ? (third ?? first) : first;
	if (!section || !first || sections.length > 4) return null;
	if (section.wordsOnly) {
		if (first.wordsOnly) return first.before;
		return number === 0 ? '0' : null;
	}
	return inSection(number, section);
}

function sectionOf(code: string): Section | null {
	const found = SECTION.exec(code.replace(NO_SHOW, ''))?.groups;
	if (!found) return null;
	const { before = '', digits = '', after = '' } = found;
	const [whole = '', decimals = ''] = digits.split('.');
	// A comma at the end divides by a thousand.
	if (whole.endsWith(',')) return null;
	return {
		before: words(before),
		after: words(after),
		grouped: whole.includes(','),
		least: decimals.replace(/[^0]/g, '').length,
		most: decimals.length,
		wordsOnly: digits === ''
	};
}

const words = (code: string) =>
	code.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, single?: string) => quoted ?? single ?? '');

function inSection(number: number, section: Section): string {
	const percent = /[%％]/.test(section.before + section.after);
	const size = rounded(Math.abs(percent ? number * 100 : number), section.most);
	const [whole = '', decimals = ''] = size.split('.');
	let kept = decimals.length;
	while (kept > section.least && decimals[kept - 1] === '0') kept -= 1;
	const grouped = section.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
	const shown = kept > 0 ? `${grouped}.${decimals.slice(0, kept)}` : grouped;
	const sign = number < 0 && Number(size) !== 0 ? '-' : '';
	const around = (literal: string) => literal.replace(/[-+()（）\s]/g, '');
	return `${around(section.before)}${sign}${shown}${around(section.after)}`;
}

/** A number that is not negative, rounded half up to some decimals as people round. */
function rounded(number: number, decimals: number): string {
	const exact = plain(number);
	if (exact.includes('e')) return number.toFixed(decimals);
	const whole = Math.round(Number(`${exact}e${decimals}`));
	return (whole / 10 ** decimals).toFixed(decimals);
}

/** A number in the fifteen digits that a sheet keeps. */
function plain(number: number): string {
	return String(Number(number.toPrecision(15)));
}
