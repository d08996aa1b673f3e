import { expect, test } from 'vitest';
import { CHAIN_RULES, chainFinding } from '$lib/check/chain';
import { RULES } from '$lib/check/rules';
import type { AgencyFinding } from '$lib/server/queries';
import { numeralOf } from '$lib/words/letter';
import { textOf } from '../../letter/document';
import { letterOf } from './letter';

const finding = (changes: Partial<AgencyFinding>): AgencyFinding => ({
	findingId: 'f1',
	reportId: 'r1',
	rule: 'made_over_disclosed',
	severity: 'warning',
	section: 'disclosure',
	item: 'normative_documents',
	measure: 'made',
	origin: 'agency',
	message: '规范性文件：本年新制作数量 45，大于本年新公开数量 23，有文件制作后没有公开。',
	year: 2020,
	form: '2019',
	title: '甲市教育局 2020 年政府信息公开工作年度报告',
	publishedOn: '2021-01-30',
	sourceUrl: null,
	generated: false,
	...changes
});

test('a letter says which report, what was found and what the regulation asks', () => {
	const text = textOf(letterOf('甲市教育局', [finding({})]));
	expect(text).toContain('甲市教育局：');
	expect(text).toContain(
		'一、2020 年度报告（《甲市教育局 2020 年政府信息公开工作年度报告》，2021年1月30日公布）'
	);
	expect(text).toContain('1. 规范性文件：本年新制作数量 45，大于本年新公开数量 23');
	expect(text).toContain('有关规定：《政府信息公开条例》第二十条第（一）项');
	expect(text).toContain('核对方法：本年新制作数量 ≤ 本年新公开数量。');
	expect(text).not.toContain('模拟');
});

test('only what the form itself requires is told as its requirement', () => {
	const asked = (rule: string) => letterOf('甲市教育局', [finding({ rule })]).parts[0]!.points[0]!;
	for (const { code, demand } of RULES) {
		expect(asked(code).join('').includes('表式要求'), code).toBe(demand === 'form');
		expect(asked(code).join('').includes('不符未必'), code).toBe(demand === 'comparison');
	}
	const forms = RULES.filter(({ demand }) => demand === 'form').map(({ code }) => code);
	expect(forms).toEqual([
		...['application_balance', 'applicants_total', 'outcomes_total', 'remedy_total'],
		...['statistics_total', 'part_over_whole', 'disclosed_over_public_total', 'invalid_count']
	]);
});

test('of two years that do not chain a letter says both figures, and not which is wrong', () => {
	const rule = CHAIN_RULES.find(({ code }) => code === 'carried_over')!;
	const { message } = chainFinding(rule, rule.chains[0]!, {
		report: { year: 2021, form: '2021' },
		earlier: { year: 2020, form: '2019' },
		observed: 3,
		figures: [7],
		origin: 'agency'
	});
	const text = textOf(letterOf('甲市教育局', [finding({ rule: rule.code, message })]));
	expect(text).toContain('2021 年度填报 3，按 2020 年度的报告推算为 7');
	expect(text).toContain('请核对所涉两份报告');
	expect(text).not.toContain('应为');
});

test('a letter that is narrowed to a rule says so above all, and in its opening', () => {
	const letter = letterOf('甲市教育局', [finding({})], ['made_over_disclosed']);
	const { title } = RULES.find(({ code }) => code === 'made_over_disclosed')!;
	expect(letter.subject).toContain(`“${title.zh}”`);
	expect(letter.opening).toContain(`本函只涉及“${title.zh}”。`);
	const whole = letterOf('甲市教育局', [finding({})]);
	expect(whole.subject).not.toContain('“');
	expect(whole.opening).not.toContain('只涉及');
});

test('points stand in the order of the form, notes after them under a heading of their own', () => {
	const at = (section: string | null, item: string | null, measure: string | null) => ({
		message: [section, item, measure].join('/'),
		...{ section, item, measure }
	});
	const { parts } = letterOf('甲市教育局', [
		finding({ rule: 'outcomes_total', ...at('applications', 'outcomes_total', 'total') }),
		finding({ rule: 'outcomes_total', ...at('applications', 'outcomes_total', 'natural_person') }),
		finding({
			rule: 'stock_in_decisions',
			severity: 'info',
			...at('disclosure', 'licensing', 'decisions')
		}),
		finding({ rule: 'edition_of_year', ...at(null, null, null) }),
		finding({ rule: 'applicants_total', ...at('applications', 'received', 'total') })
	]);
	const [part] = parts;
	expect(part!.points.map(([message]) => message)).toEqual([
		'//',
		'applications/received/total',
		'applications/outcomes_total/natural_person',
		'applications/outcomes_total/total'
	]);
	expect(part!.notes.map(([message]) => message)).toEqual(['disclosure/licensing/decisions']);
	const lines = textOf(letterOf('甲市教育局', [finding({ severity: 'info' })])).split('\n');
	expect(lines.findIndex((line) => line.startsWith('请一并说明'))).toBeLessThan(
		lines.findIndex((line) => line.startsWith('1. 规范性文件'))
	);
	expect(lines.some((line) => line.startsWith('请一并说明'))).toBe(true);
});

test('a letter has places for its sender, its date and the day of the reply', () => {
	const text = textOf(letterOf('甲市教育局', [finding({})]));
	for (const blank of ['（发函机关）＿', '日前书面回复', '联系人：＿', '联系电话：＿']) {
		expect(text).toContain(blank);
	}
});

test('what the reader doubted is left out and counted; what cannot be told is said to be so', () => {
	const letter = letterOf('甲市教育局', [
		finding({ origin: 'reading', message: '读错的。' }),
		finding({
			findingId: 'f2',
			reportId: 'r2',
			year: null,
			title: null,
			origin: 'unknown',
			publishedOn: null
		})
	]);
	expect(textOf(letter)).not.toContain('读错的');
	expect(letter.leftOut).toContain('1 处');
	expect(letter.parts.map(({ heading }) => heading)).toEqual(['一、年度未定的报告']);
	expect(letter.parts[0]?.points[0]?.at(-1)).toContain('请先对照公布的文本');
});

test('an invented letter says that it must not be sent', () => {
	expect(textOf(letterOf('甲市教育局', [finding({ generated: true })]))).toContain('不得发出');
});

test('numerals', () => {
	expect([1, 10, 11, 20, 35, 100].map(numeralOf)).toEqual([
		'一',
		'十',
		'十一',
		'二十',
		'三十五',
		'100'
	]);
});
