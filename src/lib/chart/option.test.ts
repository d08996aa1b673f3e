import { describe, expect, it } from 'vitest';
import { brokenName } from './base.ts';
import { draw, useDrawing } from './drawing.ts';
import type { StackFigure, YearsFigure } from './figure.ts';
import { heightOf } from './height.ts';
import { legendRoom } from './legend.ts';
import { optionOf } from './option.ts';
import { renderSvg } from './renderer.ts';
import { tableOf } from './table.ts';
import { isStarred, wholeOf } from './stack.ts';

const years: YearsFigure = {
	kind: 'years',
	name: '处理决定数量',
	unit: 'count',
	unitLabel: '件',
	points: [
		{
			year: 2019,
			value: 1234,
			reports: { all: 72, filled: 2 },
			marked: true,
			note: '2 份报告',
			href: '/reports?year=2019'
		},
		{ year: 2020, value: null, reports: null, marked: false, note: '', href: null },
		{
			year: 2021,
			value: 0,
			reports: { all: 1, filled: 1 },
			marked: false,
			note: '1 份报告',
			href: null
		}
	],
	editions: [],
	language: 'zh',
	bands: [{ from: 2021, until: 2021, label: '未设' }],
	rules: [{ after: 2020, label: '表式改变' }],
	gapLabel: '无数据'
};

const stack: StackFigure = {
	kind: 'stack',
	categories: ['2019', '2020', '<b>2021</b>'],
	parts: [
		{
			name: '予以公开',
			colour: 'granted',
			words: 'on-deep',
			pattern: 'plain',
			values: [3, 0, null]
		},
		{
			name: '部分公开',
			colour: 'partly-granted',
			words: 'on-pale',
			pattern: 'dots',
			values: [1, 0, null]
		}
	],
	shares: true,
	unitLabel: '',
	rulesAfter: [1],
	ruleLabel: '表式改变',
	direction: 'columns',
	smallBelow: 0
};

const words = {
	year: '年度',
	name: '名称',
	total: '合计',
	filledColumn: '已填',
	reportsColumn: '报告数',
	gap: '无数据',
	withUnit: (name: string, unit: string) => `${name}（${unit}）`
};
type Drawn = { data: unknown[]; markLine?: { data: unknown[] }; markArea?: { data: unknown[] } };
const seriesOf = (figure: YearsFigure | StackFigure) =>
	optionOf(figure, 'wide').series as unknown as Drawn[];

describe('a figure by year', () => {
	it('leaves a year without a figure as a gap, and keeps a zero a zero', () => {
		const values = seriesOf(years)[0]?.data.map((point) => (point as { value: unknown }).value);
		expect(values).toEqual([1234, '-', 0]);
	});

	it('draws the change of edition between two years and the uncollected years as a band', () => {
		const annotations = seriesOf(years)[1];
		expect(annotations?.markLine?.data).toMatchObject([{ xAxis: 2 }]);
		expect(annotations?.markArea?.data).toMatchObject([[{ xAxis: 2 }, { xAxis: 3 }]]);
	});

	it('keeps editions apart that count close but different things', () => {
		const apart: YearsFigure = {
			...years,
			editions: [
				{ name: '2019 年版', colour: 'c1', values: [3, 2, 1], hrefs: ['/a', null, null] },
				{ name: '2021 年版', colour: 'c2', values: [null, null, 7], hrefs: [null, null, '/b'] }
			]
		};
		const [first, second] = seriesOf(apart);
		expect(first?.data.map((bar) => (bar as { value: unknown }).value)).toEqual([3, 2, 1]);
		expect(second?.data).toMatchObject([{ value: '-' }, { value: '-' }, { value: 7, href: '/b' }]);
		const { headers, rows } = tableOf(apart, words);
		expect(headers).toEqual(['年度', '2019 年版（件）', '2021 年版（件）', '已填', '报告数']);
		expect(rows[2]?.map(({ text }) => text)).toEqual(['2021', '1', '7', '1', '1']);
	});

	it('shortens figures that would run into each other', () => {
		const points = [2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({
			...{ year, value: 5_448_555 + year, reports: null, marked: false, note: '', href: null }
		}));
		const crowded: YearsFigure = { ...years, points };
		expect(renderSvg(crowded, 'wide')).toContain('>5,450,574<');
		expect(renderSvg(crowded, 'narrow')).toContain('>545万<');
		expect(renderSvg({ ...crowded, language: 'en' }, 'narrow')).toContain('>5.45M<');
	});

	it('is the same in its table', () => {
		const { rows } = tableOf(years, words);
		expect(rows[0]?.[1]?.href).toBe('/reports?year=2019');
		expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
			['2019', '1,234', '2', '72'],
			['2020', '无数据', '—', '—'],
			['2021', '0', '1', '1']
		]);
	});
});

