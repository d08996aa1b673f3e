import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organOf } from './organ.ts';
import { BadRoster, parseRoster } from './roster.ts';
import { rosterLines } from './summary.ts';
import { report, Trial } from './trial.ts';

const parse = (text: string) => parseRoster(new TextEncoder().encode(text));

describe('a roster', () => {
	it('says what its cells say, codes and labels alike', () => {
		const [line] = parse(
			'\ufeffagency,level,kind,founded,formerly\r\n乙县民政局,县级,civil_affairs,2019-03-01,乙县民政科；乙县民政办\r\n'
		);
		expect(line).toMatchObject({
			agency: '乙县民政局',
			level: 'county',
			kind: 'civil_affairs',
			founded: '2019-03-01',
			abolished: null,
			formerly: ['乙县民政科', '乙县民政办'],
			parent: null
		});
	});

	it('is refused with every wrong line and what to do', () => {
		const text = `agency,level,founded,abolished,succeeded_by
,,,,
甲局,village,,,
乙局,,19年,,
丙局,,2020,2019,
丁局,,,,戊局
己局,,,,
己局,,,,
`;
		expect(() => parse(text)).toThrow(BadRoster);
		const message = (() => {
			try {
				parse(text);
			} catch (error) {
				return (error as Error).message;
			}
		})();
		expect(message?.split('\n')).toEqual([
			'应报名单第 2 行没有 agency；请写明机关名称',
			expect.stringContaining('第 3 行level 的值不对：village；可用的值：national（国家级）'),
			'应报名单第 4 行founded 的值不对：19年；应为年份（2019）或日期（2019-03-01）',
			'应报名单第 5 行撤销（2019）早于成立（2020）；请核对 founded 与 abolished',
			'应报名单第 6 行写了 succeeded_by 而没有 abolished；请写明撤销的年份',
			'应报名单第 8 行与第 7 行重复：己局；请删去一行，或写明各自的地区'
		]);
		expect(() => parse('agency,chief\n甲局,张三\n')).toThrow('不认识的列：chief');
		expect(() => parse('agency,note\n甲局\n')).toThrow(
			'应报名单第 2 行有 1 格，表头有 2 列；请补足逗号或删去多余的格'
		);
		expect(() => parse('agency,note\n甲局,"注\n')).toThrow('第 2 行的双引号不成对');
	});

	it('places an organ as its reports are placed', () => {
		const [short, town, gone] = parse(
			`agency,province,city,county,abolished,note
清远市民政局,,,,,
丙镇,示例省,甲市,乙县,,模拟数据
市教育局,示例省,甲市,,2021-05-20,
`
		).map(organOf);
		expect(short).toMatchObject({
			province: '广东省',
			city: '清远市',
			county: null,
			level: 'city',
			kind: 'civil_affairs'
		});
		expect(town).toMatchObject({ level: 'township', kind: 'township', generated: true });
		expect(gone).toMatchObject({ agency: '甲市教育局', lastYear: 2020, generated: false });
	});
});

