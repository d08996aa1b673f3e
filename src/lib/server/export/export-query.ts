import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
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

	/**
	 * The bytes of a file that the database writes: rows of some expressions, with COPY's own options.
	 * The file is whole before it is sent, and gone afterwards.
	 */
	async *copied(expressions: readonly string[], options: string): AsyncGenerator<Uint8Array> {
		const { sql, params } = this.#query;
		const file = join(this.#database.scratch, randomUUID());
		try {
			const written = this.#database.stream(
				`COPY (SELECT ${expressions.join(', ')} FROM (${sql})) TO $file (${options})`,
				{ ...params, file },
				{ signal: this.#signal }
			);
			// The count of rows that COPY answers with is of no use; the file is whole when it has come.
			for await (const rows of written) void rows;
			for await (const bytes of createReadStream(file)) yield bytes as Buffer;
		} finally {
			await rm(file, { force: true });
		}
	}
}
