import type { Unit } from '../form/index.ts';

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
