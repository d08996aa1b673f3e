import { figureIn, isBlankMark } from '../figure.ts';
import { meaningOf } from '../tables/label.ts';
import { headColumns, type Column } from './pdfheads.ts';
import type { FilledTable, RuledCell } from './pdfgrid.ts';
import { COLUMN_GAP, segmentsOf, wordsOf, type GlyphLine } from './pdflines.ts';

/** Lines of a page without rules, with the tables that their columns make. */
export interface Aligned {
	readonly aligned: readonly FilledTable[];
	readonly lines: readonly GlyphLine[];
	/** The columns of the last table, under which one at the top of the next page may go on. */
	readonly columns: readonly Column[] | null;
}

/** A line cut where columns may part: words of labels, then figures. */
export interface CutLine {
	readonly line: GlyphLine;
	readonly words: readonly GlyphLine[];
	readonly figures: readonly GlyphLine[];
}

/** A row of figures, each under its column, and the words of its label. */
interface AlignedRow {
	readonly middle: number;
	readonly figures: ReadonlyMap<number, GlyphLine>;
	readonly labels: GlyphLine[][];
}

/** Sizes of the font between two lines of one label, and from its middle to that of its figures. */
const LABEL_PITCH = 1.7;
const OFF_CENTRE = 0.4;

/**
 * Finds tables without rules between columns among the lines of a page. A table has heads that are
 * measures of the form, or goes on under those of the page before; each of its figures stands
 * under exactly one. Where that fails the lines are left as they are.
 *
 * @param carried the columns of the last table of the page before
 */
export function alignedTables(
	lines: readonly GlyphLine[],
	carried: readonly Column[] | null
): Aligned {
	const cut = lines.map(cutLine);
	const aligned: FilledTable[] = [];
	const left: GlyphLine[] = [];
	let columns: readonly Column[] | null = carried;
	let open = 0;
	for (let at = 0; at < cut.length; at += 1) {
		if (at < open || cut[at]?.figures.length === 0) continue;
		const above = cut.slice(open, at);
		const heads = headColumns(above.map(({ line }) => line));
		const own = heads ?? (aligned.length === 0 ? carried?.map(withoutHead) : null) ?? null;
		const block = own && blockAt(cut, at, own);
		if (!block) continue;
		const first = heads ? at : block.first;
		left.push(...cut.slice(open, first).flatMap((one) => withoutHeads(one.line, heads ?? [])));
		aligned.push(tableOf(cut.slice(first, block.end), block.columns));
		columns = block.columns;
		open = block.end;
	}
	left.push(...lines.slice(open));
	if (aligned.length === 0 && lines.length > 0) columns = null;
	return { aligned, lines: left, columns };
}

const withoutHead = ({ left, right }: Column): Column => ({ left, right, head: [] });

function cutLine(line: GlyphLine): CutLine {
	const parts = segmentsOf(line, COLUMN_GAP);
	const isFigure = (part: GlyphLine) => {
		const words = wordsOf(part);
		return figureIn(words) !== null || isBlankMark(words);
	};
	return {
		line,
		words: parts.filter((part) => !isFigure(part)),
		figures: parts.filter(isFigure)
	};
}

/** Where the lines of a table begin and end, with its columns as wide as all that stands in them. */
interface Block {
	readonly first: number;
	readonly end: number;
	readonly columns: readonly Column[];
}

/** The rows from one of figures on, as long as every figure stands under one column. */
function blockAt(cut: readonly CutLine[], at: number, heads: readonly Column[]): Block | null {
	let columns = heads;
	let last = -1;
	for (let index = at; index < cut.length; index += 1) {
		const one = cut[index];
		if (!one || one.words.some(({ right }) => right > (columns[0]?.left ?? 0))) break;
		if (one.figures.length === 0) continue;
		const wider = widened(columns, one.figures);
		if (!wider) break;
		columns = wider;
		last = index;
	}
	if (last === -1) return null;
	const isNear = (index: number, by: -1 | 1) => {
		const [line, beside] = [cut[index]?.line, cut[index - by]?.line];
		if (!line || !beside || cut[index]?.figures.length) return false;
		const apart = Math.abs(middleOf(line) - middleOf(beside));
		return apart <= LABEL_PITCH * line.size && line.right <= (columns[0]?.left ?? 0);
	};
	let [first, end] = [at, last + 1];
	while (isNear(end, 1)) end += 1;
	while (isNear(first - 1, -1)) first -= 1;
	return { first, end, columns };
}

