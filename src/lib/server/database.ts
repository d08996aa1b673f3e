import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LIMITS } from '../limits.ts';
import { Asked, type Answer, type QueryOptions } from './asked.ts';
import { literal } from './columns.ts';
import { Queue } from './queue.ts';
import { currentId, readSnapshot, type Snapshot } from './snapshot.ts';
import { Statements } from './statements.ts';
import { cacheFile, partsDirectory } from './store.ts';
import { plainRows, type Parameters } from './values.ts';
import { viewsOf } from './views.ts';

export type { Answer, QueryOptions } from './asked.ts';

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
		SCRATCH.delete(this.scratch);
		await rm(this.scratch, { recursive: true, force: true });
	}
}

/** The scratch folders of open databases, removed with the process at the latest. */
const SCRATCH = new Set<string>();
process.once('exit', () => {
	for (const folder of SCRATCH) rmSync(folder, { recursive: true, force: true });
});

/** An instance whose tables and views stand, locked down, with its connections. */
export interface OpenedInstance {
	readonly instance: DuckDBInstance;
	readonly connections: readonly DuckDBConnection[];
	readonly snapshot: Snapshot;
	readonly scratch: string;
}

/** What must stand before the doors are shut: statements, and the catalogs that names are sought in. */
export interface Setting {
	readonly snapshot: Snapshot;
	readonly statements: readonly string[];
	readonly searchPath: string;
	readonly readable: readonly string[];
}

/**
 * An in-memory database with the setting's tables and views, shut off from the outside and with its
 * configuration locked. Names are found through each connection's search path, because a view over
 * the wide table would cost 6 ms a question to bind.
 */
export async function lockedDatabase(setting: Setting): Promise<Database> {
	const scratch = await mkdtemp(join(tmpdir(), 'gouji-'));
	SCRATCH.add(scratch);
	const instance = await DuckDBInstance.create(':memory:', {
		threads: String(LIMITS.databaseThreads),
		memory_limit: LIMITS.databaseMemory,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false'
	});
	try {
		const connections: DuckDBConnection[] = [];
		for (let index = 0; index < 2 * LIMITS.concurrentQueries; index += 1) {
			connections.push(await instance.connect());
		}
		const [first] = connections as [DuckDBConnection];
		const allowed = [...setting.readable, scratch].map((directory) => literal(`${directory}/`));
		const [create, ...views] = setting.statements;
		if (create) await first.run(create);
		for (const connection of connections) {
			await connection.run(`SET search_path = ${literal(setting.searchPath)}`);
		}
		for (const view of views) await first.run(view);
		// Parts never change, so that their footers need be read once.
		await first.run('SET parquet_metadata_cache = true');
		await first.run(`SET temp_directory = ${literal(join(scratch, 'spill'))}`);
		await first.run(`SET allowed_directories = [${allowed.join(', ')}]`);
		await first.run('SET enable_external_access = false');
		await first.run('SET lock_configuration = true');
		return new Database({ instance, connections, snapshot: setting.snapshot, scratch });
	} catch (error) {
		instance.closeSync();
		SCRATCH.delete(scratch);
		await rm(scratch, { recursive: true, force: true });
		throw error;
	}
}

/** Opens a snapshot over the database derived from it, or over its parts alone. */
async function opened(store: string, snapshot: Snapshot, cached: boolean): Promise<Database> {
	const views = Object.entries(viewsOf(store, snapshot, cached)).map(
		([name, query]) => `CREATE VIEW memory.main.${name} AS ${query}`
	);
	const cache = literal(cacheFile(store, snapshot.id));
	return lockedDatabase({
		snapshot,
		statements: [cached ? `ATTACH ${cache} AS derived (READ_ONLY)` : 'SELECT 1', ...views],
		searchPath: cached ? 'memory.main,derived.main' : 'memory.main',
		readable: [partsDirectory(store)]
	});
}

async function openSnapshot(store: string, id: string): Promise<Database> {
	const directory = resolve(store);
	const snapshot = await readSnapshot(directory, id);
	if (!existsSync(cacheFile(directory, id))) return opened(directory, snapshot, false);
	// A derived database that is damaged is as good as none: it holds nothing that the parts do not.
	return opened(directory, snapshot, true).catch(() => opened(directory, snapshot, false));
}

/** Opens a store's current snapshot; throws `StoreMissing` where there is none. */
export async function openDatabase(store: string): Promise<Database> {
	return openSnapshot(store, await currentId(store));
}

const OPENED = new Map<string, { readonly id: string; readonly database: Promise<Database> }>();

/** Closes a replaced snapshot after a while: a page asks several questions, one after another. */
function retire(database: Promise<Database>): void {
	const close = () => void database.then((old) => old.close()).catch(() => {});
	setTimeout(close, LIMITS.retiredMs).unref();
}

/** The store's current snapshot, opened once and again whenever another one is published. */
export async function currentDatabase(store: string): Promise<Database> {
	const id = await currentId(store);
	const before = OPENED.get(store);
	if (before?.id === id) return before.database;
	const database = openSnapshot(store, id);
	OPENED.set(store, { id, database });
	database.catch(() => {
		if (OPENED.get(store)?.database === database) OPENED.delete(store);
	});
	if (before) retire(before.database);
	return database;
}
