import { LIMITS } from '../../limits.ts';
import type { GlyphLine } from './pdflines.ts';
import type { Rect } from './pdfmatrix.ts';
import type { Stroke } from './pdfpath.ts';

/** A cell between rules: the rows and columns of its table that it covers, from 0. */
export interface RuledCell extends Rect {
	readonly row: number;
	readonly rows: number;
	readonly column: number;
	readonly columns: number;
}

/** A table as its rules draw it on one page. */
export interface RuledTable extends Rect {
	/** Where the lines between columns, and between rows, stand: one more than there are. */
	readonly xs: readonly number[];
	readonly ys: readonly number[];
	/** The cells, row by row. */
	readonly cells: readonly RuledCell[];
}

/** A table with what stands in each of its cells, line by line. */
export interface FilledTable {
	readonly table: RuledTable;
	readonly contents: readonly (readonly GlyphLine[])[];
}

/** How far a rule may end before another that it meets, or stand beside its like. */
const NEAR = 3;
/** Rules nearer than this bound one line twice, as cells with borders of their own have them. */
const NARROWEST = 5;
/** The part of a cell's side that a rule must cover to bound it. */
const COVER = 0.6;

/** The tables that a page's rules draw: rules that meet make one table. */
export function ruledTables(rules: readonly Stroke[]): RuledTable[] {
	return groupsOf(rules).flatMap((group) => tableOf(group) ?? []);
}

function groupsOf(rules: readonly Stroke[]): Stroke[][] {
	const upright = rules.filter((rule) => rule.upright);
	const level = rules.filter((rule) => !rule.upright);
	const parents = new Map<Stroke, Stroke>();
	const rootOf = (rule: Stroke): Stroke => {
		let root = rule;
		for (let parent = parents.get(root); parent; parent = parents.get(root)) root = parent;
		if (root !== rule) parents.set(rule, root);
		return root;
	};
	for (const one of upright) {
		for (const other of level) {
			if (!meet(one, other)) continue;
			const [root, otherRoot] = [rootOf(one), rootOf(other)];
			if (root !== otherRoot) parents.set(otherRoot, root);
		}
	}
	const groups = new Map<Stroke, Stroke[]>();
	for (const rule of rules) {
		const root = rootOf(rule);
		const group = groups.get(root);
		if (group) group.push(rule);
		else groups.set(root, [rule]);
	}
	return [...groups.values()].filter((group) => group.length > 2);
}

function meet(upright: Stroke, level: Stroke): boolean {
	return (
		upright.at >= level.from - NEAR &&
		upright.at <= level.to + NEAR &&
		level.at >= upright.from - NEAR &&
		level.at <= upright.to + NEAR
	);
}

/** Positions that stand close together, as one each. */
export function clustered(positions: readonly number[], near = NEAR): number[] {
	const groups: number[][] = [];
	for (const position of positions.toSorted((one, other) => one - other)) {
		const group = groups.at(-1);
		if (group && position - (group.at(-1) ?? 0) <= near) group.push(position);
		else groups.push([position]);
	}
	return groups.map((group) => group.reduce((sum, at) => sum + at, 0) / group.length);
}

function tableOf(group: readonly Stroke[]): RuledTable | null {
	const upright = group.filter((rule) => rule.upright);
	const level = group.filter((rule) => !rule.upright);
	if (upright.length === 0 || level.length === 0) return null;
	const xs = linesAt(upright, level);
	const ys = linesAt(level, upright);
	const [columns, rows] = [xs.length - 1, ys.length - 1];
	if (columns < 1 || rows < 1 || columns * rows < 2 || columns > LIMITS.rowSlots) return null;
	if (columns * rows > LIMITS.pdfRules * 4) return null;
	const sides = { right: coverOf(upright, xs, ys), below: coverOf(level, ys, xs) };
	const cells = cellsOf(columns, rows, sides).map((cell): RuledCell => ({
		...cell,
		left: xs[cell.column] ?? 0,
		right: xs[cell.column + cell.columns] ?? 0,
		top: ys[cell.row] ?? 0,
		bottom: ys[cell.row + cell.rows] ?? 0
	}));
	const [left = 0, right = 0] = [xs[0], xs.at(-1)];
	const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
	return { xs, ys, cells, left, right, top, bottom };
}

