import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriesOf } from '../../form/index.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS } from '../filters.ts';
import { seriesByAgency } from './series-by-agency.ts';
import { seriesByGroup } from './series-by-group.ts';
import { seriesByYear } from './series-by-year.ts';
import { sameAsBefore } from './series-rank.ts';
import {
	AGENCY,
	LICENSING,
	MADE,
	OTHER,
	PROCUREMENT,
	smallCorpus,
	asking
} from './small-corpus.ts';

const CITY = asking({ level: ['city'] });
const COUNTY = asking({ level: ['county'] });

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

describe('a series by year', () => {
	test('adds current reports of one level that are not rolled up', async () => {
		const city = await seriesByYear(database, CITY, LICENSING);
		expect(city.points.map(({ year, total }) => [year, total])).toEqual([
			[2019, 10],
			[2020, 20],
			[2021, 30]
		]);
		const { points, basis } = await seriesByYear(database, NO_FILTERS, LICENSING);
		expect(points.map(({ total }) => total)).toEqual([null, null, null]);
		expect(points[1]).toMatchObject({ median: 20, p25: 12.5, p75: 60, reports: 3, reported: 3 });
		expect(basis).toMatchObject({
			scope: 'not_consolidated',
			reports: 8,
			otherScope: 1,
			scopeUnknown: 1,
			withoutYear: 1,
			generated: 1,
			reported: 6,
			blank: 1,
			missing: 1,
			unreadable: 0,
			notCollected: 0,
			possiblyStock: 1
		});
		expect(basis.level).toBeNull();
		expect(city.basis.level).toBe('city');
	});

	test('without invented reports, and of the rolled-up ones', async () => {
		const county = await seriesByYear(database, COUNTY, LICENSING);
		expect(county.points[1]?.total).toBe(105);
		const real = await seriesByYear(database, { ...COUNTY, generated: false }, LICENSING);
		expect(real.points[1]?.total).toBe(5);
		const rolledUp = await seriesByYear(database, asking({ scope: 'consolidated' }), LICENSING);
		expect(rolledUp.points.map(({ year, total }) => [year, total])).toEqual([[2020, 1000]]);
		expect(rolledUp.basis).toMatchObject({ scope: 'consolidated', reports: 1, otherScope: 8 });
	});

	test('own and rolled-up figures are never added', async () => {
		const { points } = await seriesByYear(database, asking({ scope: 'all' }), LICENSING);
		expect(points[1]).toMatchObject({ total: null, reports: 4, reported: 4, p75: 325 });
		const city = await seriesByYear(database, { ...CITY, scope: 'all' }, LICENSING);
		expect(city.points.map(({ total }) => total)).toEqual([10, null, 30]);
	});

	test('a year in which no report has a figure is null, not zero', async () => {
		const county = await seriesByYear(database, asking({ county: ['乙县'] }), LICENSING);
		expect(county.points.map(({ year, total, median }) => [year, total, median])).toEqual([
			[2019, null, null],
			[2020, 5, 5],
			[2021, null, null]
		]);
	});

	test('figures that are possibly a stock can be left out', async () => {
		const { points, basis } = await seriesByYear(database, { ...CITY, stock: false }, LICENSING);
		expect(points[0]).toMatchObject({ total: null, possiblyStock: 1, reported: 1 });
		expect(basis.stockLeftOut).toBe(true);
	});

	test('amounts add exactly, and an edition without the cell does not collect it', async () => {
		const { points } = await seriesByYear(database, CITY, PROCUREMENT);
		expect(points.map(({ total, notCollected }) => [total, notCollected])).toEqual([
			[20.26849, 0],
			[0.1, 0],
			[null, 1]
		]);
	});

	test('a row that one edition splits in three, and a hybrid that does not', async () => {
		const city = await seriesByYear(database, CITY, OTHER);
		const county = await seriesByYear(database, COUNTY, OTHER);
		const shown = [...city.points, ...county.points];
		// Two of three cells reported: they are added, and the report is said to give them in part.
		expect(
			shown.map(({ year, total, reported, partial, blank }) => [
				...[year, total, reported, partial, blank]
			])
		).toEqual([
			[2019, 3, 1, 0, 0],
			[2020, null, 0, 0, 0],
			[2021, 3, 1, 1, 0],
			[2019, null, 0, 0, 0],
			[2020, null, 0, 0, 0],
			[2021, 4, 1, 0, 0]
		]);
	});

	test('a broken series keeps its editions apart', async () => {
		const { series, byVariant } = await seriesByYear(database, CITY, MADE);
		expect(series.broken).toBe(true);
		expect(byVariant.filter(({ total }) => total !== null)).toMatchObject([
			{ year: 2019, variant: 0, total: 45 },
			{ year: 2021, variant: 1, total: 7 }
		]);
	});
});

describe('a series by agency', () => {
	test('ranks by the newest year that has figures, whatever the scope', async () => {
		const {
			year,
			agencies: found,
			agencyCount,
			rankedCount
		} = await seriesByAgency(database, NO_FILTERS, LICENSING);
		expect(year).toBe(2021);
		expect(found[0]?.agency).toBe('甲市教育局');
		expect(found[0]?.points.map(({ year, value }) => [year, value])).toEqual([
			[2019, 10],
			[2020, 20],
			[2021, 30]
		]);
		expect(agencyCount).toBe(4);
		// One has a figure for 2021; nobody’s blank ranks.
		expect(rankedCount).toBe(1);
	});

	test('ranks by a year that is given', async () => {
		const { agencies: found } = await seriesByAgency(database, NO_FILTERS, LICENSING, {
			year: 2020,
			limit: 3
		});
		expect(found.map(({ agency }) => agency)).toEqual(['甲市人民政府', '丙县民政局', '甲市教育局']);
	});

	test('ranks by the change on the year before, either way up, where both are known', async () => {
		const asked = { year: 2020, limit: 2 } as const;
		const rising = await seriesByAgency(database, NO_FILTERS, LICENSING, {
			...asked,
			rank: 'change'
		});
		expect(rising.agencies[0]?.agency).toBe('甲市教育局');
		// The other agencies have no figure for 2019.
		expect(rising.rankedCount).toBe(1);
		const growth = await seriesByAgency(database, NO_FILTERS, LICENSING, {
			...asked,
			rank: 'growth'
		});
		// 10 in the year before are too few to tell of a growth.
		expect(growth.rankedCount).toBe(0);
		const groups = await seriesByGroup(database, COUNTY, LICENSING, {
			...{ by: 'province', year: 2020, rank: 'change', ascending: true }
		});
		expect(groups.rankedCount).toBe(0);
		const made = seriesOf(MADE);
		expect(made && [2020, 2021, 2022].map((year) => sameAsBefore(made, year))).toEqual([
			true,
			false,
			true
		]);
	});

	test('tells a blank from a missing cell and marks a possible stock', async () => {
		const { agencies: found } = await seriesByAgency(database, NO_FILTERS, LICENSING);
		const points = found.find(({ agencyId }) => agencyId === AGENCY.civilAffairs)?.points;
		expect(points?.map(({ value, status }) => [value, status])).toEqual([
			[null, 'blank'],
			[5, 'reported'],
			[null, 'missing']
		]);
		expect(found[0]?.points.map(({ possiblyStock }) => possiblyStock)).toEqual([
			true,
			false,
			false
		]);
	});
});
