import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportQuery } from './export-query.ts';

/** A table as Parquet. The format ends with its index, so that the file is whole before it is sent. */
export async function* parquet(query: ExportQuery): AsyncGenerator<Uint8Array> {
	const file = join(query.scratch, `${randomUUID()}.parquet`);
	try {
		await query.writeParquet(file);
		for await (const bytes of createReadStream(file)) yield bytes as Buffer;
	} finally {
		await rm(file, { force: true });
	}
}
