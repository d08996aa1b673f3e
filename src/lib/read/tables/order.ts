import { APPLICANTS, type Measure } from '../../form/index.ts';
import type { Slot } from '../slot.ts';
import { keysOf, LABEL_LENGTH, labelKey } from './label.ts';
import type { Row } from './row.ts';

/** The names that a label holds and nothing else; several where spaces alone keep them apart. */
export function namesIn(text: string, { start, end }: Slot, names: readonly string[]): string[] {
	if (end - start > LABEL_LENGTH) return [];
	let rest = labelKey(text.slice(start, end));
	const found: string[] = [];
	while (rest !== '') {
		const name = names.find((candidate) => rest.startsWith(candidate));
		if (name === undefined) return [];
		found.push(name);
		rest = rest.slice(name.length);
	}
	return found;
}

/** Over the five applicants that are neither 自然人 nor 总计. */
const GROUP = '法人或其他组织';
const MEASURES = new Map(
	APPLICANTS.flatMap((measure) => keysOf(measure).map((key): [string, Measure] => [key, measure]))
);
const NAMES = [GROUP, ...MEASURES.keys()];

/**
 * The applicants in the order in which their heads stand: the form's where its heads stand over two
 * rows, 总计 maybe in the upper one, or where they are not all there; null where the order is in doubt.
 *
 * @param rows those above the table, and its first one, before whose label heads may stand too
 */
export function orderOfApplicants(text: string, rows: readonly Row[]): readonly Measure[] | null {
	const begin = rows.slice(0, -1).findLastIndex(({ values }) => values.some((o) => o.figure)) + 1;
	const names = rows
		.slice(begin)
		.flatMap(({ labels }) => labels.flatMap((label) => namesIn(text, label, NAMES)));
	const named = [...new Set(names.flatMap((name) => MEASURES.get(name) ?? []))];
	if (named.length < APPLICANTS.length) return APPLICANTS;
	const group = names.indexOf(GROUP);
	const beforeGroup = names.slice(0, group === -1 ? undefined : group);
	const numbers = named.map((measure) => APPLICANTS.indexOf(measure));
	const parts = numbers.filter((number) => number < APPLICANTS.length - 1);
	const inOrder = parts.every((number, index) => number === index);
	if (!inOrder || !beforeGroup.includes('自然人')) return group === -1 ? named : null;
	return numbers[0] === 0 ? APPLICANTS : named;
}

/** Whether heads above some rows stand in the order of the form, once or several times over. */
export function isInOrder(
	text: string,
	rows: readonly Row[],
	measures: readonly Measure[]
): boolean {
	const keys = measures.map(keysOf);
	const numbers = rows
		.flatMap(({ labels }) => labels)
		.flatMap((label) => namesIn(text, label, keys.flat()))
		.map((name) => keys.findIndex((words) => words.includes(name)));
	const whole = numbers.length % measures.length === 0;
	return !whole || numbers.every((number, index) => number === index % measures.length);
}
