import { zipOf, type Packed } from './zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = [
	`xmlns:w="${W}"`,
	'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
	'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
	'xmlns:v="urn:schemas-microsoft-com:vml"',
	'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
].join(' ');

/** A .docx with this XML in its body, or with a main part of one's own. */
export function docxWith(
	body: string,
	others: readonly Packed[] = [],
	main = `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`
): Buffer {
	return zipOf([
		{
			name: '[Content_Types].xml',
			bytes: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
		},
		{
			name: '_rels/.rels',
			bytes: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
		},
		{
			name: 'word/document.xml',
			bytes: `<?xml version="1.0" encoding="UTF-8"?>${main}`
		},
		...others
	]);
}

/** A run of words. */
export const run = (words: string, look = '') =>
	`<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

export const paragraph = (runs: string) => `<w:p>${runs}</w:p>`;

/** A table cell as a page gives it. */
interface Cell {
	readonly words: string;
	readonly columns: number;
	readonly rows: number;
}

/** The rows of a table of a page, cell by cell. */
function rowsOf(table: string): Cell[][] {
	return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
		[...row.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)].map(([, attributes = '', words = '']) => {
			const span = (name: string) =>
				Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
			return { words, columns: span('colspan'), rows: span('rowspan') };
		})
	);
}

/** Twips of a column. */
const WIDTH = 800;

/** How the XML of a table is to be written. */
export interface Writing {
	/** The content of a cell, from its words. */
	readonly content?: (words: string) => string;
	/** Properties of a row, and what wraps it. */
	readonly properties?: (row: number) => string;
	readonly wrapRow?: (xml: string, row: number) => string;
	readonly wrapCell?: (xml: string) => string;
	/** Without the widths of its columns, as some programs write tables. */
	readonly noWidths?: boolean;
}

/** A table of a page as a table of Word, with `gridSpan` and `vMerge` for its spans. */
export function wordTable(html: string, writing: Writing = {}): string {
	const { content = run, properties = () => '', wrapRow = (xml) => xml, wrapCell } = writing;
	const held: { left: number; columns: number }[] = [];
	const rows = rowsOf(html).map((cells, at) => {
		const waiting = [...cells];
		let xml = '';
		for (let column = 0; waiting.length > 0 || (held[column]?.left ?? 0) > 0;) {
			const above = held[column];
			const goesOn = above !== undefined && above.left > 0;
			const cell = goesOn ? null : waiting.shift();
			const columns = above && goesOn ? above.columns : (cell?.columns ?? 1);
			if (above && goesOn) above.left -= 1;
			else held[column] = { left: (cell?.rows ?? 1) - 1, columns };
			const begins = (cell?.rows ?? 1) > 1;
			const merge = goesOn ? '<w:vMerge/>' : begins ? '<w:vMerge w:val="restart"/>' : '';
			const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
			const words = cell ? content(cell.words) : '';
			const width = writing.noWidths ? '' : `<w:tcW w:w="${columns * WIDTH}" w:type="dxa"/>`;
			const written = `<w:tc><w:tcPr>${width}${span}${merge}</w:tcPr><w:p>${words}</w:p></w:tc>`;
			xml += wrapCell ? wrapCell(written) : written;
			column += columns;
		}
		return wrapRow(`<w:tr><w:trPr>${properties(at)}</w:trPr>${xml}</w:tr>`, at);
	});
	const columns = Math.max(
		...rowsOf(html).map((cells) => cells.reduce((sum, cell) => sum + cell.columns, 0))
	);
	const grid = writing.noWidths ? '' : `<w:gridCol w:w="${WIDTH}"/>`.repeat(columns);
	return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}
