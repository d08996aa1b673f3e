import { LIMITS } from '../../limits.ts';
import { builtInFormat } from './numberformat.ts';
import type { Parts } from './package.ts';
import { childOf, elementsOf, localName, xmlAttribute, xmlTree, xmlWords } from './xml.ts';
import { XmlTrouble, type XmlElement } from './xml.ts';

/** A cell as its sheet has it, before anything is made of it. */
export interface SheetCell {
	/** Its type as written: `n`, `s`, `str`, `inlineStr`, `b`, `d` or `e` (ECMA-376 part 1, 18.18.11). */
	readonly type: string;
	/** Its value as written; null for none. */
	readonly value: string | null;
	/** The code of its number format; null for one that shows no plain number. */
	readonly format: string | null;
}

/** Cells that are one: the first and last row and column, from 0. */
export interface Merge {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

/** Where things stand in a sheet; rows and columns count from 0. */
export interface SheetLayout {
	readonly name: string;
	/** False for a sheet that does not show. */
	readonly visible: boolean;
	readonly cells: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
	readonly hiddenRows: ReadonlySet<number>;
	readonly hiddenColumns: ReadonlySet<number>;
	readonly merges: readonly Merge[];
	/** Rows and columns up to the last cell with a value. */
	readonly rows: number;
	readonly columns: number;
}

/**
 * The layouts of a workbook's sheets, in their order.
 * @throws {XmlTrouble} also where a sheet is larger than any report
 */
export function layoutsOf(parts: Parts): SheetLayout[] {
	const workbook = parts.get('xl/workbook.xml');
	const relations = parts.get('xl/_rels/workbook.xml.rels');
	if (workbook === undefined || relations === undefined) {
		throw new XmlTrouble('damaged', '内部没有工作簿（xl/workbook.xml）');
	}
	const targets = new Map(
		elementsOf(xmlTree(relations)).map((relation) => [
			xmlAttribute(relation, 'Id'),
			targetOf(xmlAttribute(relation, 'Target') ?? '')
		])
	);
	const styles = [...targets.values()].find((target) => /styles\.xml$/i.test(target));
	const formats = formatsOf(styles === undefined ? undefined : parts.get(styles));
	let area = 0;
	const sheets = childOf(xmlTree(workbook), 'sheets');
	return (sheets ? elementsOf(sheets) : []).flatMap((sheet) => {
		const xml = parts.get(targets.get(xmlAttribute(sheet, 'id')) ?? '');
		const name = xmlAttribute(sheet, 'name');
		if (xml === undefined || name === null) return [];
		const state = xmlAttribute(sheet, 'state');
		const layout = layoutOf(name, state === null || state === 'visible', xmlTree(xml), formats);
		area += layout.rows * layout.columns;
		if (area > LIMITS.workbookCells) {
			throw new XmlTrouble('too_large', `表格超过 ${LIMITS.workbookCells} 格`, {
				of: 'cells',
				most: LIMITS.workbookCells
			});
		}
		return [layout];
	});
}

const targetOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** The format of each style of cells. */
function formatsOf(styles: string | undefined): (string | null)[] {
	if (styles === undefined) return [];
	const root = xmlTree(styles);
	const own = new Map<number, string>();
	for (const format of childrenOf(root, 'numFmts')) {
		own.set(Number(xmlAttribute(format, 'numFmtId')), xmlAttribute(format, 'formatCode') ?? '');
	}
	return childrenOf(root, 'cellXfs').map((style) => {
		const id = Number(xmlAttribute(style, 'numFmtId') ?? 0);
		return own.get(id) ?? builtInFormat(id);
	});
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
	const child = childOf(element, name);
	return child ? elementsOf(child) : [];
}

function layoutOf(
	name: string,
	visible: boolean,
	sheet: XmlElement,
	formats: readonly (string | null)[]
): SheetLayout {
	const cells = new Map<number, ReadonlyMap<number, SheetCell>>();
	const hiddenRows = new Set<number>();
	let last = -1;
	let columns = 0;
	for (const row of childrenOf(sheet, 'sheetData')) {
		const number = Number(xmlAttribute(row, 'r') ?? last + 2) - 1;
		last = number;
		if (isTrue(row, 'hidden')) hiddenRows.add(number);
		const found = cellsOf(row, formats);
		if (found.size > 0) cells.set(number, found);
		for (const column of found.keys()) columns = Math.max(columns, column + 1);
	}
	let rows = 0;
	for (const row of cells.keys()) rows = Math.max(rows, row + 1);
	if (rows > LIMITS.sheetRows || columns > LIMITS.sheetColumns) {
		throw new XmlTrouble(
			'too_large',
			`工作表“${name}”超过 ${LIMITS.sheetRows} 行或 ${LIMITS.sheetColumns} 列`
		);
	}
	const merges = childrenOf(sheet, 'mergeCells').flatMap((merge) => mergeOf(merge) ?? []);
	if (merges.length > LIMITS.sheetMerges) {
		throw new XmlTrouble('too_large', `合并的单元格超过 ${LIMITS.sheetMerges} 个`, {
			of: 'merges',
			most: LIMITS.sheetMerges
		});
	}
	return {
		name,
		visible,
		cells,
		hiddenRows,
		hiddenColumns: hiddenIn(sheet),
		merges,
		rows,
		columns
	};
}

function isTrue(element: XmlElement, name: string): boolean {
	return /^(?:1|true)$/.test(xmlAttribute(element, name) ?? '');
}

/** The cells of a row that have a value, by column. */
function cellsOf(row: XmlElement, formats: readonly (string | null)[]): Map<number, SheetCell> {
	const found = new Map<number, SheetCell>();
	for (const cell of elementsOf(row)) {
		if (localName(cell.name) !== 'c') continue;
		const place = placeOf(xmlAttribute(cell, 'r') ?? '');
		if (!place) throw new XmlTrouble('damaged', '单元格没有位置');
		const value = childOf(cell, 'v');
		const type = xmlAttribute(cell, 't') ?? 'n';
		if (!value && !childOf(cell, 'is')) continue;
		const style = xmlAttribute(cell, 's');
		const format = style === null ? 'General' : (formats[Number(style)] ?? null);
		found.set(place.column, { type, value: value ? xmlWords(value) : null, format });
	}
	return found;
}

/** A place such as `AB12`, from 0. */
function placeOf(address: string): { row: number; column: number } | null {
	const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
	if (!found) return null;
	const [, letters = '', digits] = found;
	const column = [...letters.toUpperCase()].reduce(
		(sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
		0
	);
	return { row: Number(digits) - 1, column: column - 1 };
}

function mergeOf(merge: XmlElement): Merge | null {
	const [first = '', last = first] = (xmlAttribute(merge, 'ref') ?? '').split(':');
	const [start, end] = [placeOf(first), placeOf(last)];
	if (!start || !end) return null;
	return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

function hiddenIn(sheet: XmlElement): Set<number> {
	const hidden = new Set<number>();
	for (const column of childrenOf(sheet, 'cols')) {
		if (!isTrue(column, 'hidden')) continue;
		const end = Math.min(Number(xmlAttribute(column, 'max')), LIMITS.sheetColumns);
		for (let at = Number(xmlAttribute(column, 'min')); at <= end; at += 1) hidden.add(at - 1);
	}
	return hidden;
}
