import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { LIMITS } from '../limits.ts';
import { literal } from './columns.ts';
import { Database } from './database.ts';
import { makeScratch, removeScratch } from './scratch.ts';
import type { Snapshot } from './snapshot.ts';

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
	const scratch = await makeScratch();
	const instance = await DuckDBInstance.create(':memory:', {
		threads: String(LIMITS.questionThreads),
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
		await removeScratch(scratch);
		throw error;
	}
}
