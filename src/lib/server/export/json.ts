import { DataType, type Field, type Schema } from 'apache-arrow';
import type { ExportQuery } from './export-query.ts';
import { asText, columnName, figureText, textKind } from './text-column.ts';

/** One member of a row's object; figures are numbers, and null is `null`. */
function memberText(field: Field): string {
	const column = columnName(field);
	const texts = {
		code: () => `CAST(to_json(${column}) AS VARCHAR)`,
		words: () => `CAST(to_json(${column}) AS VARCHAR)`,
		figure: () => figureText(column),
		plain: () => (DataType.isDate(field.type) ? `'"' || ${asText(column)} || '"'` : asText(column))
	};
	return `'"${field.name}":' || coalesce(${texts[textKind(field)]()}, 'null')`;
}

/** A table as one JSON array, an object a row, a row a line. */
export async function* json(query: ExportQuery, schema: Schema): AsyncGenerator<Uint8Array> {
	const object = `'{' || ${schema.fields.map(memberText).join(` || ',' || `)} || '}'`;
	let before = '[\n';
	for await (const lines of query.lines(object)) {
		yield Buffer.from(before + lines.join(',\n'));
		before = ',\n';
	}
	yield Buffer.from(before === ',\n' ? '\n]\n' : '[]\n');
}
