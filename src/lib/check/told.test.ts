import { describe, expect, test } from 'vitest';
import { fixtureReport } from './fixture.ts';
import { figuresToldIn } from './told.ts';

const told = (words: string, rest: { scope?: 'own' | 'consolidated'; year?: number } = {}) => {
	const report = { ...fixtureReport({ words: `${words}\n` }), ...rest };
	return figuresToldIn(report).map(({ matter, value, place, ...figure }) => {
		const cut = report.text.slice(place.start, place.end);
		expect(cut.normalize('NFKC').replace(/\s/gu, '')).toBe(figure.words);
		return [matter, value] as const;
	});
};

describe('applications received', () => {
	test.each([
		['全年新收政府信息公开申请12件。', 12],
		['2020年，我局共收到政府信息公开申请 １２ 件，均已按期答复。', 12],
		['本年度受理依申请公开政府信息0件。', 0],
		['共收到公民、法人或其他组织提交的政府信息公开申请1,204条。', 1_204],
		['收到政府信息依申请公开办理事项1件，已办结。', 1],
		['（二）依申请公开情况\n本年收到信息公开申\n请3份。', 3],
		['2020年，共收到8份政府信息公开申请，均为自然人申请。', 8],
		['共收到10件依申请公开请求，2019年结转2件。', 10],
		['全年共收到和办理依申请公开9件。', 9],
		['根据《条例》，收到政府信息公开申请2件。', 2],
		['本年度我镇未收到申请人提出的依申请公开申请。', 0],
		['没有接到群众要求公开政府信息的申请。', 0],
		['全年接到各类政府信息公开申请7宗（网上申请5宗）。', 7],
		['我镇今年没有收到政府信息公开申请。', 0],
		['（二）依申请公开。本年度未收到依申请公开件。', 0],
		['申请公开情况：我局未收到申请公开事项。', 0]
	])('%s', (words, value) => {
		expect(told(words)).toEqual([['received', value]]);
	});

	test.each([
		['a part', '其中网上收到政府信息公开申请8件。'],
		['a part named later', '收到政府信息公开申请若干件，其中，当面收到信息公开申请2件。'],
		['another channel', '受理12345热线公开电话2492件。'],
		['other applications', '全年受理行政许可申请320件，结果全部公开。'],
		['other applications before', '政务公开方面，全年受理行政许可申请320件。'],
		['the year before', '去年收到政府信息公开申请9件。'],
		['another year', '2019年收到政府信息公开申请9件。'],
		['a comparison', '收到政府信息公开申请同比增加9件。'],
		['a running total', '条例施行以来共收到政府信息公开申请900件。'],
		['half a year', '上半年收到政府信息公开申请9件。'],
		['one kind of applicant', '收到自然人的政府信息公开申请9件。'],
		['one kind of applicant, organisations', '收到法人提出的政府信息公开申请9件。'],
		['subordinate offices', '各镇街收到政府信息公开申请9件。'],
		['an area', '全县收到政府信息公开申请9件。'],
		['a kind of outcome', '对收到的不予公开的申请9件说明理由。'],
		['no figure', '收到政府信息公开申请后及时登记。'],
		['what others passed on', '收到区政府转办的依申请公开3件。'],
		['what applicants did not do', '未收到政府信息公开申请人的投诉。'],
		['what was not received', '未收到收费的政府信息公开申请。']
	])('are not told by %s', (_, words) => {
		expect(told(words)).toEqual([]);
	});

	test('are those of an area where the report counts all of it', () => {
		expect(told('全县共收到政府信息公开申请90件。', { scope: 'consolidated' })).toEqual([
			['received', 90]
		]);
	});
});

describe('other figures', () => {
	test.each([
		['全年收到申请9件，结转下年度继续办理2件。', 'carried_out', 2],
		['有3件申请结转至下一年度。', 'carried_out', 3],
		['2020年制发规范性文件9篇，同步解读。', 'documents', 9],
		['全年出台行政规范性文件 4 件。', 'documents', 4],
		['今年没有制定规范性文件。', 'documents', 0],
		['因政府信息公开引起的行政复议案件2件。', 'reconsideration', 2],
		['收到因信息公开申请行政复议9件。', 'reconsideration', 9],
		['2020年，我局未发生与信息公开有关的行政复议。', 'reconsideration', 0],
		['无因政府信息公开被提起的行政复议、行政诉讼。', 'reconsideration', 0],
		['政府信息公开行政复议、行政诉讼0件。', 'reconsideration', 0]
	])('%s', (words, matter, value) => {
		expect(told(words)).toContainEqual([matter, value]);
	});

	test.each([
		'上年结转2件。',
		'项目资金结转下年度，共3件。',
		'清理规范性文件30件，废止9件。',
		'对制发的规范性文件配发解读5篇。',
		'公开规范性文件30件。',
		'全年办理行政复议案件12件。',
		'政府信息公开行政复议维持2件。',
		'政府信息公开行政复议、行政诉讼案件共3件。',
		'推进行政规范性文件公开，制定方案2个。',
		'没有制定规范性文件管理办法。',
		'没有发生因政府信息公开申请行政复议被纠正的情况。'
	])('are not told by: %s', (words) => {
		expect(told(words)).toEqual([]);
	});
});

test('cells tell nothing as a sentence, and sentences between tables do', () => {
	const report = fixtureReport({});
	const [first, second] = [report.cells[30], report.cells[31]].map((cell) => cell!.place!.start);
	const words = '三、申请情况。本年收到政府信息公开申请7件。一、本年新收政府信息公开申请数量';
	const insert = words.length;
	const moved = report.cells.map((cell) =>
		cell.place && cell.place.start >= second!
			? { ...cell, place: { start: cell.place.start + insert, end: cell.place.end + insert } }
			: cell
	);
	const text = `${report.text.slice(0, second)}${words}${report.text.slice(second)}件`;
	expect(first).toBeLessThan(second!);
	const told = figuresToldIn({ ...report, text, cells: moved });
	expect(told).toMatchObject([{ matter: 'received', value: 7 }]);
	expect(text.slice(told[0]!.place.start, told[0]!.place.end)).toBe('收到政府信息公开申请7件');
});

test('a long text without an end is read to its end', () => {
	const words = '收到政府信息公开申请'.repeat(40_000);
	expect(told(words)).toEqual([]);
});
