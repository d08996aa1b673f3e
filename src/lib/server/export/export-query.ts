import type { Condition } from '../condition.ts';
import type { Database } from '../database.ts';

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

	/** One text a row, in batches. */
	async *lines(expression: string): AsyncGenerator<string[]> {
		for await (const rows of this.rows<{ line: string }>([`${expression} AS line`])) {
			if (rows.length > 0) yield rows.map(({ line }) => line);
		}
	}

	/** Rows of some expressions, in batches. */
	rows<T>(expressions: readonly string[]): AsyncIterable<T[]> {
		const { sql, params } = this.#query;
		return this.#database.stream<T>(`SELECT ${expressions.join(', ')} FROM (${sql})`, params, {
			signal: this.#signal
		});
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
