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

describe('what is no report', () => {
	it.each([
		['not_a_report', '今天天气很好。'],
		['no_table', '甲市教育局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n无\n'],
		[
			'unknown_form',
			'政府信息公开情况统计表\n统计指标\t单位\t统计数\n主动公开政府信息数\t条\t12\n'
		],
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
		['a table that begins again and again', '本年新收政府信息公开申请数量\t0\t0\n'.repeat(30_000)],
		['a column of zeros', `政府信息公开\n${'0\n'.repeat(300_000)}`],
		['numbering and nothing else', '1.'.repeat(1_000_000)],
		['one row, a hundred thousand times', '规章\t0\t0\t0\n'.repeat(100_000)]
	])('%s ends', async (_, text) => {
		await expect(readReport(encoder.encode(text), 'a.txt', null)).resolves.toHaveProperty('ok');
	});
});
