import type { Condition } from '../condition.ts';
import type { Database } from '../database.ts';

/** A row of a download, as plain values. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The rows of a download, asked for as a download's format needs them. */
export class ExportQuery {
	readonly #database: Database;
	readonly #query: Condition;
	readonly #signal: AbortSignal;

	/** @param signal stops the query when nobody waits for the download any more */
	constructor(database: Database, query: Condition, signal: AbortSignal) {
		this.#database = database;
		this.#query = query;
		this.#signal = signal;
	}

	/** Where a file may be written before it is sent. */
	get scratch(): string {
		return this.#database.scratch;
	}

	/** Rows of some expressions, in batches that are never empty. */
	async *rows<T>(expressions: readonly string[]): AsyncGenerator<T[]> {
		const { sql, params } = this.#query;
		const select = `SELECT ${expressions.join(', ')} FROM (${sql})`;
		const batches = this.#database.stream<T>(select, params, { signal: this.#signal });
		for await (const rows of batches) if (rows.length > 0) yield rows;
	}

	/** How many rows there are. */
	async count(): Promise<number> {
		const { sql, params } = this.#query;
		const [row] = await this.#database.rows<{ count: number }>(
			`SELECT count(*) AS count FROM (${sql})`,
			params,
			{ signal: this.#signal }
		);
		if (!row) throw new Error('a count without a row');
		return row.count;
	}

	/** Writes all rows to a Parquet file in `scratch`. */
	async writeParquet(file: string): Promise<void> {
		const { sql, params } = this.#query;
		const written = this.#database.stream(
			`COPY (${sql}) TO $file (FORMAT parquet, COMPRESSION zstd)`,
			{ ...params, file },
			{ signal: this.#signal }
		);
		// The count of rows that COPY answers with is of no use; the file is whole when it has come.
		for await (const rows of written) void rows;
	}
}
