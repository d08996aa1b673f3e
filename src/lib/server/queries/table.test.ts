import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { AGENCY, smallCorpus, asking } from './small-corpus.ts';
import { tableQuery, type DownloadTable } from './table.ts';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

const COUNTS: readonly [DownloadTable, Partial<Filters>, number][] = [
	['reports', {}, 10],
	['reports', { year: [{ from: 2020, to: 2020 }] }, 5],
	['reports', { province: ['示例省'], level: ['county'] }, 4],
	['reports', { scope: 'consolidated' }, 1],
	['reports', { scope: 'not_consolidated' }, 9],
	['reports', { current: true }, 9],
	['reports', { current: false }, 1],
	['reports', { status: ['unreadable'] }, 1],
	['reports', { status: ['missing'], measure: ['decisions'] }, 1],
	['reports', { item: ['procurement'] }, 3],
	['reports', { severity: ['error'] }, 2],
	['reports', { q: '教育' }, 4],
	['cells', { agency: [AGENCY.unresolved] }, 1],
	['cells', { item: ['licensing'], measure: ['decisions'] }, 10],
	['cells', { status: ['blank'] }, 4],
	['cells', { status: ['blank'], form: ['2021'] }, 1],
	['cells', { severity: ['warning'] }, 1],
	['cells', { section: ['remedies'] }, 0],
	['cells', { section: ['remedies'], item: ['licensing'] }, 0],
	['findings', {}, 4],
	['findings', { severity: ['error'] }, 2],
	['findings', { year: [{ from: 2020, to: 2020 }] }, 3],
	['findings', { status: ['reported'] }, 1],
	['rules', {}, 1],
	['rules', { form: ['2019'] }, 1],
	['rules', { severity: ['error'] }, 0]
];

test.each(COUNTS)('%s of %j', async (table, filters, expected) => {
	const { sql, params } = await tableQuery(database, table, asking(filters));
	const rows = await database.rows(sql, params);
	expect(rows).toHaveLength(expected);
});

test('the same cells whether their reports are bound one by one or not', async () => {
	for (const filters of [{ form: ['2021'] }, { severity: ['error'] }, { q: '民政' }]) {
		const asked = asking({ ...filters, sort: 'report_id' });
		const few = await tableQuery(database, 'cells', asked);
		const many = await tableQuery(database, 'cells', asked, { boundReports: 0 });
		expect(many.sql).not.toBe(few.sql);
		const cells = await database.rows(many.sql, many.params);
		expect(cells).toEqual(await database.rows(few.sql, few.params));
	}
});
