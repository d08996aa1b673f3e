import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { emptyDatabase } from '../empty.ts';
import { NO_FILTERS } from '../filters.ts';
import {
	expectedOrgan,
	expectedReports,
	filingGrid,
	filingOptions,
	filingsByGroup,
	filingsCsv,
	rosterCsv,
	soughtReports
} from './index.ts';

const CITY = `'示例省', '甲市'`;

/** A row of `filings`: organ, year, state, and what is particular. */
function filing(
	letter: string,
	agency: string,
	county: string | null,
	year: number,
	state: string,
	{ expected = true, listed = true, publishedOn = null as string | null } = {}
): string {
	const quoted = (text: string | null) => (text === null ? 'NULL' : `'${text}'`);
	return `INSERT INTO filings VALUES ('a${letter.padStart(16, '0')}', '${agency}', '甲市人民政府', ${CITY},
		${quoted(county)}, ${county ? "'county'" : "'city'"}, 'civil_affairs', ${year},
		'${year + 1}-01-31', '${state}', ${expected}, ${listed}, ${Number(letter)}, ${quoted(publishedOn)},
		${publishedOn ? "'r0000000000000001'" : 'NULL'}, NULL, false)`;
}

const ROWS = [
	filing('1', '甲市民政局', null, 2019, 'on_time', { publishedOn: '2020-01-30' }),
	filing('1', '甲市民政局', null, 2020, 'late', { publishedOn: '2021-02-10' }),
	filing('2', '乙县民政局', '乙县', 2019, 'missing'),
	filing('2', '乙县民政局', '乙县', 2020, 'missing'),
	filing('3', '丙县民政局', '丙县', 2020, 'unreadable'),
	filing('4', '丁县民政局', '丁县', 2020, 'undated', { expected: false, listed: false }),
	`INSERT INTO roster (agency_id, agency, formerly, founded, note) VALUES
		('a0000000000000002', '乙县民政局', '乙县社会局', '=2019', '注')`,
	`INSERT INTO agencies (agency_id, agency) VALUES ('a0000000000000001', '甲市民政局')`
];

const NOTHING = { choices: [], without: [] } as const;

async function together(pieces: AsyncIterable<string>): Promise<string[]> {
	let text = '';
	for await (const piece of pieces) text += piece;
	return text.split('\r\n');
}

it('late by practice are townships and subdistricts, from the regulation of 2019 on', async () => {
	const database = await emptyDatabase([
		filing('1', '甲镇人民政府', '乙县', 2018, 'late', { publishedOn: '2019-04-01' }),
		filing('1', '甲镇人民政府', '乙县', 2020, 'late', { publishedOn: '2021-02-10' }),
		`UPDATE filings SET kind = 'township'`,
		filing('2', '乙县民政局', '乙县', 2020, 'late', { publishedOn: '2021-02-10' })
	]);
	try {
		const { years } = await expectedReports(database, NO_FILTERS);
		expect(years.map(({ year, late, lateByPractice }) => [year, late, lateByPractice])).toEqual([
			[2018, 1, 0],
			[2020, 2, 1]
		]);
	} finally {
		await database.close();
	}
});

