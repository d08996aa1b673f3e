import type { Language, Unit } from '../form/index.ts';

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const AVERAGE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const FULL = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const ROUNDED = new Intl.NumberFormat('en-US', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2
});

/** A figure as tables show it: thousands separated, every decimal that was reported. */
export const full = (value: number): string => FULL.format(value);

/** A whole number with its thousands separated. */
export const count = (value: number): string => COUNT.format(value);

/** A file's size, in the unit that leaves a few digits. */
export function size(bytes: number): string {
	if (bytes < 1_024) return `${bytes} B`;
	if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
	return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** A figure as charts show it: amounts in 万元 to two decimals, counts whole, means to one decimal. */
export function short(value: number, unit: Unit): string {
	if (unit === 'wan_yuan' && value !== 0) return ROUNDED.format(value);
	return Number.isInteger(value) ? COUNT.format(value) : AVERAGE.format(value);
}

/** A share between 0 and 1 as a percentage with one decimal. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** A share of a whole; null where the whole is zero. */
export const shareOf = (part: number, whole: number): number | null =>
	whole === 0 ? null : part / whole;

/** The values that are known, added; null where none is. */
export function addKnown(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** A figure as it fits where there is little room: 4.12万 for 41,203 in Chinese, else 41.2k. */
export function compact(value: number, unit: Unit, language: Language): string {
	const size = Math.abs(value);
	const [great, small] = language === 'zh' ? [1e8, 1e4] : [1e6, 1e3];
	if (size >= great) return `${(value / great).toPrecision(3)}${language === 'zh' ? '亿' : 'M'}`;
	if (size >= 1e4) return `${(value / small).toPrecision(3)}${language === 'zh' ? '万' : 'k'}`;
	return unit === 'wan_yuan' && size < 100 ? short(value, unit) : COUNT.format(value);
}

/** Width of a figure in 12 px type: Chinese characters are as wide as the type is high. */
export const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7), 0);