/** The column over which something stands; -1 where there is none, or several. */
function under(columns: readonly Column[], { left, right }: GlyphLine): number {
	const over = columns.flatMap((column, index) =>
		left < column.right && right > column.left ? [index] : []
	);
	return over.length === 1 ? (over[0] ?? -1) : -1;
}

/** Columns that hold a row's figures too; null unless each stands under one of its own. */
function widened(columns: readonly Column[], figures: readonly GlyphLine[]): Column[] | null {
	const wider = [...columns];
	const taken = new Set<number>();
	for (const figure of figures) {
		const index = under(columns, figure);
		const column = columns[index];
		if (!column || taken.has(index)) return null;
		taken.add(index);
		const left = Math.min(column.left, figure.left);
		const right = Math.max(column.right, figure.right);
		wider[index] = { ...column, left, right };
	}
	const apart = wider.every(({ left }, index) => left > (wider[index - 1]?.right ?? -Infinity));
	return apart ? wider : null;
}

const middleOf = ({ top, bottom }: GlyphLine) => (top + bottom) / 2;

/** Words of labels that stand one below the other. */
function stacks(words: readonly GlyphLine[]): GlyphLine[][] {
	const stacked: GlyphLine[][] = [];
	for (const part of words) {
		const mate = stacked.find((stack) => {
			const last = stack.at(-1);
			return (
				last !== undefined &&
				part.left < last.right &&
				part.right > last.left &&
				middleOf(part) - middleOf(last) <= LABEL_PITCH * part.size
			);
		});
		if (mate) mate.push(part);
		else stacked.push([part]);
	}
	return stacked;
}

const middleOfAll = (stack: readonly GlyphLine[]) =>
	(Math.min(...stack.map(({ top }) => top)) + Math.max(...stack.map(({ bottom }) => bottom))) / 2;

/** The words that make a row's label: those whose middle stands at its figures'. */
function labelIn(stack: readonly GlyphLine[], middle: number): readonly GlyphLine[] {
	let best: readonly GlyphLine[] = [];
	for (let from = 0; from < stack.length; from += 1) {
		for (let to = from + 1; to <= stack.length; to += 1) {
			const part = stack.slice(from, to);
			const off = Math.abs(middleOfAll(part) - middle);
			if (off <= OFF_CENTRE * (part[0]?.size ?? 0) && isBetter(part, best)) best = part;
		}
	}
	return best;
}

/** Whether lines make a label of the form, or more of one than others do. */
function isBetter(part: readonly GlyphLine[], best: readonly GlyphLine[]): boolean {
	const isItem = (lines: readonly GlyphLine[]) =>
		meaningOf(lines.map(wordsOf).join(''))?.role === 'item';
	if (isItem(part) !== isItem(best)) return isItem(part);
	return part.length > best.length;
}