/**
 * Where the lines of one direction stand. Tables without rules at their sides end where the rules
 * across them end.
 */
function linesAt(rules: readonly Stroke[], across: readonly Stroke[]): number[] {
	const at = rules.map((rule) => rule.at);
	const low = Math.min(...across.map(({ from }) => from));
	const high = Math.max(...across.map(({ to }) => to));
	const [first, last] = [Math.min(...at), Math.max(...at)];
	if (low < first - 2 * NEAR) at.push(low);
	if (high > last + 2 * NEAR) at.push(high);
	return clustered(at, NARROWEST);
}

/** For each line, and each stretch between two lines across it, whether a rule runs there. */
function coverOf(
	rules: readonly Stroke[],
	lines: readonly number[],
	stops: readonly number[]
): boolean[][] {
	const lengths = lines.map(() => stops.slice(1).map(() => 0));
	for (const { at, from, to } of rules) {
		const line = nearest(lines, at);
		const row = lengths[line];
		if (!row) continue;
		row.forEach((length, index) => {
			const [low = 0, high = 0] = [stops[index], stops[index + 1]];
			row[index] = Math.max(length, Math.min(to, high) - Math.max(from, low));
		});
	}
	return lengths.map((row) =>
		row.map((length, index) => length >= COVER * ((stops[index + 1] ?? 0) - (stops[index] ?? 0)))
	);
}

/** The index of the line that stands nearest. */
export function nearest(lines: readonly number[], at: number): number {
	let best = 0;
	lines.forEach((line, index) => {
		if (Math.abs(line - at) < Math.abs((lines[best] ?? 0) - at)) best = index;
	});
	return best;
}

type Place = Pick<RuledCell, 'row' | 'rows' | 'column' | 'columns'>;

interface Sides {
	/** By line between columns, then by row; and by line between rows, then by column. */
	readonly right: readonly (readonly boolean[])[];
	readonly below: readonly (readonly boolean[])[];
}

/** The cells of a grid: its squares, put together where no rule runs between them. */
function cellsOf(columns: number, rows: number, { right, below }: Sides): Place[] {
	const seen = new Uint8Array(columns * rows);
	const cells: Place[] = [];
	for (let start = 0; start < columns * rows; start += 1) {
		if (seen[start]) continue;
		const squares = [start];
		seen[start] = 1;
		for (const square of squares) {
			const [row, column] = [Math.floor(square / columns), square % columns];
			const reach = (open: boolean | undefined, next: number) => {
				if (open !== false || seen[next]) return;
				seen[next] = 1;
				squares.push(next);
			};
			if (column + 1 < columns) reach(right[column + 1]?.[row], square + 1);
			if (column > 0) reach(right[column]?.[row], square - 1);
			if (row + 1 < rows) reach(below[row + 1]?.[column], square + columns);
			if (row > 0) reach(below[row]?.[column], square - columns);
		}
		cells.push(...rectangular(squares, columns));
	}
	return cells.sort((one, other) => one.row - other.row || one.column - other.column);
}

/** Squares that make a rectangle as one cell; squares of any other outline each by itself. */
function rectangular(squares: readonly number[], width: number): Place[] {
	const rows = squares.map((square) => Math.floor(square / width));
	const columns = squares.map((square) => square % width);
	const [row, column] = [Math.min(...rows), Math.min(...columns)];
	const height = Math.max(...rows) - row + 1;
	const breadth = Math.max(...columns) - column + 1;
	if (height * breadth === squares.length) return [{ row, column, rows: height, columns: breadth }];
	return squares.map((_, index) => ({
		row: rows[index] ?? 0,
		column: columns[index] ?? 0,
		rows: 1,
		columns: 1
	}));
}
