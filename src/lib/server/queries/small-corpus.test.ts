import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { adding } from './adding.ts';
import { agencies, agencyReports, agencySeries } from './agencies.ts';
import { corpus } from './corpus.ts';
import { fileCounts, files } from './files.ts';
import { filterOptions } from './filter-options.ts';
import { findingsList, notableFindings } from './findings.ts';
import { outcomesByGroup, outcomesByYear } from './outcomes.ts';
import { report, reportCells, reportFindings } from './report.ts';
import { seriesByAgency } from './series-by-agency.ts';
import { seriesByYear } from './series-by-year.ts';
import { AGENCY, LICENSING, MADE, OTHER, PROCUREMENT, smallCorpus } from './small-corpus.ts';
import { tableQuery, type DownloadTable } from './table.ts';

const asking = (filters: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...filters });
const CITY = asking({ level: ['city'] });
const COUNTY = asking({ level: ['county'] });
const REPORT_1 = 'r0000000000000001';

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
		expect(shown.map(({ year, total, reported, blank }) => [year, total, reported, blank])).toEqual(
			[
				[2019, 3, 1, 0],
				[2020, null, 0, 0],
				[2021, null, 0, 1],
				[2019, null, 0, 0],
				[2020, null, 0, 0],
				[2021, 4, 1, 0]
			]
		);
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

describe('what totals add', () => {
	test('is the level that has most reports, rolled-up ones apart', async () => {
		const { chosen, groups, filters } = await adding(database, NO_FILTERS);
		expect(groups.map(({ scope, level, reports }) => [scope, level, reports])).toEqual([
			['not_consolidated', 'city', 3],
			['not_consolidated', 'county', 4],
			['not_consolidated', 'unknown', 1],
			['consolidated', 'city', 1]
		]);
		expect(chosen).toMatchObject({ scope: 'not_consolidated', level: 'county' });
		expect(filters).toMatchObject({ scope: 'not_consolidated', level: ['county'] });
	});

	test('is what the filters ask for where they name one', async () => {
		const rolledUp = await adding(database, asking({ scope: 'consolidated' }));
		expect(rolledUp.filters).toMatchObject({ scope: 'consolidated', level: ['city'] });
		const city = await adding(database, asking({ level: ['city'], scope: 'all' }));
		expect(city.filters).toMatchObject({ scope: 'not_consolidated', level: ['city'] });
		const unsettled = await adding(database, asking({ level: ['unknown'] }));
		expect(unsettled.chosen).toMatchObject({ level: 'unknown', reports: 1 });
		const { basis } = await seriesByYear(database, unsettled.filters, LICENSING);
		expect(basis).toMatchObject({ reports: 1, withoutYear: 1 });
	});

	test('is rolled up where nothing else is there, and nothing where no report is', async () => {
		const government = await adding(database, asking({ agency: [AGENCY.government] }));
		expect(government.filters).toMatchObject({ scope: 'consolidated', level: ['city'] });
		const nobody = asking({ province: ['无此省'] });
		expect(await adding(database, nobody)).toEqual({ filters: nobody, groups: [], chosen: null });
	});
});

describe('a series by agency', () => {
	test('ranks by the newest year that has figures, whatever the scope', async () => {
		const {
			year,
			agencies: found,
			agencyCount
		} = await seriesByAgency(database, NO_FILTERS, LICENSING);
		expect(year).toBe(2021);
		expect(found[0]?.agency).toBe('甲市教育局');
		expect(found[0]?.points.map(({ year, value }) => [year, value])).toEqual([
			[2019, 10],
			[2020, 20],
			[2021, 30]
		]);
		expect(agencyCount).toBe(4);
	});

	test('ranks by a year that is given', async () => {
		const { agencies: found } = await seriesByAgency(database, NO_FILTERS, LICENSING, {
			year: 2020,
			limit: 3
		});
		expect(found.map(({ agency }) => agency)).toEqual(['甲市人民政府', '丙县民政局', '甲市教育局']);
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
			{ year: 2021, reports: 1, other: 4, incomplete: 1 }
		]);
		const mixed = await outcomesByYear(database, NO_FILTERS);
		expect(mixed.years[1]).toMatchObject({ reports: 3, addable: false, granted: null });
	});

	test('by agency, those with most of them first', async () => {
		const county = { ...COUNTY, scope: 'not_consolidated' as const };
		const { groups, groupCount } = await outcomesByGroup(database, NO_FILTERS, {
			by: 'agency',
			year: 2020
		});
		expect(groups.map(({ agency, granted, refused }) => [agency, granted, refused])).toEqual([
			['甲市教育局', 3, 2],
			['乙县民政局', 5, 1]
		]);
		expect(groupCount).toBe(2);
		const byKind = await outcomesByGroup(database, county, { by: 'kind', year: 2020 });
		expect(byKind.groups).toMatchObject([
			{ group: 'civil_affairs', granted: 5, refused: 1, other: null, handled: 6, incomplete: 1 }
		]);
	});

	test('shares of few applications rank nowhere unless asked for', async () => {
		const asked = { by: 'agency', year: 2020, order: 'share' } as const;
		const guarded = await outcomesByGroup(database, NO_FILTERS, asked);
		expect(guarded).toEqual({ groups: [], groupCount: 2, smallCount: 2 });
		const all = await outcomesByGroup(database, NO_FILTERS, { ...asked, small: true });
		expect(all.groups.map(({ agency }) => agency)).toEqual(['乙县民政局', '甲市教育局']);
		expect(all).toMatchObject({ groupCount: 2, smallCount: 2 });
	});
});

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

