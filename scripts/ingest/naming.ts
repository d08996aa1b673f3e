import type { DuckDBConnection } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * Gives every row of `work.found` its source. A path keeps the source it had before; a new one gets
 * its path in the folder given. Where another file bears that name already, equal bytes make it a
 * copy (source null) and other bytes get the folder's name in front.
 */
export async function nameSources(connection: DuckDBConnection): Promise<void> {
	await connection.run(`DELETE FROM work.found WHERE ordinal NOT IN
		(SELECT min(ordinal) FROM work.found GROUP BY path)`);
	await connection.run(`CREATE OR REPLACE TABLE work.named AS
		SELECT found.*, CASE WHEN known.source = given OR ends_with(known.source, '/' || given)
			THEN known.source END AS kept, coalesce(kept, given) AS source
		FROM work.found LEFT JOIN work.known USING (path)`);
	const contested = await connection.runAndReadAll(`
		SELECT ordinal, path, root, given FROM work.named AS mine
		WHERE kept IS NULL AND (
			given IN (SELECT source FROM work.named AS other GROUP BY source HAVING count(*) > 1)
			OR given IN (SELECT source FROM work.known WHERE path NOT IN (SELECT path FROM work.found))
		) ORDER BY ordinal`);
	for (const row of contested.getRowObjects()) {
		await settle(connection, row as unknown as Contested);
	}
}

interface Contested {
	readonly ordinal: number;
	readonly path: string;
	readonly root: string;
	readonly given: string;
}

const exists = (path: string) =>
	lstat(path).then(
		() => true,
		() => false
	);

async function bytesHash(path: string): Promise<string | null> {
	try {
		return createHash('sha256')
			.update(await readFile(path))
			.digest('hex');
	} catch {
		return null;
	}
}

interface Bearer {
	readonly path: string;
	/** The bytes that the snapshot before holds of a file that this run does not look at. */
	readonly sha256: string | null;
}

/** The other files that bear a source, those of this run that come first. */
async function bearers(
	connection: DuckDBConnection,
	source: string,
	{ ordinal, path }: Contested
): Promise<Bearer[]> {
	const reader = await connection.runAndReadAll(
		`SELECT path, NULL AS sha256 FROM work.named WHERE source = $source AND path <> $path
			AND (kept IS NOT NULL OR ordinal < $ordinal)
		UNION SELECT path, sha256 FROM work.known WHERE source = $source AND path <> $path
			AND path NOT IN (SELECT path FROM work.named)
		ORDER BY path`,
		{ source, path, ordinal }
	);
	const others = reader.getRowObjects() as unknown as Bearer[];
	const present = await Promise.all(others.map((other) => exists(other.path)));
	return others.filter((_, index) => present[index]);
}

/** Names with more and more of the folder's path in front. */
function longerNames({ root, given }: Contested): string[] {
	const folders = root.split(sep).filter((name) => name !== '');
	return folders.map((_, index) =>
		[...folders.slice(folders.length - 1 - index), given].join('/').normalize('NFC')
	);
}

async function settle(connection: DuckDBConnection, contested: Contested): Promise<void> {
	const { ordinal, path, given } = contested;
	const hash = await bytesHash(path);
	for (const name of [given, ...longerNames(contested)]) {
		const others = await bearers(connection, name, contested);
		const hashes = await Promise.all(
			others.map(async (other) => other.sha256 ?? (await bytesHash(other.path)))
		);
		const copy = hash !== null && hashes.includes(hash);
		if (others.length > 0 && !copy) continue;
		await connection.run('UPDATE work.named SET source = $source WHERE ordinal = $ordinal', {
			source: copy ? null : name,
			ordinal
		});
		return;
	}
}
