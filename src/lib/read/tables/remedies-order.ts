import type { Item } from '../../form/index.ts';
import { keysOf } from './label.ts';
import { namesIn } from './order.ts';
import { wholeLabels, type Row } from './row.ts';

/** The two sides of section 四. */
const SIDES = ['行政复议', '行政诉讼'];

/** Whether 行政复议 stands before 行政诉讼 in some rows, or neither does. */
export function reconsiderationFirst(text: string, rows: readonly Row[]): boolean {
	const names = rows.flatMap(({ labels }) =>
		wholeLabels(text, labels).flatMap((label) => namesIn(label, SIDES))
	);
	return names.length === 0 || names[0] === SIDES[0];
}

/** Whether heads stand in the order of the form, once or several times over, or not all. */
export function isInOrder(
	text: string,
	rows: readonly Row[],
	named: readonly Pick<Item, 'label' | 'variants'>[]
): boolean {
	const numbers = numbersIn(text, rows, named);
	const whole = numbers.length > 0 && numbers.length % named.length === 0;
	return !whole || numbers.every((number, index) => number === index % named.length);
}

/**
 * The heads that stand a number of times over in one order, as their places in the form; null where
 * they do not.
 */
export function repeatedOrder(
	text: string,
	rows: readonly Row[],
	named: readonly Pick<Item, 'label' | 'variants'>[],
	times: number
): number[] | null {
	const numbers = numbersIn(text, rows, named);
	const size = numbers.length / times;
	const order = numbers.slice(0, size);
	const repeated = numbers.every((number, index) => number === order[index % size]);
	return Number.isInteger(size) && repeated && new Set(order).size === size ? order : null;
}

/** The heads among the labels of some rows, as their places in the form. */
function numbersIn(
	text: string,
	rows: readonly Row[],
	named: readonly Pick<Item, 'label' | 'variants'>[]
): number[] {
	const keys = named.map(keysOf);
	const all = keys.flat();
	return rows
		.flatMap(({ labels }) => wholeLabels(text, labels))
		.flatMap((label) => namesIn(label, all))
		.map((name) => keys.findIndex((words) => words.includes(name)));
}
