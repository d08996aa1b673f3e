import { zipOf, type Packed } from './zip.ts';

/** A cell of a sheet that is made for a test: its XML, or its words. */
export type SheetXml = { readonly xml: string } | string;

export interface SheetWriting {
	readonly name?: string;
	readonly state?: string;
	/** Rows of cells; null leaves a cell out. */
	readonly rows: readonly (readonly (SheetXml | null)[])[];
	readonly merges?: readonly string[];
	readonly hiddenRows?: readonly number[];
	readonly columns?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The letters of a column, from 0. */
export function letters(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const cellXml = (cell: SheetXml, place: string) =>
	typeof cell === 'string'
		? `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
		: cell.xml.replace('<c', `<c r="${place}"`);

function sheetXml({ rows, merges = [], hiddenRows = [], columns = '' }: SheetWriting): string {
	const written = rows.map((cells, row) => {
		const inside = cells.map((cell, column) =>
			cell === null ? '' : cellXml(cell, `${letters(column)}${row + 1}`)
		);
		const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
		return `<row r="${row + 1}"${hidden}>${inside.join('')}</row>`;
	});
	const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
	return `<worksheet xmlns="${MAIN}">${columns}<sheetData>${written.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

/** An .xlsx of some sheets; style 0 is general, style n the n-th of the formats. */
export function xlsxOf(sheets: readonly SheetWriting[], formats: readonly string[] = []): Buffer {
	const named = sheets.map((sheet, index) => ({ name: `表${index + 1}`, ...sheet }));
	const parts: Packed[] = [
		{ name: '[Content_Types].xml', bytes: '<Types/>' },
		{
			name: 'xl/workbook.xml',
			bytes: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named
				.map(
					({ name, state }, index) =>
						`<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="r${index + 1}"/>`
				)
				.join('')}</sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			bytes: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${named
				.map(
					(_, index) =>
						`<Relationship Id="r${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`
				)
				.join(
					''
				)}<Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
		},
		{
			name: 'xl/styles.xml',
			bytes: `<styleSheet xmlns="${MAIN}"><numFmts>${formats
				.map(
					(code, index) =>
						`<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`
				)
				.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
				.map((_, index) => `<xf numFmtId="${200 + index}"/>`)
				.join('')}</cellXfs></styleSheet>`
		},
		...named.map((sheet, index) => ({
			name: `xl/worksheets/sheet${index + 1}.xml`,
			bytes: sheetXml(sheet)
		}))
	];
	return zipOf(parts);
}

/** A table of a page as rows of a sheet, and its merged cells, from a row on. */
export function sheetTable(
	html: string,
	from: number,
	written: (words: string) => SheetXml | null
): { rows: (SheetXml | null)[][]; merges: string[] } {
	const rows: (SheetXml | null)[][] = [];
	const merges: string[] = [];
	const taken = new Set<string>();
	[...html.matchAll(/<tr>(.*?)<\/tr>/gs)].forEach(([, row = ''], at) => {
		const cells: (SheetXml | null)[] = [];
		let column = 0;
		for (const [, attributes = '', words = ''] of row.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)) {
			const span = (name: string) =>
				Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
			while (taken.has(`${at},${column}`)) column += 1;
			const [wide, high] = [span('colspan'), span('rowspan')];
			for (let down = 0; down < high; down += 1)
				for (let across = 0; across < wide; across += 1)
					taken.add(`${at + down},${column + across}`);
			while (cells.length < column) cells.push(null);
			cells.push(written(words));
			if (wide * high > 1) {
				const last = `${letters(column + wide - 1)}${from + at + high}`;
				merges.push(`${letters(column)}${from + at + 1}:${last}`);
			}
			column += wide;
		}
		rows.push(cells);
	});
	return { rows, merges };
}
