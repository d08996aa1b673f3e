import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../limits.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { agencies, agenciesSuggested, regionsNamed, reportsSaying } from './index.ts';
import { AGENCY, smallCorpus } from './small-corpus.ts';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

const asking = (filters: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...filters });
const idOf = (number: number) => `r${String(number).padStart(16, '0')}`;

/** The numbers of the reports that say something. */
async function saying(q: string, filters: Partial<Filters> = {}): Promise<number[]> {
	const found = await reportsSaying(database, asking({ ...filters, q }));
	expect(found?.count).toBe(found?.rows.length);
	expect(found?.exact).toBe(true);
	return (found?.rows ?? []).map(({ reportId }) => Number(reportId.slice(1)));
}

describe('the words of the reports', () => {
	it('are found as they follow one another, over line ends and punctuation', async () => {
		expect(await saying('疫情防控')).toEqual([1, 4, 8]);
		expect((await saying('疫情防控信息')).sort()).toEqual([1]);
		expect(await saying('政府信息公开申请，45件')).toContain(1);
	});

	it('have whole numbers, written in any way', async () => {
		expect((await saying('45件')).sort()).toEqual([1, 4]);
		expect((await saying('45 件')).sort()).toEqual([1, 4]);
		expect(await saying('4500')).toEqual([2]);
		expect(await saying('1045件')).toEqual([7]);
		expect(await saying('104')).toEqual([]);
	});

	it('are all there where spaces part them', async () => {
		expect(await saying('增长 疫情')).toEqual([1]);
		expect(await saying('平稳 疫情')).toEqual([5]);
	});

	it('are the same in traditional characters', async () => {
		expect((await saying('公開申請')).sort()).toEqual(
			await saying('公开申请').then((all) => all.sort())
		);
	});

	it('are those of current reports that the filters admit', async () => {
		expect(await saying('旧版')).toEqual([]);
		expect(await saying('旧版', { current: false })).toEqual([20]);
		expect(await saying('疫情防控', { year: [{ from: 2019, to: 2019 }] })).toEqual([1, 4]);
		expect(await saying('45', { generated: true })).toEqual([9]);
		expect(await saying('45', { generated: false, kind: ['education'] })).toEqual([1]);
	});

	it('tell where they stand, with what stands around them', async () => {
		const found = await reportsSaying(database, asking({ q: '疫情防控', kind: ['education'] }));
		expect(found?.rows[0]).toMatchObject({ reportId: idOf(1), times: 1, start: 29, end: 34 });
		expect(found?.rows[0]?.passage).toEqual([
			{ text: '…况 全年收到政府信息公开申请45 件，同比增长。', found: false },
			{ text: '疫情防 控', found: true },
			{ text: '信息及时公开。', found: false }
		]);
	});

	it('are not looked for where too little is asked', async () => {
		for (const q of ['公', '', '，。', '%', null]) {
			expect(await reportsSaying(database, asking({ q }))).toBeNull();
		}
		expect(await saying("没有'; DROP TABLE figures")).toEqual([]);
		expect(await saying('100%_\\')).toEqual([]);
	});

	it('come a page at a time', async () => {
		const found = await reportsSaying(database, asking({ q: '公开', page: 9 }));
		expect(found).toMatchObject({ rows: [], page: 9, pages: 1, exact: true });
		expect(found?.count).toBeLessThan(LIMITS.passageRows);
	});
});

describe('names', () => {
	const named = async (q: string) =>
		(await agenciesSuggested(database, q, 9)).map(({ agencyId }) => agencyId);

	it.each([
		['甲市教育局', [AGENCY.education]],
		['教育', [AGENCY.education]],
		['甲市 教育', [AGENCY.education]],
		['jsjyj', [AGENCY.education]],
		['jyj', [AGENCY.education]],
		['JiaoYu', [AGENCY.education]],
		['市教局', [AGENCY.education]],
		['民政局', [AGENCY.civilAffairs, AGENCY.invented].sort()],
		['丁县民政局', [AGENCY.civilAffairs]],
		['aoyu', []],
		['没有这个局', []],
		['%', []],
		['_', []],
		["'", []]
	] as const)('%s is asked for', async (q, found) => {
		expect((await named(q)).sort()).toEqual(found);
	});

	it('are the same in the list of agencies', async () => {
		const listed = await agencies(database, asking({ q: 'jyj' }));
		expect(listed.rows.map(({ agencyId }) => agencyId)).toEqual([AGENCY.education]);
		const government = await agencies(database, asking({ q: '甲市' }));
		expect(government.rows[0]?.agencyId).toBe(AGENCY.government);
	});

	it('tell a former name from the one of today', async () => {
		const [found] = await agenciesSuggested(database, '丁县民政局', 1);
		expect(found).toMatchObject({ agency: '乙县民政局', name: '丁县民政局', former: true });
		const [region] = await regionsNamed(database, '丁县', { limit: 1 });
		expect(region).toMatchObject({ county: '乙县', name: '丁县', former: true, reports: 3 });
	});

	it('of regions count current reports', async () => {
		const regions = await regionsNamed(database, 'jia', { limit: 5 });
		expect(regions.map(({ name, reports, count }) => [name, reports, count])).toEqual([
			['甲市', 8, 1]
		]);
		expect(await regionsNamed(database, '', { limit: 5 })).toEqual([]);
	});
});
