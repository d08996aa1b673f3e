import { describe, expect, test } from 'vitest';
import type { FindingsGroup, RuleCount } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { shownGrid, type Asked } from './grid';

const SUM = 'applicants_total';
const MADE = 'made_over_disclosed';
const OLD = 'statistics_total';
const NOTHING: RuleCount = { findings: 0, reports: 0, decided: 0, undecided: 0 };

function group(
	keys: FindingsGroup['keys'],
	reports: number,
	counts: Readonly<Record<string, Partial<RuleCount>>>
): FindingsGroup {
	const rules = new Map(
		[SUM, MADE, OLD].map((code) => [code, { ...NOTHING, ...counts[code] }] as const)
	);
	const findings = [...rules.values()].reduce((sum, count) => sum + count.findings, 0);
	const withFindings = Math.max(...[...rules.values()].map((count) => count.reports));
	return { keys, reports, generated: 0, withFindings, findings, rules };
}

const asked = (changes: Partial<Asked> = {}): Asked => ({
	by: 'year',
	show: 'count',
	search: '?kind=education&sort=year&page=3',
	language: 'zh',
	words: wordsOf('zh'),
	...changes
});

const YEARS = [
	group({ year: '2021' }, 1_000, {
		[SUM]: { findings: 30, reports: 20, decided: 1_000 },
		[MADE]: { decided: 4, undecided: 1 }
	}),
	group({ year: null }, 3, { [SUM]: { findings: 2, reports: 2, decided: 3 } }),
	group({ year: '2020' }, 100, {
		[SUM]: { findings: 30, reports: 20, decided: 80, undecided: 20 },
		[MADE]: { findings: 3, reports: 3, decided: 9 }
	})
];

describe('the grid by year', () => {
	const grid = shownGrid(YEARS, asked());

	test('has the years in their order, and what has none last and without a list', () => {
		expect(grid.groups.map(({ label }) => label)).toEqual(['2020', '2021', '年度未定']);
		expect(grid.groups.map(({ href }) => href !== null)).toEqual([true, true, false]);
		expect(grid.long).toBe(false);
	});

	test('has the rules under their severities, and apart those that apply to none of the reports', () => {
		expect(grid.rules.map(({ key }) => key)).toEqual([SUM, MADE]);
		expect(grid.bands.map(({ severity, size }) => [severity, size])).toEqual([
			['error', 1],
			['warning', 1]
		]);
		expect(grid.idle.map(({ key }) => key)).toEqual([OLD]);
	});

	test('opens each count into its list, with the filters that are set', () => {
		expect(grid.cells[0]?.[0]).toMatchObject({
			text: '30',
			href: `/findings?kind=education&year=2020&rule=${SUM}#list`
		});
		expect(grid.cells[0]?.[2]).toMatchObject({ text: '2', href: null });
		expect(grid.cells[1]?.[1]).toMatchObject({ text: '0', href: null });
		expect(grid.ofRules[0]).toMatchObject({
			text: '62',
			href: `/findings?kind=education&rule=${SUM}#list`
		});
	});

	test('is shaded by share, so that many reports alone make nothing look grave', () => {
		const [of2020, of2021] = [grid.cells[0]?.[0], grid.cells[0]?.[1]];
		expect(of2020?.text).toBe(of2021?.text);
		expect([of2020?.step, of2021?.step]).toEqual([5, 2]);
	});

	test('does not shade a share of too few reports', () => {
		expect(grid.cells[1]?.[0]).toMatchObject({ text: '3', step: 0 });
		expect(grid.cells[0]?.[2]?.step).toBe(0);
	});

	test('says what a cell rests on, undecided reports apart', () => {
		expect(grid.cells[0]?.[0]?.title).toBe(
			'2020 · 各类申请人合计：30 处，涉及 20 份报告；能判断的 80 份中占 25.0%；另 20 份无法判断'
		);
	});

	test('shows no figure where the rule does not apply', () => {
		expect(grid.cells[1]?.[2]).toMatchObject({ text: '—', href: null });
	});
});

test('shares take the place of counts where they are asked for', () => {
	const grid = shownGrid(YEARS, asked({ show: 'share' }));
	expect(grid.cells[0]?.map(({ text }) => text)).toEqual(['25.0%', '2.0%', '66.7%']);
	expect(grid.ofRules[0]?.text).toBe('3.9%');
});

test('regions run down the page, the most findings first, and the smallest share one line', () => {
	const counties = Array.from({ length: 50 }, (_, index) =>
		group({ province: '示例省', city: '甲市', county: `${index}县` }, 20, {
			[SUM]: { findings: index, reports: Math.min(index, 20), decided: 20 }
		})
	);
	const grid = shownGrid(counties, asked({ by: 'county' }));
	expect(grid.long).toBe(true);
	expect(grid.groups).toHaveLength(40);
	expect(grid.groups[0]).toMatchObject({ label: '49县', note: '示例省 甲市' });
	expect(new URLSearchParams(grid.groups[0]?.href?.split('?')[1]?.split('#')[0]).get('city')).toBe(
		'甲市'
	);
	expect(grid.groups.at(-1)).toMatchObject({ label: '其余 11 个', href: null });
	const sum = grid.cells[0]?.reduce((total, { text }) => total + Number(text), 0);
	expect(String(sum)).toBe(grid.ofRules[0]?.text.replace(',', ''));
});
