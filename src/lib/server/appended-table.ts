import {
	DuckDBDataChunk,
	type DuckDBAppender,
	type DuckDBConnection,
	type DuckDBType,
	type DuckDBValue
} from '@duckdb/node-api';
import type { Schema } from 'apache-arrow';
import { columnList } from './columns.ts';

/** Rows of one vector of the database. */
const CHUNK_ROWS = 2_048;

/** A working table that rows are appended to, a vector of each column at a time. */
export class AppendedTable {
	readonly #appender: DuckDBAppender;
	readonly #types: readonly DuckDBType[];
	#columns: DuckDBValue[][];

	private constructor(appender: DuckDBAppender) {
		this.#appender = appender;
		this.#types = Array.from({ length: appender.columnCount }, (_, index) =>
			appender.columnType(index)
		);
		this.#columns = this.#types.map(() => []);
	}

	/** Makes the table anew in the attached database `work`. */
	static async create(
		connection: DuckDBConnection,
		name: string,
		schema: Schema
	): Promise<AppendedTable> {
		await connection.run(`CREATE OR REPLACE TABLE work.${name} (${columnList(schema.fields)})`);
		return new AppendedTable(await connection.createAppender(name, 'main', 'work'));
	}

	/** Appends a row; the values stand in the order of the schema. */
	add(row: readonly DuckDBValue[]): void {
		if (row.length !== this.#columns.length) {
			throw new RangeError(`${row.length} values for ${this.#columns.length} columns`);
		}
		this.#columns.forEach((column, index) => column.push(row[index] as DuckDBValue));
		if (this.#columns[0]?.length === CHUNK_ROWS) this.#appendChunk();
	}

	/** Appends what is left; no row may be added any more. */
	close(): void {
		this.#appendChunk();
		this.#appender.closeSync();
	}

	#appendChunk(): void {
		const rows = this.#columns[0]?.length;
		if (!rows) return;
		const chunk = DuckDBDataChunk.create(this.#types, rows);
		this.#columns.forEach((column, index) => chunk.setColumnValues(index, column));
		this.#appender.appendDataChunk(chunk);
		this.#columns = this.#types.map(() => []);
	}
}
