import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LIMITS } from '../limits.ts';
import { literal } from './columns.ts';
import type { Database } from './database.ts';
import { lockedDatabase } from './locked-database.ts';
import { currentId, readSnapshot, type Snapshot } from './snapshot.ts';
import { cacheFile, partsDirectory } from './store.ts';
import { viewsOf } from './views.ts';

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
