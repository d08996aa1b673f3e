import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnOf } from '$lib/form';
import type { Database } from '$lib/server/database';
import { emptyDatabase } from '$lib/server/empty';
import { BadFilter, NO_FILTERS, parseFilters, type Filters } from '$lib/server/filters';
import type { RemedyKind } from '$lib/server/queries';
import { asking } from '$lib/server/queries/small-corpus';
import { wordsOf } from '$lib/words/words';
import { KEYS, parametersOf } from './parameters';
import { rankedYears } from './ranked-years';
import { restingOf } from './resting';

const GRANTED = columnOf('applications/granted/total');

/** A report of a year, which grants some applications where it tells. */
const report = (year: number, form: string, granted: number | null) =>
	`INSERT INTO figures (report_id, agency_id, year, form, is_current, generated, ${GRANTED})
		VALUES ('r${year}', 'a', ${year}, '${form}', true, false, ${granted})`;

let database: Database;
beforeAll(async () => {
	database = await emptyDatabase([
		report(2012, 'free', null),
		report(2017, '2014', null),
		report(2018, '2014', null),
		report(2019, '2019', 5),
		report(2020, '2019', null),
		report(2021, '2021', 2),
		report(2022, '2021', null)
	]);
});
afterAll(() => database.close());

const ALL = [2012, 2017, 2018, 2019, 2020, 2021, 2022];
const year = (from: number, to = from) => ({ from, to });

test('all years together are those from the first with outcomes on', async () => {
	const of = 'outcomes';
	const all = await rankedYears(database, NO_FILTERS, { of, at: 'all' });
	expect(all.years).toEqual([2019, 2020, 2021, 2022]);
	expect(all.admitted).toEqual(ALL);
	expect(all.basis.reports).toBe(4);
	const newest = await rankedYears(database, NO_FILTERS, { of, at: null });
	expect(newest).toMatchObject({ years: [2021], all: all.years });
	expect(newest.basis.reports).toBe(1);
	const gap = asking({ year: [year(2018, 2019), year(2021)] });
	expect((await rankedYears(database, gap, { of, at: 'all' })).years).toEqual([2019, 2021]);
	const before = asking({ year: [year(2012, 2018)] });
	expect((await rankedYears(database, before, { of, at: 'all' })).years).toEqual([]);
});

test('cases are added of the years whose edition counts them as the newest one does', async () => {
	const years = async (filters: Filters, of: RemedyKind = 'litigation') =>
		(await rankedYears(database, filters, { of, at: 'all' })).years;
	expect(await years(NO_FILTERS)).toEqual([2019, 2020, 2021, 2022]);
	expect(await years(NO_FILTERS, 'reconsideration')).toEqual([2019, 2020, 2021, 2022]);
	expect(await years(asking({ year: [year(2012, 2018)] }))).toEqual([2017, 2018]);
	expect(await years(asking({ year: [year(2018), year(2022)] }))).toEqual([2022]);
	expect(await years(asking({ form: ['2014'] }))).toEqual([2017, 2018]);
});

test('what is added is said, with what is left out, and its reports are listed', async () => {
	const resting = async (at: 'all' | null, filters = NO_FILTERS) => {
		const asked = { of: 'litigation', at } as const;
		const years = await rankedYears(database, filters, asked);
		return restingOf(years, asked, 'level=city', wordsOf('zh'));
	};
	const all = await resting('all');
	expect(all.parts[0]?.href).toMatch(/[?&]level=city&year=2019\.\.2022&/);
	expect(all.remarks.slice(0, 2)).toEqual([
		'2019–2022 年各年之数相加',
		expect.stringContaining('只加 2019 年起的')
	]);
	const told = (remarks: readonly string[]) => remarks.filter((remark) => remark.includes('加'));
	const later = await resting('all', asking({ year: [year(2020, 2021)] }));
	expect(told(later.remarks)).toEqual(['2020–2021 年各年之数相加']);
	expect(told((await resting(null)).remarks)).toEqual([]);
});

test('a year is a number, or all of them', () => {
	const at = (value: string) => {
		const params = new URLSearchParams({ at: value });
		return parametersOf(params, parseFilters(params, KEYS)).at;
	};
	expect([at('all'), at('2020'), at('')]).toEqual(['all', 2020, null]);
	expect(() => at('every')).toThrow(BadFilter);
});
