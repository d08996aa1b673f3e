import type { DuckDBConnection } from '@duckdb/node-api';
import { lstat } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * Gives every row of `work.found` its source. A path keeps the source it had before; a new one gets
 * its path in the folder given, with the folder's name in front where another file bears that name
 * already. Equal bytes make no difference: every path that is given is a file of its own.
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

/** Whether another file bears a source: one of this run that comes first, or one of before that is still there. */
async function isBorne(
	connection: DuckDBConnection,
	source: string,
	{ ordinal, path }: Contested
): Promise<boolean> {
	const reader = await connection.runAndReadAll(
		`SELECT path FROM work.named WHERE source = $source AND path <> $path
			AND (kept IS NOT NULL OR ordinal < $ordinal)
		UNION SELECT path FROM work.known WHERE source = $source AND path <> $path
			AND path NOT IN (SELECT path FROM work.named)`,
		{ source, path, ordinal }
	);
	const others = reader.getRows().map(([other]) => other as string);
	return (await Promise.all(others.map(exists))).includes(true);
}

/** Names with more and more of the folder's path in front, and at last with a number behind. */
function* namesOf({ root, given }: Contested): Generator<string> {
	let name = given;
	yield name;
	for (const folder of root.split(sep).reverse()) {
		if (folder === '') continue;
		name = `${folder}/${name}`.normalize('NFC');
		yield name;
	}
	for (let number = 2; ; number += 1) yield `${name}~${number}`;
}

async function settle(connection: DuckDBConnection, contested: Contested): Promise<void> {
	for (const source of namesOf(contested)) {
		if (await isBorne(connection, source, contested)) continue;
		await connection.run('UPDATE work.named SET source = $source WHERE ordinal = $ordinal', {
			source,
			ordinal: contested.ordinal
		});
		return;
	}
}
