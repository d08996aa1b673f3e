import type { Span } from '../../form/index.ts';
import type { Figure } from '../figure.ts';
import { inOrder, mayBeMerged, underHeads, type Heads } from './head.ts';
import type { Row } from './row.ts';
import { slotAt, type Slot } from '../slot.ts';

/** A slot for each column; null for a column without one. */
export type Columns = readonly (Slot | null)[];

/**
 * Where the figures of one row stand: a slot for each column, null for a column that the row has
 * no certain slot for.
 *
 * - `exact`: as many cells as columns
 * - `short`: fewer; a column has a slot only where every admissible placing agrees
 * - `long`: more; no column has a slot unless all figures are equal
 */
export interface Placing {
	readonly verdict: 'exact' | 'short' | 'long';
	readonly columns: Columns;
	/** All that stands in a row that could not be placed; null where it was, or nothing stands. */
	readonly unplaced: Span | null;
	/** Every admissible way of placing the slots, where the form's sums may tell which is right. */
	readonly ways: readonly Columns[];
}

/**
 * Places the slots behind a row's label under the columns of its table: by its heads, where the
 * format gives a grid and the row agrees with it, else by their order.
 *
 * @param part columns of which the last is the total of the others
 */
export function place(
	row: Row,
	width: number,
	text: string,
	heads: Heads | null = null,
	part = width
): Placing {
	if (row.glued) return placeGlued(row, width, text, part);
	return (row.grid && placeOnGrid(row, width, heads)) ?? placeInOrder(row, width);
}

/** Null where the grid does not settle the row and its cells' order may. */
function placeOnGrid(row: Row, width: number, heads: Heads | null): Placing | null {
	const ofTable = heads?.table === row.grid?.table ? heads : null;
	const ordered = !ofTable || inOrder(ofTable);
	const cells = row.values.length;
	const full =
		cells === width &&
		row.values.every(({ kind, area }) => kind === 'figure' && (area?.rows ?? 1) === 1);
	const under = ofTable && underHeads(row, ofTable);
	if (!ordered) return short(agreeing(row.values, under?.columns ?? [], width));
	if (under && !under.merged) return { ...exact([]), columns: under.columns };
	if (full) return exact(row.values);
	if (under) return short(under.columns);
	if (ofTable && cells === width + 1 && row.values[0]?.area?.column === ofTable.areas[0]?.column)
		return placeSurplus(row.values, width, row.gaps);
	return mayBeMerged(row) ? short(nothing(width)) : null;
}

/**
 * Heads out of the form's order are a table of its own, or spans that contradict each other:
 * certain is what stands under its head and in its order too.
 */
function agreeing(values: readonly Slot[], columns: Columns, width: number): Columns {
	if (values.length !== width) return nothing(width);
	return values.map((slot, index) => (slot === columns[index] ? slot : null));
}

function placeInOrder(row: Row, width: number): Placing {
	const written = row.values.filter(({ kind }) => kind !== 'empty');
	const spoken = written.filter(({ kind }) => kind !== 'blank');
	if (spoken.length === 0) return placeBlanks(row.values, written, width);
	if (spoken.length === width && contiguous(row.values, spoken)) {
		return endsInWords(spoken, width) ? wordsOrShort(spoken, width) : exact(spoken);
	}
	const core = coreOf(row.values, width);
	if (opensBlank(core, width)) return among(runsOf(core.slice(1), width), 1);
	const leading = row.values.indexOf(core[0] as Slot);
	if (core.length === width) {
		const mayEndEarlier = leading > 0 && core.at(-1)?.kind === 'text';
		if (!mayEndEarlier) return exact(core);
		return among([core, row.values.slice(leading - 1, leading - 1 + width)]);
	}
	if (core.length > width) return placeSurplus(core, width, row.gaps);
	if (row.gaps === 'lost') return { ...short(nothing(width)), ways: waysOf(core, width) };
	if (leading > 0) return placeShort(core, width, leading);
	return placeFromFirst(row.values, core, width);
}

/** Whether words stand in the place of a total: the cell's own, or a remark behind a short row. */
const endsInWords = (spoken: readonly Slot[], width: number) =>
	width >= WITH_TOTAL && spoken.at(-1)?.kind === 'text' && spoken.at(-2)?.kind === 'figure';

function wordsOrShort(spoken: readonly Slot[], width: number): Placing {
	return among([spoken, ...waysOf(spoken.slice(0, -1), width)]);
}

const nothing = (width: number): null[] => Array.from({ length: width }, () => null);

function exact(columns: Columns): Placing {
	return { verdict: 'exact', columns, unplaced: null, ways: [] };
}

function short(columns: Columns): Placing {
	return { verdict: 'short', columns, unplaced: null, ways: [] };
}

