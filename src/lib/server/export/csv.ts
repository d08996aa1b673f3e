import type { Schema } from 'apache-arrow';
import { stringify } from 'csv-stringify/sync';
import type { ExportQuery, Row } from './export-query.ts';

/**
 * A table as CSV for spreadsheets and programs: UTF-8, CRLF, quoted after RFC 4180. A text that a
 * spreadsheet would take for a formula has an apostrophe before it. Null is nothing between commas,
 * which is not a zero.
 */
export async function* csv(
	query: ExportQuery,
	schema: Schema,
	{ byteOrderMark = true }: { byteOrderMark?: boolean } = {}
): AsyncGenerator<Uint8Array> {
	const columns = schema.fields.map(({ name }) => name);
	const line = {
		record_delimiter: 'windows',
		quoted_match: /[\r\n]/,
		cast: { boolean: String }
	} as const;
	let before = stringify([columns], { ...line, bom: byteOrderMark });
	for await (const rows of query.rows<Row>(columns)) {
		const lines = stringify(rows, { ...line, columns, escape_formulas: true });
		yield Buffer.from(before + lines);
		before = '';
	}
	if (before !== '') yield Buffer.from(before);
}
