import { DataType, type Field, type Schema } from 'apache-arrow';
import { quoted } from '../columns.ts';
import type { ExportQuery } from './export-query.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** A spreadsheet takes a text that begins so for a formula, the full-width forms in some locales. */
const FORMULA = `'^[=+\\-@\\t\\r\\n＝＋－＠]'`;

/** A column as a CSV shows it: an apostrophe keeps a text a text, and figures are exact and short. */
function shown({ name, type }: Field): string {
	const column = quoted(name);
	if (DataType.isUtf8(type)) {
		return `if(regexp_matches(${column}, ${FORMULA}), '''' || ${column}, ${column}) AS ${column}`;
	}
	if (DataType.isDecimal(type)) {
		return `rtrim(rtrim(CAST(${column} AS VARCHAR), '0'), '.') AS ${column}`;
	}
	return column;
}

/**
 * A table as CSV for spreadsheets and programs: UTF-8, CRLF, quoted after RFC 4180. Null is nothing
 * between commas, which is not a zero; an empty text is `""`.
 */
export async function* csv(
	query: ExportQuery,
	schema: Schema,
	{ byteOrderMark = true }: { byteOrderMark?: boolean } = {}
): AsyncGenerator<Uint8Array> {
	const lines = query.copied(schema.fields.map(shown), `FORMAT csv, HEADER, NEW_LINE '\\r\\n'`);
	let before = byteOrderMark ? BYTE_ORDER_MARK : '';
	for await (const bytes of lines) {
		yield before === '' ? bytes : Buffer.concat([Buffer.from(before), bytes]);
		before = '';
	}
}
