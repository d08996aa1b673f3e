import {
	DataType,
	makeData,
	RecordBatch,
	RecordBatchStreamWriter,
	Struct,
	vectorFromArray,
	type Data,
	type Field,
	type Schema
} from 'apache-arrow';
import type { ExportQuery } from './export-query.ts';
import { columnName } from './text-column.ts';

type Value = string | number | bigint | boolean | null;
type Row = Readonly<Record<string, Value>>;

/** Collects what is written until it is sent, so that no more is made than the reader takes. */
class DrainedWriter extends RecordBatchStreamWriter {
	#parts: Uint8Array[] = [];

	protected override _write(chunk: ArrayBufferView): this {
		this.#parts.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength).slice());
		this._position += chunk.byteLength;
		return this;
	}

	drain(): Uint8Array {
		const bytes = Buffer.concat(this.#parts);
		this.#parts = [];
		return bytes;
	}
}

/** Figures are asked for in millionths and dates in days, as Arrow keeps them: exact whole numbers. */
function expressionOf(field: Field): string {
	const column = columnName(field);
	if (DataType.isDecimal(field.type)) return `CAST(${column} * 1000000 AS BIGINT) AS ${column}`;
	if (DataType.isDate(field.type)) {
		return `date_diff('day', DATE '1970-01-01', ${column}) AS ${column}`;
	}
	return column;
}

function validity(values: readonly Value[]) {
	const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
	let nullCount = 0;
	values.forEach((value, index) => {
		if (value === null) nullCount += 1;
		else nullBitmap[index >> 3] = (nullBitmap[index >> 3] ?? 0) | (1 << (index & 7));
	});
	return { nullBitmap, nullCount, length: values.length };
}

/** Figures in 128 bits each: the low half, then the sign's extension. */
function decimals(type: DataType, values: readonly Value[]): Data {
	const halves = new BigInt64Array(values.length * 2);
	values.forEach((value, index) => {
		if (value === null) return;
		const millionths = BigInt(value);
		halves[index * 2] = millionths;
		halves[index * 2 + 1] = millionths < 0n ? -1n : 0n;
	});
	const data = new Uint32Array(halves.buffer);
	return makeData({ type, data, ...validity(values) } as never);
}

function days(type: DataType, values: readonly Value[]): Data {
	const data = new Int32Array(values.length);
	values.forEach((value, index) => {
		if (value !== null) data[index] = Number(value);
	});
	return makeData({ type, data, ...validity(values) } as never);
}

function columnData({ name, type }: Field, rows: readonly Row[]): Data {
	const values = rows.map((row) => row[name] ?? null);
	if (DataType.isDecimal(type)) return decimals(type, values);
	if (DataType.isDate(type)) return days(type, values);
	const [data] = vectorFromArray(values, type as DataType).data;
	if (!data) throw new Error(`no data for column ${name}`);
	return data as Data;
}

/** A table as an Arrow IPC stream in the types of its schema. */
export async function* arrow(query: ExportQuery, schema: Schema): AsyncGenerator<Uint8Array> {
	const writer = new DrainedWriter();
	writer.reset(undefined, schema);
	for await (const rows of query.rows<Row>(schema.fields.map(expressionOf))) {
		if (rows.length === 0) continue;
		const children = schema.fields.map((field) => columnData(field, rows));
		const type = new Struct(schema.fields);
		const data = makeData({ type, length: rows.length, nullCount: 0, children });
		writer.write(new RecordBatch(schema, data));
		yield writer.drain();
	}
	writer.finish();
	yield writer.drain();
}
