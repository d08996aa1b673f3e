import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { NO_FILTERS } from '../filters.ts';
import { outcomesByGroup, outcomesByYear } from './outcomes.ts';
import { smallCorpus, asking } from './small-corpus.ts';

const CITY = asking({ level: ['city'] });
const COUNTY = asking({ level: ['county'] });
const Y2020 = { from: 2020, to: 2020 };

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

describe('outcomes', () => {
	test('by year add what is reported and count the reports that are incomplete', async () => {
		const city = await outcomesByYear(database, CITY);
		expect(city.years).toMatchObject([
			{ year: 2019, reports: 1, withoutFigures: 0, granted: null, other: 3 },
			{
				year: 2020,
				reports: 1,
				withoutFigures: 0,
				incomplete: 0,
				granted: 3,
				partly_granted: null,
				refused: 2,
				unable: 2,
				other: null,
				stated: 7
			},
			{ year: 2021, reports: 1, other: 3, incomplete: 1, addable: true }
		]);
		const county = await outcomesByYear(database, COUNTY);
		expect(county.years).toMatchObject([
			{ year: 2019, reports: 1, withoutFigures: 1 },
			{ year: 2020, reports: 2, withoutFigures: 1, incomplete: 1, granted: 5, refused: 1 },
			// A hybrid form's one row stands for the three of its edition: nothing is lacking.
			{ year: 2021, reports: 1, other: 4, incomplete: 0 }
		]);
		const mixed = await outcomesByYear(database, NO_FILTERS);
		expect(mixed.years[1]).toMatchObject({ reports: 3, addable: false, granted: null });
	});

	test('by agency, those with most of them first', async () => {
		const county = { ...COUNTY, scope: 'not_consolidated' as const };
		const { groups, groupCount } = await outcomesByGroup(database, NO_FILTERS, {
			by: 'agency',
			years: Y2020
		});
		expect(groups.map(({ agency, granted, refused }) => [agency, granted, refused])).toEqual([
			['甲市教育局', 3, 2],
			['乙县民政局', 5, 1]
		]);
		expect(groupCount).toBe(2);
		const byKind = await outcomesByGroup(database, county, { by: 'kind', years: Y2020 });
		expect(byKind.groups).toMatchObject([
			{ group: 'civil_affairs', granted: 5, refused: 1, other: null, handled: 6, incomplete: 1 }
		]);
	});

	test('of several years, what is reported in any of them added', async () => {
		const asked = { by: 'agency', years: { from: 2019, to: 2021 } } as const;
		const { groups } = await outcomesByGroup(database, CITY, asked);
		expect(groups).toMatchObject([
			{ agency: '甲市教育局', granted: 3, partly_granted: null, refused: 2, unable: 2, other: 6 }
		]);
		expect(groups[0]).toMatchObject({ handled: 13, stated: 7, reports: 3, incomplete: 1 });
		const gap = { ...CITY, year: [2019, 2021].map((year) => ({ from: year, to: year })) };
		const apart = await outcomesByGroup(database, gap, asked);
		expect(apart.groups).toMatchObject([{ granted: null, handled: 6, reports: 2 }]);
	});

	test('shares of few applications rank nowhere unless asked for', async () => {
		const asked = { by: 'agency', years: Y2020, order: 'share' } as const;
		const guarded = await outcomesByGroup(database, NO_FILTERS, asked);
		expect(guarded).toEqual({ groups: [], groupCount: 2, rankedCount: 0, smallCount: 2 });
		const all = await outcomesByGroup(database, NO_FILTERS, { ...asked, small: true });
		expect(all.groups.map(({ agency }) => agency)).toEqual(['乙县民政局', '甲市教育局']);
		expect(all).toMatchObject({ groupCount: 2, rankedCount: 2, smallCount: 2 });
	});

	test('rank by the part that ended in one way, either way up, page by page', async () => {
		const asked = { by: 'agency', years: Y2020, order: 'refused', small: true } as const;
		const named = async (more: object) => {
			const { groups } = await outcomesByGroup(database, NO_FILTERS, { ...asked, ...more });
			return groups.map(({ agency }) => agency);
		};
		expect(await named({})).toEqual(['甲市教育局', '乙县民政局']);
		expect(await named({ ascending: true })).toEqual(['乙县民政局', '甲市教育局']);
		expect(await named({ limit: 1, offset: 1 })).toEqual(['乙县民政局']);
		// Nobody is ranked by what nobody reports, and nobody is left out for it.
		expect(await named({ order: 'other', ascending: true })).toHaveLength(2);
		expect(await named({ offset: 9 })).toEqual([]);
		const places = async (more: object) => {
			const { groups } = await outcomesByGroup(database, NO_FILTERS, { ...asked, ...more });
			return groups.map(({ place }) => place);
		};
		expect(await places({})).toEqual([1, 2]);
		expect(await places({ offset: 1 })).toEqual([2]);
		// Neither tells of other outcomes, and so neither has a place.
		expect(await places({ order: 'other' })).toEqual([null, null]);
	});
});
