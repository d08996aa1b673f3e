import { describe, expect, test } from 'vitest';
import { APPLICATION_CASES } from './cases/applications.ts';
import type { Cases } from './cases/case.ts';
import { DISCLOSURE_CASES } from './cases/disclosure.ts';
import { REPORT_CASES } from './cases/report.ts';
import { TOTAL_CASES } from './cases/totals.ts';
import { checkReport } from './check.ts';
import { fixtureReport } from './fixture.ts';
import { REPORT_RULES, RULES } from './rules.ts';

/** For each rule: the answer expected for its subject in each report. */
const CASES: Cases = {
	...APPLICATION_CASES,
	...TOTAL_CASES,
	...DISCLOSURE_CASES,
	...REPORT_CASES
};

test('every rule about one report has valid, invalid and undecided cases', () => {
	for (const { code } of REPORT_RULES) {
		const answers = new Set(CASES[code]?.map(({ answer }) => answer));
		expect(answers, code).toEqual(new Set(['pass', 'fail', 'undecided']));
	}
});

describe.each(REPORT_RULES.map((rule) => ({ code: rule.code, rule })))(
	'$code',
	({ code, rule }) => {
		test.each(CASES[code] ?? [])('$name: $answer', ({ subject, answer, ...fixture }) => {
			const verdicts = rule.check(fixtureReport(fixture));
			const verdict = verdicts.find((candidate) => candidate.subject === subject);
			expect(verdict?.answer).toBe(answer);
			if (verdict?.answer !== 'fail') return;
			expect(verdict.finding).toMatchObject({ rule: code, severity: rule.severity, subject });
			expect(verdict.finding.message).toMatch(/[一-鿿].*\d/);
		});
	}
);

test('rules have codes of their own that are safe in a URL and a column name', () => {
	const codes = RULES.map(({ code }) => code);
	expect(new Set(codes).size).toBe(codes.length);
	for (const code of codes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
});

test('a finding names both figures', () => {
	const { findings } = checkReport(
		fixtureReport({
			cells: {
				'disclosure/normative_documents/made': 45,
				'disclosure/normative_documents/disclosed': 23,
				'disclosure/normative_documents/public_total': 23
			}
		})
	);
	expect(findings).toEqual([
		expect.objectContaining({
			rule: 'made_over_disclosed',
			severity: 'warning',
			subject: 'disclosure/normative_documents/made',
			observed: 45,
			expected: 23,
			origin: 'agency',
			message: '规范性文件：本年新制作数量 45，大于本年新公开数量 23，有文件制作后没有公开。'
		})
	]);
});

test('a wholly blank form has nothing to fail and nothing that passes a sum', () => {
	const whole = fixtureReport({});
	const blank = fixtureReport({
		cells: Object.fromEntries(whole.cells.map(({ address }) => [address, 'blank' as const]))
	});
	const { findings, tallies } = checkReport(blank);
	expect(findings).toEqual([]);
	expect(tallies.get('applicants_total')).toEqual({ pass: 0, fail: 0, undecided: 23 });
	expect(tallies.get('application_balance')).toEqual({ pass: 0, fail: 0, undecided: 7 });
	expect(tallies.get('invalid_count')).toEqual({ pass: 0, fail: 0, undecided: 198 });
});

test('a rule of another edition gives no tally', () => {
	const { tallies } = checkReport(fixtureReport({ form: '2021', year: 2021 }));
	expect(tallies.has('made_over_disclosed')).toBe(false);
	expect(tallies.get('issued_over_in_force')).toEqual({ pass: 2, fail: 0, undecided: 0 });
});
