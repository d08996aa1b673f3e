import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import type { Schema } from 'apache-arrow';
import { SnapshotMissing, StoreMissing, StoreUnreadable } from './failures.ts';
import { currentFile, snapshotFile } from './store.ts';
import { FIGURES_SCHEMA, SCHEMAS } from './tables.ts';

/** The number of a store's layout, and a hash of its columns: rules and cells of the form have theirs. */
export const STORE_VERSION = `3-${hashOf([FIGURES_SCHEMA, ...Object.values(SCHEMAS)].map(columnsOf))}`;

function columnsOf({ fields }: Schema): string[] {
	return fields.map(({ name, type }) => `${name} ${String(type)}`);
}

function hashOf(content: unknown): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

/** The parts that were written together, each with the rows of the same reports. */
export interface Batch {
	readonly id: string;
	/** Reports written, and how many of them were not replaced or pruned since. */
	readonly reports: number;
	readonly live: number;
	readonly figures: string;
	readonly cells: string;
	readonly documents: string;
	readonly findings: string;
	readonly words: string;
}

/** How many rows a snapshot holds. */
export interface Counts {
	readonly files: number;
	readonly rejected: number;
	readonly reports: number;
	readonly unresolved: number;
	readonly generated: number;
	readonly agencies: number;
	readonly cells: number;
	readonly findings: number;
}

/** What a snapshot is made of: immutable parts, by name. Its id is the hash of all the rest. */
export interface Snapshot {
	readonly id: string;
	/** What wrote it; files of another version are not read (see `STORE_VERSION`). */
	readonly version: string;
	/** What the parts were made by: the reader, the rules and the columns. */
	readonly readingVersion: string;
	readonly counts: Counts;
	readonly batches: readonly Batch[];
	readonly files: string;
	readonly corrections: string;
	readonly agencies: string;
	readonly names: string;
	readonly roster: string;
	readonly filings: string;
	/** What the rules about two reports found, and how often they gave each answer. */
	readonly pairFindings: string;
	readonly pairTallies: string;
	readonly rules: string;
}

/** The id of a snapshot: the same content, the same id. */
export function snapshotId(content: Omit<Snapshot, 'id'>): string {
	return hashOf(content);
}

async function read(file: string): Promise<string | null> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** The id of a store's current snapshot; throws `StoreMissing` where there is none. */
export async function currentId(store: string): Promise<string> {
	const id = (await read(currentFile(store)))?.trim();
	if (!id) throw new StoreMissing(store);
	return id;
}

/** Reads a snapshot by its id. */
export async function readSnapshot(store: string, id: string): Promise<Snapshot> {
	const text = await read(snapshotFile(store, id));
	if (text === null) throw new SnapshotMissing(store, `当前快照 ${id} 不在了`);
	const snapshot = parsed(text);
	if (snapshot === null) throw new SnapshotMissing(store, `当前快照 ${id} 已损坏`);
	if (snapshot.version !== STORE_VERSION) {
		throw new StoreUnreadable(store, `由另一版本的程序写成（${snapshot.version}）`);
	}
	return snapshot;
}

function parsed(text: string): Snapshot | null {
	try {
		return JSON.parse(text) as Snapshot;
	} catch {
		return null;
	}
}
