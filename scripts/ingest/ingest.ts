import type { DuckDBConnection } from '@duckdb/node-api';
import { resolve, sep } from 'node:path';
import { collectGarbage } from '../../src/lib/server/collect.ts';
import { columnNames, literal } from '../../src/lib/server/columns.ts';
import { isDerived } from '../../src/lib/server/derived-database.ts';
import { SnapshotMissing, StoreMissing } from '../../src/lib/server/failures.ts';
import { publish, type PublishingStep } from '../../src/lib/server/publish.ts';
import {
	currentId,
	readSnapshot,
	type Batch,
	type Snapshot
} from '../../src/lib/server/snapshot.ts';
import { FILES_STATE_SCHEMA } from '../../src/lib/server/views.ts';
import type { CorrectionState } from '../../src/lib/reading/correcting.ts';
import { Ledger } from './ledger.ts';
import { drop, find, loadBefore, plan, readingVersionOf, realPaths } from './plan.ts';
import { loadRoster, rosterCounts, type RosterCounts } from './rostering.ts';
import { Run, type Processor, type Tally } from './reading.ts';
import { unusedWords, type OfficeWords, type UnusedWords } from './said.ts';
import { goneRoot, rootOf, type Root } from './walk.ts';

export interface IngestOptions {
	readonly paths: readonly string[];
	readonly store: string;
	readonly said: OfficeWords;
	/** The paths of the manifest, the corrections and the roster, which are not read as reports. */
	readonly saidIn: readonly string[];
	readonly prune: boolean;
}

/** The steps of an ingest that a test may interrupt. */
export type IngestStep = 'read' | PublishingStep | 'ledger' | 'collect';

/** What an ingest uses and does not own: the reader with the rules, and who watches. */
export interface IngestParts {
	readonly process: Processor;
	/** Files that the processor may have before it at a time. */
	readonly atOnce: number;
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
	readonly dropped: number;
	readonly unused: UnusedWords;
	readonly corrections: CorrectionCounts;
	/** Null where the store has no roster. */
	readonly roster: RosterCounts | null;
	readonly tally: Tally;
}

/** How the store's corrections stand, and which of those that this run read are not in force. */
export interface CorrectionCounts {
	readonly applied: number;
	/** Made for other bytes than the file has now. */
	readonly dropped: number;
	/** Of cells that their report does not have, or of files that gave no report. */
	readonly idle: number;
	readonly notices: readonly CorrectionNotice[];
}

export interface CorrectionNotice {
	readonly source: string;
	readonly address: string;
	readonly state: Exclude<CorrectionState, 'applied'>;
}

/** There is nothing to make a first snapshot of. */
export class NothingFound extends Error {
	override readonly name = 'NothingFound';

