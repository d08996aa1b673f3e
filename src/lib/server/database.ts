import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { LIMITS } from '../limits.ts';
import { Asked, type Answer, type QueryOptions } from './asked.ts';
import { Queue } from './queue.ts';
import { removeScratch } from './scratch.ts';
import type { Snapshot } from './snapshot.ts';
import { Statements } from './statements.ts';
import { plainRows, type Parameters } from './values.ts';

export type { Answer, QueryOptions } from './asked.ts';

/** An instance whose tables and views stand, locked down, with its connections. */
export interface OpenedInstance {
	readonly instance: DuckDBInstance;
	readonly connections: readonly DuckDBConnection[];
	readonly snapshot: Snapshot;
	readonly scratch: string;
}

/**
 * One snapshot, opened for questions: read-only, shut off from the outside, bounded in time and
 * memory. At most `LIMITS.concurrentQueries` questions run at once and the others wait; downloads
 * (`stream`, `answer`) have connections of their own, so that slow readers hold up no page.
 */
export class Database {
	readonly snapshot: Snapshot;
	/** The one folder where COPY may write a download before it is sent; removed on closing. */
	readonly scratch: string;
	readonly #instance: DuckDBInstance;
	readonly #connections: readonly Statements[];
	readonly #questions: Queue<Statements>;
	readonly #downloads: Queue<Statements>;
	readonly #answers = new Map<string, Promise<unknown>>();
	#closing = false;
	#closed = false;

	constructor(opened: OpenedInstance) {
		this.snapshot = opened.snapshot;
		this.scratch = opened.scratch;
		this.#instance = opened.instance;
		this.#connections = opened.connections.map((connection) => new Statements(connection));
		const half = LIMITS.concurrentQueries;
		this.#questions = new Queue(this.#connections.slice(0, half), LIMITS.waitingQueries);
		this.#downloads = new Queue(this.#connections.slice(half), LIMITS.waitingQueries);
	}

	/** All rows of a question's answer, as plain values. Parameters are named `$x` in the SQL. */
	async rows<T>(
		sql: string,
		parameters: Parameters = {},
		options: QueryOptions = {}
	): Promise<T[]> {
		const rows: T[] = [];
		const limits = { timeoutMs: LIMITS.queryMs, ...options };
		for await (const batch of this.#batches<T>(this.#questions, sql, parameters, limits)) {
			for (const row of batch) rows.push(row);
		}
		return rows;
	}

	/** The rows of a long answer in batches, as plain values, while the database makes them. */
	stream<T>(
		sql: string,
		parameters: Parameters = {},
		options: QueryOptions = {}
	): AsyncIterable<T[]> {
		const limits = { timeoutMs: LIMITS.downloadMs, ...options };
		return this.#batches<T>(this.#downloads, sql, parameters, limits);
	}

	/**
	 * Hands a running answer to `use`, chunk by chunk as the database makes it, for downloads that
	 * need its columns' types. The connection is free again when `use` is done.
	 */
	answer<T>(
		sql: string,
		parameters: Parameters,
		options: QueryOptions,
		use: (answer: Answer) => Promise<T>
	): Promise<T> {
		return this.#hand(sql, options, (asked) => asked.start(parameters), use);
	}

	/** The same for a statement that a person wrote; throws `NotAQuestion` unless it only reads. */
	answerReading<T>(sql: string, use: (answer: Answer) => Promise<T>): Promise<T> {
		return this.#hand(sql, {}, (asked) => asked.startReading(), use);
	}

	/** The answer kept under a key for this snapshot, asked for once. */
	cached<T>(key: string, ask: () => Promise<T>): Promise<T> {
		const kept = this.#answers.get(key) as Promise<T> | undefined;
		if (kept) {
			this.#answers.delete(key);
			this.#answers.set(key, kept);
			return kept;
		}
		const answer = ask();
		this.#answers.set(key, answer);
		answer.catch(() => this.#answers.delete(key));
		const oldest = this.#answers.keys().next();
		if (this.#answers.size > LIMITS.cachedAnswers && !oldest.done)
			this.#answers.delete(oldest.value);
		return answer;
	}

	/** Lets the questions under way end, then closes. */
	async close(): Promise<void> {
		this.#closing = true;
		await this.#closeWhenIdle();
	}

	async *#batches<T>(
		queue: Queue<Statements>,
		sql: string,
		parameters: Parameters,
		limits: QueryOptions & { timeoutMs: number }
	): AsyncGenerator<T[]> {
		const connection = await queue.take();
		const asked = new Asked(connection, sql, limits);
		try {
			const { names, result } = await asked.start(parameters);
			for await (const chunk of result) {
				asked.throwIfStopped();
				yield plainRows<T>(chunk, names);
			}
			asked.throwIfStopped();
			asked.keep();
		} catch (error) {
			throw asked.failure(error);
		} finally {
			asked.end();
			this.#give(queue, connection);
		}
	}

	async #hand<T>(
		sql: string,
		options: QueryOptions,
		start: (asked: Asked) => Promise<Answer>,
		use: (answer: Answer) => Promise<T>
	): Promise<T> {
		const limits = { timeoutMs: LIMITS.downloadMs, ...options };
		const connection = await this.#downloads.take();
		const asked = new Asked(connection, sql, limits);
		try {
			return await use(await start(asked));
		} catch (error) {
			throw asked.failure(error);
		} finally {
			asked.end();
			this.#give(this.#downloads, connection);
		}
	}

	#give(queue: Queue<Statements>, connection: Statements): void {
		queue.give(connection);
		if (this.#closing) void this.#closeWhenIdle();
	}

	async #closeWhenIdle(): Promise<void> {
		if (this.#closed || !this.#questions.idle || !this.#downloads.idle) return;
		this.#closed = true;
		for (const connection of this.#connections) connection.close();
		this.#instance.closeSync();
		await removeScratch(this.scratch);
	}
}
