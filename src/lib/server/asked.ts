import { StatementType, type DuckDBPreparedStatement, type DuckDBResult } from '@duckdb/node-api';
import { NotAQuestion, QueryAborted, QueryFailed, QueryTimeout } from './failures.ts';
import type { Statements } from './statements.ts';
import { bindable, type Parameters } from './values.ts';

export interface QueryOptions {
	readonly timeoutMs?: number;
	/** Stops the question when nobody waits for its answer any more. */
	readonly signal?: AbortSignal;
}

/** What a question answers with, chunk by chunk, before its values are made plain. */
export interface Answer {
	readonly names: readonly string[];
	readonly result: DuckDBResult;
}

/** One question under way on one connection, with its time limit. */
export class Asked {
	readonly #statements: Statements;
	readonly #sql: string;
	readonly #timeoutMs: number;
	readonly #signal: AbortSignal | undefined;
	readonly #timer: NodeJS.Timeout;
	readonly #abort = () => this.#stop('aborted');
	#stopped: 'timeout' | 'aborted' | null = null;
	#prepared: DuckDBPreparedStatement | null = null;

	constructor(
		statements: Statements,
		sql: string,
		{ timeoutMs, signal }: QueryOptions & { timeoutMs: number }
	) {
		this.#statements = statements;
		this.#sql = sql;
		this.#timeoutMs = timeoutMs;
		this.#signal = signal;
		this.#timer = setTimeout(() => this.#stop('timeout'), timeoutMs);
		this.#timer.unref();
		signal?.addEventListener('abort', this.#abort);
		if (signal?.aborted) this.#stop('aborted');
	}

	async start(parameters: Parameters): Promise<Answer> {
		return this.#run(await this.#statements.take(this.#sql), parameters);
	}

	/**
	 * Starts a text that a person wrote, unless it is anything but one statement that only reads:
	 * COPY and ATTACH stay possible inside the folders of a locked database.
	 */
	async startReading(): Promise<Answer> {
		if (this.#sql.trim() === '') throw new NotAQuestion('没有语句；请给出一条 SELECT 语句');
		const statements = await this.#statements.connection.extractStatements(this.#sql);
		if (statements.count !== 1) {
			throw new NotAQuestion(`只能执行一条语句，这里有 ${statements.count} 条`);
		}
		const prepared = await statements.prepare(0);
		if (prepared.statementType !== StatementType.SELECT) {
			const type = StatementType[prepared.statementType] ?? '';
			prepared.destroySync();
			throw new NotAQuestion(`只能查询，不能执行 ${type} 语句；请用 SELECT、DESCRIBE 或 SUMMARIZE`);
		}
		return this.#run(prepared, {});
	}

	async #run(prepared: DuckDBPreparedStatement, parameters: Parameters): Promise<Answer> {
		this.#prepared = prepared;
		const known = new Set<string>();
		for (let index = 1; index <= prepared.parameterCount; index += 1) {
			known.add(prepared.parameterName(index));
		}
		for (const [name, parameter] of Object.entries(parameters)) {
			if (!known.has(name)) throw new RangeError(`no parameter $${name}`);
			const { value, type } = bindable(parameter);
			prepared.bindValue(prepared.parameterIndex(name), value, type);
		}
		this.throwIfStopped();
		const result = await prepared.stream();
		return { names: result.deduplicatedColumnNames(), result };
	}

	throwIfStopped(): void {
		if (this.#stopped) throw this.failure(null);
	}

	failure(error: unknown): unknown {
		if (this.#stopped === 'timeout') return new QueryTimeout(this.#timeoutMs, this.#sql);
		if (this.#stopped === 'aborted') return new QueryAborted(this.#sql);
		if (error instanceof QueryFailed || error instanceof NotAQuestion) return error;
		return new QueryFailed((error as Error).message, this.#sql, { cause: error });
	}

	/** Keeps the statement for the next question of the same text: it answered to its end. */
	keep(): void {
		if (this.#prepared) this.#statements.keep(this.#sql, this.#prepared);
		this.#prepared = null;
	}

	end(): void {
		clearTimeout(this.#timer);
		this.#signal?.removeEventListener('abort', this.#abort);
		this.#prepared?.destroySync();
	}

	#stop(why: 'timeout' | 'aborted'): void {
		this.#stopped = why;
		this.#statements.connection.interrupt();
	}
}
