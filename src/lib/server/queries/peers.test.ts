import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { emptyDatabase } from '../empty.ts';
import { agencyOf, agencyReports } from './agencies.ts';
import { findingsOfAgency } from './agency-story.ts';
import { peerGroup, standings, type PeerGroup } from './peers.ts';
import { siblingReports } from './report.ts';
import { AGENCY, LICENSING, PROCUREMENT, smallCorpus } from './small-corpus.ts';

/** Twelve education bureaus of counties: nine in 甲省 with 1 to 9 decisions, three elsewhere. */
const BUREAUS = [
	...Array.from({ length: 9 }, (_, index) => ({ province: '甲省', decisions: index + 1 })),
	...[10, 10, 100].map((decisions) => ({ province: '乙省', decisions }))
];

const insert = ({ province, decisions }: (typeof BUREAUS)[number], index: number, scope = 'own') =>
	`INSERT INTO figures (report_id, agency_id, year, form, level, kind, scope, province, resolved,
		is_current, generated, disclosure__licensing__decisions)
	VALUES ('r${index}', 'a${index}', 2020, '2019', 'county', 'education', '${scope}', '${province}',
		true, true, false, ${decisions})`;

const group: PeerGroup = {
	reportId: 'r8',
	agencyId: 'a8',
	year: 2020,
	form: '2019',
	level: 'county',
	kind: 'education',
	scope: 'own',
	province: '甲省',
	generated: false
};

describe('a report among its peers', () => {
	let database: Database;
	const ask = async (asked: PeerGroup) => (await standings(database, asked, [LICENSING]))[0];
	beforeAll(async () => {
		database = await emptyDatabase([
			...BUREAUS.map((bureau, index) => insert(bureau, index)),
			insert({ province: '甲省', decisions: 5_000 }, 50, 'consolidated')
		]);
	});
	afterAll(() => database.close());

	test('stands among all of them where its province has fewer than ten', async () => {
		expect(await ask(group)).toMatchObject({
			within: 'all',
			reports: 12,
			own: 9,
			rank: { place: 4, of: 12, shared: 1 },
			median: 6.5,
			q1: 3.75,
			q3: 9.25
		});
	});

	test('shares a rank with an equal, and the largest is the first', async () => {
		expect(await ask({ ...group, reportId: 'r9', agencyId: 'a9', province: '乙省' })).toMatchObject(
			{
				rank: { place: 2, shared: 2 }
			}
		);
		expect(await ask({ ...group, reportId: 'r11', agencyId: 'a11' })).toMatchObject({
			rank: { place: 1, shared: 1 }
		});
	});

	test('never stands among rolled-up, invented or other years’ figures', async () => {
		expect((await ask({ ...group, scope: 'consolidated' }))?.values).toEqual([5_000]);
		expect((await ask({ ...group, generated: true }))?.values).toEqual([]);
		expect(await ask({ ...group, year: 2021 })).toMatchObject({
			values: [],
			median: null,
			own: null,
			rank: null
		});
	});

	test('has none where nobody is told a figure', async () => {
		expect((await standings(database, group, [PROCUREMENT]))[0]).toMatchObject({
			reports: 12,
			values: [],
			own: null
		});
		expect(await standings(database, group, [])).toEqual([]);
	});

	test('has no peers where level, kind or year is not settled', () => {
		expect(peerGroup({ ...group, level: null })).toBeNull();
		expect(peerGroup({ ...group, year: null })).toBeNull();
		expect(peerGroup(group)).toEqual(group);
	});
});

describe('the story of an agency', () => {
	let database: Database;
	beforeAll(async () => {
		database = await smallCorpus();
	});
	afterAll(() => database.close());

	test('is told from its reports, superseded ones left out of its counts', async () => {
		const reports = await agencyReports(database, AGENCY.education);
		expect(reports).toHaveLength(4);
		expect(agencyOf(AGENCY.education, reports)).toMatchObject({
			agency: '甲市教育局',
			reports: 3,
			firstYear: 2019,
			lastYear: 2021,
			errors: 1,
			warnings: 1
		});
		expect(agencyOf('a0', await agencyReports(database, 'a0'))).toBeNull();
	});

	test('has its findings by year, newest first, of current reports', async () => {
		const years = await findingsOfAgency(database, AGENCY.education, 3);
		expect(years.map(({ year, error, warning }) => [year, error, warning])).toEqual([
			[2020, 1, 0],
			[2019, 0, 1]
		]);
		expect(years[0]?.findings[0]).toMatchObject({ year: 2020, severity: 'error' });
	});

	test('has reports beside a report, the current one of a year first', async () => {
		const siblings = await siblingReports(database, AGENCY.education);
		expect(siblings.map(({ year, isCurrent }) => [year, isCurrent])).toEqual([
			[2019, true],
			[2020, true],
			[2020, false],
			[2021, true]
		]);
	});
});
