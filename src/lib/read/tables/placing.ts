import type { Span } from '../../form/index.ts';
import type { Figure } from '../figure.ts';
import type { Slot } from '../slot.ts';

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

export const nothing = (width: number): null[] => Array.from({ length: width }, () => null);

export function exact(columns: Columns): Placing {
	return { verdict: 'exact', columns, unplaced: null, ways: [] };
}

export function short(columns: Columns): Placing {
	return { verdict: 'short', columns, unplaced: null, ways: [] };
}

/** A short row of which is certain what all ways of placing it agree on. */
export function among(ways: readonly Columns[], nearest = 0): Placing {
	return { ...short(agreed(ways, nearest)), ways };
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

export const allEqual = ([first, ...rest]: readonly Slot[]) =>
	first?.figure &&
	rest.every(({ figure }) => figure && first.figure && alike(figure, first.figure));

/** Columns of a row that ends in its total, as in sections 三 and 四; narrower ones have none. */
export const WITH_TOTAL = 5;

/** Ways of placing one row beyond which it is left alone. */
export const WAYS = 512;

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
