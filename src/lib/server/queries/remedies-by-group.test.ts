import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnOf } from '../../form/index.ts';
import type { Database } from '../database.ts';
import { emptyDatabase } from '../empty.ts';
import { NO_FILTERS } from '../filters.ts';
import { remediesByGroup, remedyForms } from './remedies-by-group.ts';
import { asking } from './small-corpus.ts';

/** A report with lawsuits brought at once, and with such as followed a reconsideration. */
function lawsuits(
	agency: string,
	form: string,
	[upheld, corrected, upheldAfter, correctedAfter]: readonly (number | null)[],
	{ year = 2020, id = agency }: { year?: number; id?: string } = {}
): string {
	const cells = ['litigation_direct', 'litigation_after_reconsideration'].flatMap((item) =>
		['upheld', 'corrected'].map((measure) => columnOf(`remedies/${item}/${measure}`))
	);
	return `INSERT INTO figures (report_id, agency_id, agency, county, form, year, is_current,
			generated, ${cells.join(', ')})
		VALUES ('r${agency}${year}', '${id}', '${agency}', '乙县', '${form}', ${year}, true, false,
			${[upheld, corrected, upheldAfter, correctedAfter].map(String).join(', ')})`;
}

let database: Database;
beforeAll(async () => {
	database = await emptyDatabase([
		lawsuits('甲市教育局', '2019', [4, 3, 2, 0]),
		lawsuits('乙县民政局', '2021', [20, 4, 0, 0]),
		lawsuits('丙县民政局', '2014', [1, 99, 1, 99]),
		lawsuits('甲市教育局', '2014', [50, 50, 0, 0], { year: 2018 }),
		lawsuits('甲市教体局', '2021', [1, 2, 0, 0], { year: 2021, id: '甲市教育局' }),
		lawsuits('乙县民政局', '2021', [null, 3, 0, 0], { year: 2021 })
	]);
});
afterAll(() => database.close());

const LITIGATION = { kind: 'litigation', by: 'agency', years: { from: 2020, to: 2020 } } as const;

describe('remedies', () => {
	test('by agency, both kinds of litigation together, by the part of decided cases lost', async () => {
		const { groups, ...counts } = await remediesByGroup(database, NO_FILTERS, LITIGATION);
		expect(groups).toMatchObject([
			{ agency: '乙县民政局', county: '乙县', upheld: 20, corrected: 4, decided: 24, total: null }
		]);
		expect(counts).toEqual({ groupCount: 2, rankedCount: 1, smallCount: 1 });
		const all = await remediesByGroup(database, NO_FILTERS, { ...LITIGATION, small: true });
		expect(all.groups.map(({ agency, decided }) => [agency, decided])).toEqual([
			['甲市教育局', 9],
			['乙县民政局', 24]
		]);
	});

	test('by count nobody is left out, and those who lose least come first where asked', async () => {
		const byCount = await remediesByGroup(database, NO_FILTERS, {
			...LITIGATION,
			order: 'corrected'
		});
		expect(byCount.groups.map(({ corrected }) => corrected)).toEqual([4, 3]);
		const rising = await remediesByGroup(database, NO_FILTERS, {
			...{ ...LITIGATION, small: true },
			ascending: true
		});
		expect(rising.groups.map(({ corrected }) => corrected)).toEqual([4, 3]);
	});

	test('of several years, so that who has few cases in each is ranked by all of them', async () => {
		const asked = { ...LITIGATION, years: { from: 2020, to: 2021 } };
		const { groups, ...counts } = await remediesByGroup(database, NO_FILTERS, asked);
		// It was renamed, and is called what its newest report calls it.
		expect(groups).toMatchObject([
			{
				group: '甲市教育局',
				agency: '甲市教体局',
				upheld: 7,
				corrected: 5,
				decided: 12,
				reports: 2
			},
			{ agency: '乙县民政局', upheld: 20, corrected: 7, decided: 27, reports: 2 }
		]);
		expect(counts).toEqual({ groupCount: 2, rankedCount: 2, smallCount: 0 });
	});

	test('of the editions that count as the one due for the year does', async () => {
		expect(remedyForms('litigation', 2020)).toEqual(['2019', '2021']);
		expect(remedyForms('reconsideration', 2016)).toEqual(['2014']);
		expect(remedyForms('litigation', 2010)).toEqual([]);
		expect(remedyForms('litigation', 2020, ['2014', '2019'])).toEqual(['2019']);
		expect(remedyForms('litigation', 2020, ['2014'])).toEqual(['2014']);
		const asked = asking({ form: ['2021'] });
		expect((await remediesByGroup(database, asked, LITIGATION)).groupCount).toBe(1);
		const none = await remediesByGroup(database, NO_FILTERS, {
			...LITIGATION,
			kind: 'reconsideration'
		});
		expect(none).toEqual({ groups: [], groupCount: 0, rankedCount: 0, smallCount: 0 });
	});
});
