import type { DuckDBConnection } from '@duckdb/node-api';
import { Bool, Field, Schema, Utf8 } from 'apache-arrow';
import type { ManifestRow } from '../../src/lib/form/index.ts';
import { AppendedTable } from '../../src/lib/server/appended-table.ts';
import type { CorrectionLine } from './corrections.ts';
import type { RosterLine } from './roster.ts';

const WORDS = new Schema([new Field('source', new Utf8()), new Field('word', new Utf8())]);
const LINES = new Schema([
	new Field('source', new Utf8()),
	new Field('address', new Utf8()),
	new Field('told', new Utf8()),
	new Field('sha256', new Utf8()),
	new Field('withdraws', new Bool()),
	new Field('repeated', new Bool())
]);

/** What the office says of files, cells and organs, as it is given to an ingest. */
export interface OfficeWords {
	readonly manifest: readonly ManifestRow[];
	readonly corrections: readonly CorrectionLine[];
	/** Null where no roster is given, and the one before stays in force. */
	readonly roster?: readonly RosterLine[] | null;
}

/** Loads the manifest into `work.words` and the corrections into `work.lines`. */
export async function loadWords(
	connection: DuckDBConnection,
	{ manifest, corrections }: OfficeWords
): Promise<void> {
	const words = await AppendedTable.create(connection, 'words', WORDS);
	for (const row of manifest) words.add([row.source, JSON.stringify(row)]);
	words.close();
	const lines = await AppendedTable.create(connection, 'lines', LINES);
	for (const { source, address, word, repeated } of corrections) {
		const { sha256, figure } = word;
		lines.add([source, address, JSON.stringify(word), sha256, figure === '', repeated]);
	}
	lines.close();
}

/**
 * Settles in `work.fits` which file of this run each source that the office names is (`ordinal`),
 * and under which source its report stands. A name is that of a file or of a member of one; the
 * source of a file goes before its path in the folder given, and a path that two files have in
 * their folders names neither: it stands in `work.ambiguous`.
 */
async function fit(connection: DuckDBConnection): Promise<void> {
	await connection.run(`CREATE OR REPLACE TABLE work.candidates AS
		WITH told AS (SELECT source FROM work.words UNION SELECT source FROM work.lines),
		parts AS (SELECT source, string_split(source, '/') AS names FROM told),
		prefixes AS (
			SELECT source, array_to_string(names[1:depth], '/') AS prefix
			FROM (SELECT *, unnest(range(1, len(names) + 1)) AS depth FROM parts)
		)
		SELECT told.source AS name, ordinal, named.source || substring(told.source, length(prefix) + 1)
			AS source, true AS exact
		FROM prefixes AS told JOIN work.named AS named ON named.source = prefix
		UNION ALL
		SELECT told.source, ordinal, named.source || substring(told.source, length(prefix) + 1), false
		FROM prefixes AS told JOIN work.named AS named ON named.given = prefix
		WHERE named.source <> named.given`);
	await connection.run(`CREATE OR REPLACE TABLE work.ambiguous AS
		SELECT name, list(source ORDER BY source) AS sources FROM work.candidates
		GROUP BY name HAVING NOT bool_or(exact) AND count(*) > 1`);
	await connection.run(`CREATE OR REPLACE TABLE work.fits AS
		SELECT name, ordinal, source FROM work.candidates
		WHERE name NOT IN (SELECT name FROM work.ambiguous)
		QUALIFY row_number() OVER (PARTITION BY name ORDER BY exact DESC) = 1
			AND row_number() OVER (PARTITION BY source ORDER BY exact DESC, name) = 1`);
}

/**
 * Says in `work.said_words` and `work.said_corrections` what is in force for the files of this run
 * and their members: what the office says now, and what it said before of what it does not mention.
 * A correction that was applied before stays bound to the bytes that it was applied to (`sha256`)
 * as long as its line is the same.
 */
