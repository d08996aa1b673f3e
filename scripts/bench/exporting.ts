import { openDatabase } from '../../src/lib/server/current-database.ts';
import type { Database } from '../../src/lib/server/database.ts';
import { downloadBytes, downloadOf } from '../../src/lib/server/export/download.ts';
import { NO_FILTERS } from '../../src/lib/server/filters.ts';
import { medianTime, type Measurement } from './measurement.ts';

async function drain(bytes: AsyncIterable<unknown>): Promise<void> {
	for await (const chunk of bytes) void chunk;
}

/** The least that any download has to do: the database hands over the rows, and nobody looks. */
const scan = (database: Database, table: string) =>
	database.answer(`SELECT * FROM ${table}`, {}, {}, ({ result }) => drain(result));

/** How long downloads take, against scanning the same rows and throwing them away. */
export async function measureExporting(store: string): Promise<Measurement[]> {
	const database = await openDatabase(store);
	try {
		const measurements: Measurement[] = [];
		for (const [table, format] of [
			['reports', 'csv'],
			['reports', 'parquet'],
			['cells', 'csv'],
			['cells', 'arrow']
		] as const) {
			const found = downloadOf(`${table}.${format}`);
			if (!found) throw new RangeError(`no download ${table}.${format}`);
			const [count] = await database.rows<{ rows: number }>(
				`SELECT count(*) AS rows FROM ${table}`
			);
			const request = { ...found, filters: NO_FILTERS, byteOrderMark: true };
			const { signal } = new AbortController();
			measurements.push({
				what: `download ${table}.${format}`,
				milliseconds: await medianTime(3, () => drain(downloadBytes(database, request, signal))),
				amount: count ? { number: count.rows, of: 'rows' } : null,
				against: {
					what: 'scanning the rows',
					milliseconds: await medianTime(3, () => scan(database, table))
				}
			});
		}
		return measurements;
	} finally {
		await database.close();
	}
}
