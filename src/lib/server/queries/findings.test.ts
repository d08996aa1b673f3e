import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { findingsList, notableFindings } from './findings.ts';
import { smallCorpus, asking } from './small-corpus.ts';
import { tableQuery } from './table.ts';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

describe('findings', () => {
	test('errors first, real reports before invented ones, superseded reports where asked', async () => {
		expect((await findingsList(database, NO_FILTERS)).count).toBe(4);
		const { rows, count } = await findingsList(database, asking({ current: true }));
		expect(count).toBe(3);
		expect(rows.map(({ findingId }) => findingId.at(-1))).toEqual(['3', '1', '2']);
	});

	test('the notable ones are those with the widest gap of each rule', async () => {
		expect(await notableFindings(database, NO_FILTERS)).toMatchObject([
			{ observed: 45, expected: 23, generated: false }
		]);
	});

	test('fit the filters about reports and about findings', async () => {
		const of = async (filters: Partial<Filters>) =>
			(await findingsList(database, asking(filters))).count;
		expect(await of({ generated: false, current: true })).toBe(2);
		expect(await of({ severity: ['warning'], year: [{ from: 2019, to: 2019 }] })).toBe(1);
		expect(await of({ item: ['licensing'] })).toBe(0);
		expect(await of({ q: '规范' })).toBe(1);
	});

	const parts = { section: ['disclosure'], item: ['normative_documents'], measure: ['made'] };
	test.each<[Partial<Filters>, number]>([
		[{}, 4],
		[{ status: ['missing'] }, 0],
		[{ status: ['reported', 'missing'] }, 1],
		[{ ...parts, status: ['reported'], severity: ['warning'], rule: ['some_rule'] }, 1],
		[{ ...parts, status: ['blank'], severity: ['warning'], rule: ['some_rule'] }, 0],
		[{ section: ['applications'], status: ['reported'] }, 0],
		[{ severity: ['error'], current: true }, 1],
		[{ q: '教育局' }, 3],
		[{ q: '旧版' }, 1]
	])('%j: the page’s count is the download’s', async (given, expected) => {
		const filters = asking(given);
		const { count } = await findingsList(database, filters);
		const { sql, params } = await tableQuery(database, 'findings', filters);
		expect(count).toBe(expected);
		expect(await database.rows(sql, params)).toHaveLength(expected);
	});
});