describe('a stack', () => {
	it('shares nothing out where the whole is zero or unknown', () => {
		expect(wholeOf(stack, 1)).toBe(0);
		expect(wholeOf(stack, 2)).toBeNull();
		const values = seriesOf(stack)[0]?.data.map((part) => (part as { value: unknown }).value);
		expect(values).toEqual([0.75, '-', '-']);
	});

	it('labels no part that its label would reach over', () => {
		const alone = (years: number): StackFigure => ({
			...stack,
			categories: Array.from({ length: years }, (_, index) => String(2010 + index)),
			parts: stack.parts.map((part, index) => ({
				...part,
				values: Array.from({ length: years }, () => (index === 0 ? 5 : 0))
			})),
			rulesAfter: []
		});
		expect(renderSvg(alone(6), 'narrow')).toContain('>100%</text>');
		expect(renderSvg(alone(12), 'wide')).toContain('>100%</text>');
		const labels = renderSvg(alone(12), 'narrow').match(/>100%<\/text>/g);
		// That of the axis.
		expect(labels).toHaveLength(1);
	});

	it('stars and pales shares of a small whole, and no counts', () => {
		const small: StackFigure = { ...stack, smallBelow: 5 };
		const names = (figure: StackFigure) =>
			(optionOf(figure, 'wide').xAxis as { data: string[] }[])[0]?.data;
		expect(names(small)?.[0]).toBe('2019 *');
		expect(names({ ...small, shares: false })?.[0]).toBe('2019');
		expect(seriesOf(small)[0]?.data[0]).toMatchObject({ itemStyle: { opacity: 0.35 } });
		expect(isStarred(small)).toBe(true);
		expect(isStarred({ ...small, shares: false })).toBe(false);
		expect(isStarred({ ...small, smallBelow: 1 })).toBe(false);
	});

	it('says of a bar without length down the page whether it is a zero', () => {
		const rows: StackFigure = { ...stack, direction: 'rows', rulesAfter: [], smallBelow: 5 };
		const names = optionOf(rows, 'wide').yAxis as { data: string[] };
		expect(names.data).toEqual(['2019 *', '2020', '<b>2021</b>']);
		const nothing = seriesOf(rows).at(-1) as unknown as {
			label: { formatter: (given: { dataIndex: number }) => string };
		};
		expect([0, 1, 2].map((dataIndex) => nothing.label.formatter({ dataIndex }))).toEqual([
			'',
			'0',
			'—'
		]);
	});

	it('says in its table what is not known', () => {
		expect(
			tableOf(stack, words)
				.rows.at(-1)
				?.map(({ text }) => text)
		).toEqual(['<b>2021</b>', '无数据', '无数据', '无数据']);
	});
});

describe('names and legends', () => {
	it('break a name before its brackets rather than within them', () => {
		expect(brokenName('示例省甲市公安局（模拟）', 120)).toBe('示例省甲市公安局\n（模拟）');
		expect(brokenName('甲市公安局（模拟）', 120)).toBe('甲市公安局（模拟）');
		expect(brokenName('示例省甲市住房和城乡建设局', 120)).toBe('示例省甲市住房和城乡建设局');
	});

	it('leave a legend as many lines as its names need', () => {
		const long = '2019 年版：规范性文件 · 本年新制作数量';
		expect(legendRoom(['a', 'b'], 'narrow')).toBeLessThan(legendRoom([long, long], 'narrow'));
		expect(legendRoom([long], 'wide')).toBe(legendRoom(['a', 'b'], 'wide'));
		const named = (name: string): StackFigure => ({
			...stack,
			parts: stack.parts.flatMap((part) => [1, 2, 3].map(() => ({ ...part, name })))
		});
		expect(heightOf(named(long), 'narrow')).toBeGreaterThan(heightOf(named('a'), 'narrow'));
		const unbroken = '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
		expect(legendRoom([unbroken], 'narrow')).toBe(legendRoom(['a'], 'narrow') + 14);
	});
});

describe('a drawing', () => {
	it('is left out where nothing draws, and is never empty', () => {
		expect(draw(years, 'wide')).toBe('<svg></svg>');
	});

	it('takes its colours from the style sheet and its text as text', () => {
		useDrawing(renderSvg);
		const svg = draw(stack, 'narrow');
		expect(svg).toContain('fill="var(--granted)"');
		expect(svg).not.toContain('<b>');
		expect(svg).not.toMatch(/<style|ecmeta/);
		expect(svg).toContain(`viewBox="0 0 340 ${heightOf(stack, 'narrow')}"`);
	});

	it('has a pattern for the style sheet to show on each part but the plain one', () => {
		const svg = renderSvg(stack, 'wide');
		const patterned = svg.match(/<path[^>]*fill="url\(#[^"]+"/g) ?? [];
		// One bar with a figure of its own, and its mark in the legend.
		expect(patterned.length).toBeGreaterThanOrEqual(2);
		expect(renderSvg(years, 'wide')).not.toContain('fill="url(');
	});

	it('has no marks between whole figures on its axis', () => {
		const points = years.points.map((point) => ({ ...point, value: 0 }));
		const marks = (svg: string) => [...svg.matchAll(/>(\d+\.\d+)</g)].map(([, mark]) => mark);
		expect(marks(renderSvg({ ...years, points, editions: [] }, 'wide'))).toEqual([]);
		const halves = points.map((point) => ({ ...point, value: 0.5 }));
		expect(marks(renderSvg({ ...years, points: halves, editions: [] }, 'wide'))).not.toEqual([]);
	});

	it('writes the figures that are known and no other', () => {
		const svg = renderSvg(years, 'wide');
		expect(svg).toContain('>1,234<');
		expect(svg).toContain('>未设<');
		expect(svg).toContain('>表式改变<');
	});
});
