import { figureIn } from '../figure.ts';
import { meaningOf } from '../tables/label.ts';
import { clustered, nearest, type FilledTable, type RuledCell } from './pdfgrid.ts';
import type { PageLayout, PdfBlock } from './pdflayout.ts';
import { betweenLines, COLUMN_GAP, segmentsOf, wordsOf, type GlyphLine } from './pdflines.ts';

/** A line that belongs to the page and not to the report: its number, or a running head. */
export interface PartLine {
	readonly kind: 'line';
	readonly page: PageLayout;
	readonly line: GlyphLine;
	readonly furniture: boolean;
	/** Whether the words of the line before go on in it. */
	readonly goesOn: boolean;
}

/** The part of a table that stands on one page; parts of one table share its columns. */
export interface TablePart {
	readonly kind: 'table';
	readonly page: PageLayout;
	/** Tells the tables of one document apart. */
	readonly table: number;
	readonly columns: readonly number[];
	readonly filled: FilledTable;
	/** Rows at its top that were put into the part before. */
	readonly skipped: number;
}

export type Part = PartLine | TablePart;

/** Sizes of the font between two lines of one paragraph. */
const PITCH = 2.4;
/** A title is larger than most of the page's text by this much. */
const TITLE_SIZE = 1.3;
/** Characters of a line that may be a full one. */
const FULL_LINE = 16;
/** How far apart the sides of two parts of one table may stand. */
const SIDES = 6;
/** The parts of a page's height at its top and its foot that hold what belongs to the page. */
const MARGIN = 0.12;
const PAGE_NUMBER =
	/^[-–—―−‐·•.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-–—―−‐·•.\s]*$/;

/** The blocks of all pages in order, with tables that go on over a page's end made one. */
export function partsOf(pages: readonly PageLayout[]): Part[] {
	const running = runningHeads(pages);
	const parts: Part[] = [];
	let tables = 0;
	for (const page of pages) {
		for (const block of page.blocks) {
			if (block.kind === 'line') {
				const furniture = isMarginal(block, page) && isFurniture(block.line, running);
				const before = parts.at(-1);
				const goesOn =
					!furniture &&
					before?.kind === 'line' &&
					before.page === page &&
					flows(before, block.line);
				parts.push({ kind: 'line', page, line: block.line, furniture, goesOn });
				continue;
			}
			const before = continued(parts, block, page);
			if (!before) tables += 1;
			const table = before?.table ?? tables;
			const part = { kind: 'table', page, table, columns: [], skipped: 0 } as const;
			parts.push({ ...part, filled: block.filled });
		}
	}
	return joinedRows(withColumns(parts));
}

/** Whether a paragraph, or a title, goes on in the next line of its page. */
function flows({ line: above, page, furniture }: PartLine, line: GlyphLine): boolean {
	const alike = Math.abs(above.size - line.size) <= 0.1 * line.size;
	const close = line.top - above.top <= PITCH * line.size;
	if (furniture || !alike || !close || isSplit(above) || isSplit(line)) return false;
	if (line.size >= TITLE_SIZE * page.size) return true;
	const full = above.right >= page.right - 2 * line.size;
	return full && line.left <= above.left + line.size / 2 && above.glyphs.length >= FULL_LINE;
}

const isSplit = (line: GlyphLine) => segmentsOf(line, COLUMN_GAP).length > 1;

/** The part of a table that a table at the top of a page goes on from. */
function continued(
	parts: readonly Part[],
	{ filled }: PdfBlock & { readonly kind: 'table' },
	page: PageLayout
): TablePart | null {
	const before = parts.findLast((part) => part.kind === 'table' || !part.furniture);
	if (before?.kind !== 'table' || before.page.number !== page.number - 1) return null;
	const { left, right } = before.filled.table;
	const near = (one: number, other: number) => Math.abs(one - other) <= SIDES;
	return near(left, filled.table.left) && near(right, filled.table.right) ? before : null;
}

function isMarginal(
	{ line }: PdfBlock & { readonly kind: 'line' },
	{ height }: PageLayout
): boolean {
	return line.bottom < height * MARGIN || line.top > height * (1 - MARGIN);
}

const withoutNumbers = (line: GlyphLine) => wordsOf(line).replace(/\d+/g, '0');

function isFurniture(line: GlyphLine, running: ReadonlySet<string>): boolean {
	return PAGE_NUMBER.test(wordsOf(line)) || running.has(withoutNumbers(line));
}

