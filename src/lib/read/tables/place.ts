import type { Span } from '../../form/index.ts';
import { slotAt, type Slot } from '../slot.ts';
import { placeGlued } from './glued.ts';
import { inOrder, mayBeMerged, underHeads, type Heads } from './head.ts';
import {
	allEqual,
	among,
	exact,
	nothing,
	short,
	WAYS,
	WITH_TOTAL,
	type Columns,
	type Placing
} from './placing.ts';
import type { Row } from './row.ts';

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
	return (row.grid && placeOnGrid(row, width, heads)) ?? placeInOrder(row, width, text);
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

function placeInOrder(row: Row, width: number, text: string): Placing {
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
	if (row.gaps === 'lost') return { ...short(nothing(width)), ways: waysOrCuts(core, width, text) };
	if (leading > 0) return placeShort(core, width, leading, text);
	return placeFromFirst(row.values, core, width, text);
}

/** Whether words stand in the place of a total: the cell's own, or a remark behind a short row. */
const endsInWords = (spoken: readonly Slot[], width: number) =>
	width >= WITH_TOTAL && spoken.at(-1)?.kind === 'text' && spoken.at(-2)?.kind === 'figure';

function wordsOrShort(spoken: readonly Slot[], width: number): Placing {
	return among([spoken, ...waysOf(spoken.slice(0, -1), width)]);
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

/**
 * Every way of putting the slots of a short row under columns: in their order, or as figures run
 * together that are as many as the columns once they are cut.
 */
function waysOrCuts(slots: readonly Slot[], width: number, text: string): Columns[] {
	const cut = cutInto(slots, width, text);
	return cut.length > WAYS ? [] : [...waysOf(slots, width), ...cut];
}

/** Every way of cutting figures of several digits into as many as there are columns. */
function cutInto(slots: readonly Slot[], width: number, text: string): Columns[] {
	let ways: Slot[][] = [[]];
	for (const [index, slot] of slots.entries()) {
		const rest = slots.length - index - 1;
		ways = ways.flatMap((way) =>
			piecesOf(slot, width - way.length - rest, text).map((pieces) => [...way, ...pieces])
		);
		if (ways.length > WAYS) break;
	}
	return ways.length > WAYS ? ways : ways.filter((way) => way.length === width);
}

/** Digits that may be figures run together; more would have too many ways of cutting them. */
const CUT = /^\d{2,8}$/;

/** A figure as it stands, and cut into at most so many; of several digits none begins with a 0. */
function piecesOf(slot: Slot, most: number, text: string): Slot[][] {
	const { start, end, kind } = slot;
	const whole = kind === 'figure' ? [[slot]] : [];
	if (!CUT.test(text.slice(start, end))) return [[slot]];
	if (most < 2) return whole;
	const cuts = Array.from({ length: end - start - 1 }, (_, index) => start + index + 1);
	const cut = cuts.flatMap((at) => {
		const first = slotAt(text, start, at);
		if (first.kind !== 'figure') return [];
		const rest = slotAt(text, at, end);
		return piecesOf(rest, most - 1, text).map((pieces) => [first, ...pieces]);
	});
	return [...whole, ...cut.filter((pieces) => pieces.every(({ kind: one }) => one === 'figure'))];
}

/**
 * A short row right behind its label. Empty cells up to the last column say where the others stand,
 * unless the last figure may be the total.
 */
function placeFromFirst(
	values: readonly Slot[],
	core: readonly Slot[],
	width: number,
	text: string
): Placing {
	const totalled = width >= WITH_TOTAL && core.length > 1 && mayEndInTotal(core);
	if (values.length >= width && !totalled) {
		return short(nothing(width).map((_, column) => values[column] ?? null));
	}
	return placeShort(core, width, 0, text);
}

/**
 * A row with fewer slots than columns, which may have lost a cell anywhere. Of equal figures those
 * are certain that every run of columns holds.
 */
function placeShort(core: readonly Slot[], width: number, leading: number, text: string): Placing {
	if (!allEqual(core)) return among(waysOrCuts(core, width, text));
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
