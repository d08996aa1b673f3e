import { addressOf, EDITIONS, type Block, type Measure } from '../../form/index.ts';
import type { Column, ReadCells } from './cells.ts';
import { headsAt, isPlaced, type Heads } from './head.ts';
import { anyOf, keysOf, LABEL_LENGTH, labelKey } from './label.ts';
import { remembering } from '../remembering.ts';
import { isInOrder, reconsiderationFirst, repeatedOrder } from './remedies-order.ts';
import { place } from './place.ts';
import { contested, unordered } from './placing.ts';
import { spanOfRow, wholeRow, type Row } from './row.ts';

const SECTION = 'remedies';

const BLOCKS: readonly Block[] = EDITIONS.flatMap(({ sections }) =>
	sections.filter(({ code }) => code === SECTION).flatMap(({ blocks }) => blocks)
);

/** Rows between the header of section 四 and its figures; page breaks may stand between. */
const REACH = 12;

/** Rows above the one that tells section 四 in which 行政复议 and 行政诉讼 may stand. */
export const SIDES_ABOVE = 2;

/** Words of the header of section 四 that stand nowhere else in the form. */
const HEADER_KEYS = anyOf(
	BLOCKS.flatMap(({ items, measures }) => [
		...measures
			.filter(({ code }) => ['upheld', 'corrected', 'pending'].includes(code))
			.flatMap(keysOf),
		...items.filter(({ code }) => code !== 'reconsideration').flatMap(keysOf)
	])
);

/** Whether a row holds the header of section 四. */
export function isRemediesHeader(text: string, row: Row): boolean {
	return row.labels.some(
		({ start, end }) => end - start <= LABEL_LENGTH && isHeader(text.slice(start, end))
	);
}

const isHeader = remembering((label) => HEADER_KEYS.test(labelKey(label)));

/** The first row of section 四 among the rows; null where no header of it stands there. */
export function remediesStart(text: string, rows: readonly Row[]): number | null {
	const index = rows.findIndex((row) => isRemediesHeader(text, row));
	return index === -1 ? null : index;
}

/** Reads section 四: one row of figures under its header, or a row for each remedy. */
export function readRemedies(read: ReadCells, rows: readonly Row[]): void {
	const block = BLOCKS[0];
	const start = remediesStart(read.text, rows);
	if (!block || start === null) return;
	const near = rows.slice(start, start + REACH);
	if (readByRemedy(read, block, near)) return;
	const measures = measuresAbove(read.text, near, block);
	const width = block.items.length * measures.length;
	const isWhole = measures.some(({ code }) => code === 'total');
	const part = isWhole ? measures.length : 1;
	const at = figureRowIn(read.text, near, width);
	const glued = isWhole ? gluedIn(read.text, near[at], width) : null;
	const row = glued ?? wholeRow(read.text, near, at, width, part);
	if (!row) return;
	const columns = block.items.flatMap(({ code }) => columnsOf(measures, code));
	const above = near.slice(0, at);
	const sides = rows.slice(Math.max(0, start - SIDES_ABOVE), start + at);
	const heads = headsOf(read.text, above, row, block.items.length, measures);
	const ordered =
		reconsiderationFirst(read.text, sides) &&
		isInOrder(read.text, [...above, row], measures) &&
		isInOrder(read.text, [...above, row], block.items);
	const further = furtherTables(read.text, rows.slice(start + at + 1), width);
	const placings = [row, ...others(near, at, width), ...further]
		.map((one) => place(one, width, read.text, heads, part))
		.map((placing) => (ordered ? placing : unordered(placing)));
	const placing = contested(placings, spanOfRow(row));
	if (!placing) return;
	read.take(columns, placing, spanOfRow(row), '行政复议、行政诉讼');
}

function figureRowIn(text: string, rows: readonly Row[], width: number): number {
	return rows.findIndex(
		(row) => (isFigureRow(row, width) && !isLabelled(row)) || gluedIn(text, row, width)
	);
}

/**
 * The columns of each remedy as the heads name them: the form's, or in another order or without
 * totals, where the row below has a figure for each.
 */
