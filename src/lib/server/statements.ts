import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { LIMITS } from '../limits.ts';

/**
 * A connection and the statements prepared on it that were used last. Pages ask the same questions
 * with other values; preparing one takes a millisecond or two, since the wide table has a thousand
 * columns. A connection is used by one question at a time, and so are its statements.
 */
export class Statements {
	readonly connection: DuckDBConnection;
	readonly #kept = new Map<string, DuckDBPreparedStatement>();

	constructor(connection: DuckDBConnection) {
		this.connection = connection;
	}

	/** The prepared statement of an SQL text, which is the taker's until it is given back. */
	async take(sql: string): Promise<DuckDBPreparedStatement> {
		const kept = this.#kept.get(sql);
		this.#kept.delete(sql);
		return kept ?? this.connection.prepare(sql);
	}

	/** Keeps a statement that answered to its end; the one that was longest unused goes. */
	keep(sql: string, prepared: DuckDBPreparedStatement): void {
		// No value of one question is ever taken for another's.
		prepared.clearBindings();
		this.#kept.set(sql, prepared);
		const [oldest] = this.#kept;
		if (this.#kept.size <= LIMITS.keptStatements || !oldest) return;
		this.#kept.delete(oldest[0]);
		oldest[1].destroySync();
	}

	close(): void {
		for (const prepared of this.#kept.values()) prepared.destroySync();
		this.#kept.clear();
		this.connection.closeSync();
	}
}
