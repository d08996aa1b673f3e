import type { DuckDBConnection } from '@duckdb/node-api';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { literal } from './columns.ts';
import { collectOriginals } from './originals.ts';
import { PART_KINDS } from './views.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { cacheDirectory, partFile, partsDirectory, snapshotsDirectory } from './store.ts';

/** Snapshots kept besides the current one, for readers that opened them before. */
const KEPT = 2;

async function names(directory: string): Promise<string[]> {
	try {
		return await readdir(directory);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

/** The ids of the snapshots in a store, the last published first. */
async function snapshotIds(store: string): Promise<string[]> {
	const directory = snapshotsDirectory(store);
	const found = (await names(directory)).filter((name) => name.endsWith('.json'));
	const dated = await Promise.all(
		found.map(async (name) => ({ name, time: (await stat(join(directory, name))).mtimeMs }))
	);
	return dated.sort((a, b) => b.time - a.time).map(({ name }) => name.slice(0, -'.json'.length));
}

const partsOfSnapshot = (snapshot: Snapshot): string[] => [
	snapshot.files,
	snapshot.corrections,
	snapshot.agencies,
	snapshot.names,
	snapshot.roster,
	snapshot.filings,
	snapshot.pairFindings,
	snapshot.pairTallies,
	snapshot.rules,
	...snapshot.batches.flatMap((batch) => PART_KINDS.map((kind) => batch[kind]))
];

async function keepOnly(directory: string, kept: ReadonlySet<string>): Promise<void> {
	for (const name of await names(directory)) {
		if (!kept.has(name)) await rm(join(directory, name), { force: true });
	}
}

/** The bytes that the reports of some snapshots were read from. */
async function originalsOf(
	connection: DuckDBConnection,
	store: string,
	snapshots: readonly Snapshot[]
): Promise<Set<string>> {
	const parts = snapshots.map(({ files }) => literal(partFile(store, files)));
	const reader = await connection.runAndReadAll(
		`SELECT DISTINCT sha256 FROM read_parquet([${parts.join(', ')}]) WHERE report_id IS NOT NULL`
	);
	return new Set(reader.getColumns()[0] as string[]);
}

/**
 * Removes what neither the current snapshot nor the two before it are made of, and what a crashed
 * ingest left behind. A reader that has an older file open goes on reading it. Only the holder of
 * the ledger may call this.
 */
export async function collectGarbage(
	connection: DuckDBConnection,
	store: string,
	current: string
): Promise<void> {
	const before = (await snapshotIds(store)).filter((id) => id !== current).slice(0, KEPT);
	const snapshots: Snapshot[] = [await readSnapshot(store, current)];
	for (const id of before) {
		const snapshot = await readSnapshot(store, id).catch(() => null);
		if (snapshot) snapshots.push(snapshot);
	}
	await collectOriginals(store, await originalsOf(connection, store, snapshots));
	const ids = snapshots.map(({ id }) => id);
	await keepOnly(snapshotsDirectory(store), new Set(ids.map((id) => `${id}.json`)));
	await keepOnly(cacheDirectory(store), new Set(ids.map((id) => `${id}.duckdb`)));
	await keepOnly(partsDirectory(store), new Set(snapshots.flatMap(partsOfSnapshot)));
}
