import { figureIn } from '../figure.ts';
import { alignedTables } from './pdfcolumns.ts';
import type { PdfPage } from './pdffile.ts';
import type { Glyph } from './pdfglyph.ts';
import { ruledTables, type FilledTable, type RuledTable } from './pdfgrid.ts';
import type { Column } from './pdfheads.ts';
import { COLUMN_GAP, linesOf, segmentsOf, wordsOf, type GlyphLine } from './pdflines.ts';
import { contains, type Rect } from './pdfmatrix.ts';
import type { Painted } from './pdfpainting.ts';
import { rulesOf } from './pdfrules.ts';
import { upright } from './pdfturn.ts';

/** A part of a page in reading order: a line of text, or a table. */
export type PdfBlock =
	| { readonly kind: 'line'; readonly top: number; readonly line: GlyphLine }
	| { readonly kind: 'table'; readonly top: number; readonly filled: FilledTable };

/** One page in reading order. */
export interface PageLayout {
	readonly number: number;
	readonly height: number;
	/** Where its lines of text end, and the size of most of its characters. */
	readonly right: number;
	readonly size: number;
	readonly blocks: readonly PdfBlock[];
	/** The columns of its last table without rules. */
	readonly columns: readonly Column[] | null;
	/** Where a rectangle stands on the page as it is, where the page was turned for reading. */
	readonly back: (rect: Rect) => Rect;
}

/**
 * What a page shows as lines and tables, from the top.
 *
 * @param before the page before, whose last table may go on
 */
export function layoutOf(painted: Painted, page: PdfPage, before: PageLayout | null): PageLayout {
	const { glyphs, strokes, height, back } = upright(painted, page.width, page.height);
	const drawn = ruledTables(rulesOf(strokes));
	const { tables, outside } = fill(drawn, glyphs);
	const apart = tables.filter((filled) => !isLoose(filled));
	const rest = [...outside, ...tables.filter(isLoose).flatMap(glyphsOf)];
	const carried = before?.columns ?? null;
	const { aligned, lines, columns } = alignedTables(linesOf(rest), carried);
	const blocks: PdfBlock[] = [
		...lines.map((line): PdfBlock => ({ kind: 'line', top: line.top, line })),
		...[...apart, ...aligned].map((filled): PdfBlock => ({
			kind: 'table',
			top: filled.table.top,
			filled
		}))
	];
	blocks.sort((one, other) => one.top - other.top);
	const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
	return { number: page.number, height, right, size: usualSize(glyphs), blocks, columns, back };
}

function usualSize(glyphs: readonly Glyph[]): number {
	const sizes = glyphs.map(({ size }) => size).sort((one, other) => one - other);
	return sizes[sizes.length >> 1] ?? 0;
}

/** Puts each character into the cell in which its middle stands. */
function fill(
	drawn: readonly RuledTable[],
	glyphs: readonly Glyph[]
): { tables: FilledTable[]; outside: Glyph[] } {
	const smallest = drawn
		.filter(({ cells }) => cells.length > 1)
		.toSorted((one, other) => areaOf(one) - areaOf(other));
	const held = smallest.map(({ cells }) => cells.map((): Glyph[] => []));
	const outside: Glyph[] = [];
	for (const glyph of glyphs) {
		const x = (glyph.left + glyph.right) / 2;
		const y = (glyph.top + glyph.bottom) / 2;
		const table = smallest.findIndex((candidate) => contains(candidate, x, y));
		const cell = smallest[table]?.cells.findIndex((candidate) => contains(candidate, x, y)) ?? -1;
		(held[table]?.[cell] ?? outside).push(glyph);
	}
	const tables = smallest.map((table, index): FilledTable => {
		const contents = (held[index] ?? []).map((cell) => linesOf(cell));
		return withoutStrips({ table, contents });
	});
	return { tables, outside };
}

/**
 * A table without lines that bound nothing but one empty cell. Where a page ends, browsers draw
 * the frame of the table down to the page's end, and that of a merged cell to a height of its own.
 */
function withoutStrips(filled: FilledTable): FilledTable {
	let whole = filled;
	for (let row = filled.table.ys.length - 2; row > 0; row -= 1) {
		if (isStrip(whole, row)) whole = withoutRow(whole, row);
	}
	return whole;
}

function isStrip({ table, contents }: FilledTable, row: number): boolean {
	const begins = table.cells.flatMap((cell, at) => (cell.row === row ? [{ cell, at }] : []));
	const [only] = begins;
	const last = row === table.ys.length - 2;
	if (table.xs.length < 3 || !only || begins.length > 1) return false;
	return contents[only.at]?.length === 0 && (last || only.cell.column === 0);
}

function withoutRow({ table, contents }: FilledTable, row: number): FilledTable {
	const kept = table.cells.flatMap((cell, at) => (cell.row === row ? [] : [{ cell, at }]));
	const ys = table.ys.filter((_, index) => index !== row);
	const cells = kept.map(({ cell }) => {
		const first = cell.row > row ? cell.row - 1 : cell.row;
		const through = cell.row < row && cell.row + cell.rows > row;
		const rows = through ? cell.rows - 1 : cell.rows;
		return { ...cell, row: first, rows };
	});
	return { table: { ...table, cells, ys }, contents: kept.map(({ at }) => contents[at] ?? []) };
}

const areaOf = ({ left, top, right, bottom }: RuledTable) => (right - left) * (bottom - top);

const glyphsOf = ({ contents }: FilledTable): Glyph[] =>
	contents.flatMap((lines) => lines.flatMap(({ glyphs }) => glyphs));

/**
 * Whether a table's rules bound its rows and not its columns: figures stand apart in one cell.
 * Such a table is read as one without rules.
 */
function isLoose({ contents }: FilledTable): boolean {
	const written = contents.filter((lines) => lines.length > 0);
	const loose = written.filter((lines) => lines.some(holdsSeveral));
	return loose.length > 1 && loose.length * 4 > written.length;
}

function holdsSeveral(line: GlyphLine): boolean {
	const parts = segmentsOf(line, COLUMN_GAP);
	return parts.length > 1 && parts.filter((part) => figureIn(wordsOf(part)) !== null).length > 1;
}
