import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { literal } from './columns.ts';
import { hashOf, put } from './durable-file.ts';
import { partFile } from './store.ts';

/**
 * Writes a query's rows as a part, named by the hash of its bytes. The query must be ordered, so
 * that the same rows give the same bytes.
 */
export async function writePart(
	connection: DuckDBConnection,
	store: string,
	kind: string,
	query: string
): Promise<string> {
	const temporary = partFile(store, `${kind}.tmp`);
	await rm(temporary, { force: true });
	await connection.run(
		`COPY (${query}) TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd)`
	);
	const name = `${kind}-${(await hashOf(temporary)).slice(0, 32)}.parquet`;
	await put(temporary, partFile(store, name));
	return name;
}
