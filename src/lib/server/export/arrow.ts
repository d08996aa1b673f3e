import {
	DataType,
	makeData,
	RecordBatch,
	RecordBatchStreamWriter,
	Struct,
	type Data,
	type Field,
	type Schema
} from 'apache-arrow';
import type { ExportQuery } from './export-query.ts';
import { quoted } from '../columns.ts';

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
	const column = quoted(field.name);
	if (DataType.isDecimal(field.type)) return `CAST(${column} * 1000000 AS BIGINT) AS ${column}`;
	if (DataType.isDate(field.type)) {
		return `date_diff('day', DATE '1970-01-01', ${column}) AS ${column}`;
	}
	return column;
}

type Column = readonly Value[];

const bit = (bits: Uint8Array, index: number) => {
	bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
};

function validity(values: Column) {
	const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
	let nullCount = 0;
	values.forEach((value, index) => {
		if (value === null) nullCount += 1;
		else bit(nullBitmap, index);
	});
	return { nullBitmap, nullCount, length: values.length };
}

function texts(values: Column) {
	const text = values.map((value) => value ?? '').join('');
	const data = Buffer.from(text);
	const isAscii = data.length === text.length;
	const valueOffsets = new Int32Array(values.length + 1);
	let end = 0;
	values.forEach((value, index) => {
		const part = String(value ?? '');
		end += isAscii ? part.length : Buffer.byteLength(part);
		valueOffsets[index + 1] = end;
	});
	return { data, valueOffsets };
}

/** Figures in 128 bits each: the low half, then the sign's extension. */
function decimals(values: Column) {
	const halves = new BigInt64Array(values.length * 2);
	values.forEach((value, index) => {
		if (value === null) return;
		const millionths = BigInt(value);
		halves[index * 2] = millionths;
		halves[index * 2 + 1] = millionths < 0n ? -1n : 0n;
	});
	return { data: new Uint32Array(halves.buffer) };
}

/** Whole numbers and days. What stands at the place of a null is never read. */
function integers(values: Column) {
	return { data: Int32Array.from(values, Number) };
}

function flags(values: Column) {
	const data = new Uint8Array(Math.ceil(values.length / 8));
	values.forEach((value, index) => {
		if (value === true) bit(data, index);
	});
	return { data };
}

function buffersOf(type: DataType, values: Column) {
	if (DataType.isUtf8(type)) return texts(values);
	if (DataType.isDecimal(type)) return decimals(values);
	if (DataType.isBool(type)) return flags(values);
	if (DataType.isDate(type) || (DataType.isInt(type) && type.bitWidth === 32)) {
		return integers(values);
	}
	throw new RangeError(`no buffers for type ${type.typeId}`);
}

function columnData({ name, type }: Field, rows: readonly Row[]): Data {
	const values = rows.map((row) => row[name] ?? null);
	const buffers = { ...buffersOf(type as DataType, values), ...validity(values) };
	// Which buffers a type has is settled by `buffersOf`; the compiler cannot follow it.
	return makeData({ type: type as DataType, ...buffers } as Parameters<typeof makeData>[0]);
}

/** A table as an Arrow IPC stream in the types of its schema. */
export async function* arrow(query: ExportQuery, schema: Schema): AsyncGenerator<Uint8Array> {
	const writer = new DrainedWriter();
	writer.reset(undefined, schema);
	for await (const rows of query.rows<Row>(schema.fields.map(expressionOf))) {
		const children = schema.fields.map((field) => columnData(field, rows));
		const type = new Struct(schema.fields);
		const data = makeData({ type, length: rows.length, nullCount: 0, children });
		writer.write(new RecordBatch(schema, data));
		yield writer.drain();
	}
	writer.finish();
	yield writer.drain();
}