export async function settleWords(connection: DuckDBConnection): Promise<void> {
	await fit(connection);
	await connection.run(`CREATE OR REPLACE TABLE work.said_words AS
		WITH new AS (
			SELECT ordinal, fits.source, word FROM work.fits JOIN work.words ON words.source = name
		)
		FROM new UNION ALL
		SELECT ordinal, before.source, word FROM work.before
		JOIN work.named ON named.source = coalesce(before.archive, before.source)
		WHERE word IS NOT NULL AND before.source NOT IN (SELECT source FROM new)`);
	await connection.run(`CREATE OR REPLACE TABLE work.said_corrections AS
		WITH bound AS (
			SELECT source, section || '/' || item || '/' || measure AS address, told, sha256
			FROM work.corrections_before
		),
		new AS (
			SELECT ordinal, fits.source, address, told, sha256, withdraws
			FROM work.fits JOIN work.lines ON lines.source = fits.name
		)
		SELECT ordinal, new.source, new.address, new.told, coalesce(new.sha256, bound.sha256) AS sha256
		FROM new LEFT JOIN bound USING (source, address, told) WHERE NOT withdraws
		UNION ALL
		SELECT ordinal, bound.source, address, told, bound.sha256
		FROM bound JOIN work.before ON before.source = bound.source
		JOIN work.named ON named.source = coalesce(before.archive, before.source)
		WHERE (bound.source, address) NOT IN (SELECT (source, address) FROM new)`);
}

async function names(connection: DuckDBConnection, sql: string): Promise<string[]> {
	const reader = await connection.runAndReadAll(sql);
	return reader.getRows().map(([name]) => name as string);
}

/** What the office said and no file or cell took up, so that a slip of the pen is seen. */
export interface UnusedWords {
	/** Sources of the manifest that no file bears. */
	readonly sources: readonly string[];
	/** Sources of files that the store holds and this run was not given, of which the manifest says something new. */
	readonly outside: readonly string[];
	/** Sources that more than one file bears in its folder, with those files' own. */
	readonly ambiguous: readonly string[];
	/** Files that the manifest says to be superseded, and that are not there. */
	readonly superseded: readonly string[];
	/** Cells that lines of the corrections name, `source section/item/measure`, and that took none. */
	readonly cells: readonly string[];
	/** Cells of files that this run was not given, whose lines say something new. */
	readonly cellsOutside: readonly string[];
}

const FILES = 'SELECT source FROM work.files';
/** What names a file that the store holds and this run was not given. */
const OUTSIDE = `source IN (${FILES}) AND source NOT IN (SELECT name FROM work.candidates)`;

/** Asks what was not taken up, once `work.files` and `work.corrections` stand. */
export async function unusedWords(connection: DuckDBConnection): Promise<UnusedWords> {
	const taken = `SELECT name FROM work.fits WHERE source IN (${FILES})`;
	return {
		sources: await names(
			connection,
			`SELECT source FROM work.words WHERE source NOT IN (${taken}) AND source NOT IN (${FILES})
			AND source NOT IN (SELECT name FROM work.ambiguous) ORDER BY source`
		),
		outside: await names(
			connection,
			`SELECT source FROM work.words JOIN work.files USING (source)
			WHERE ${OUTSIDE} AND words.word IS DISTINCT FROM files.word ORDER BY source`
		),
		ambiguous: await names(
			connection,
			`SELECT name || ' → ' || array_to_string(sources, ' ') FROM work.ambiguous ORDER BY name`
		),
		superseded: await names(
			connection,
			`SELECT DISTINCT word->>'supersedes' AS old FROM work.words
			WHERE old IS NOT NULL AND old NOT IN (SELECT source FROM work.files WHERE report_id IS NOT NULL)
			ORDER BY old`
		),
		cells: await names(
			connection,
			`SELECT lines.source || ' ' || address FROM work.lines
			LEFT JOIN work.fits ON fits.name = lines.source
			WHERE lines.source NOT IN (SELECT name FROM work.ambiguous)
				AND lines.source NOT IN (SELECT source FROM work.lines WHERE ${OUTSIDE})
				AND CASE WHEN withdraws THEN NOT repeated AND
					(coalesce(fits.source, lines.source), address) NOT IN (
						SELECT (source, section || '/' || item || '/' || measure) FROM work.corrections_before)
				ELSE (coalesce(fits.source, lines.source), address) NOT IN (
					SELECT (source, section || '/' || item || '/' || measure) FROM work.corrections)
				END
			ORDER BY ALL`
		),
		cellsOutside: await names(
			connection,
			`SELECT source || ' ' || address FROM work.lines
			LEFT JOIN (SELECT source, section || '/' || item || '/' || measure AS address,
				told AS told_before FROM work.corrections_before) USING (source, address)
			WHERE ${OUTSIDE} AND CASE WHEN withdraws THEN told_before IS NOT NULL
				ELSE told IS DISTINCT FROM told_before END
			ORDER BY ALL`
		)
	};
}
