import { DataType, type Field } from 'apache-arrow';
import { quoted } from '../columns.ts';

/** Columns whose values are codes of the form or hashes: letters, digits and `_` only. */
const CODES = new Set([
	'report_id',
	'agency_id',
	'finding_id',
	'rule',
	'severity',
	'origin',
	'section',
	'item',
	'measure',
	'status',
	'form',
	'sha256'
]);

/** How a column's values are written as text. */
export type TextKind = 'code' | 'words' | 'figure' | 'plain';

/** `plain` is what the database writes as is: whole numbers, dates, `true` and `false`. */
export function textKind({ name, type }: Field): TextKind {
	if (CODES.has(name)) return 'code';
	if (DataType.isUtf8(type)) return 'words';
	return DataType.isDecimal(type) ? 'figure' : 'plain';
}

export const asText = (column: string) => `CAST(${column} AS VARCHAR)`;

/** A DECIMAL as its shortest exact text: `20.268490` is `20.26849`, `3.000000` is `3`. */
export const figureText = (column: string) => `rtrim(rtrim(${asText(column)}, '0'), '.')`;

/** A column's name as SQL writes it. */
export const columnName = ({ name }: Field) => quoted(name);
