import { LIMITS } from '../../limits.ts';
import { Grid, spanOf } from './grid.ts';
import { attributeOf, treeOf, walk, type Element, type Visitor } from './page.ts';
import { factsOf, PageHead } from './pagehead.ts';
import { PageText, type WrittenCell, type WrittenLine } from './pagetext.ts';
import { isDataRow } from './rowshape.ts';
import { isSpace, slotAt, type Area, type Document, type Line, type Slot } from '../slot.ts';
import { isHidden, roleOf, type Role } from './tag.ts';
import { lineAt } from './text.ts';

/**
 * An HTML page as its visible text, and its tables as rows of a grid. `inside` reads a text with
 * HTML tables in it, whose own lines count.
 */
export function readHtml(html: string, inside = false): Document {
	const tree = treeOf(html);
	const writer = new PageWriter(inside);
	walk(tree, writer);
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
	/** The cell under way, which stands in a row of cells. */
	cell: { readonly start: number; readonly area: Area } | null;
	/** Whether the cell under way shows something that is no text. */
	opaque: boolean;
}

/** Writes the elements of a page, one after the other, into its text. */
class PageWriter implements Visitor<Role> {
	readonly page = new PageText();
	readonly head = new PageHead();
	private readonly tables: OpenTable[] = [];
	/** The innermost table under way. */
	private table: OpenTable | null = null;
	private tableCount = 0;
	/** Where the links under way begin. */
	private readonly links: number[] = [];
	private preformatted: number;

	constructor(inside: boolean) {
		this.preformatted = inside ? 1 : 0;
	}

	text(words: string): void {
		if (this.preformatted > 0 && !this.table) this.page.writeLines(words);
		else this.page.write(words);
	}

	enter(element: Element): Role | null {
		const role = roleOf(element);
		if (role === 'frame') return role;
		if (role === 'title') return this.head.takeTitle(element);
		if (role === 'meta') this.head.takeMeta(element);
		if (role === 'silent' || isHidden(element)) return null;
		if (role === 'opaque') return this.shown(element);
		if (role === 'row') this.startRow(element);
		else if (role === 'cell') this.startCell(element);
		else this.start(role);
		return role;
	}

	/** Begins an element that is no row and no cell. */
	private start(role: Role): void {
		if (role === 'inline' || role === 'meta') return;
		if (role === 'apart') return this.page.space();
		if (role === 'group') return this.table?.grid.endGroup();
		if (role !== 'link') this.endBlock();
		if (role === 'link' || role === 'part') this.links.push(this.page.length);
		if (role === 'pre') this.preformatted += 1;
		if (role === 'table') this.startTable();
	}

	leave(role: Role): void {
		if (role === 'inline' || role === 'meta' || role === 'frame' || role === 'break') return;
		if (role === 'cell') return this.endCell();
		if (role === 'row') return this.endRow();
		if (role === 'apart') return this.page.space();
		if (role === 'group') return this.table?.grid.endGroup();
		if (role === 'link' || role === 'part') this.endLink();
		if (role === 'pre') this.preformatted -= 1;
		if (role === 'table') this.table = this.tables.pop() ?? null;
		if (role !== 'link') this.endBlock();
	}

	private shown(element: Element): null {
		const value = element.tagName === 'input' ? attributeOf(element, 'value') : null;
		if (value !== null && attributeOf(element, 'type') !== 'hidden') this.page.write(value);
		else if (this.table) this.table.opaque = true;
		return null;
	}

	private endBlock(): void {
		if (this.table?.row) this.page.space();
		else this.page.endLine();
	}

	private endLink(): void {
		const start = this.links.pop();
		if (start !== undefined) this.head.takeLink(start, this.page.length);
	}

	private startTable(): void {
		this.tableCount += 1;
		if (this.table) this.tables.push(this.table);
		this.table = { id: this.tableCount, grid: new Grid(), row: null, cell: null, opaque: false };
	}

	private startRow(element: Element): void {
		const { table } = this;
		this.page.endLine();
		if (!table) return;
		const above = table.grid.startRow();
		table.row = isDataRow(element) ? { above, cells: [] } : null;
	}

	private endRow(): void {
		const { table } = this;
		if (!table?.row) return this.page.endLine();
		const { above, cells } = table.row;
		table.row = null;
		if (cells.length > 0) this.page.endRow(cells, { table: table.id, above });
	}

	private startCell(element: Element): void {
		const { table } = this;
		const area = table ? areaOf(table.grid, element) : null;
		if (!table?.row || !area) return this.endBlock();
		table.cell = { start: this.page.startCell(table.row.cells.length === 0), area };
		table.opaque = false;
	}

	private endCell(): void {
		const { table } = this;
		if (!table?.row || !table.cell) return this.endBlock();
		const { start, area } = table.cell;
		table.cell = null;
		table.row.cells.push({ start, end: this.page.length, area, opaque: table.opaque });
	}
}

/** The columns and rows that a cell covers, by its own spans. */
function areaOf(grid: Grid, cell: Element): Area {
	if (cell.attrs.length === 0) return grid.place(1, 1);
	const columns = spanOf(attributeOf(cell, 'colspan'), LIMITS.rowSlots);
	return grid.place(columns, rowsOf(cell));
}

/** The rows that a cell claims; 0 claims all that are left. */
function rowsOf(cell: Element): number {
	const attribute = attributeOf(cell, 'rowspan');
	if (attribute?.trim() === '0') return LIMITS.pageRowspan;
	return spanOf(attribute, LIMITS.pageRowspan);
}