	constructor(paths: readonly string[]) {
		super(
			paths.length === 0
				? '库中还没有报告。请同时给出存放年度报告的文件夹'
				: `没有找到任何文件：${paths.join(' ')}。请给出存放年度报告的文件夹`
		);
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
 * The files of the new snapshot, in `work.files`: those before, less what was read anew or dropped
 * and the members of such files. A report that was read before stays while its file cannot be read
 * (no fingerprint).
 */
async function mergeFiles(connection: DuckDBConnection): Promise<void> {
	await connection.run(`DELETE FROM work.seen WHERE fingerprint IS NULL AND status = 'rejected'
		AND source IN (SELECT source FROM work.before WHERE status <> 'rejected')`);
	await connection.run(`CREATE OR REPLACE TABLE work.gone AS
		SELECT source FROM work.dropped UNION SELECT source FROM work.seen WHERE reread IS NOT false`);
	await connection.run(`CREATE OR REPLACE TABLE work.files AS
		SELECT ${columnNames(FILES_STATE_SCHEMA)} FROM work.before
		WHERE source NOT IN (SELECT source FROM work.gone)
			AND coalesce(archive NOT IN (SELECT source FROM work.gone), true)
		UNION ALL
		SELECT ${columnNames(FILES_STATE_SCHEMA)}
		FROM (SELECT seen.* EXCLUDE (batch), batches.id AS batch
			FROM work.seen LEFT JOIN work.batches ON batches.number = seen.batch)
		WHERE reread IS NOT false
		QUALIFY row_number() OVER (PARTITION BY source ORDER BY path NULLS LAST) = 1`);
	await connection.run(`CREATE OR REPLACE TABLE work.corrections AS
		FROM work.corrections_before WHERE source IN (SELECT source FROM work.files)
			AND source NOT IN (SELECT source FROM work.seen WHERE reread IS NOT false)
		UNION ALL FROM work.corrections_read WHERE source IN (SELECT source FROM work.seen)`);
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

/** How many files this run met, members included, and how many stay as they were. */
async function fileCounts(
	connection: DuckDBConnection,
	tally: Tally,
	obstacles: number
): Promise<Pick<IngestResult, 'files' | 'unchanged' | 'dropped'>> {
	const found = await count(connection, 'work.found');
	const all = await count(connection, 'work.plan WHERE NOT unchanged');
	const kept = await count(
		connection,
		`work.files WHERE archive IN (SELECT source FROM work.plan)
			AND archive NOT IN (SELECT source FROM work.gone)`
	);
	return {
		files: found + obstacles + tally.members + kept,
		unchanged: found - all + tally.rehashed + kept,
		dropped: await count(
			connection,
			'work.before WHERE source NOT IN (SELECT source FROM work.files)'
		)
	};
}

async function correctionCounts(connection: DuckDBConnection): Promise<CorrectionCounts> {
	const states = (which: string) => count(connection, `work.corrections WHERE state ${which}`);
	const reader = await connection.runAndReadAll(`SELECT source,
			concat_ws('/', section, item, measure) AS address, state
		FROM work.corrections_read WHERE state <> 'applied' ORDER BY ALL`);
	return {
		applied: await states("= 'applied'"),
		dropped: await states("= 'dropped'"),
		idle: await states("IN ('no_cell', 'no_report')"),
		notices: reader.getRowObjects() as unknown as CorrectionNotice[]
	};
}

/** What the rules about two reports found in the reports of some batches, once a snapshot is published. */
async function foundInPairs(
	connection: DuckDBConnection,
	batches: readonly Batch[]
): Promise<number> {
	if (batches.length === 0) return 0;
	const ids = batches.map(({ id }) => literal(id)).join(', ');
	return count(
		connection,
		`work.pair_findings JOIN work.files USING (report_id) WHERE batch IN (${ids})`
	);
}

const distinct = (batches: readonly Batch[]) => [
	...new Map(batches.map((batch) => [batch.id, batch])).values()
];

/** Whether the store holds files that lay under a path, or at it. */
async function isKnown(connection: DuckDBConnection, { folder }: Root): Promise<boolean> {
	const reader = await connection.runAndReadAll(
		'SELECT 1 FROM work.known WHERE path = $folder OR starts_with(path, $within) LIMIT 1',
		{ folder, within: folder + sep }
	);
	return reader.getRows().length > 0;
}

/** Where to look; with `prune`, a path that is gone is one whose reports are to go. */
function rootsOf(connection: DuckDBConnection, { paths, prune }: IngestOptions): Promise<Root[]> {
	return Promise.all(
		paths.map((path) =>
			rootOf(path).catch(async (error: unknown) => {
				const root = await goneRoot(path);
				if (prune && (await isKnown(connection, root))) return root;
				throw error;
			})
		)
	);
}

async function ingestWith(
	connection: DuckDBConnection,
	store: string,
	options: IngestOptions,
	parts: IngestParts
): Promise<IngestResult> {
	const before = parts.before ?? (() => {});
	const readingVersion = readingVersionOf(parts.readerVersion);
	const old = await snapshotBefore(store);
	await loadBefore(connection, store, old);
	const roots = await rootsOf(connection, options);
	const without = await realPaths([store, ...options.saidIn]);
	const obstacles = await find(connection, roots, without);
	await plan(connection, options.said, readingVersion);
	await drop(connection, roots, options.prune);
	const all = await count(connection, 'work.plan WHERE NOT unchanged');
	await before('read');
	const run = await Run.start(connection, store, parts.process);
	for (const obstacle of obstacles) run.reject(obstacle);
	await run.readAll(parts.atOnce, (done) => parts.progress(done, all));
	const found = await count(connection, 'work.found');
	if (!old && found + obstacles.length === 0) throw new NothingFound(options.paths);
	await mergeFiles(connection);
	const sameRoster = await loadRoster(connection, store, old, options.said.roster ?? null);
	const quiet =
		old !== null &&
		sameRoster &&
		(await count(connection, 'work.gone')) === 0 &&
		(await isDerived(connection, store, old));
	const snapshot = quiet
		? old
		: await publish({
				connection,
				store,
				batches: distinct([...(old?.batches ?? []), ...run.batches]),
				readingVersion,
				before
			});
	const inPairs = quiet ? 0 : await foundInPairs(connection, run.batches);
	await before('ledger');
	await remember(connection);
	await before('collect');
	await collectGarbage(connection, store, snapshot.id);
	return {
		snapshot,
		changed: snapshot.id !== old?.id,
		...(await fileCounts(connection, run.tally, obstacles.length)),
		unused: await unusedWords(connection),
		corrections: await correctionCounts(connection),
		roster: await rosterCounts(connection, store, snapshot),
		tally: { ...run.tally, findings: run.tally.findings + inPairs }
	};
}

/** Reads what the paths hold into a new snapshot of the store. */
export async function ingest(options: IngestOptions, parts: IngestParts): Promise<IngestResult> {
	const store = resolve(options.store);
	if (!options.prune) await Promise.all(options.paths.map(rootOf));
	const ledger = await Ledger.open(store);
	try {
		return await ingestWith(ledger.connection, store, options, parts);
	} finally {
		await ledger.close();
	}
}
