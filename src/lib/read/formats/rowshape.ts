import { type Element, type Node, walk } from './page.ts';
import { BLOCKS, isHidden, SILENT } from './tag.ts';

/** Blocks in one cell beyond which the cell is a part of the page, not of a table. */
const CELL_BLOCKS = 24;

interface OpenRow {
	cells: number;
	/** Blocks and line breaks of the cell under way, and the most of any cell. */
	blocks: number;
	most: number;
	/** True where another table stands in the row. */
	holdsTable: boolean;
}

/** The rows whose cells are data; the other rows only lay out the page. */
export function dataRows(tree: { readonly childNodes: readonly Node[] }): Set<Element> {
	const found = new Set<Element>();
	const open: OpenRow[] = [];
	const enter = (element: Element) => {
		const { tagName: name } = element;
		const row = open.at(-1);
		if (SILENT.has(name) || isHidden(element)) return null;
		if (row && name === 'table') row.holdsTable = true;
		if (row && (name === 'td' || name === 'th')) {
			row.cells += 1;
			row.blocks = 0;
		}
		if (row && (name === 'br' || BLOCKS.has(name))) {
			row.blocks += 1;
			row.most = Math.max(row.most, row.blocks);
		}
		if (name !== 'tr') return () => {};
		const begun: OpenRow = { cells: 0, blocks: 0, most: 0, holdsTable: false };
		open.push(begun);
		return () => {
			open.pop();
			if (isData(begun) && !isSpacer(element)) found.add(element);
		};
	};
	walk(tree, () => {}, enter);
	return found;
}

function isData({ cells, most, holdsTable }: OpenRow): boolean {
	return !holdsTable && (cells > 1 ? most <= CELL_BLOCKS : cells === 1 && most <= 1);
}

/** Word's last row of a table, which only sets the widths of its columns. */
function isSpacer({ attrs }: Element): boolean {
	return attrs.some(({ name, value }) => name === 'height' && value === '0');
}
