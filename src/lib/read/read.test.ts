import { describe, expect, it } from 'vitest';
import type { ManifestRow, Report } from '../form/index.ts';
import { readReport } from './read.ts';

const encoder = new TextEncoder();
const TABLE =
	'第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t1\t2\t3\n';

const NO_WORD: ManifestRow = {
	source: 'a.txt',
	agency: null,
	province: null,
	city: null,
	county: null,
	level: null,
	kind: null,
	scope: null,
	year: null,
	publishedOn: null,
	sourceUrl: null,
	supersedes: null
};

async function report(
	text: string,
	source = 'a.txt',
	manifest: ManifestRow | null = null
): Promise<Report> {
	const reading = await readReport(encoder.encode(text), source, manifest);
	if (!reading.ok) throw new Error(reading.rejection.reason);
	return reading.report;
}

async function rejection(text: string): Promise<string | null> {
	const reading = await readReport(encoder.encode(text), 'a.txt', null);
	return reading.ok ? null : reading.rejection.code;
}

const titled = (title: string, text = '') => report(`${title}\n\n${text}\n\n${TABLE}`);

describe('who reports', () => {
	it.each([
		['示例省甲市乙县教育局2020年政府信息公开工作年度报告', '示例省甲市乙县教育局', 'county', 'own'],
		['甲市人民政府2020年政府信息公开工作年度报告', '甲市人民政府', 'city', 'consolidated'],
		['2020年甲市乙县丙镇人民政府信息公开年度报告', '甲市乙县丙镇人民政府', 'township', 'own'],
		['乙县市场监督管理局2020年度政府信息公开工作报告', '乙县市场监督管理局', 'county', 'own'],
		['甲市城市管理局2020年政府信息公开年报', '甲市城市管理局', 'city', 'own']
	])('%s settles the agency', async (title, agency, level, scope) => {
		expect(await titled(title)).toMatchObject({ agency, level, scope, year: 2020, resolved: true });
	});

	it.each(['社会事业局', '政府办公室', '市场监督管理局', '城市管理局'])(
		'%s alone is seen and not settled',
		async (agency) => {
			const read = await titled(`${agency}2020年政府信息公开工作年度报告`);
			expect(read).toMatchObject({ agency, resolved: false, city: null, county: null });
			expect(read.notes.map(({ code }) => code)).toContain('agency_unresolved');
		}
	);

	it('takes the region of a bare name from the source line', async () => {
		const read = await titled(
			'丙镇2020年政府信息公开工作年度报告',
			'发布时间:2021-01-27 来源:乙县'
		);
		expect(read).toMatchObject({ agency: '丙镇', county: '乙县', publishedOn: '2021-01-27' });
		expect(read.resolved).toBe(true);
	});

	it('leaves 我局 without a name unresolved', async () => {
		const read = await titled('# 2021', '2021年，我局围绕全县中心工作，按照全市部署推进公开。');
		expect(read).toMatchObject({ agency: null, year: 2021, resolved: false });
	});

	it('does not settle a bare bureau by a region that has many of its name', async () => {
		const text = `社会事业局2020年政府信息公开工作年度报告\n\n${TABLE}`;
		const word = { ...NO_WORD, province: '示例省', city: '甲市' };
		expect((await report(text, 'a.txt', word)).resolved).toBe(false);
		expect((await report(text, 'a.txt', { ...word, level: 'city' })).resolved).toBe(true);
		expect((await report(text, 'a.txt', { ...word, county: '乙县' })).resolved).toBe(true);
	});

	it('follows the manifest before the text', async () => {
		const manifest = { ...NO_WORD, agency: '乙县教育局', county: '乙县', year: 2019 };
		const read = await report(
			`社会事业局2020年政府信息公开工作年度报告\n\n${TABLE}`,
			'a.txt',
			manifest
		);
		expect(read).toMatchObject({
			agency: '乙县教育局',
			county: '乙县',
			year: 2019,
			resolved: true
		});
		const seen = read.evidence.filter(({ source }) => source === 'title');
		expect(seen.map(({ used }) => used)).toEqual([false, false]);
	});

	it('leaves a year unresolved where the title names two', async () => {
		const read = await titled('甲市教育局2019年和2020年政府信息公开工作年度报告');
		expect(read).toMatchObject({ year: null, resolved: false });
	});

	it('reads a year in Chinese digits', async () => {
		expect((await titled('甲市教育局二〇二〇年政府信息公开工作年度报告')).year).toBe(2020);
	});

	it('reads traditional characters, and keeps them as written', async () => {
		const title = '甲市環境保護局2020年政府資訊公開工作年度報告';
		const read = await report(
			`${title}\n\n資訊內容\t上一年專案數量\t本年增/減\t處理決定數量\n行政許可\t1\t無\t3\n`
		);
		expect(read).toMatchObject({ title, agency: '甲市环境保护局', kind: 'environment' });
		const cells = read.cells.filter(({ address }) => address.startsWith('disclosure/licensing/'));
		expect(cells.map(({ raw, status }) => `${raw} ${status}`)).toEqual([
			'1 reported',
			'無 blank',
			'3 reported'
		]);
		const [name] = read.evidence;
		expect(name).toMatchObject({ subject: 'agency', text: '甲市環境保護局', used: true });
	});

	it('knows an invented report by its mark', async () => {
		expect((await titled('甲市教育局2020年政府信息公开工作年度报告', '模拟数据')).generated).toBe(
			true
		);
		expect((await titled('甲市教育局2020年政府信息公开工作年度报告')).generated).toBe(false);
	});
});

