import type { Area } from '../slot.ts';
import { shortAt, TABLE_ROW, type Sprm } from './sprm.ts';

/** A row of a Word table: the words of its cells, and where they stand, if the file says it well. */
export interface DocRow {
	readonly cells: readonly string[];
	/** The left edge of each cell and the right edge of the last, in twips; null where they do not fit. */
	readonly edges: readonly number[] | null;
	/** Of each cell: 0 by itself, 1 going on with the cell above, 3 beginning such a merge. */
	readonly down: readonly number[];
	/** Of each cell: not 0 where it is one with its neighbours. */
	readonly across: readonly number[];
}

const MERGED_DOWN = 0xd62b;
/** Changes to the cells of a row after they were defined: inserted, deleted, moved, merged, split. */
const CHANGES: ReadonlySet<number> = new Set([0x7621, 0x5622, 0x7623, 0x5624, 0x5625]);

/** A row as the properties of its end define it ([MS-DOC] 2.9.318 and 2.9.322). */
export function rowShape(cells: readonly string[], sprms: readonly Sprm[]): DocRow {
	const definition = sprms.findLast(({ code }) => code === TABLE_ROW)?.operand;
	const count = definition?.[0] ?? 0;
	const changed = sprms.some(({ code }) => CHANGES.has(code));
	if (!definition || count !== cells.length || changed || definition.length < 3 + 2 * count) {
		return { cells, edges: null, down: [], across: [] };
	}
	const edges = Array.from({ length: count + 1 }, (_, index) => {
		const edge = shortAt(definition, 1 + 2 * index);
		return edge > 0x7fff ? edge - 0x10000 : edge;
	});
	const flags = cells.map((_, index) => shortAt(definition, 3 + 2 * count + 20 * index));
	const down = flags.map((flag) => (flag >> 5) & 3);
	for (const { code, operand } of sprms) {
		const [cell = 0, value = 0] = operand;
		if (code === MERGED_DOWN && cell < count) down[cell] = value & 3;
	}
	return { cells, edges, down, across: flags.map((flag) => flag & 3) };
}

/** A row of a table with every cell in its columns; without, where the table's grid is not known. */
export interface GriddedRow {
	readonly cells: readonly { readonly words: string; readonly area: Area | null }[];
	readonly above: readonly Area[] | null;
}

/** Twips within which two edges are one: a millimetre; columns are wider by far. */
const TOLERANCE = 60;

/** The columns that edges bound: of edges that are one the first. */
function columnsOf(rows: readonly DocRow[]): number[] {
	const edges = rows.flatMap((row) => row.edges ?? []).sort((one, other) => one - other);
	const columns: number[] = [];
	for (const edge of edges) {
		if (columns.length === 0 || edge - (columns.at(-1) ?? 0) > TOLERANCE) columns.push(edge);
	}
	return columns;
}

interface OpenArea extends Area {
	rows: number;
}

/** The rows of one table, placed by the edges of their cells. */
export function gridOf(rows: readonly DocRow[]): GriddedRow[] {
	const columns = columnsOf(rows);
	const placed = rows.map((row) => spansOf(row, columns));
	if (placed.some((row) => row === null)) {
		return rows.map(({ cells }) => ({
			cells: cells.map((words) => ({ words, area: null })),
			above: null
		}));
	}
	let open: OpenArea[] = [];
	return placed.map((spans) => {
		const above: OpenArea[] = [];
		const cells: { words: string; area: OpenArea }[] = [];
		const begun: OpenArea[] = [];
		for (const { words, column, columns: width, down } of spans ?? []) {
			const upper = open.find((area) => area.column === column && area.columns === width);
			if (down === 1 && upper) {
				upper.rows += 1;
				above.push(upper);
				continue;
			}
			const area = { column, columns: width, rows: 1 };
			cells.push({ words, area });
			if (down !== 0) begun.push(area);
		}
		open = [...above, ...begun];
		return { cells, above };
	});
}

interface PlacedCell {
	readonly words: string;
	readonly column: number;
	columns: number;
	readonly down: number;
}

/** The cells of a row with the columns they cover; null where they do not fit. */
function spansOf(
	{ cells, edges, down, across }: DocRow,
	columns: readonly number[]
): PlacedCell[] | null {
	if (!edges) return null;
	const at = edges.map((edge) => columns.findLastIndex((column) => column <= edge));
	const spans: PlacedCell[] = [];
	for (const [index, words] of cells.entries()) {
		const [column = 0, end = 0] = [at[index], at[index + 1]];
		if (end <= column) return null;
		const last = spans.at(-1);
		const joins = (across[index] ?? 0) !== 0 && (across[index - 1] ?? 0) !== 0;
		if (joins && last) {
			spans[spans.length - 1] = {
				...last,
				words: `${last.words} ${words}`,
				columns: end - last.column
			};
		} else spans.push({ words, column, columns: end - column, down: down[index] ?? 0 });
	}
	return spans;
}
