import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '$lib/server/database';
import { parseFilters } from '$lib/server/filters';
import { reportsList, seriesByYear } from '$lib/server/queries';
import {
	asking,
	LICENSING,
	MADE,
	PROCUREMENT,
	smallCorpus
} from '$lib/server/queries/small-corpus';
import { wordsOf } from '$lib/words/words';
import { overYears } from './over-years';

const zh = { language: 'zh', words: wordsOf('zh') } as const;
const CITY = { level: ['city'], scope: 'not_consolidated' } as const;

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

const asked = async (address: string, filters: Parameters<typeof asking>[0] = CITY) =>
	overYears(await seriesByYear(database, asking(filters), address), 'level=city', zh);

it('adds the years of one scope and level, and leads to the list of the same sum', async () => {
	const { text, sum } = (await asked(LICENSING)) ?? {};
	expect(text).toContain('2019–2021 年合计（据 3 份');
	expect(sum?.text).toBe('60 件');
	const params = new URL(sum?.href ?? '', 'http://a').searchParams;
	const filters = parseFilters(params, ['cell', 'figure']);
	const listed = await reportsList(database, filters, { cell: LICENSING }, { state: 'reported' });
	expect(listed).toMatchObject({ count: 3, total: 60 });
	expect((await asked(PROCUREMENT))?.sum?.text).toBe('20.36849 万元');
});

it('adds no stocks, no two things of one name, nothing of several levels, and no year alone', async () => {
	expect((await asked('disclosure/licensing/items_last_year'))?.sum).toBeNull();
	const editions = await asked(MADE);
	expect(editions?.sum).toBeNull();
	expect(editions?.text).toContain('不是同一事项');
	expect(await asked(LICENSING, {})).toBeNull();
	expect(await asked(LICENSING, { ...CITY, year: [{ from: 2020, to: 2020 }] })).toBeNull();
});
