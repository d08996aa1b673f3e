import { expect, test } from 'vitest';
import type { AgencyFinding } from '$lib/server/queries';
import { numeralOf } from '$lib/words/letter';
import { letterOf, textOf } from './letter';

const finding = (changes: Partial<AgencyFinding>): AgencyFinding => ({
	findingId: 'f1',
	reportId: 'r1',
	rule: 'made_over_disclosed',
	origin: 'agency',
	message: '规范性文件：本年新制作数量 45，大于本年新公开数量 23，有文件制作后没有公开。',
	year: 2020,
	title: '甲市教育局 2020 年政府信息公开工作年度报告',
	publishedOn: '2021-01-30',
	sourceUrl: null,
	generated: false,
	...changes
});

test('a letter says which report, what was found and what the form asks', () => {
	const text = textOf(letterOf('甲市教育局', [finding({})]));
	expect(text).toContain('甲市教育局：');
	expect(text).toContain(
		'一、2020 年度报告（《甲市教育局 2020 年政府信息公开工作年度报告》，2021年1月30日公布）'
	);
	expect(text).toContain('1. 规范性文件：本年新制作数量 45，大于本年新公开数量 23');
	expect(text).toContain('表式要求：本年新制作数量 ≤ 本年新公开数量。');
	expect(text).not.toContain('模拟');
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
