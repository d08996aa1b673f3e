import { LIMITS } from '../../limits.ts';
import { childOf, xmlAttribute, type XmlElement, type XmlNode } from './xml.ts';

/** What a body of a document says of its tables, and the elements that it makes for them. */
interface TableBody {
	rowsIn(table: XmlElement): XmlElement[];
	cellsIn(row: XmlElement): XmlElement[];
	contentOf(cell: XmlElement): XmlNode[];
	filler(): XmlNode[];
	made(name: string, children: XmlNode[], attributes?: string): XmlElement;
	attribute(name: string, value: number | string): string;
}

/** A cell of a Word table at its columns. */
interface PlacedCell {
	readonly column: number;
	columns: number;
	/** `begins` a merge downwards, `goes_on` with the cell above, or neither. */
	merge: 'begins' | 'goes_on' | null;
	readonly content: XmlNode[];
}

/** The rows of a table with every cell in its column, as mammoth reads rows. */
export function laidOut(body: TableBody, table: XmlElement): XmlElement[] {
	let above: readonly PlacedCell[] = [];
	return body.rowsIn(table).map((row) => {
		const cells = placedCells(body, row);
		for (const cell of cells) {
			// A cell that goes on with none above it stands by itself.
			if (cell.merge === 'goes_on' && !above.some((upper) => isAbove(upper, cell))) {
				cell.merge = null;
			}
		}
		above = cells;
		return body.made(
			'tr',
			cells.map((cell) => written(body, cell))
		);
	});
}

function isAbove(upper: PlacedCell, cell: PlacedCell): boolean {
	return upper.merge !== null && upper.column === cell.column && upper.columns === cell.columns;
}

function placedCells(body: TableBody, row: XmlElement): PlacedCell[] {
	const left = numberOf(childOf(childOf(row, 'trPr'), 'gridBefore'), 0);
	const cells: PlacedCell[] =
		left > 0 ? [{ column: 0, columns: left, merge: null, content: body.filler() }] : [];
	let column = left;
	for (const cell of body.cellsIn(row)) {
		const properties = childOf(cell, 'tcPr');
		const columns = numberOf(childOf(properties, 'gridSpan'), 1);
		const last = cells.at(-1);
		const beside = mergeOf(childOf(properties, 'hMerge'));
		if (beside === 'goes_on' && last) {
			last.columns += columns;
		} else {
			const merge = mergeOf(childOf(properties, 'vMerge'));
			cells.push({ column, columns, merge, content: body.contentOf(cell) });
		}
		column += columns;
	}
	return cells;
}

/** ECMA-376 part 1, 17.4.22 and 17.4.84: without a value the cell goes on. */
function mergeOf(element: XmlElement | undefined): PlacedCell['merge'] {
	if (!element) return null;
	return xmlAttribute(element, 'val') === 'restart' ? 'begins' : 'goes_on';
}

function numberOf(element: XmlElement | undefined, least: number): number {
	const value = Number(xmlAttribute(element, 'val') ?? least);
	return Number.isInteger(value) ? Math.min(Math.max(value, least), LIMITS.rowSlots) : least;
}

function written(body: TableBody, { columns, merge, content }: PlacedCell): XmlElement {
	const across = body.made('gridSpan', [], body.attribute('val', columns));
	const value = merge === 'begins' ? 'restart' : 'continue';
	const down = merge ? [body.made('vMerge', [], body.attribute('val', value))] : [];
	return body.made('tc', [body.made('tcPr', [across, ...down]), ...content]);
}