// A report that was filed is counted as filed: what was lost are its figures, not the report.
describe('a report without a table', () => {
	const PROSE = '全年围绕重点工作公开信息，栏目逐月核对，答复均在期限之内。'.repeat(8);
	const told = (title: string, more = '') => report(`${title}\n\n一、概述\n\n${PROSE}\n\n${more}`);

	it.each([
		[2011, 'free', 0],
		[2016, '2014', 58],
		[2020, '2019', 198],
		[2022, '2021', 200]
	])('for %i is kept in the form %s with no figure', async (year, form, cells) => {
		const read = await told(`甲市教育局${year}年政府信息公开工作年度报告`);
		expect(read).toMatchObject({ form, year, agency: '甲市教育局', resolved: true });
		expect(read.cells.map(({ status }) => status)).toEqual(Array(cells).fill('missing'));
		expect(read.notes.map(({ code }) => code)).toEqual(['no_table']);
	});

	it('whose year is not known has no form to miss cells of', async () => {
		const read = await told('甲市教育局政府信息公开工作年度报告');
		expect(read).toMatchObject({ form: 'free', year: null, resolved: false, cells: [] });
		expect(read.notes.map(({ code }) => code)).toEqual(['no_table', 'year_unresolved']);
	});

	it('of a year without a form takes no word of a later form for its table', async () => {
		const read = await told('甲市教育局2011年政府信息公开工作年度报告', '行政许可\t12\n');
		expect(read).toMatchObject({ form: 'free', cells: [] });
	});
});

