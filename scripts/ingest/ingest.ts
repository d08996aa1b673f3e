import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ManifestRow } from '../../src/lib/form/index.ts';
import { collectGarbage } from '../../src/lib/server/collect.ts';
import { columnNames } from '../../src/lib/server/columns.ts';
import { SnapshotMissing, StoreMissing } from '../../src/lib/server/failures.ts';
import { publish, type PublishingStep } from '../../src/lib/server/publish.ts';
import {
	currentId,
	readSnapshot,
	type Batch,
	type Snapshot
} from '../../src/lib/server/snapshot.ts';
import { cacheFile } from '../../src/lib/server/store.ts';
import { FILES_STATE_SCHEMA } from '../../src/lib/server/views.ts';
import { Ledger } from './ledger.ts';
import { drop, find, loadBefore, plan, readingVersionOf, realPaths, unusedWords } from './plan.ts';
import { Run, type Checker, type Reader, type Tally } from './reading.ts';
import { rootOf } from './walk.ts';

export interface IngestOptions {
	readonly paths: readonly string[];
	readonly store: string;
	readonly manifest: readonly ManifestRow[];
	/** The manifest's own path, which is not read as a report. */
	readonly manifestFile: string | null;
	readonly prune: boolean;
}

/** The steps of an ingest that a test may interrupt. */
export type IngestStep = 'read' | PublishingStep | 'ledger' | 'collect';

/** What an ingest uses and does not own: the reader, the rules, and who watches. */
export interface IngestParts {
	readonly read: Reader;
	readonly check: Checker;
	readonly readerVersion: string;
	readonly progress: (done: number, all: number) => void;
	readonly before?: (step: IngestStep) => void | Promise<void>;
}

export interface IngestResult {
	readonly snapshot: Snapshot;
	/** False where the snapshot before already said all this. */
	readonly changed: boolean;
	readonly files: number;
	readonly unchanged: number;
	readonly copies: number;
	readonly dropped: number;
	readonly unusedWords: readonly string[];
	readonly tally: Tally;
}

/** There is nothing to make a first snapshot of. */
export class NothingFound extends Error {
	override readonly name = 'NothingFound';

	constructor(paths: readonly string[]) {
		super(`没有找到任何文件：${paths.join(' ')}。请给出存放年度报告的文件夹`);
	}
}

async function snapshotBefore(store: string): Promise<Snapshot | null> {
	try {
		return await readSnapshot(store, await currentId(store));
	} catch (error) {
		if (error instanceof StoreMissing || error instanceof SnapshotMissing) return null;
		throw error;
	}
}

async function count(connection: DuckDBConnection, table: string): Promise<number> {
	const reader = await connection.runAndReadAll(`SELECT count(*) FROM ${table}`);
	return Number(reader.getRows()[0]?.[0]);
}

/**
 * The files of the new snapshot, in `work.files`: those before, less what was read anew or dropped.
 * A report that was read before stays while its file cannot be read (no fingerprint).
 */
async function mergeFiles(connection: DuckDBConnection): Promise<void> {
	await connection.run(`DELETE FROM work.seen WHERE fingerprint IS NULL AND status = 'rejected'
		AND source IN (SELECT source FROM work.before WHERE status <> 'rejected')`);
	await connection.run(`CREATE OR REPLACE TABLE work.files AS
		SELECT ${columnNames(FILES_STATE_SCHEMA)} FROM work.before
		WHERE source NOT IN (SELECT source FROM work.dropped)
			AND source NOT IN (SELECT source FROM work.seen WHERE status <> 'same')
		UNION ALL
		SELECT source, sha256, status, reason, report_id, batches.id AS batch, word, fingerprint
		FROM work.seen LEFT JOIN work.batches ON batches.number = seen.batch
		WHERE status <> 'same'
		QUALIFY row_number() OVER (PARTITION BY source ORDER BY path NULLS LAST) = 1`);
}

/** What the next run needs to leave unchanged files alone. */
async function remember(connection: DuckDBConnection): Promise<void> {
	await connection.run('BEGIN');
	await connection.run(`DELETE FROM ledger WHERE source IN (SELECT source FROM work.dropped)
		OR source NOT IN (SELECT source FROM work.files)
		OR path IN (SELECT path FROM work.seen WHERE path IS NOT NULL)
		OR source IN (SELECT source FROM work.seen WHERE path IS NOT NULL)`);
	await connection.run(`INSERT INTO ledger SELECT path, source, size, modified, sha256
		FROM work.seen WHERE path IS NOT NULL`);
	await connection.run('COMMIT');
}

const distinct = (batches: readonly Batch[]) => [
	...new Map(batches.map((batch) => [batch.id, batch])).values()
];

async function ingestWith(
	connection: DuckDBConnection,
	store: string,
	options: IngestOptions,
	parts: IngestParts
): Promise<IngestResult> {
	const before = parts.before ?? (() => {});
	const roots = await Promise.all(options.paths.map(rootOf));
	const readingVersion = readingVersionOf(parts.readerVersion);
	const old = await snapshotBefore(store);
	await loadBefore(connection, store, old);
	const without = await realPaths([store, ...(options.manifestFile ? [options.manifestFile] : [])]);
	const obstacles = await find(connection, roots, without);
	await plan(connection, options.manifest, readingVersion);
	await drop(connection, roots, options.prune);
	const all = await count(connection, 'work.plan WHERE NOT unchanged');
	await before('read');
	const run = await Run.start(connection, store, parts);
	for (const obstacle of obstacles) run.reject(obstacle);
	await run.readAll((done) => parts.progress(done, all));
	const found = await count(connection, 'work.found');
	if (!old && found + obstacles.length === 0) throw new NothingFound(options.paths);
	await mergeFiles(connection);
	const dropped = await count(connection, 'work.dropped');
	const quiet =
		old !== null &&
		dropped === 0 &&
		existsSync(cacheFile(store, old.id)) &&
		(await count(connection, "work.seen WHERE status <> 'same'")) === 0;
	const snapshot = quiet
		? old
		: await publish({
				connection,
				store,
				batches: distinct([...(old?.batches ?? []), ...run.batches]),
				readingVersion,
				before
			});
	await before('ledger');
	await remember(connection);
	await before('collect');
	await collectGarbage(store, snapshot.id);
	const planned = await count(connection, 'work.plan');
	return {
		snapshot,
		changed: snapshot.id !== old?.id,
		files: found + obstacles.length,
		unchanged: planned - all + run.tally.rehashed,
		copies: found - planned,
		dropped,
		unusedWords: await unusedWords(connection),
		tally: run.tally
	};
}

/** Reads what the paths hold into a new snapshot of the store. */
export async function ingest(options: IngestOptions, parts: IngestParts): Promise<IngestResult> {
	const store = resolve(options.store);
	await Promise.all(options.paths.map(rootOf));
	const ledger = await Ledger.open(store);
	try {
		return await ingestWith(ledger.connection, store, options, parts);
	} finally {
		await ledger.close();
	}
}