function tableOf(cut: readonly CutLine[], columns: readonly Column[]): FilledTable {
	const figures = cut.filter((one) => one.figures.length > 0);
	const rows = figures.map((one): AlignedRow => {
		const placed = one.figures.map((figure) => [under(columns, figure), figure] as const);
		return { middle: middleOf(one.figures[0] ?? one.line), figures: new Map(placed), labels: [] };
	});
	const nearestRow = (at: number) =>
		rows.reduce((best, row, index) => {
			const than = rows[best]?.middle ?? Infinity;
			return Math.abs(row.middle - at) < Math.abs(than - at) ? index : best;
		}, 0);
	const near = rows.map((): GlyphLine[] => []);
	for (const part of cut.flatMap(({ words }) => words)) {
		near[nearestRow(middleOf(part))]?.push(part);
	}
	const loose: AlignedRow[] = [];
	rows.forEach((row, index) => {
		for (const stack of stacks(near[index] ?? [])) {
			const label = labelIn(stack, row.middle);
			if (label.length > 0) row.labels.push([...label]);
			for (const part of stack.filter((one) => !label.includes(one))) {
				loose.push({ middle: middleOf(part), figures: new Map(), labels: [[part]] });
			}
		}
		row.labels.sort((one, other) => (one[0]?.left ?? 0) - (other[0]?.left ?? 0));
	});
	const all = [...rows, ...loose].sort((one, other) => one.middle - other.middle);
	return filled(all, columns);
}

/**
 * The rows as a table with its grid: a column for all labels, from the page's side so that it is
 * the same on each page, then those of figures.
 */
function filled(rows: readonly AlignedRow[], columns: readonly Column[]): FilledTable {
	const xs = [
		0,
		...columns.map(({ left }, index) => {
			const before = columns[index - 1]?.right;
			return before === undefined ? left - 1 : (before + left) / 2;
		}),
		(columns.at(-1)?.right ?? 0) + 1
	];
	const headed = columns.some(({ head }) => head.length > 0);
	const groups = columns.flatMap(({ group }, index) => (group ? [index] : []));
	const headRows = headed ? (groups.length > 0 ? 2 : 1) : 0;
	const headTop = Math.min(...columns.flatMap(({ head }) => head.map(({ top }) => top)));
	const tops = rows.map(({ middle }, index) => {
		const before = rows[index - 1]?.middle;
		return before === undefined ? middle - HALF : (before + middle) / 2;
	});
	const firstTop = tops[0] ?? 0;
	const heads = [headTop, (headTop + firstTop) / 2].slice(0, headRows);
	const ys = [...heads, ...tops, (rows.at(-1)?.middle ?? 0) + HALF];
	const cells: RuledCell[] = [];
	const contents: (readonly GlyphLine[])[] = [];
	const put = (row: number, column: number, lines: readonly GlyphLine[], span = 1, down = 1) => {
		const [left = 0, right = 0] = [xs[column], xs[column + span]];
		const [top = 0, bottom = 0] = [ys[row], ys[row + down]];
		cells.push({ row, rows: down, column, columns: span, left, right, top, bottom });
		contents.push(lines);
	};
	if (headed) {
		columns.forEach(({ head, group }, index) => {
			if (!group) put(0, index + 1, head, 1, headRows);
			else if (index === groups[0]) put(0, index + 1, [group], groups.length);
		});
		for (const index of groups) put(1, index + 1, columns[index]?.head ?? []);
	}
	rows.forEach(({ labels, figures }, index) => {
		const row = index + headRows;
		labels.forEach((label) => put(row, 0, label));
		if (figures.size === 0) return;
		columns.forEach((_, column) => {
			const figure = figures.get(column);
			put(row, column + 1, figure ? [figure] : []);
		});
	});
	const [left = 0, right = 0] = [xs[0], xs.at(-1)];
	const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
	return { table: { xs, ys, cells, left, right, top, bottom }, contents };
}

/** Points from the middle of a row to where it ends, where no row stands beside it. */
const HALF = 8;

/** What a line holds besides the heads of columns. */
function withoutHeads(line: GlyphLine, columns: readonly Column[]): GlyphLine[] {
	const heads = new Set(
		columns.flatMap(({ head, group }) =>
			[...head, ...(group ? [group] : [])].flatMap(({ glyphs }) => glyphs)
		)
	);
	const glyphs = line.glyphs.filter((glyph) => !heads.has(glyph));
	if (glyphs.length === line.glyphs.length) return [line];
	const [first] = glyphs;
	return first ? [{ ...line, glyphs, left: first.left }] : [];
}