describe('the 统计表 of 2014', () => {
	const statistics = (title: string, ...rows: string[]) =>
		report(
			`${title}\n\n统计指标\t单位\t统计数\n${rows.join('\n')}\n九、会议和培训情况\n（一）召开会议数\t次\t1\n`
		);
	const figures = ({ cells }: Report): Record<string, number> =>
		Object.fromEntries<number>(
			cells.flatMap(({ address, value }): [string, number][] =>
				value === null || address.includes('/meetings/')
					? []
					: [[address.split('/')[1] ?? '', value]]
			)
		);

	it('is read in whatever year it was used', async () => {
		const read = await statistics(
			'甲市教育局2019年政府信息公开工作年度报告',
			'（一）收到申请数\t件\t12'
		);
		expect(read).toMatchObject({ form: '2014', year: 2019 });
		expect(figures(read)).toEqual({ received: 12 });
	});

	it.each([
		['元 beside an amount', '七、依申请公开信息收取的费用\t元\t3500', { fees_charged: 0.35 }],
		['元 in the cell', '七、依申请公开信息收取的费用（万元）\t3500元', { fees_charged: 0.35 }],
		['a unit of another row', '（一）收到申请数\t万元\t12', {}],
		['a unit that the form does not have', '（一）收到申请数\t万件\t12', {}],
		['a number before the label', '21\t收到申请数\t件\t12', { received: 12 }],
		['the figure before its unit', '收到申请数\t12\t件', { received: 12 }],
		['a row that goes on below', '4.不\n同意公开答复数\t件\t3', { answered_refused: 3 }],
		[
			'a heading before a number',
			'四、行政复议数量\n1\t维持具体行政行为数\t件\t3',
			{ reconsideration_upheld: 3 }
		],
		['a part of no known row', '其中：主要负责同志参加\t次\t3', {}],
		[
			'a part of a row of the province’s',
			'1.参加或举办新闻发布会总次数\t次\t5\n2.其他发布活动\t次\t4\n其中：主要负责同志参加\t次\t3',
			{ press_conferences: 5 }
		],
		[
			'words under a heading of the province’s',
			'四、行政复议数量\t件\t5\n五、行政赔偿数量\t件\t4\n（二）被依法纠错数\t件\t3',
			{ reconsiderations: 5 }
		],
		['two figures in a row', '（一）收到申请数\t件\t12\t13', {}],
		[
			'words between the rows',
			'1.当面申请数\t件\t2\n上述均为本级。\n2.传真申请数\t件\t1',
			{ received_in_person: 2, received_by_fax: 1 }
		]
	])('with %s', async (_, rows, expected) => {
		const read = await statistics('甲市教育局2016年政府信息公开工作年度报告', rows);
		expect(read.form).toBe('2014');
		expect(figures(read)).toEqual(expected);
	});

	it('side by side without heads that say so gives no row whose words stand twice', async () => {
		const read = await report(
			[
				'甲市教育局2016年政府信息公开工作年度报告\n',
				'一、主动公开情况\t\t\t四、行政复议数量\t件\t5',
				'主动公开政府信息数\t条\t70\t（一）维持具体行政行为数\t件\t3',
				'制发规范性文件总数\t件\t6\t（二）被依法纠错数\t件\t2',
				'政府网站公开政府信息数\t条\t64\t五、行政诉讼数量\t件\t4',
				'收到申请数\t件\t9\t（二）被依法纠错数\t件\t1'
			].join('\n')
		);
		expect(figures(read)).toEqual({
			disclosed_on_own_initiative: 70,
			normative_documents_issued: 6,
			disclosed_on_website: 64,
			received: 9,
			reconsiderations: 5,
			litigations: 4
		});
	});
});

describe('what is no report', () => {
	it.each([
		['not_a_report', '今天天气很好。'],
		['no_table', '甲市教育局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n无\n'],
		[
			'no_table',
			`关于做好2020年政府信息公开工作年度报告编制的通知\n\n${'各单位要按时编制并公开本单位的年度报告，逐项核对表格数据。'.repeat(8)}`
		],
		['no_table', '甲市教育局2011年政府信息公开工作年度报告\n\n附件：年度报告.doc\n'],
		['encoding', '\ufffd'.repeat(50)]
	])('is rejected as %s', async (code, text) => {
		expect(await rejection(text)).toBe(code);
	});
});

// These take seconds to hours where reading is quadratic or worse; the test runner's limit fails them.
describe('hostile input', () => {
	it.each([
		['a line of tabs', '\t'.repeat(3_000_000)],
		['a rule without an end', `|${'--'.repeat(1000)}x\n`.repeat(500)],
		['brackets that never close', `规章${'('.repeat(100)}\t0\n`.repeat(5000)],
		['a 统计表 that never ends', '统计指标\t单位\t统计数\n' + '收到申请数\t件\t1\n'.repeat(20_000)],
		['labels of a 统计表 and nothing else', '统计指标\n' + '涉及国家\n'.repeat(60_000)],
		['a table that begins again and again', '本年新收政府信息公开申请数量\t0\t0\n'.repeat(30_000)],
		['a column of zeros', `政府信息公开\n${'0\n'.repeat(300_000)}`],
		['numbering and nothing else', '1.'.repeat(1_000_000)],
		['one row, a hundred thousand times', '规章\t0\t0\t0\n'.repeat(100_000)]
	])('%s ends', async (_, text) => {
		await expect(readReport(encoder.encode(text), 'a.txt', null)).resolves.toHaveProperty('ok');
	});
});
