import type { Schema } from 'apache-arrow';
import type { ExportQuery, Row } from './export-query.ts';

/** A table as one JSON array, an object a row, a row a line; null is `null`. */
export async function* json(query: ExportQuery, schema: Schema): AsyncGenerator<Uint8Array> {
	let before = '[\n';
	for await (const rows of query.rows<Row>(schema.fields.map(({ name }) => name))) {
		yield Buffer.from(before + rows.map((row) => JSON.stringify(row)).join(',\n'));
		before = ',\n';
	}
	yield Buffer.from(before === ',\n' ? '\n]\n' : '[]\n');
}
