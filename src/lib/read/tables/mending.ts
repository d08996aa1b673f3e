import { SUMS, type Address, type FormCode, type Sum } from '../../form/index.ts';
import type { DoubtfulRow, ReadCells } from './cells.ts';
import { agreed, type Columns } from './placing.ts';

/** Rounds in which rows that were put right may help others; each settles a row or is the last. */
const ROUNDS = 8;

/**
 * Puts rows right whose figures may stand under their columns in several ways, by the sums that the
 * form must satisfy. What every way agrees on that no sum contradicts is read; of a row with too
 * many figures, the one way in which every sum holds. Where no way fits, the agency's own sums may
 * be wrong, and nothing is read.
 */
export function mendRows(read: ReadCells, form: FormCode): void {
	const rows = read.doubtfulRows.map((row) => ({ row, sums: sumsOf(row, form) }));
	for (let round = 0; round < ROUNDS; round += 1) {
		const mended = rows.filter(({ row, sums }) => {
			const columns =
				row.verdict === 'long' ? theOneWay(row, sums, read) : fitting(row, sums, read);
			return columns !== null && read.mend(row, columns);
		});
		if (mended.length === 0) return;
	}
}

function sumsOf({ columns }: DoubtfulRow, form: FormCode): Sum[] {
	const own = new Set(columns.map(({ address }) => address));
	return (SUMS.get(form) ?? []).filter(({ left, right }) =>
		[...left, ...right].some((address) => own.has(address))
	);
}

/**
 * What the ways agree on that no sum contradicts; null where that is none, or all of them, or where
 * no sum speaks for one: sums that are all wrong tell nothing.
 */
function fitting(row: DoubtfulRow, sums: readonly Sum[], read: ReadCells): Columns | null {
	const open = row.ways.filter((way) => !contradicted(row, way, sums, read));
	const told =
		open.length < row.ways.length && open.some((way) => isBorneOut(row, way, sums, read));
	return told ? agreed(open) : null;
}

/** Whether a sum above 0 of which the row holds a part already holds with what is known. */
function isBorneOut(
	row: DoubtfulRow,
	way: Columns,
	sums: readonly Sum[],
	read: ReadCells
): boolean {
	const at = figuresOf(row, way, read);
	const own = new Set(row.columns.map(({ address }) => address));
	return sums.some(({ left, right }) => {
		const sum = known(left, at);
		const takesPart = [...left, ...right].some((address) => own.has(address) && at(address));
		return sum > 0 && sum === known(right, at) && takesPart;
	});
}

/** The only way in which every sum holds; ways that give the same figures are one. */
function theOneWay(row: DoubtfulRow, sums: readonly Sum[], read: ReadCells): Columns | null {
	const whole = row.ways.filter((way) => way.every((slot) => slot?.figure));
	const figures = (way: Columns) => way.map((slot) => slot?.figure?.number).join();
	const distinct = new Map(whole.map((way) => [figures(way), way]));
	const right = [...distinct.values()].filter((way) => {
		const known = figuresOf(row, way, read);
		return sums.every((sum) => total(sum.left, known) === total(sum.right, known));
	});
	const [only] = right;
	return only && right.length === 1 && sums.length > 0 ? only : null;
}

type Known = (address: Address) => number | null;

/** The figures of a report in which a row stands in one way; null for what is not known. */
function figuresOf({ columns }: DoubtfulRow, way: Columns, read: ReadCells): Known {
	const own = new Map<Address, number | null>(
		columns.map(({ address }, index) => [address, way[index]?.figure?.number ?? null])
	);
	return (address) => {
		const figure = own.get(address);
		return figure === undefined ? (read.cells.get(address)?.value ?? null) : figure;
	};
}

/** The sum of some figures; not a number where one is not known. */
function total(addresses: readonly Address[], known: Known): number {
	return addresses.reduce((sum, address) => sum + (known(address) ?? Number.NaN), 0);
}

/** Whether a sum cannot hold with a row in one way; a figure that is not known is 0 or more. */
function contradicted(
	row: DoubtfulRow,
	way: Columns,
	sums: readonly Sum[],
	read: ReadCells
): boolean {
	const known = figuresOf(row, way, read);
	const solved = new Map<Address, number>();
	const at: Known = (address) => solved.get(address) ?? known(address);
	for (const sum of sums) {
		const lone = loneUnknown(sum, at);
		if (lone) solved.set(lone.address, lone.figure);
	}
	return [...solved.values()].some((figure) => figure < 0) || sums.some((sum) => !canHold(sum, at));
}

/** The one figure of a sum that is not known, as the others force it. */
function loneUnknown(
	{ left, right }: Sum,
	at: Known
): { readonly address: Address; readonly figure: number } | null {
	const unknown = [...left, ...right].filter((address) => at(address) === null);
	const [address] = unknown;
	if (address === undefined || unknown.length > 1) return null;
	const figure = known(left, at) - known(right, at);
	return { address, figure: left.includes(address) ? -figure : figure };
}

const known = (addresses: readonly Address[], at: Known) =>
	addresses.reduce((sum, address) => sum + (at(address) ?? 0), 0);

function canHold({ left, right }: Sum, at: Known): boolean {
	const open = (addresses: readonly Address[]) => addresses.some((address) => at(address) === null);
	const [onLeft, onRight] = [known(left, at), known(right, at)];
	if (onLeft < onRight) return open(left);
	return onLeft === onRight || open(right);
}
