import { count } from '../../chart/number.ts';

/** A number with its noun: “1 report”, “2,000 reports”. */
export const plural = (n: number, one: string, many = `${one}s`) =>
	`${count(n)} ${n === 1 ? one : many}`;
