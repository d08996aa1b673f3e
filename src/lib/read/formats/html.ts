import { LIMITS } from '../../limits.ts';
import { Grid, spanOf } from './grid.ts';
import { attributeOf, treeOf, walk, type Element } from './page.ts';
import { factsOf, PageHead } from './pagehead.ts';
import { PageText, type WrittenCell, type WrittenLine } from './pagetext.ts';
import { dataRows } from './rowshape.ts';
import { isSpace, slotAt, type Area, type Document, type Line, type Slot } from '../slot.ts';
import { BLOCKS, isHidden, OPAQUE, SET_APART, SILENT } from './tag.ts';
import { lineAt } from './text.ts';

/**
 * An HTML page as its visible text, and its tables as rows of a grid. `inside` reads a text with
 * HTML tables in it, whose own lines count.
 */
export function readHtml(html: string, inside = false): Document {
	const tree = treeOf(html);
	const writer = new PageWriter(dataRows(tree), inside);
	walk(
		tree,
		(words) => writer.words(words),
		(element) => writer.enter(element)
	);
	const { page, head } = writer;
	page.endLine();
	const text = page.text;
	const lines = page.lines.flatMap((line) => slotsOf(text, line) ?? []);
	return { text, lines, page: factsOf(head) };
}

function slotsOf(text: string, { start, end, cells, grid }: WrittenLine): Line | null {
	if (!cells || !grid) return isBlank(text, start, end) ? null : lineAt(text, start, end);
	if (cells.length > LIMITS.rowSlots) return { layout: 'prose', slots: [] };
	const slots = cells.map((cell): Slot => {
		const { start: from, end: to, kind, figure } = slotAt(text, cell.start, cell.end);
		const unreadable = cell.opaque && (from === to || kind === 'figure');
		if (unreadable) return { start: from, end: to, kind: 'text', figure: null, area: cell.area };
		return { start: from, end: to, kind, figure, area: cell.area };
	});
	return { layout: 'cells', slots, grid };
}

/** Lines of spaces are how pages keep paragraphs apart; they are no blank cells. */
function isBlank(text: string, start: number, end: number): boolean {
	for (let index = start; index < end; index += 1) {
		if (!isSpace(text.charCodeAt(index))) return false;
	}
	return true;
}

interface OpenTable {
	readonly id: number;
	readonly grid: Grid;
	/** The row of cells under way; null in a row of blocks, as layout tables have them. */
	row: { readonly above: readonly Area[]; readonly cells: WrittenCell[] } | null;
	/** Whether the cell under way shows something that is no text. */
	opaque: boolean;
}

/** Writes the elements of a page, one after the other, into its text. */
class PageWriter {
	readonly page = new PageText();
	readonly head = new PageHead();
	private tables: OpenTable[] = [];
	private tableCount = 0;
	private preformatted: number;

	constructor(
		private readonly rows: ReadonlySet<Element>,
		inside: boolean
	) {
		this.preformatted = inside ? 1 : 0;
	}

	words(words: string): void {
		if (this.preformatted > 0 && this.tables.length === 0) this.page.writeLines(words);
		else this.page.write(words);
	}

	/** Begins an element; gives what ends it, or null where none of it shows. */
	enter(element: Element): (() => void) | null {
		const { tagName: name } = element;
		if (name === 'head' || name === 'html') return () => {};
		if (name === 'title') return this.head.takeTitle(element);
		if (name === 'meta') this.head.takeMeta(element);
		if (SILENT.has(name) || isHidden(element)) return null;
		if (OPAQUE.has(name)) return this.shown(element);
		if (name === 'br') return this.lineBreak();
		if (name === 'table') return this.table();
		if (name === 'tr') return this.row(element);
		if (name === 'td' || name === 'th') return this.cell(element);
		if (name === 'tbody' || name === 'thead' || name === 'tfoot') return this.group();
		if (name === 'a' || name === 'nav' || name === 'footer') return this.link(name !== 'a');
		if (name === 'pre') return this.pre();
		if (BLOCKS.has(name)) return this.block();
		if (SET_APART.has(name)) return this.apart();
		return () => {};
	}

	private get inRow(): boolean {
		return Boolean(this.tables.at(-1)?.row);
	}

	private shown(element: Element): (() => void) | null {
		const table = this.tables.at(-1);
		const value = element.tagName === 'input' ? attributeOf(element, 'value') : null;
		if (value !== null && attributeOf(element, 'type') !== 'hidden') this.page.write(value);
		else if (table) table.opaque = true;
		return null;
	}

	private endBlock(): void {
		if (this.inRow) this.page.space();
		else this.page.endLine();
	}

	private block(): () => void {
		this.endBlock();
		return () => this.endBlock();
	}

	private lineBreak(): () => void {
		this.endBlock();
		return () => {};
	}

	private apart(): () => void {
		this.page.space();
		return () => this.page.space();
	}

	private pre(): () => void {
		this.endBlock();
		this.preformatted += 1;
		return () => {
			this.preformatted -= 1;
			this.endBlock();
		};
	}

	private link(block: boolean): () => void {
		if (block) this.endBlock();
		const start = this.page.length;
		return () => {
			this.head.takeLink(start, this.page.length);
			if (block) this.endBlock();
		};
	}

	private table(): () => void {
		this.endBlock();
		this.tableCount += 1;
		this.tables.push({ id: this.tableCount, grid: new Grid(), row: null, opaque: false });
		return () => {
			this.tables.pop();
			this.endBlock();
		};
	}

	private group(): () => void {
		const grid = this.tables.at(-1)?.grid;
		grid?.endGroup();
		return () => grid?.endGroup();
	}

	private row(element: Element): () => void {
		const table = this.tables.at(-1);
		if (!table) return this.block();
		this.page.endLine();
		const above = table.grid.startRow();
		if (!this.rows.has(element)) return () => this.page.endLine();
		const cells: WrittenCell[] = [];
		table.row = { above, cells };
		return () => {
			table.row = null;
			if (cells.length > 0) this.page.endRow(cells, { table: table.id, above });
		};
	}

	private cell(element: Element): () => void {
		const table = this.tables.at(-1);
		if (!table) return this.block();
		const columns = spanOf(attributeOf(element, 'colspan'), LIMITS.rowSlots);
		const area = table.grid.place(columns, rowsOf(element));
		const { row } = table;
		if (!row) return this.block();
		const start = this.page.startCell(row.cells.length === 0);
		table.opaque = false;
		return () => {
			row.cells.push({ start, end: this.page.length, area, opaque: table.opaque });
		};
	}
}

/** The rows that a cell claims; 0 claims all that are left. */
function rowsOf(cell: Element): number {
	const attribute = attributeOf(cell, 'rowspan');
	if (attribute?.trim() === '0') return LIMITS.pageRowspan;
	return spanOf(attribute, LIMITS.pageRowspan);
}
