import { DataType, type Field, type Schema } from 'apache-arrow';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { LIMITS } from '../../limits.ts';
import type { ExportQuery, Row } from './export-query.ts';

/** More rows than a workbook may have. */
export class WorkbookTooLarge extends Error {
	override readonly name = 'WorkbookTooLarge';
	readonly rows: number;

	constructor(rows: number) {
		super(`${rows} rows for a workbook of ${LIMITS.workbookRows}`);
		this.rows = rows;
	}
}

/** A cell of a spreadsheet holds no more characters. */
const CELL_CHARACTERS = 32_767;
/** What XML 1.0 cannot hold. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A value as a cell: figures are numbers, all else is text and never a formula; null is empty. */
function cellOf(value: Row[string]): Cell {
	if (typeof value !== 'string') return value;
	return { value: value.slice(0, CELL_CHARACTERS).replace(NOT_XML, ''), type: String };
}

const width = ({ type }: Field) => ({ width: DataType.isUtf8(type) ? 20 : 12 });

/**
 * A table as a workbook of one sheet.
 *
 * @throws WorkbookTooLarge where the table has more rows than `LIMITS.workbookRows`
 */
export async function* workbook(
	query: ExportQuery,
	schema: Schema,
	sheet: string
): AsyncGenerator<Uint8Array> {
	const count = await query.count();
	if (count > LIMITS.workbookRows) throw new WorkbookTooLarge(count);
	const names = schema.fields.map(({ name }) => name);
	const data: Cell[][] = [names.map((value) => ({ value, fontWeight: 'bold' }))];
	for await (const rows of query.rows<Row>(names)) {
		for (const row of rows) data.push(names.map((name) => cellOf(row[name] ?? null)));
	}
	const columns = schema.fields.map(width);
	yield await writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}
