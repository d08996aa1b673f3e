import { csvLine } from '$lib/form';
import type { Page } from '$lib/server/page';
import { guarded } from '$lib/server/queries';

/** A value of a table; null where there is none, which is not a zero. */
type Value = string | number | boolean | null;

const shown = (value: Value) => (typeof value === 'string' ? guarded(value) : String(value ?? ''));

/** A table that a page shows as the lines of a CSV for spreadsheets: its columns, then its rows. */
export async function* csvLines<T extends Readonly<Record<string, Value>>>(
	columns: readonly (keyof T & string)[],
	batches: AsyncIterable<readonly T[]> | Iterable<readonly T[]>
): AsyncGenerator<string> {
	let before = `\uFEFF${csvLine(columns)}\r\n`;
	for await (const rows of batches) {
		const lines = rows.map(
			(row) => `${csvLine(columns.map((name) => shown(row[name] ?? null)))}\r\n`
		);
		yield before + lines.join('');
		before = '';
	}
	if (before !== '') yield before;
}

/** The rows of a whole list, page after page. */
export async function* everyPage<T>(
	ask: (page: number) => Promise<Page<T>>
): AsyncGenerator<readonly T[]> {
	for (let page = 1; ; page += 1) {
		const { rows, pages } = await ask(page);
		if (rows.length > 0) yield rows;
		if (page >= pages) return;
	}
}
