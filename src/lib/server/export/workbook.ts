import { DataType, type Field, type Schema } from 'apache-arrow';
import { LIMITS } from '../../limits.ts';
import type { ExportQuery } from './export-query.ts';
import { asText, columnName, figureText, textKind } from './text-column.ts';
import { ZipBytes } from './zip.ts';

/** More rows than a workbook holds. */
export class WorkbookTooLarge extends Error {
	override readonly name = 'WorkbookTooLarge';
	readonly rows: number;

	constructor(rows: number) {
		super(`${rows} rows for a workbook of ${LIMITS.workbookRows}`);
		this.rows = rows;
	}
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook of one sheet that do not depend on its rows. */
const FRAME: Readonly<Record<string, (name: string) => string>> = {
	'[Content_Types].xml': () =>
		`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
	'_rels/.rels': () =>
		`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	'xl/workbook.xml': (name) =>
		`<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	'xl/_rels/workbook.xml.rels': () =>
		`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
};

const SHEET_START = `${XML}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';

/** A cell of a spreadsheet holds no more characters. */
const CELL_CHARACTERS = 32_767;
const textCell = (text: string) =>
	`<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** A text as XML: what XML cannot hold is left out, and no text is ever a formula. */
function escapedText(column: string): string {
	const kept = `regexp_replace(left(${column}, ${CELL_CHARACTERS}), '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]', '', 'g')`;
	return `replace(replace(replace(${kept}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
}

/** One cell of a row; null is an empty cell, which still takes its place. */
function cellText(field: Field): string {
	const column = columnName(field);
	const words = (text: string) => `'${textCell(`' || ${text} || '`)}'`;
	const texts = {
		code: () => words(column),
		words: () => words(escapedText(column)),
		figure: () => `'<c><v>' || ${figureText(column)} || '</v></c>'`,
		plain: () =>
			DataType.isInt(field.type)
				? `'<c><v>' || ${asText(column)} || '</v></c>'`
				: words(asText(column))
	};
	return `coalesce(${texts[textKind(field)]()}, '<c/>')`;
}

/**
 * A table as a workbook of one sheet, made and sent row by row, so that it takes no more memory
 * than a batch of rows.
 *
 * @throws WorkbookTooLarge where the table has more rows than `LIMITS.workbookRows`
 */
export async function* workbook(
	query: ExportQuery,
	schema: Schema,
	name: string
): AsyncGenerator<Uint8Array> {
	const count = await query.count();
	if (count > LIMITS.workbookRows) throw new WorkbookTooLarge(count);
	const zip = new ZipBytes();
	try {
		for (const [path, content] of Object.entries(FRAME)) {
			await zip.open(path).write(Buffer.from(XML + content(name)), true);
		}
		const sheet = zip.open('xl/worksheets/sheet1.xml');
		const header = schema.fields.map((field) => textCell(field.name)).join('');
		await sheet.write(Buffer.from(`${SHEET_START}<row>${header}</row>`));
		const row = `'<row>' || ${schema.fields.map(cellText).join(' || ')} || '</row>'`;
		for await (const lines of query.lines(row)) {
			await sheet.write(Buffer.from(lines.join('')));
			const bytes = zip.drain();
			if (bytes.length > 0) yield bytes;
		}
		await sheet.write(Buffer.from(SHEET_END), true);
		zip.end();
		yield zip.drain();
	} finally {
		zip.close();
	}
}