describe('who filed', () => {
	let trial: Trial;
	beforeEach(() => {
		trial = new Trial();
		trial.put('given/a19.txt', report('示例省甲市乙县民政局', 2019, 3, 'published=2020-01-31\n'));
		trial.put('given/a20.txt', report('甲市乙县民政局', 2020, 3, 'published=2021-02-01\n'));
		trial.put('given/b19.txt', report('乙县扶贫办', 2019, 3));
		trial.put('given/b21.txt', report('乙县乡村振兴局', 2021, 3));
		trial.put(
			'given/g21.txt',
			report('乙县人民政府', 2021, 3, 'kind=government\npublished=2022-03-31\n')
		);
	});
	afterEach(() => trial.remove());

	const HEAD = 'agency,province,city,county,parent,founded,abolished,formerly,succeeded_by,note\n';
	const line = (agency: string, more = ',,,') => `${agency},示例省,甲市,乙县,县政府,${more},\n`;
	const ROSTER = [
		HEAD,
		line('乙县民政局'),
		line('乙县乡村振兴局', ',,乙县扶贫办,'),
		line('乙县审计局', '2020,,,'),
		line('乙县物价局', ',2020,,乙县民政局')
	].join('');
	const states = (where = 'true') =>
		trial.rows<{ said: string }>(
			`SELECT concat_ws(' ', agency, year, state, CASE WHEN NOT expected THEN 'extra' END) AS said
			FROM filings WHERE ${where} ORDER BY agency, year`
		);
	const said = async (where?: string) => (await states(where)).map((row) => row.said);

	it('is told, without a roster, from who has ever filed', async () => {
		const { roster } = await trial.run();
		expect(roster).toBeNull();
		expect(await said("agency LIKE '%民政局'")).toEqual([
			'甲市乙县民政局 2020 late',
			'甲市乙县民政局 2021 missing',
			'示例省甲市乙县民政局 2019 on_time',
			'示例省甲市乙县民政局 2020 missing',
			'示例省甲市乙县民政局 2021 missing'
		]);
		expect(await said("year = 2021 AND state = 'on_time'")).toEqual(['乙县人民政府 2021 on_time']);
	});

	it('is told by the roster, under former names too, from its first to its last year', async () => {
		const { roster } = await trial.run({ roster: ROSTER });
		expect(await said()).toEqual([
			'乙县乡村振兴局 2019 undated',
			'乙县乡村振兴局 2020 missing',
			'乙县乡村振兴局 2021 undated',
			'乙县人民政府 2021 on_time extra',
			'乙县审计局 2020 missing',
			'乙县审计局 2021 missing',
			'乙县民政局 2019 on_time',
			'乙县民政局 2020 late',
			'乙县民政局 2021 missing',
			'乙县物价局 2019 missing'
		]);
		expect(roster).toMatchObject({
			organs: 4,
			filed: 2,
			unfiled: ['乙县审计局', '乙县物价局'],
			unlisted: ['乙县人民政府'],
			unclear: [],
			shared: [],
			successors: []
		});
		const ids = await trial.rows<{ n: number }>(
			`SELECT count(*) AS n FROM roster JOIN reports USING (agency_id)`
		);
		expect(ids).toEqual([{ n: 2 }]);
	});

	it('gives agencies the names by which they can be found', async () => {
		await trial.run({ roster: ROSTER });
		const names = await trial.rows<{ name: string; former: boolean }>(
			`SELECT DISTINCT names.name, former FROM names JOIN roster USING (agency_id)
			WHERE roster.agency = '乙县乡村振兴局' ORDER BY former, names.name`
		);
		expect(names.filter(({ former }) => !former)).toEqual(
			expect.arrayContaining([{ name: '乙县乡村振兴局', former: false }])
		);
		expect(names.filter(({ former }) => former)).toEqual([{ name: '乙县扶贫办', former: true }]);
	});

	it('keeps the roster without the flag, alone or with reports, until another one comes', async () => {
		await trial.run();
		const first = await trial.run({ paths: [], roster: ROSTER });
		expect(first.changed).toBe(true);
		const again = await trial.run({ paths: [], roster: ROSTER });
		expect([again.changed, again.roster?.organs]).toEqual([false, 4]);
		trial.put('given/s20.txt', report('乙县审计局', 2020, 3));
		await trial.run();
		expect(await said("agency = '乙县审计局'")).toEqual([
			'乙县审计局 2020 undated',
			'乙县审计局 2021 missing'
		]);
		const other = await trial.run({ roster: HEAD + line('乙县审计局') });
		expect(other.roster?.organs).toBe(1);
		const none = await trial.run({ paths: [], roster: HEAD });
		expect(none.roster).toBeNull();
		expect(rosterLines(none)).toEqual([expect.stringContaining('应报名单是空的')]);
		await expect(trial.run({ paths: [], store: trial.folder + '/new' })).rejects.toThrow(
			'库中还没有报告'
		);
	});

	it('counts the first version, and leaves open what a version without a date may have been', async () => {
		trial.put('given/a20 第一版.txt', report('甲市乙县民政局', 2020, 2, 'published=2021-01-20\n'));
		trial.put('given/a18.txt', report('示例省甲市乙县民政局', 2018, 2, 'published=2019-03-31\n'));
		trial.put('given/c20.txt', report('乙县乡村振兴局', 2020, 3, 'published=2021-03-01\n'));
		trial.put('given/c20b.txt', report('乙县乡村振兴局', 2020, 3));
		await trial.run({ roster: ROSTER });
		expect(await said("agency = '乙县民政局' AND year <= 2020")).toEqual([
			'乙县民政局 2018 on_time',
			'乙县民政局 2019 on_time',
			'乙县民政局 2020 on_time'
		]);
		expect(await said("agency = '乙县乡村振兴局' AND year = 2020")).toEqual([
			'乙县乡村振兴局 2020 undated'
		]);
	});

	it('tells what is there and cannot be read, or is not settled, from what is not there', async () => {
		trial.put('given/乙县审计局/2020年度报告.pdf', 'a scan');
		trial.put('given/scan.pdf', 'a scan');
		trial.put('given/b20.txt', 'agency=乙县扶贫办\ndecisions of no cell=1\n');
		trial.put('given/2021年.pdf', 'no agency');
		trial.put('given/a21.txt', 'agency=乙县民政局\nyear=2021\n');
		trial.put('given/示例省甲市人民政府2021年度报告.pdf', 'a scan');
		const manifest = 'source,agency,year\nscan.pdf,乙县审计局,2021\n';
		const roster = `${ROSTER}甲市人民政府,示例省,甲市,,,2021,,,,\n`;
		await trial.run({ roster, manifest });
		expect(
			await trial.rows(`SELECT agency, year, state, source, report_id IS NOT NULL AS report
				FROM filings WHERE state IN ('unreadable', 'unresolved') ORDER BY agency, year`)
		).toEqual([
			{
				agency: '乙县乡村振兴局',
				year: 2020,
				state: 'unresolved',
				source: 'b20.txt',
				report: true
			},
			{
				agency: '乙县审计局',
				year: 2020,
				state: 'unreadable',
				source: '乙县审计局/2020年度报告.pdf',
				report: false
			},
			{ agency: '乙县审计局', year: 2021, state: 'unreadable', source: 'scan.pdf', report: false },
			{ agency: '乙县民政局', year: 2021, state: 'unreadable', source: 'a21.txt', report: true },
			{
				agency: '甲市人民政府',
				year: 2021,
				state: 'unreadable',
				source: '示例省甲市人民政府2021年度报告.pdf',
				report: false
			}
		]);
	});

	it('names lines that are one agency, or may be several', async () => {
		const { roster } = await trial.run({
			roster:
				HEAD +
				line('乙县民政局') +
				'示例省甲市乙县民政局,示例省,甲市,乙县,,,,,,\n' +
				line('乙县粮食局', ',2019,,乙县发改局')
		});
		expect(roster).toMatchObject({
			shared: [expect.stringContaining('乙县民政局')],
			successors: ['乙县发改局']
		});
	});
});
