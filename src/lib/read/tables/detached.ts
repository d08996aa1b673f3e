import { APPLICANTS } from '../../form/index.ts';
import { labelKey, meaningOf } from './label.ts';
import { isHead } from './order.ts';
import type { Row } from './row.ts';
import type { Slot } from '../slot.ts';

/**
 * Figures of section 三 on lines of their own, as a PDF reader prints them above or below a label
 * that wraps: which label is theirs is told by where the others stand.
 */

/** Figures that make a row one of the table, if not a whole one. */
export const SOME = 3;

/** Rows by item, as section 三 keeps them. */
type Found = Map<string, Row[]>;

const figuresIn = ({ values }: Row) => values.filter(({ kind }) => kind === 'figure').length;

/**
 * Figures right above the first label of the table, at an index: each line of figures stands above
 * its own label. Words above them may be pieces of heads that wrap.
 */
export function isDetached(text: string, rows: readonly Row[], index: number): boolean {
	const from = rows.slice(0, index).findLastIndex(({ labels }) => labels.length > 0);
	const above = rows.slice(Math.max(0, from), index);
	const figures = above.reduce((sum, row) => sum + figuresIn(row), 0);
	if (above.length === 0 || above.some(({ gaps }) => gaps === 'kept') || isNumbered(above)) {
		return false;
	}
	const { labels = [], meaning = null } = above[0] ?? {};
	const last = labels.at(-1);
	const headed = !last || isHead(text, last);
	if (headed) return figures >= APPLICANTS.length - 1;
	const first = rows[index];
	const begins = first?.meaning?.role === 'item' && first.meaning.item === 'received';
	const alone = begins && first.labels.every((label) => !isHead(text, label));
	const isItem = meaning?.role === 'item' && !HEADS_TOO.has(meaning.item);
	const named = isItem || (meaning === null && isLikeFirst(text, last));
	return figures >= SOME && !named && alone;
}

/** Rows whose label also heads a column: 其他, 总计. */
const HEADS_TOO: ReadonlySet<string> = new Set(['other', 'other_other', 'outcomes_total']);

/** Whether words may be the first label of section 三, with slips. */
function isLikeFirst(text: string, { start, end }: Slot): boolean {
	const key = labelKey(text.slice(start, end));
	const shared = [...FIRST_LABEL].filter((character) => key.includes(character));
	return shared.length * 2 >= FIRST_LABEL.length;
}

const FIRST_LABEL = labelKey('本年新收政府信息公开申请数量');

/** Whether figures are the numbers of the columns: 1, 2, 3 and so on. */
function isNumbered(rows: readonly Row[]): boolean {
	const figures = rows.flatMap(({ values }) => values.flatMap(({ figure }) => figure ?? []));
	return figures.every(({ number }, index) => number === index + 1);
}

/** Whether a row's figures stand on a line below its label. */
function isBelowLabel(text: string, { labels, values }: Row): boolean {
	const [label, value] = [labels.at(-1), values[0]];
	return Boolean(label && value && text.slice(label.end, value.start).includes('\n'));
}

/** The items of rows that are placed, by where their figures begin. */
const placesOf = (found: Found) =>
	new Map([...found].map(([item, [row]]) => [row?.values[0]?.start, item]));

/**
 * Where figures without a label have no place in the order, figures on lines of their own may stand
 * above their labels: the row behind may have those instead of its own, and so on with each row
 * whose figures stand below its label.
 */
export function contestWithOrphans(text: string, rows: readonly Row[], found: Found): void {
	const placed = placesOf(found);
	let above: Row | null = null;
	for (const row of rows) {
		if (row.values.length === 0) continue;
		const item = placed.get(row.values[0]?.start);
		if (item === undefined) {
			above = row.labels.length === 0 && figuresIn(row) >= SOME ? row : null;
			continue;
		}
		const contested: boolean = above !== null && isBelowLabel(text, row);
		if (contested && above) found.set(item, [...(found.get(item) ?? []), above]);
		above = contested ? row : null;
	}
}

