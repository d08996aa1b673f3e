import { expect, test } from 'vitest';
import { ADDRESSES } from '../form/index.ts';
import { examplesOf } from './examples.ts';
import { PAIR_RULES, REPORT_RULES, RULES } from './rules.ts';

test.each(RULES.map((rule) => [rule.code, rule] as const))(
	'%s passes, fails and cannot decide the reports that are shown for it',
	(_, rule) => {
		const examples = examplesOf(rule);
		expect(examples.map(({ verdict }) => verdict.answer)).toEqual(['pass', 'fail', 'undecided']);
		for (const { report, cells } of examples) {
			expect(rule.forms).toContain(report.form);
			expect(report.generated).toBe(true);
			for (const address of cells) expect(rule.cells(report.form)).toContain(address);
		}
	}
);

test('a rule looks at cells that its editions have', () => {
	for (const rule of RULES) {
		for (const form of rule.forms) {
			for (const address of rule.cells(form)) expect(ADDRESSES).toContain(address);
		}
	}
});

test('every subject of a rule is a cell that it looks at', () => {
	for (const rule of REPORT_RULES) {
		for (const { report } of examplesOf(rule)) {
			const subjects = rule.check(report).flatMap(({ subject }) => subject ?? []);
			expect(rule.cells(report.form)).toEqual(expect.arrayContaining(subjects));
		}
	}
});

test('a rule about two reports has a subject in the later one', () => {
	for (const rule of PAIR_RULES) {
		for (const { report, other, verdict } of examplesOf(rule)) {
			expect(other?.year).toBe((report.year ?? 0) - 1);
			if (verdict.subject) expect(rule.cells(report.form)).toContain(verdict.subject);
		}
	}
});