describe('who filed', () => {
	let database: Database;
	beforeAll(async () => {
		database = await emptyDatabase(ROWS);
	});
	afterAll(() => database.close());

	it('is counted by year, each state apart, what was not expected beside', async () => {
		const { years, ...all } = await expectedReports(database, NO_FILTERS);
		expect(all).toEqual({
			expected: 5,
			filed: 2,
			onTime: 1,
			late: 1,
			lateByPractice: 0,
			undated: 0,
			unreadable: 1,
			unresolved: 0,
			missing: 2,
			unexpected: 1,
			listed: 5,
			generated: 0
		});
		expect(years.map(({ year, expected, filed }) => [year, expected, filed])).toEqual([
			[2019, 2, 1],
			[2020, 3, 1]
		]);
		const county = await expectedReports(database, { ...NO_FILTERS, county: ['乙县'], q: 'x' });
		expect([county.expected, county.missing]).toEqual([2, 2]);
		expect(await expectedReports(database, { ...NO_FILTERS, province: ['他省'] })).toMatchObject({
			expected: 0,
			years: []
		});
	});

	it('is sought by former names too, whatever their case', async () => {
		const sought = async (q: string) =>
			(await soughtReports(database, { ...NO_FILTERS, q })).expected;
		expect([await sought('社会局'), await sought('甲市民政'), await sought('X')]).toEqual([
			2, 2, 0
		]);
	});

	it('is told apart by what organs have in common, most missing first', async () => {
		const rows = await filingsByGroup(database, NO_FILTERS, 'county', 2020);
		expect(rows.map(({ value, expected, missing }) => [value, expected, missing])).toEqual([
			['乙县', 1, 1],
			[null, 1, 0],
			['丙县', 1, 0],
			['丁县', 0, 0]
		]);
	});

	it('is a grid of organs with all their years, most missing first', async () => {
		const grid = await filingGrid(database, NO_FILTERS, NOTHING);
		expect([grid.count, grid.pages]).toEqual([4, 1]);
		expect(grid.rows.map(({ agency, missing, known }) => [agency, missing, known])).toEqual([
			['乙县民政局', 2, false],
			['甲市民政局', 0, true],
			['丙县民政局', 0, false],
			['丁县民政局', 0, false]
		]);
		expect(grid.rows[0]).toMatchObject({ formerly: '乙县社会局', founded: '=2019' });
		expect(
			grid.rows[1]?.filings.map(({ year, state, daysLate }) => [year, state, daysLate])
		).toEqual([
			[2019, 'on_time', null],
			[2020, 'late', 10]
		]);
	});

	it('is told of one organ in every year in which its report is expected, and of no other', async () => {
		const of = (digit: string) =>
			expectedOrgan(database, {
				...NO_FILTERS,
				agency: [`a${digit.padStart(16, '0')}`],
				year: [{ from: 2020, to: 2020 }]
			});
		const organ = await of('1');
		expect(organ).toMatchObject({ agency: '甲市民政局', kind: 'civil_affairs', listed: true });
		expect(organ?.filings.map(({ year, state, daysLate }) => [year, state, daysLate])).toEqual([
			[2019, 'on_time', null],
			[2020, 'late', 10]
		]);
		expect(await of('4')).toBeNull();
		expect(await of('9')).toBeNull();
	});

	it('is narrowed to states and to organs without a county', async () => {
		const names = async (
			choices: never[] | readonly ['missing'] | readonly ['unexpected'] | readonly ['filed'],
			without: readonly 'county'[] = []
		) =>
			(await filingGrid(database, NO_FILTERS, { choices, without })).rows.map(
				({ agency }) => agency
			);
		expect(await names(['missing'])).toEqual(['乙县民政局']);
		expect(await names(['unexpected'])).toEqual(['丁县民政局']);
		expect(await names(['filed'])).toEqual(['甲市民政局']);
		expect(await names([], ['county'])).toEqual(['甲市民政局']);
	});

	it('offers the filters that organs have, with the reports behind them', async () => {
		const { county, year } = await filingOptions(database, { ...NO_FILTERS, city: ['甲市'] });
		expect(county).toEqual([
			{ value: '丁县', reports: 1 },
			{ value: '丙县', reports: 0 },
			{ value: '乙县', reports: 0 }
		]);
		expect(year.map(({ value }) => value)).toEqual(['2019', '2020']);
		// Counties of one name are told apart by their city, which is chosen first.
		expect((await filingOptions(database, NO_FILTERS)).county).toEqual([]);
	});

	it('goes away as CSV, safe against formulas', async () => {
		const [head, ...rows] = await together(
			filingsCsv(database, NO_FILTERS, { choices: ['missing'], without: [] })
		);
		expect(head).toMatch(/^\uFEFFagency,year,parent,/);
		expect(rows[0]).toMatch(/^乙县民政局,2020,甲市人民政府,示例省,甲市,乙县,county,/);
		expect(rows.filter((row) => row !== '')).toHaveLength(2);
		const roster = await together(rosterCsv(database, NO_FILTERS));
		expect(roster.find((line) => line.startsWith('乙县民政局'))).toBe(
			"乙县民政局,,,,,,,'=2019,,乙县社会局,,注"
		);
		expect(roster.find((line) => line.startsWith('丁县民政局'))).toBe(
			'丁县民政局,甲市人民政府,示例省,甲市,丁县,county,civil_affairs,,,,,'
		);
	});
});
