import { expect, test } from 'vitest';
import { csvLines, everyPage } from './csv-lines';

test('a table is its columns and its rows: nothing for null, a zero for zero, no formula', async () => {
	type Row = Record<string, string | number | boolean | null>;
	const pages: Row[][] = [
		[{ agency: '甲局, "本级"', errors: 0, year: null, sure: true }],
		[{ agency: '=1+1', errors: 1234, year: 2020, sure: false }]
	];
	const asked: number[] = [];
	const rows = everyPage((page) => {
		asked.push(page);
		return Promise.resolve({ rows: pages[page - 1] ?? [], count: 2, page, pages: 2 });
	});
	let text = '';
	for await (const lines of csvLines(['agency', 'errors', 'year', 'sure'], rows)) text += lines;
	expect(text).toBe(
		'\uFEFFagency,errors,year,sure\r\n"甲局, ""本级""",0,,true\r\n\'=1+1,1234,2020,false\r\n'
	);
	expect(asked).toEqual([1, 2]);
});