/** A short row of which is certain what all ways of placing it agree on. */
function among(ways: readonly Columns[], nearest = 0): Placing {
	return { ...short(agreed(ways, nearest)), ways };
}

function contiguous(values: readonly Slot[], spoken: readonly Slot[]): boolean {
	const first = values.indexOf(spoken[0] as Slot);
	return values[first + spoken.length - 1] === spoken.at(-1);
}

/** From the first written slot to the last, without the written blanks that trail a full row. */
function coreOf(values: readonly Slot[], width: number): readonly Slot[] {
	const first = values.findIndex(({ kind }) => kind !== 'empty');
	let end = values.length;
	const trails = (slot: Slot | undefined) =>
		slot !== undefined && (slot.kind === 'empty' || (slot.kind === 'blank' && end - first > width));
	while (end > first && trails(values[end - 1])) end -= 1;
	return values.slice(first, end);
}

/**
 * Whether spaces alone stand before a row of figures: a blank first cell, or what a merged one
 * left, with the last figure cut off.
 */
function opensBlank(core: readonly Slot[], width: number): boolean {
	const [first, ...rest] = core;
	return (
		core.length === width &&
		width >= WITH_TOTAL &&
		first?.kind === 'blank' &&
		first.start === first.end &&
		rest.every(({ kind }) => kind === 'figure')
	);
}

/** A row without figures: blank where the row has a slot for every column. */
function placeBlanks(values: readonly Slot[], written: readonly Slot[], width: number): Placing {
	if (written.length === width) return exact(written);
	if (values.length >= width) return exact(values.slice(0, width));
	return short(nothing(width));
}

/** The slots under each run of neighbouring columns: the one from the first column first. */
function runsOf(slots: readonly Slot[], width: number): Columns[] {
	return Array.from({ length: width - slots.length + 1 }, (_, shift) =>
		nothing(width).map((__, column) => slots[column - shift] ?? null)
	);
}

/** Ways of placing one row beyond which it is left alone. */
const WAYS = 512;

/** Every way of putting the slots under columns in their order; none where they are too many. */
function waysOf(slots: readonly Slot[], width: number): Columns[] {
	let ways: (Slot | null)[][] = [[]];
	for (let column = 0; column < width; column += 1) {
		const left = width - column - 1;
		ways = ways.flatMap((way) => {
			const placed = way.filter((slot) => slot !== null).length;
			const next = slots[placed];
			const taken = next ? [[...way, next]] : [];
			return slots.length - placed <= left ? [...taken, [...way, null]] : taken;
		});
		if (ways.length > WAYS) return [];
	}
	return ways;
}

/** What all ways of placing a row agree on, with the slots of one of them. */
export function agreed(ways: readonly Columns[], nearest = 0): Columns {
	return (ways[nearest] ?? []).map((slot, column) => {
		const same = slot && ways.every((way) => standsFor(way[column] ?? null, slot));
		return same ? slot : null;
	});
}

function standsFor(one: Slot | null, other: Slot): boolean {
	if (one?.figure && other.figure) return alike(one.figure, other.figure);
	return one === other;
}

function alike(one: Figure, other: Figure): boolean {
	return one.number === other.number && one.unit === other.unit;
}

const allEqual = ([first, ...rest]: readonly Slot[]) =>
	first?.figure &&
	rest.every(({ figure }) => figure && first.figure && alike(figure, first.figure));

/** Columns of a row that ends in its total, as in sections 三 and 四; narrower ones have none. */
const WITH_TOTAL = 5;

/**
 * A short row right behind its label. Empty cells up to the last column say where the others stand,
 * unless the last figure may be the total.
 */
function placeFromFirst(values: readonly Slot[], core: readonly Slot[], width: number): Placing {
	const totalled = width >= WITH_TOTAL && core.length > 1 && mayEndInTotal(core);
	if (values.length >= width && !totalled) {
		return short(nothing(width).map((_, column) => values[column] ?? null));
	}
	return placeShort(core, width, 0);
}

/**
 * A row with fewer slots than columns, which may have lost a cell anywhere. Of equal figures those
 * are certain that every run of columns holds.
 */
function placeShort(core: readonly Slot[], width: number, leading: number): Placing {
	if (!allEqual(core)) return among(waysOf(core, width));
	return among(runsOf(core, width), Math.min(leading, width - core.length));
}

/** Whether the last figure is large enough to be the sum of those before and of a lost one. */
function mayEndInTotal(core: readonly Slot[]): boolean {
	const numbers = core.flatMap(({ figure }) => (figure ? [figure.number] : []));
	const last = numbers.pop();
	return last !== undefined && last > 0 && last >= numbers.reduce((a, b) => a + b, 0);
}