describe('agencies and reports', () => {
	test('a list of agencies with what they reported', async () => {
		const { rows, count } = await agencies(database, NO_FILTERS);
		expect(count).toBe(5);
		expect(rows.at(-1)).toMatchObject({ agency: '丙县民政局', generated: true, warnings: 1 });
		const education = rows.find(({ agencyId }) => agencyId === AGENCY.education);
		expect(education).toMatchObject({ reports: 3, firstYear: 2019, lastYear: 2021, errors: 1 });
		expect((await agencies(database, asking({ q: '教育' }))).count).toBe(1);
		expect((await agencies(database, asking({ q: '%' }))).count).toBe(0);
	});

	test('an agency’s reports with their cells by status, superseded ones too', async () => {
		const found = await agencyReports(database, AGENCY.education);
		expect(found.map(({ year, isCurrent }) => [year, isCurrent])).toEqual([
			[2021, true],
			[2020, true],
			[2020, false],
			[2019, true]
		]);
		expect(found[0]).toMatchObject({ reported: 4, blank: 1, missing: 0, unreadable: 0 });
	});

	test('an agency’s figures by year', async () => {
		const [first] = await agencySeries(database, AGENCY.education, [LICENSING, PROCUREMENT]);
		expect(first?.figures.get(LICENSING)).toEqual({
			value: 10,
			status: 'reported',
			possiblyStock: true
		});
		expect(first?.figures.get(PROCUREMENT)?.value).toBe(20.26849);
	});

	test('one report, its cells and findings; null where there is none', async () => {
		expect(await report(database, REPORT_1)).toMatchObject({
			year: 2019,
			publishedOn: '2020-01-31'
		});
		expect(await report(database, 'r9999999999999999')).toBeNull();
		expect(await reportCells(database, REPORT_1)).toHaveLength(7);
		expect(await reportFindings(database, REPORT_1)).toMatchObject([
			{ observed: 45, expected: 23 }
		]);
	});
});

test('the corpus in figures', async () => {
	expect(await corpus(database, NO_FILTERS)).toMatchObject({
		reports: 9,
		superseded: 1,
		agencies: 5,
		firstYear: 2019,
		lastYear: 2021,
		unresolved: 1,
		generated: 1,
		own: 7,
		consolidated: 1,
		scopeUnknown: 1,
		blank: 4,
		missing: 5,
		unreadable: 1,
		errors: 1,
		warnings: 2,
		files: 2,
		rejected: 1
	});
});

test('the options of a filter are those left by the others', async () => {
	const options = await filterOptions(database, asking({ county: ['乙县'], level: ['county'] }));
	expect(options.county).toEqual([
		{ value: '丙县', reports: 1 },
		{ value: '乙县', reports: 3 }
	]);
	expect(options.year.map(({ value }) => value)).toEqual(['2019', '2020', '2021']);
	// Cities are offered inside a province, counties inside a city.
	expect(options.city).toEqual([]);
	const inside = await filterOptions(database, asking({ province: ['示例省'] }));
	expect(inside.city).toEqual([{ value: '甲市', reports: 8 }]);
	expect(inside.county).toEqual([]);
});

test('files by status', async () => {
	expect((await files(database, NO_FILTERS, 'rejected')).rows).toMatchObject([
		{ source: 'x.bin', reason: '不是文字' }
	]);
	expect(await fileCounts(database)).toEqual({
		report: 1,
		unresolved: 0,
		rejected: 1,
		archive: 0
	});
});

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
