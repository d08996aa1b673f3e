import {
	BIGINT,
	BLOB,
	BOOLEAN,
	DOUBLE,
	DuckDBBlobValue,
	DuckDBDateValue,
	DuckDBDecimalValue,
	DuckDBListValue,
	DuckDBMapValue,
	DuckDBStructValue,
	DuckDBTimestampTZValue,
	DuckDBTimestampValue,
	INTEGER,
	LIST,
	SQLNULL,
	VARCHAR,
	blobValue,
	listValue,
	type DuckDBDataChunk,
	type DuckDBType,
	type DuckDBValue
} from '@duckdb/node-api';

/** A value that can be bound to a parameter of an SQL text. */
export type Parameter =
	string | number | bigint | boolean | null | Uint8Array | readonly string[] | readonly number[];
export type Parameters = Readonly<Record<string, Parameter>>;

const DAY_MS = 86_400_000;

function plainInteger(value: bigint): number | bigint {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value;
}

function plainMap(map: DuckDBMapValue): Record<string, unknown> {
	return Object.fromEntries(map.entries.map(({ key, value }) => [String(key), plain(value)]));
}

/**
 * A database value as plain JavaScript: BIGINT and DECIMAL become numbers (a whole number beyond
 * 2^53 stays a bigint), DATE becomes `YYYY-MM-DD`, BLOB bytes, lists arrays, structs and maps objects.
 */
export function plain(value: DuckDBValue): unknown {
	if (typeof value === 'bigint') return plainInteger(value);
	if (value === null || typeof value !== 'object') return value;
	if (value instanceof DuckDBDecimalValue) {
		return value.scale === 0 ? plainInteger(value.value) : value.toDouble();
	}
	if (value instanceof DuckDBDateValue) {
		return new Date(value.days * DAY_MS).toISOString().slice(0, 10);
	}
	if (value instanceof DuckDBBlobValue) return value.bytes;
	if (value instanceof DuckDBListValue) return value.items.map(plain);
	if (value instanceof DuckDBStructValue) {
		return Object.fromEntries(
			Object.entries(value.entries).map(([name, entry]) => [name, plain(entry)])
		);
	}
	if (value instanceof DuckDBMapValue) return plainMap(value);
	if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
		return new Date(Number(value.micros / 1000n)).toISOString();
	}
	return value.toString();
}

/** The rows of a chunk as plain objects, keyed by column. */
export function plainRows<T>(chunk: DuckDBDataChunk, names: readonly string[]): T[] {
	const rows = Array.from({ length: chunk.rowCount }, (): Record<string, unknown> => ({}));
	names.forEach((name, column) => {
		chunk.getColumnValues(column).forEach((value, row) => {
			const target = rows[row];
			if (target) target[name] = plain(value);
		});
	});
	return rows as T[];
}

const INTEGER_END = 2 ** 31;

function typeOf(parameter: Parameter): DuckDBType {
	if (parameter === null) return SQLNULL;
	if (typeof parameter === 'string') return VARCHAR;
	if (typeof parameter === 'boolean') return BOOLEAN;
	if (typeof parameter === 'bigint') return BIGINT;
	if (parameter instanceof Uint8Array) return BLOB;
	if (typeof parameter === 'number') {
		if (!Number.isInteger(parameter)) return DOUBLE;
		return Math.abs(parameter) < INTEGER_END ? INTEGER : BIGINT;
	}
	if (parameter.every((entry) => typeof entry === 'string')) return LIST(VARCHAR);
	return LIST(parameter.every((entry) => Number.isInteger(entry)) ? BIGINT : DOUBLE);
}

/** What binding wants of a parameter: its value, and its type, which an empty list does not tell. */
export function bindable(parameter: Parameter): { value: DuckDBValue; type: DuckDBType } {
	const type = typeOf(parameter);
	if (parameter instanceof Uint8Array) return { value: blobValue(parameter), type };
	if (Array.isArray(parameter)) {
		const list = parameter as readonly (string | number)[];
		return { value: listValue([...list]), type };
	}
	const value = parameter as string | number | bigint | boolean | null;
	return { value: type === BIGINT && value !== null ? BigInt(value) : value, type };
}
