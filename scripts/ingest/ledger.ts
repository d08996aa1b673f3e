import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LIMITS } from '../../src/lib/limits.ts';
import { ledgerFile, partsDirectory } from '../../src/lib/server/store.ts';

/** Another ingest works on the same store. */
export class StoreLocked extends Error {
	override readonly name = 'StoreLocked';

	constructor(store: string) {
		super(`另一个导入正在写这个库：${store}。请等它结束后再试`);
	}
}

const HELD = new Set<string>();

/**
 * What ingest remembers of the files it saw: where each lies, how large and how old it was. Losing
 * it costs reading the files' bytes again, and nothing else.
 *
 * It is a database file, and the operating system's lock on it keeps a second ingest out; the lock
 * ends with the process that holds it, however that ends.
 */
export class Ledger {
	readonly connection: DuckDBConnection;
	readonly #instance: DuckDBInstance;
	readonly #store: string;

	private constructor(store: string, instance: DuckDBInstance, connection: DuckDBConnection) {
		this.#store = store;
		this.#instance = instance;
		this.connection = connection;
	}

	/** Opens a store's ledger, making the store where there is none. */
	static async open(directory: string): Promise<Ledger> {
		const store = resolve(directory);
		if (HELD.has(store)) throw new StoreLocked(store);
		HELD.add(store);
		try {
			await mkdir(partsDirectory(store), { recursive: true });
			const instance = await openInstance(store);
			const connection = await instance.connect();
			await connection.run("ATTACH ':memory:' AS work");
			await connection.run(`CREATE TABLE IF NOT EXISTS ledger (
				path VARCHAR, source VARCHAR, size BIGINT, modified BIGINT, sha256 VARCHAR)`);
			return new Ledger(store, instance, connection);
		} catch (error) {
			HELD.delete(store);
			throw error;
		}
	}

	async close(): Promise<void> {
		this.connection.closeSync();
		this.#instance.closeSync();
		await rm(spillDirectory(this.#store), { recursive: true, force: true });
		HELD.delete(this.#store);
	}
}

const spillDirectory = (store: string) => join(store, 'spill');

async function openInstance(store: string): Promise<DuckDBInstance> {
	const options = {
		threads: String(LIMITS.ingestThreads),
		memory_limit: LIMITS.databaseMemory,
		temp_directory: spillDirectory(store),
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false'
	};
	try {
		return await DuckDBInstance.create(ledgerFile(store), options);
	} catch (error) {
		const { message } = error as Error;
		if (/conflicting lock|being used by another process/i.test(message)) {
			throw new StoreLocked(store);
		}
		if (/permission denied|read-only file system/i.test(message)) {
			throw new Error(
				`没有权限写这个库：${store}。请检查文件夹和 ${ledgerFile(store)} 的权限后重试`,
				{ cause: error }
			);
		}
		throw new Error(
			`导入记录损坏：${ledgerFile(store)}（${message}）。可以删除这个文件后重新导入，已有数据不受影响`,
			{ cause: error }
		);
	}
}
