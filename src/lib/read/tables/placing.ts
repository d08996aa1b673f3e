import type { Span } from '../../form/index.ts';
import type { Figure } from '../figure.ts';
import { inOrder, mayBeMerged, underHeads, type Heads } from './head.ts';
import type { Row } from './row.ts';
import { slotAt, type Slot } from '../slot.ts';

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
	readonly columns: readonly (Slot | null)[];
	/** All that stands in a row that could not be placed; null where it was, or nothing stands. */
	readonly unplaced: Span | null;
	/** The slots of a long row, from which one may have to be dropped. */
	readonly surplus: readonly Slot[];
}

/**
 * Places the slots behind a row's label under the columns of its table: by its heads, where the
 * format gives a grid and the row agrees with it, else by their order.
 */
export function place(row: Row, width: number, text: string, heads: Heads | null = null): Placing {
	if (row.glued) return placeGlued(row, width, text);
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
	return mayBeMerged(row) ? short(nothing(width)) : null;
}

/**
 * Heads out of the form's order are a table of its own, or spans that contradict each other:
 * certain is what stands under its head and in its order too.
 */
function agreeing(
	values: readonly Slot[],
	columns: readonly (Slot | null)[],
	width: number
): (Slot | null)[] {
	if (values.length !== width) return nothing(width);
	return values.map((slot, index) => (slot === columns[index] ? slot : null));
}

function placeInOrder(row: Row, width: number): Placing {
	const written = row.values.filter(({ kind }) => kind !== 'empty');
	const spoken = written.filter(({ kind }) => kind !== 'blank');
	if (spoken.length === 0) return placeBlanks(row.values, written, width);
	if (spoken.length === width && contiguous(row.values, spoken)) return exact(spoken);
	const core = coreOf(row.values, width);
	if (core.length === width) return exact(core);
	if (core.length > width) return placeSurplus(core, width);
	const leading = row.values.indexOf(core[0] as Slot);
	if (row.gaps === 'lost') return short(nothing(width));
	if (leading > 0) return short(agreed(core, leading, width));
	return short(placeFromFirst(row.values, core, width));
}

const nothing = (width: number): (Slot | null)[] => Array.from({ length: width }, () => null);

function exact(columns: readonly Slot[]): Placing {
	return { verdict: 'exact', columns, unplaced: null, surplus: [] };
}

function short(columns: readonly (Slot | null)[]): Placing {
	return { verdict: 'short', columns, unplaced: null, surplus: [] };
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

/** A row without figures: blank where the row has a slot for every column. */
function placeBlanks(values: readonly Slot[], written: readonly Slot[], width: number): Placing {
	if (written.length === width) return exact(written);
	if (values.length >= width) return exact(values.slice(0, width));
	return short(nothing(width));
}

/**
 * A short row behind empty slots: the empty slots may be blank cells or what merged cells left,
 * so its figures may stand under any run of columns. Certain is what every run agrees on.
 */
function agreed(core: readonly Slot[], leading: number, width: number): (Slot | null)[] {
	const shifts = width - core.length;
	const shift = Math.min(leading, shifts);
	return nothing(width).map((_, column) => {
		const candidates = Array.from({ length: shifts + 1 }, (_, by) => core[column - by]);
		const value = candidates[0]?.figure;
		const same = value && candidates.every((slot) => slot?.figure && alike(slot.figure, value));
		return same ? (core[column - shift] ?? null) : null;
	});
}

function alike(one: Figure, other: Figure): boolean {
	return one.number === other.number && one.unit === other.unit;
}

/** Columns of a row that ends in its total, as in sections 三 and 四; narrower ones have none. */
const WITH_TOTAL = 5;

/**
 * A short row right behind its label: its last cells are empty or were cut off. That is not
 * certain where the last figure may be the total with another column lost, where a blank may have
 * been lost instead, or in a narrow row without a total to tell by.
 */
function placeFromFirst(
	values: readonly Slot[],
	core: readonly Slot[],
	width: number
): (Slot | null)[] {
	const fromFirst = nothing(width).map((_, column) => values[column] ?? null);
	const totalled = width >= WITH_TOTAL;
	const doubtful = totalled && core.length > 1 && mayEndInTotal(core);
	if (values.length >= width) return doubtful ? nothing(width) : fromFirst;
	if (!totalled) return agreed(core, 0, width);
	if (core.length === 1 || doubtful) return nothing(width);
	return core.every(({ figure }) => figure) ? fromFirst : nothing(width);
}

/** Whether the last figure is large enough to be the sum of those before and of a lost one. */
function mayEndInTotal(core: readonly Slot[]): boolean {
	const numbers = core.flatMap(({ figure }) => (figure ? [figure.number] : []));
	const last = numbers.pop();
	return last !== undefined && last > 0 && last >= numbers.reduce((a, b) => a + b, 0);
}

/** A row with too many cells: certain only where its figures are all equal. */
function placeSurplus(core: readonly Slot[], width: number): Placing {
	const first = core[0]?.figure;
	const equal = first && core.every(({ figure }) => figure && alike(figure, first));
	return {
		verdict: 'long',
		columns: equal ? core.slice(0, width) : nothing(width),
		unplaced: equal ? null : spanOf(core),
		surplus: equal ? [] : core
	};
}

function spanOf(slots: readonly Slot[]): Span | null {
	const first = slots[0];
	const last = slots.at(-1);
	return first && last ? { start: first.start, end: last.end } : null;
}

/** Digits glued to a label: one figure for one column, or a digit for each column. */
function placeGlued(row: Row, width: number, text: string): Placing {
	const digits = row.values.find(({ kind }) => kind !== 'empty');
	if (!digits) return short(nothing(width));
	if (width === 1 && digits.figure) return exact([digits]);
	if (digits.end - digits.start === width) {
		const places = Array.from({ length: width }, (_, index) => digits.start + index);
		return exact(places.map((start) => slotAt(text, start, start + 1)));
	}
	return { verdict: 'long', columns: nothing(width), unplaced: digits, surplus: [] };
}
