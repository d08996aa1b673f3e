import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a store is looked for, and whether it is the bundled sample. */
export interface StoreChoice {
	readonly directory: string;
	readonly sample: boolean;
}

export const OWN_STORE = 'data/store';
export const SAMPLE_STORE = 'data/sample-store';

/**
 * The store to serve: the one that `GOUJI_STORE` names, else `data/store` where there is one, else
 * the bundled sample's. A named store is taken at its word, so that a wrong name is noticed.
 */
export function storeDirectory(env: Readonly<Record<string, string | undefined>>): StoreChoice {
	if (env.GOUJI_STORE) return { directory: env.GOUJI_STORE, sample: false };
	if (existsSync(currentFile(OWN_STORE))) return { directory: OWN_STORE, sample: false };
	return { directory: SAMPLE_STORE, sample: true };
}

/** The file that names the current snapshot; replaced in one step. */
export const currentFile = (store: string) => join(store, 'CURRENT');
export const snapshotsDirectory = (store: string) => join(store, 'snapshots');
export const snapshotFile = (store: string, id: string) =>
	join(snapshotsDirectory(store), `${id}.json`);
/** Where the immutable parts lie, each named by the hash of its bytes. */
export const partsDirectory = (store: string) => join(store, 'parts');
export const partFile = (store: string, name: string) => join(partsDirectory(store), name);
/** Where the bytes that reports were read from lie, by their SHA-256. */
export const originalsDirectory = (store: string) => join(store, 'originals');
export const originalFile = (store: string, sha256: string) =>
	join(originalsDirectory(store), sha256.slice(0, 2), sha256);
/** Where the read-only databases derived from snapshots lie. */
export const cacheDirectory = (store: string) => join(store, 'cache');
export const cacheFile = (store: string, id: string) => join(cacheDirectory(store), `${id}.duckdb`);
/** What ingest remembers of the files it saw; no part of a snapshot, and it can be lost. */
export const ledgerFile = (store: string) => join(store, 'ledger.duckdb');
