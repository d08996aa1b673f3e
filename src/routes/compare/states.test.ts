import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '$lib/server/database';
import { parseFilters } from '$lib/server/filters';
import { reportsList, seriesByYear, type FigureState } from '$lib/server/queries';
import { asking, LICENSING, smallCorpus } from '$lib/server/queries/small-corpus';
import { wordsOf } from '$lib/words/words';
import { statesOf } from './states';

/** Kinds of licence more or fewer than last year: some reports give 0. */
const CHANGE = 'disclosure/licensing/items_change';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

it('leads from each part of a year to just its reports', async () => {
	const filters = asking({ year: [{ from: 2019, to: 2021 }] });
	const answer = await seriesByYear(database, filters, CHANGE);
	const years = [2019, 2020, 2021];
	const figure = statesOf(answer, years, '', { language: 'zh', words: wordsOf('zh') });
	expect(figure?.parts.map(({ name }) => name)).toEqual(['填有数', '填 0', '空白', '表式未设']);
	for (const { name, values, hrefs } of figure?.parts ?? []) {
		for (const [index, value] of values.entries()) {
			const params = new URL(hrefs?.[index] ?? '', 'http://a').searchParams;
			const state = params.get('figure') as FigureState;
			const listed = await reportsList(
				database,
				parseFilters(params, ['cell', 'figure']),
				{ cell: CHANGE },
				{ state }
			);
			expect(listed.count, `${name} ${years[index]}`).toBe(value);
		}
	}
});

it('tells stocks that are left out from the figures that are taken', async () => {
	const answer = await seriesByYear(database, asking({ stock: false }), LICENSING);
	const figure = statesOf(answer, [2019], 'stock=0', { language: 'zh', words: wordsOf('zh') });
	const parts = figure?.parts.map(({ name, values }) => [name, values[0]]);
	expect(parts).toContainEqual(['疑似存量，未计入', 1]);
	expect(parts).toContainEqual(['填有数', 0]);
});
