import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesOf } from '../condition.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import type { Database } from '../database.ts';
import { plainRows } from '../values.ts';
import { smallCorpus } from './small-corpus.ts';
import { tableQuery, type DownloadTable } from './table.ts';
import { tablePage } from './table-page.ts';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

type Row = Readonly<Record<string, unknown>>;
const asking = (filters: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...filters });

/** What a download of a slice has. */
async function downloaded(table: DownloadTable, filters: Partial<Filters>): Promise<Row[]> {
	const { sql, params } = await tableQuery(database, table, asking(filters));
	return database.rows<Row>(sql, params);
}

const YEAR_2020 = { year: [{ from: 2020, to: 2020 }] };
const SLICES: readonly (readonly [DownloadTable, Partial<Filters>])[] = [
	['reports', {}],
	['reports', { ...YEAR_2020, current: true }],
	['reports', { q: "教育'; DROP TABLE reports; --" }],
	['reports', { q: '教育', generated: false }],
	['reports', { level: ['county', 'unknown'], scope: 'not_consolidated' }],
	['reports', { item: ['procurement'] }],
	['reports', { province: ['$(reboot) `x` "甲" \\'] }],
	['cells', {}],
	['cells', { status: ['blank'] }],
	['cells', { status: ['missing', 'unreadable'] }],
	['cells', { section: ['applications'] }],
	['cells', { section: ['applications'], status: ['reported', 'blank'] }],
	['cells', { item: ['licensing'], measure: ['decisions'] }],
	['cells', { item: ['licensing'], measure: ['decisions'], stock: false }],
	['cells', { stock: false }],
	['cells', { ...YEAR_2020, item: ['procurement'] }],
	['cells', { severity: ['warning'] }],
	['cells', { severity: ['warning'], status: ['blank'] }],
	['cells', { severity: ['error'], section: ['disclosure'] }],
	['cells', { origin: ['agency'] }],
	['cells', { section: ['remedies'], item: ['licensing'] }],
	['cells', { q: '民政', current: true }],
	['findings', {}],
	['findings', { severity: ['error'], q: '旧版' }],
	['findings', { ...YEAR_2020, generated: false }],
	['findings', { status: ['reported'] }],
	['rules', {}],
	['rules', { form: ['2019'] }]
];

const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();
const count = (rows: readonly Row[], status: string) =>
	rows.filter((row) => row.status === status).length;

describe.each(SLICES)('%s of %j', (table, filters) => {
	test('has the rows of its download', async () => {
		const [page, rows] = await Promise.all([
			tablePage(database, table, asking(filters)),
			downloaded(table, filters)
		]);
		expect(page.count).toBe(rows.length);
		expect(sorted(page.rows)).toEqual(sorted(rows).slice(0, 50));
	});

	test('the SQL that is shown gives just these rows', async () => {
		const { sql } = await tablePage(database, table, asking(filters));
		expect(sql).not.toMatch(/[$`"\\]/);
		const shown = await database.answerReading(sql, async ({ names, result }) => {
			const rows: Row[] = [];
			for await (const chunk of result) rows.push(...plainRows<Row>(chunk, names));
			return rows;
		});
		expect(sorted(shown)).toEqual(sorted(await downloaded(table, filters)));
	});
});

test.each(SLICES.filter(([table]) => table === 'cells'))(
	'%s of %j come to what their rows come to',
	async (table, filters) => {
		const { summary } = await tablePage(database, table, asking(filters));
		const rows = await downloaded(table, filters);
		expect(summary?.statuses).toEqual({
			reported: count(rows, 'reported'),
			blank: count(rows, 'blank'),
			missing: count(rows, 'missing'),
			unreadable: count(rows, 'unreadable')
		});
		const values = rows.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
		const sum = values.reduce((one, other) => one + other, 0);
		const addresses = addressesOf(asking(filters));
		if (values.length === 0 || (addresses.length > 16 && !filters.severity && !filters.origin)) {
			expect(summary?.sum).toBeNull();
		} else expect(summary?.sum).toBeCloseTo(sum, 6);
	}
);

test('figures of several scopes or levels are said to be no total', async () => {
	const decisions = { item: ['licensing'], measure: ['decisions'] };
	const mixed = await tablePage(database, 'cells', asking(decisions));
	expect(mixed.summary?.addable).toBe(false);
	const one = await tablePage(database, 'cells', asking({ ...decisions, scope: 'consolidated' }));
	expect(one.summary?.addable).toBe(true);
});

test('cells are sorted by their figures, what has none last', async () => {
	const filters = asking({ item: ['licensing'], measure: ['decisions'], sort: '-value' });
	const { rows, sortable } = await tablePage(database, 'cells', filters);
	expect(sortable).toEqual(['value']);
	const values = rows.map(({ value }) => value as number | null);
	expect(values.slice(0, 3)).toEqual([1000, 999, 100]);
	expect(values.at(-1)).toBeNull();
	const whole = await tablePage(database, 'cells', asking({ sort: 'value' }));
	expect(whole.sortable).toEqual([]);
	expect(whole.rows[0]?.value).toBe(0);
});

test('a page past the last has no rows, and says how many there are', async () => {
	for (const filters of [{}, { item: ['licensing'] }, { severity: ['warning'] }]) {
		const { rows, count, pages } = await tablePage(
			database,
			'cells',
			asking({ ...filters, page: 9 })
		);
		expect(rows).toEqual([]);
		expect(count).toBeGreaterThan(0);
		expect(pages).toBe(1);
	}
});

test('what no table can be sorted by is refused', async () => {
	await expect(tablePage(database, 'cells', asking({ sort: 'agency' }))).rejects.toThrow('sort');
});