/** A row with too many cells: certain only where its figures are all equal. */
function placeSurplus(core: readonly Slot[], width: number, gaps: Row['gaps']): Placing {
	// 1 1 between spaces may be 11; 0 0 is no number.
	const mayBeSplit = gaps === 'lost' && width < WITH_TOTAL && core[0]?.figure?.number !== 0;
	if (allEqual(core) && !mayBeSplit) return { ...exact(core.slice(0, width)), verdict: 'long' };
	const ways = core.length === width + 1 ? core.map((slot) => core.filter((o) => o !== slot)) : [];
	return { verdict: 'long', columns: nothing(width), unplaced: spanOf(core), ways };
}

function spanOf(slots: readonly Slot[]): Span | null {
	const first = slots[0];
	const last = slots.at(-1);
	return first && last ? { start: first.start, end: last.end } : null;
}

/**
 * Digits and dashes run together: one figure for one column, or a character for each. Of a row whose
 * parts end in their totals, they must add up.
 */
function placeGlued(row: Row, width: number, text: string, part: number): Placing {
	const glued = row.values.find(({ kind }) => kind !== 'empty');
	if (!glued) return short(nothing(width));
	if (width === 1 && glued.figure) return exact([glued]);
	const cells = charactersOf(text, glued);
	const single = cells.length === width && cells.every(({ kind }) => kind !== 'text');
	const totalled = width >= WITH_TOTAL;
	const dashed = cells.some(({ kind }) => kind !== 'figure');
	if (single && (totalled ? addsUp(cells, part) : !dashed)) return exact(cells);
	// A sign before several figures may be the first cell's dash.
	const ways = dashed ? [] : splitsOf(text, glued, width, part);
	const [only] = ways;
	if (only && part < width && ways.length === 1) return exact(only.flatMap((slot) => slot ?? []));
	return {
		verdict: 'short',
		columns: nothing(width),
		unplaced: glued,
		ways: !totalled || single ? [] : ways
	};
}

/** Each character as a cell of its own. */
const charactersOf = (text: string, { start, end }: Span): readonly Slot[] =>
	Array.from({ length: end - start }, (_, at) => slotAt(text, start + at, start + at + 1));

/** Whether in each part of a row the last figure is the sum of the others; a dash adds nothing. */
function addsUp(slots: readonly Slot[], part: number): boolean {
	let sum = 0;
	return slots.every(({ figure }, index) => {
		if ((index + 1) % part !== 0) sum += figure?.number ?? 0;
		else if (figure?.number !== sum) return false;
		else sum = 0;
		return true;
	});
}

/**
 * Every way of cutting digits into figures, one for each column; none where they are too many. Where
 * several parts of a row have a total each, only those in which they add up.
 */
function splitsOf(text: string, { start, end }: Span, width: number, part: number): Columns[] {
	let ways: Slot[][] = [[]];
	for (let column = 0; column < width; column += 1) {
		const left = width - column - 1;
		ways = ways.flatMap((way) => {
			const from = way.at(-1)?.end ?? start;
			const longest = end - from - left;
			const lengths = left === 0 ? [longest] : Array.from({ length: longest }, (_, at) => at + 1);
			return lengths
				.map((length) => slotAt(text, from, from + length))
				.filter(({ figure }) => figure)
				.map((slot) => [...way, slot]);
		});
		if (part < width && (column + 1) % part === 0) ways = ways.filter((way) => addsUp(way, part));
		if (ways.length > WAYS) return [];
	}
	return ways;
}

/**
 * One placing for rows of one label. Where they hold other figures, which is the row cannot be
 * told, unless the sums tell.
 */
export function contested(placings: readonly Placing[], span: Span | null): Placing | null {
	const [first, ...rest] = placings;
	if (!first || rest.every((placing) => alikeColumns(placing.columns, first.columns))) {
		return first ?? null;
	}
	const ways = placings.map(({ columns }) => columns);
	return { verdict: 'long', columns: first.columns.map(() => null), unplaced: span, ways };
}

function alikeColumns(one: Columns, other: Columns): boolean {
	return one.every((slot, column) => {
		const beside = other[column] ?? null;
		return slot?.figure && beside ? standsFor(slot, beside) : slot?.kind === beside?.kind;
	});
}

/** Under heads in no known order only figures that are all equal are certain. */
export function unordered(placing: Placing): Placing {
	const slots = placing.columns.filter((slot) => slot !== null);
	const certain = slots.length === placing.columns.length && allEqual(slots);
	return certain ? placing : { ...short(nothing(placing.columns.length)) };
}

/** A placing with some of its columns. */
export function onlyColumns(placing: Placing, columns: readonly number[]): Placing {
	const only = (way: Columns) => columns.map((column) => way[column] ?? null);
	return { ...placing, columns: only(placing.columns), ways: placing.ways.map(only) };
}