/**
 * Rows broken by a page's end: the label with cells that are all blank, and below it the figures
 * without a label. They are one where no row of the form stands between that label and the next;
 * else the figures may be those of a row whose label is lost, and are nobody's.
 *
 * @param orders the items of section 三 in the order of each edition
 * @returns the rows without those figures
 */
export function joinBroken(
	rows: readonly Row[],
	found: Found,
	orders: readonly (readonly string[])[],
	isWhole: (row: Row) => boolean
): readonly Row[] {
	const placed = placesOf(found);
	const filled = rows.filter(({ values }) => values.length > 0);
	const apart = new Set<Row>();
	filled.forEach((row, index) => {
		const item = placed.get(row.values[0]?.start);
		const below = filled[index + 1];
		if (item === undefined || !isEmptied(row) || !below) return;
		if (below.labels.length > 0 || below.gaps !== 'kept' || !isWhole(below)) return;
		apart.add(below);
		const next = placed.get(filled[index + 2]?.values[0]?.start);
		const follows = orders.some((items) => items[items.indexOf(item) + 1] === next);
		if (follows) found.set(item, [{ ...below, labels: row.labels, meaning: row.meaning }]);
	});
	return rows.filter((row) => !apart.has(row));
}

/** Whether a row's cells are all blank. */
const isEmptied = ({ gaps, values }: Row) =>
	gaps === 'kept' && values.every(({ kind }) => kind === 'empty' || kind === 'blank');

/** Lines over which one label may wrap. */
const WRAPS = 4;

/** Rows whose label is also a group's, or a column's. */
const GROUPS: ReadonlySet<string> = new Set(['other', 'other_other']);

/** How many rows of the form some labels name, each over as many lines as it may wrap. */
function rowsNamed(text: string, rows: readonly Row[]): number {
	const labels = rows.flatMap((row) => row.labels.map(({ start, end }) => text.slice(start, end)));
	let count = 0;
	for (let at = 0; at < labels.length; at += 1) {
		for (let lines = 1; lines <= WRAPS && at + lines <= labels.length; lines += 1) {
			const meaning = meaningOf(labels.slice(at, at + lines).join(''));
			if (meaning?.role !== 'item' || meaning.section !== 'applications') continue;
			if (!GROUPS.has(meaning.item)) count += 1;
			at += lines - 1;
			break;
		}
	}
	return count;
}

/** Whether a row's figures are one line, and no other words stand on it. */
function isLineOfItsOwn(text: string, row: Row): boolean {
	const [first, last] = [row.values[0], row.values.at(-1)];
	if (!first || !last || row.values.length < SOME || !isBelowLabel(text, row)) return false;
	return !text.slice(first.start, last.end).includes('\n');
}

/**
 * Leaves out rows whose figures stand on a line of their own between two labels that have no others:
 * they may be those of the label above or of the one below. A line that can only be one of the
 * label above, since the next row has figures beside its own label, tells it of them all.
 */
export function dropUndirected(text: string, rows: readonly Row[], found: Found): void {
	const placed = placesOf(found);
	const itemAt = (row: Row | undefined) => placed.get(row?.values[0]?.start);
	const filled = rows.flatMap((row, at) => (row.values.length > 0 ? [at] : []));
	const undirected: string[] = [];
	let open = false;
	for (const [index, at] of [...filled.entries()].reverse()) {
		const row = rows[at] as Row;
		const item = itemAt(row);
		if (item === undefined || !isLineOfItsOwn(text, row)) {
			open = false;
			continue;
		}
		const next = filled[index + 1] ?? rows.length;
		const follower = rows[next];
		const isNamed = follower?.meaning?.role === 'item' || itemAt(follower) !== undefined;
		const between = rowsNamed(text, rows.slice(at + 1, next + 1)) - (isNamed ? 1 : 0);
		const beside = isNamed && follower !== undefined && !isLineOfItsOwn(text, follower);
		if (between <= 0 && beside) return;
		open ||= between > 0;
		if (open) undirected.push(item);
	}
	for (const item of undirected) found.delete(item);
}
