import type { DuckDBConnection } from '@duckdb/node-api';
import { Field, Int32, Int64, Schema, Utf8 } from 'apache-arrow';
import { createHash } from 'node:crypto';
import { lstat, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { RULES } from '../../src/lib/check/rules.ts';
import { AppendedTable } from '../../src/lib/server/appended-table.ts';
import { columnNames, createTable, literal } from '../../src/lib/server/columns.ts';
import type { Snapshot } from '../../src/lib/server/snapshot.ts';
import { partFile } from '../../src/lib/server/store.ts';
import { FIGURES_SCHEMA } from '../../src/lib/server/tables.ts';
import { CORRECTIONS_PART_SCHEMA, FILES_STATE_SCHEMA } from '../../src/lib/server/views.ts';
import { nameSources } from './naming.ts';
import { loadWords, settleWords, type OfficeWords } from './said.ts';
import { walk, type Obstacle, type Root } from './walk.ts';

const FOUND = new Schema([
	new Field('ordinal', new Int32()),
	new Field('path', new Utf8()),
	new Field('root', new Utf8()),
	new Field('given', new Utf8()),
	new Field('size', new Int64()),
	new Field('modified', new Int64())
]);

/** What readings depend on besides bytes and manifest: the reader, the rules, the columns. */
export function readingVersionOf(readerVersion: string): string {
	const columns = FIGURES_SCHEMA.fields.map(({ name }) => name);
	return createHash('sha256')
		.update(JSON.stringify([readerVersion, RULES, columns]))
		.digest('hex')
		.slice(0, 16);
}

/**
 * Loads the files of the snapshot before, or none, into `work.before`, its corrections into
 * `work.corrections_before`, and into `work.known` where the files lie. What else the ledger remembers counts for nothing: no snapshot holds its bytes.
 */
export async function loadBefore(
	connection: DuckDBConnection,
	store: string,
	snapshot: Snapshot | null
): Promise<void> {
	await connection.run(createTable('work.before', FILES_STATE_SCHEMA));
	await connection.run(createTable('work.corrections_before', CORRECTIONS_PART_SCHEMA));
	if (snapshot) {
		const fill = async (table: string, schema: Schema, part: string) => {
			const file = literal(partFile(store, part));
			await connection.run(
				`INSERT INTO work.${table} SELECT ${columnNames(schema)} FROM read_parquet(${file})`
			);
		};
		await fill('before', FILES_STATE_SCHEMA, snapshot.files);
		await fill('corrections_before', CORRECTIONS_PART_SCHEMA, snapshot.corrections);
	}
	await connection.run(`CREATE OR REPLACE TABLE work.known AS
		SELECT path, source FROM ledger JOIN work.before USING (source)`);
}

/** Walks the roots into `work.found`; what cannot even be tried is returned. */
export async function find(
	connection: DuckDBConnection,
	roots: readonly Root[],
	without: ReadonlySet<string>
): Promise<Obstacle[]> {
	const obstacles: Obstacle[] = [];
	const found = await AppendedTable.create(connection, 'found', FOUND);
	let ordinal = 0;
	for (const root of roots) {
		for await (const met of walk(root, without)) {
			if ('obstacle' in met) {
				obstacles.push(met.obstacle);
				continue;
			}
			const { path, root: folder, source, size, modified } = met.file;
			found.add([ordinal, path, folder, source, size, modified]);
			ordinal += 1;
		}
	}
	found.close();
	return obstacles;
}

/**
 * Decides what is to be read, in `work.plan`. A file is unchanged where its size, time, reader and
 * what the office says of it and its members are those of the snapshot before. What the office says
 * stays in force until it says something else of the same file or cell.
 */
export async function plan(
	connection: DuckDBConnection,
	said: OfficeWords,
	readingVersion: string
): Promise<void> {
	await nameSources(connection);
	await loadWords(connection, said);
	await settleWords(connection);
	await connection.run(`CREATE OR REPLACE TABLE work.plan AS
		WITH words AS (
			SELECT ordinal, to_json(list({'source': source, 'word': word} ORDER BY source))::VARCHAR
				AS words
			FROM work.said_words GROUP BY ordinal
		),
		corrections AS (
			SELECT ordinal, to_json(list({'source': source, 'address': address, 'told': told,
					'sha256': sha256} ORDER BY source, address))::VARCHAR AS corrections,
				string_agg(concat_ws(' ', source, address, told), ' ' ORDER BY source, address) AS told
			FROM work.said_corrections GROUP BY ordinal
		),
		marked AS (
			SELECT named.*, words, corrections,
				before.sha256 AS sha256_before, before.fingerprint AS fingerprint_before,
				md5(concat_ws(' ', ${literal(readingVersion)}, words, told))[1:16] AS fingerprint
			FROM work.named
			LEFT JOIN words USING (ordinal) LEFT JOIN corrections USING (ordinal)
			LEFT JOIN work.before ON before.source = named.source
		)
		SELECT marked.*, coalesce(marked.size = ledger.size AND marked.modified = ledger.modified
			AND ledger.sha256 IS NOT DISTINCT FROM sha256_before
			AND fingerprint = fingerprint_before, false) AS unchanged
		FROM marked LEFT JOIN ledger ON ledger.path = marked.path AND ledger.source = marked.source
		ORDER BY ordinal`);
}

const isGone = (path: string) =>
	lstat(path).then(
		() => false,
		(error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR'
	);

/**
 * Names in `work.dropped` the sources that leave the corpus: those whose path goes by another
 * source now, and with `prune` those under the roots whose file is gone from the disk.
 */
export async function drop(
	connection: DuckDBConnection,
	roots: readonly Root[],
	prune: boolean
): Promise<void> {
	await connection.run(`CREATE OR REPLACE TABLE work.dropped AS
		SELECT known.source FROM work.known JOIN work.named USING (path)
		WHERE known.source <> named.source
			AND known.source NOT IN (SELECT source FROM work.named)`);
	if (!prune) return;
	const reader = await connection.runAndReadAll(`SELECT path, source FROM work.known
		WHERE path NOT IN (SELECT path FROM work.found)
			AND source NOT IN (SELECT source FROM work.named)`);
	for (const row of reader.getRows()) {
		const [path, source] = row as [string, string];
		const asked = roots.some(({ folder, file, gone }) =>
			gone && path === folder
				? true
				: file === null
					? path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
					: path === file
		);
		if (!asked || !(await isGone(path))) continue;
		await connection.run('INSERT INTO work.dropped VALUES ($source)', { source });
	}
}

/** The real paths that a walk must leave out; what is not there needs no leaving out. */
export async function realPaths(paths: readonly string[]): Promise<Set<string>> {
	const real = await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
	return new Set(real);
}
