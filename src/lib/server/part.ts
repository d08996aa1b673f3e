import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { literal } from './columns.ts';
import { hashOf, put } from './durable-file.ts';
import { partFile } from './store.ts';

/**
 * Writes a query's rows as a part, named by the hash of its bytes. The query must be ordered, so
 * that the same rows give the same bytes.
 *
 * @param rowGroup rows that are read together at least; few where a row is large and asked for alone
 */
export async function writePart(
	connection: DuckDBConnection,
	store: string,
	kind: string,
	query: string,
	rowGroup?: number
): Promise<string> {
	const temporary = partFile(store, `${kind}.tmp`);
	await rm(temporary, { force: true });
	const size = rowGroup === undefined ? '' : `, ROW_GROUP_SIZE ${rowGroup}`;
	await connection.run(
		`COPY (${query}) TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd${size})`
	);
	const name = `${kind}-${(await hashOf(temporary)).slice(0, 32)}.parquet`;
	await put(temporary, partFile(store, name));
	return name;
}
