import { walk, type Element, type Visitor } from './page.ts';
import { isHidden, roleOf, type Role } from './tag.ts';

/** Blocks in one cell beyond which the cell is a part of the page, not of a table. */
const CELL_BLOCKS = 24;

/** Whether the cells of a row are data; the cells of other rows only lay out the page. */
export function isDataRow(row: Element): boolean {
	const shape = new RowShape();
	walk(row, shape);
	const { cells, most, holdsTable } = shape;
	if (holdsTable || !(cells > 1 ? most <= CELL_BLOCKS : cells === 1 && most <= 1)) return false;
	return !isSpacer(row);
}

/** What stands in a row, as far as its first table: the rows in that one are looked at themselves. */
class RowShape implements Visitor<Role> {
	cells = 0;
	/** The most blocks and line breaks of any cell. */
	most = 0;
	holdsTable = false;
	private blocks = 0;

	text(): void {}

	leave(): void {}

	enter(element: Element): Role | null {
		if (this.holdsTable) return null;
		const role = roleOf(element);
		if (role === 'silent' || isHidden(element)) return null;
		if (role === 'table') this.holdsTable = true;
		else if (role === 'cell') {
			this.cells += 1;
			this.blocks = 0;
		} else if (role === 'break' || role === 'block') {
			this.blocks += 1;
			if (this.blocks > this.most) this.most = this.blocks;
		}
		return role;
	}
}

/** Word's last row of a table, which only sets the widths of its columns. */
function isSpacer({ attrs }: Element): boolean {
	return attrs.some(({ name, value }) => name === 'height' && value === '0');
}
