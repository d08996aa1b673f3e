import { APPLICANTS, type Measure } from '../../form/index.ts';
import type { Slot } from '../slot.ts';
import { keysOf, LABEL_LENGTH, labelKey } from './label.ts';
import { wholeLabels, type Row } from './row.ts';

/** What the columns of a table hold, from the left; null for a column that the form does not have. */
export type Order = readonly (Measure | null)[];

/** The names that a label holds and nothing else; several where spaces alone keep them apart. */
export function namesIn(label: string, names: readonly string[]): string[] {
	if (label.length > LABEL_LENGTH) return [];
	let rest = labelKey(label);
	const found: string[] = [];
	while (rest !== '') {
		const name = names.find((candidate) => rest.startsWith(candidate));
		if (name === undefined) return [];
		found.push(name);
		rest = rest.slice(name.length);
	}
	return found;
}

/** Whether a label is nothing but heads of the applicants' columns. */
export const isHead = (text: string, { start, end }: Slot) =>
	namesIn(text.slice(start, end), NAMES).length > 0;

/** Over the five applicants that are neither 自然人 nor 总计. */
const GROUP = '法人或其他组织';
const MEASURES = new Map(
	APPLICANTS.flatMap((measure) => keysOf(measure).map((key): [string, Measure] => [key, measure]))
);
/** Heads of columns that the form does not have and that stand among its own all the same. */
const ADDED = ['小计', '法人小计'];
const NAMES = [GROUP, ...MEASURES.keys(), ...ADDED];
/** Any name of a column, the longest first. */
const ANY_NAME = new RegExp(
	NAMES.toSorted((one, other) => other.length - one.length).join('|'),
	'g'
);
/** Applicants that a row of heads must name, and rows that must fit, for others to be left out. */
const LEAST = 5;

/** A head of a column: its name, or null for words that are none of the form's. */
type Head = string | null;

/**
 * What the columns of section 三 hold, as their heads tell: the form's order where the heads are not
 * all there; null where they stand in an order that cannot be followed.
 *
 * @param rows those above the table, and its first one, before whose label heads may stand too
 * @param table the rows of the table, whose sums bear an order out
 */
export function orderOfApplicants(
	text: string,
	rows: readonly Row[],
	table: readonly Row[]
): Order | null {
	const holds = ({ values, glued }: Row) => glued || values.some(({ figure }) => figure);
	const begin = rows.slice(0, -1).findLastIndex(holds) + 1;
	const near = rows.slice(begin);
	// They may stand above rows whose own labels were lost.
	const above = sequenceOf(text, near).length > 0 ? near : rows.map(withoutOwnLabel);
	const headed = above
		.map((row) => ({ row, heads: headsOf(text, row, row === rows.at(-1)) }))
		.filter(({ heads }) => heads.length > 0);
	// Where a head is a line, the heads of both rows stand in one sequence.
	const apart = (headed.length > 0 ? headed.map(({ row }) => row) : above).every(
		({ gaps }) => gaps === 'kept'
	);
	const heads = apart ? headed.map((one) => one.heads) : [sequenceOf(text, above)];
	if (!apart && isUpperRowFirst(heads.flat())) return null;
	const order = wholeRowOf(heads) ?? flat(heads);
	const named = order.filter((measure) => measure !== null);
	const figures = table.map(figuresOf);
	const widths = figures.map(({ length }) => length);
	const rows7 = widths.filter((width) => width === APPLICANTS.length).length;
	const fits = widths.filter((width) => width === order.length).length;
	const once = new Set(named).size === named.length;
	const all = named.length === APPLICANTS.length;
	const isPart = named.length >= LEAST && named.length === order.length;
	const borneOut = fits >= LEAST && fits > rows7;
	if (once && all && order.length === named.length) return borneOutBySums(order, figures);
	if (once && (all || isPart) && borneOut) return order;
	// Where cells are blank a row has as many figures as fewer columns would.
	const filled = table.filter(({ values }) => values.length === order.length).length;
	const isFilled = filled >= LEAST && filled * 2 > table.length;
	if (once && isUndivided(order) && borneOut && isFilled) return addingUp(order, figures);
	return isFormOrder(named) ? APPLICANTS : null;
}

/** A row that is not the last without the label of its figures; heads may stand before it. */
function withoutOwnLabel(row: Row, index: number, { length }: readonly Row[]): Row {
	const own = index < length - 1 && row.values.some(({ figure }) => figure);
	return own ? { ...row, labels: row.labels.slice(0, -1) } : row;
}

/** All names of columns in the words above a table, also of heads that wrap, in their order. */
function sequenceOf(text: string, rows: readonly Row[]): Head[] {
	const labels = rows
		.flatMap((row) => (row === rows.at(-1) ? row.labels.slice(0, -1) : row.labels))
		.map(({ start, end }) => (end - start > LABEL_LENGTH ? ' ' : text.slice(start, end)));
	const begun = labels.map(begunIn).find((names) => names.length > 0);
	return begun ?? labels.map(labelKey).join('').match(ANY_NAME) ?? [];
}

