import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { agencies, agencyReports } from './agencies.ts';
import { agencySeries } from './agency-series.ts';
import { corpus } from './corpus.ts';
import { findingsList } from './findings.ts';
import { fileCounts, files } from './files.ts';
import { filterOptions } from './filter-options.ts';
import { report, reportCells, reportFindings } from './report.ts';
import { AGENCY, LICENSING, PROCUREMENT, smallCorpus, asking } from './small-corpus.ts';

const REPORT_1 = 'r0000000000000001';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

describe('agencies and reports', () => {
	test('a list of agencies with what they reported', async () => {
		const { rows, count } = await agencies(database, NO_FILTERS);
		expect(count).toBe(5);
		expect(rows.at(-1)).toMatchObject({ agency: '丙县民政局', generated: true, warnings: 1 });
		const education = rows.find(({ agencyId }) => agencyId === AGENCY.education);
		expect(education).toMatchObject({ reports: 3, firstYear: 2019, lastYear: 2021, errors: 1 });
		const behind = await agencies(database, asking({ page: 9 }));
		expect(behind).toEqual({ rows: [], count: 5, page: 9, pages: 1 });
		expect((await agencies(database, asking({ q: '教育' }))).count).toBe(1);
		expect((await agencies(database, asking({ q: '%' }))).count).toBe(0);
	});

	test.each([
		{},
		{ year: [{ from: 2019, to: 2019 }] },
		{ year: [{ from: 2021, to: 2021 }] },
		{ rule: ['made_over_disclosed'] },
		{ severity: ['error'] },
		{ status: ['blank'] },
		{ scope: 'own' as const, q: '教育' }
	])('an agency’s counts are those of its lists of findings under %o', async (changes) => {
		const filters = asking(changes);
		for (const { agencyId, errors, warnings } of (await agencies(database, filters)).rows) {
			for (const [severity, count] of Object.entries({ error: errors, warning: warnings })) {
				const own = {
					...filters,
					agency: [agencyId],
					severity: [severity],
					current: true,
					q: null
				};
				expect((await findingsList(database, own)).count, agencyId).toBe(count);
			}
		}
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

test('where figures are added, options count what is not rolled up, or what there is', async () => {
	const cities = async (filters: Filters, adds: boolean) =>
		(await filterOptions(database, filters, { adds })).level.find(({ value }) => value === 'city')
			?.reports;
	expect(await cities(NO_FILTERS, false)).toBe(4);
	expect(await cities(NO_FILTERS, true)).toBe(3);
	expect(await cities(asking({ scope: 'consolidated' }), true)).toBe(1);
	const rolledUp = await filterOptions(database, asking({ kind: ['government'] }), { adds: true });
	expect(rolledUp.level).toEqual([{ value: 'city', reports: 1 }]);
	expect(rolledUp.scope.map(({ value }) => value)).toEqual(['consolidated']);
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