/** Lines that stand, but for their numbers, at the top or foot of most pages. */
function runningHeads(pages: readonly PageLayout[]): Set<string> {
	const counts = new Map<string, number>();
	for (const page of pages) {
		const words = page.blocks.flatMap((block) =>
			block.kind === 'line' && isMarginal(block, page) ? [withoutNumbers(block.line)] : []
		);
		for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const most = [...counts].filter(([, count]) => count > 1 && count * 2 > pages.length);
	return new Set(most.map(([words]) => words));
}

/** Gives all parts of a table the columns that any of them has. */
function withColumns(parts: readonly Part[]): Part[] {
	const xs = new Map<number, number[]>();
	for (const part of parts) {
		if (part.kind !== 'table') continue;
		const known = xs.get(part.table);
		if (known) known.push(...part.filled.table.xs);
		else xs.set(part.table, [...part.filled.table.xs]);
	}
	const columns = new Map([...xs].map(([table, all]) => [table, clustered(all)]));
	return parts.map((part) =>
		part.kind === 'table' ? { ...part, columns: columns.get(part.table) ?? [] } : part
	);
}

/** Puts rows together that a page's end cuts in two. */
function joinedRows(parts: readonly Part[]): Part[] {
	const joined: Part[] = [];
	for (const part of parts) {
		const index = joined.findLastIndex((other) => other.kind === 'table');
		const before = joined[index];
		if (part.kind === 'table' && before?.kind === 'table' && before.table === part.table) {
			const whole = joinedRow(before, part);
			if (whole) {
				joined[index] = { ...before, filled: { ...before.filled, contents: whole } };
				joined.push({ ...part, skipped: 1 });
				continue;
			}
		}
		joined.push(part);
	}
	return joined;
}

/**
 * The contents of a part with the first row of the next in its last row; null where that is a row
 * of its own. It belongs to the last row where its label is none of the form and the two together
 * are one, or where it has no label and the last row no figures.
 */
function joinedRow(before: TablePart, after: TablePart): (readonly GlyphLine[])[] | null {
	const last = before.filled.table.ys.length - 2;
	const pairs = after.filled.table.cells.flatMap((cell, index) => {
		if (cell.row !== 0) return [];
		const column = nearest(before.columns, cell.left);
		const mate = before.filled.table.cells.findIndex(
			(other) => other.row + other.rows - 1 === last && sameColumns(before, other, column, cell)
		);
		const upper = before.filled.contents[mate] ?? [];
		return [{ mate, upper, lower: after.filled.contents[index] ?? [] }];
	});
	if (pairs.length === 0 || pairs.some(({ mate }) => mate === -1)) return null;
	if (!isOneRow(pairs)) return null;
	const contents = [...before.filled.contents];
	for (const { mate, upper, lower } of pairs) contents[mate] = [...upper, ...lower];
	return contents;
}

function sameColumns(
	{ columns }: TablePart,
	other: RuledCell,
	column: number,
	cell: RuledCell
): boolean {
	return (
		nearest(columns, other.left) === column &&
		nearest(columns, other.right) === nearest(columns, cell.right)
	);
}

interface Pair {
	readonly upper: readonly GlyphLine[];
	readonly lower: readonly GlyphLine[];
}

function isOneRow(pairs: readonly Pair[]): boolean {
	const words = pairs.map(({ upper, lower }) => [textOf(upper), textOf(lower)] as const);
	if (words.every(([, lower]) => lower === '')) return true;
	const isFigure = (text: string) => text !== '' && figureIn(text) !== null;
	if (words.some(([upper, lower]) => isFigure(upper) && lower !== '')) return false;
	if (words.some(([upper, lower]) => isFigure(lower) && upper !== '')) return false;
	const figures = words.filter(([upper, lower]) => isFigure(upper) || isFigure(lower));
	if (figures.length === 0) return false;
	const labels = words.filter(([upper, lower]) => !isFigure(upper) && !isFigure(lower));
	const wrapped = labels.some(
		([upper, lower]) =>
			upper !== '' &&
			lower !== '' &&
			meaningOf(lower)?.role !== 'item' &&
			meaningOf(upper + lower)?.role === 'item'
	);
	const bare = labels.every(([, lower]) => lower === '');
	const named = labels.some(([upper]) => meaningOf(upper)?.role === 'item');
	return wrapped || (bare && named && figures.every(([upper]) => upper === ''));
}

/** The words of a cell, as they are written. */
export function textOf(lines: readonly GlyphLine[]): string {
	return lines
		.map((line, index) => {
			const above = lines[index - 1];
			return (above ? betweenLines(above, line, 0) : '') + wordsOf(line);
		})
		.join('');
}
