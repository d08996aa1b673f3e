import type { ExportQuery } from './export-query.ts';

/** A table as Parquet. */
export function parquet(query: ExportQuery): AsyncGenerator<Uint8Array> {
	return query.copied(['*'], 'FORMAT parquet, COMPRESSION zstd');
}