function measuresAbove(text: string, rows: readonly Row[], block: Block): readonly Measure[] {
	const at = figureRowIn(text, rows, block.items.length * RESULTS);
	const row = rows[at];
	const order =
		row && repeatedOrder(text, [...rows.slice(0, at), row], block.measures, block.items.length);
	const measures = (order ?? []).flatMap((number) => block.measures[number] ?? []);
	const results = measures.filter(({ code }) => code !== 'total').length;
	const figures = row?.values.filter(({ kind }) => kind === 'figure').length;
	const isNamed = row && results === RESULTS && figures === measures.length * block.items.length;
	if (!isNamed || row.glued) return block.measures;
	const total = measures.findIndex(({ code }) => code === 'total');
	const contradicted = total !== -1 && !addsUpAt(row, total) && addsUpAt(row, RESULTS);
	return contradicted ? block.measures : measures;
}

/** Whether for each remedy the figure at a place is the sum of the others. */
function addsUpAt({ values }: Row, total: number): boolean {
	const numbers = values.flatMap(({ figure }) => (figure ? [figure.number] : []));
	const width = RESULTS + 1;
	return numbers.every((_, start) => {
		if (start % width !== 0) return true;
		const sum = numbers.slice(start, start + width).reduce((one, other) => one + other, 0);
		return sum === 2 * (numbers[start + total] ?? 0);
	});
}

/** Results that a remedy may have, besides their total. */
const RESULTS = 4;

/** Further whole rows of figures, as of another year or agency, right below the first. */
function others(rows: readonly Row[], at: number, width: number): Row[] {
	const below = rows.slice(at + 1);
	const end = below.findIndex(({ values }) => values.length < width);
	return below.slice(0, end === -1 ? undefined : end);
}

/** The digits of all columns run together in one word, which stands alone below the heads. */
function gluedIn(text: string, row: Row | undefined, width: number): Row | null {
	const at = row?.labels.findIndex(
		({ start, end }) => end - start >= width && /^[-－\d０-９]+$/.test(text.slice(start, end))
	);
	const slot = row?.labels[at ?? -1];
	if (!row || !slot) return null;
	return { ...row, labels: row.labels.slice(0, at), values: [slot], gaps: 'lost', glued: true };
}

/** The whole rows of figures of further tables of section 四, each below a header of its own. */
function furtherTables(text: string, rows: readonly Row[], width: number): Row[] {
	let reach = 0;
	return rows.filter((row) => {
		if (isRemediesHeader(text, row)) reach = REACH;
		reach -= 1;
		return reach >= 0 && row.values.length === width && !isLabelled(row);
	});
}

/** The heads of all columns, in order; null where the header above does not show them all. */
function headsOf(
	text: string,
	above: readonly Row[],
	row: Row,
	times: number,
	measures: readonly Measure[]
): Heads | null {
	const table = row.grid?.table;
	if (table === undefined) return null;
	const keys = measures.map(keysOf);
	const slots = above
		.filter(({ grid }) => grid?.table === table)
		.flatMap(({ labels }) => labels)
		.filter(isPlaced)
		.map(({ start, end, area }) => ({ area, key: labelKey(text.slice(start, end)) }))
		.filter(({ key }) => keys.some((words) => words.includes(key)))
		.sort((one, other) => one.area.column - other.area.column);
	const whole =
		slots.length === times * keys.length &&
		slots.every(({ key }, index) => keys[index % keys.length]?.includes(key));
	const areas = slots.map(({ area }) => area);
	return whole ? headsAt(table, areas) : null;
}

function columnsOf(measures: readonly Measure[], item: string): Column[] {
	return measures.map(({ code, unit }) => ({
		address: addressOf(SECTION, item, code),
		unit,
		headUnit: 'none'
	}));
}

function isFigureRow(row: Row, width: number): boolean {
	const figures = row.values.filter(({ kind }) => kind === 'figure').length;
	return figures > 1 || row.glued || (row.labels.length === 0 && row.values.length >= width);
}

const isLabelled = ({ meaning }: Row) =>
	meaning?.role === 'item' && !['total', 'outcomes_total'].includes(meaning.item);

/** Reads a table with a row for each remedy; false where it is none. */
function readByRemedy(read: ReadCells, block: Block, rows: readonly Row[]): boolean {
	const width = block.measures.length;
	const found = block.items.flatMap((item) => {
		const row = rows.find(
			({ meaning, values }) =>
				meaning?.role === 'item' &&
				meaning.item === item.code &&
				values.some(({ figure }) => figure)
		);
		return row && place(row, width, read.text).verdict === 'exact' ? [{ item, row }] : [];
	});
	if (found.length < 2) return false;
	for (const { item, row } of found) {
		const placing = place(row, width, read.text);
		read.take(columnsOf(block.measures, item.code), placing, spanOfRow(row), item.label.zh);
	}
	return true;
}