/** The names that the last words of a line begin, where all of them wrap: 科研机 自然 其 法律服. */
function begunIn(line: string): string[] {
	const names: string[] = [];
	for (const word of line.trim().split(/\s+/).reverse()) {
		const name = [...MEASURES.keys()].find((one) => one.startsWith(word) && !names.includes(one));
		if (name === undefined) break;
		names.unshift(name);
	}
	return names.length === APPLICANTS.length ? names : [];
}

/**
 * Whether the upper row of heads stands before the lower one, as lines of a page are printed: 自然人
 * then stands behind the group whether its column is the first or not.
 */
function isUpperRowFirst(heads: readonly Head[]): boolean {
	const [first, second, third] = heads;
	return first === GROUP && second === '自然人' && third !== undefined;
}

/** The heads in one row; where its cells are kept apart, also words among them that are none. */
function headsOf(text: string, { labels, gaps }: Row, isFirst: boolean): Head[] {
	const own = isFirst ? labels.slice(0, -1) : labels;
	const heads = wholeLabels(text, own).flatMap((label): Head[] => {
		const names = namesIn(label, NAMES);
		return names.length > 0 ? names : [null];
	});
	// A merged cell may stand in each of its columns, with the same words.
	const apart = heads.filter((head, index) => head === null || head !== heads[index - 1]);
	const known = gaps === 'kept' ? apart : apart.filter((head) => head !== null);
	const first = known.findIndex((head) => head !== null);
	return first === -1 ? [] : known.slice(first);
}

/** Whether the columns are those of all applicants, with or without 自然人 and the others together. */
function isUndivided(order: Order): boolean {
	const codes = order.map((measure) => measure?.code ?? null);
	return UNDIVIDED.some((columns) => columns.join() === codes.join());
}

const UNDIVIDED = [['total'], ['natural_person', 'total'], ['natural_person', null, 'total']];
const DIVIDED = new Set(
	APPLICANTS.filter(({ code }) => code !== 'natural_person' && code !== 'total').flatMap(keysOf)
);

/** Columns of which the last is the total of all others, unless most rows say otherwise. */
function addingUp(order: Order, rows: readonly (readonly number[])[]): Order | null {
	if (!order.includes(null)) return order;
	const whole = rows.filter((row) => row.length === order.length);
	const adding = whole.filter(
		(row) => row.reduce((sum, one) => sum + one, 0) === 2 * (row.at(-1) ?? 0)
	);
	return adding.length * 2 > whole.length ? order : null;
}

/** The heads of a row that names every column of the form, where merged cells are written out. */
function wholeRowOf(rows: readonly (readonly Head[])[]): Order | null {
	if (rows.length < 2) return null;
	const named = rows.map((heads) => heads.map((head) => MEASURES.get(head ?? '') ?? null));
	const whole = named.filter(
		(order) => order.length === APPLICANTS.length && APPLICANTS.every((one) => order.includes(one))
	);
	return whole.length === 1 ? (whole[0] ?? null) : null;
}

/** Heads over two rows as one: under 法人或其他组织 stand the applicants that are a part of it. */
function flat(rows: readonly (readonly Head[])[]): Order {
	const upper = rows.findIndex((heads) => heads.includes(GROUP));
	const heads = rows[upper] ?? [];
	const group = heads.indexOf(GROUP);
	const lower = rows.slice(upper + 1).flat();
	const behind = heads.slice(group + 1);
	const measures = (some: readonly Head[]) =>
		some.map((head) => (head === null ? null : (MEASURES.get(head) ?? null)));
	if (upper === -1) return measures(rows.flat());
	// Without heads below it the group is a column of its own, which the form does not have.
	const divided = lower.length > 0 || heads.some((head) => DIVIDED.has(head ?? ''));
	const isUpper = (head: Head) => lower.length > 0 || head === '总计' || head === '合计';
	return measures([
		...rows.slice(0, upper).flat(),
		...heads.slice(0, group),
		...(divided ? [] : [null]),
		...behind.filter((head) => !isUpper(head) && head !== '自然人'),
		...lower,
		...behind.filter((head) => isUpper(head) || head === '自然人')
	]);
}

function figuresOf({ values }: Row): number[] {
	const figures: number[] = [];
	for (const { figure } of values) if (figure) figures.push(figure.number);
	return figures;
}

/**
 * An order of all applicants, unless the rows add up in the form's and not in this one: the heads
 * of two rows may stand in one sequence. Null where some add up in each.
 */
function borneOutBySums(order: Order, rows: readonly (readonly number[])[]): Order | null {
	const at = order.findIndex((measure) => measure?.code === 'total');
	const form = APPLICANTS.length - 1;
	if (at === form) return order;
	const whole = rows.filter((row) => row.length === order.length && row.some((one) => one !== 0));
	const adding = (total: number) =>
		whole.filter((row) => row.reduce((sum, one) => sum + one, 0) === 2 * (row[total] ?? 0)).length;
	const [here, there] = [adding(at), adding(form)];
	if (there > here) return here === 0 ? APPLICANTS : null;
	return here > there || whole.length === 0 ? order : null;
}

function isFormOrder(named: readonly Measure[]): boolean {
	const numbers = named.map((measure) => APPLICANTS.indexOf(measure));
	return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? -1));
}
