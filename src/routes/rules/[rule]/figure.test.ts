import { expect, test } from 'vitest';
import type { FindingsGroup, RuleCount } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { answersFigure } from './figure';

const RULE = { code: 'made_over_disclosed', severity: 'warning' } as const;

function year(value: string | null, count: Partial<RuleCount>): FindingsGroup {
	const rule = { findings: 0, reports: 0, decided: 0, undecided: 0, ...count };
	const rules = new Map([[RULE.code, rule]]);
	return { keys: { year: value }, reports: 9, generated: 0, withFindings: 0, findings: 0, rules };
}

const figureOf = (groups: readonly FindingsGroup[]) =>
	answersFigure(groups, RULE, (value) => `/list/${value}`, wordsOf('zh'));

test('each report is counted once: fail, pass or undecided', () => {
	const figure = figureOf([
		year('2019', { findings: 5, reports: 3, decided: 10, undecided: 2 }),
		year('2021', { decided: 1 }),
		year(null, { decided: 7 })
	]);
	expect(figure?.categories).toEqual(['2019', '2020', '2021']);
	expect(figure?.parts.map(({ values }) => values)).toEqual([
		[3, null, 0],
		[7, null, 1],
		[2, null, 0]
	]);
	expect(figure?.parts[0]).toMatchObject({
		colour: 'warn',
		hrefs: ['/list/2019', null, null]
	});
	expect(figure?.rulesAfter).toEqual([1]);
});

test('there is nothing to draw where the rule applies to no report', () => {
	expect(figureOf([year('2022', {})])).toBeNull();
	expect(figureOf([])).toBeNull();
});
