import type { Report } from '../form/index.ts';
import { RULES } from './rules.ts';
import type { Finding, Tally } from './rule.ts';

/** What all rules say of one report: the findings, and a tally for each rule that applies. */
export interface CheckedReport {
	readonly findings: readonly Finding[];
	readonly tallies: ReadonlyMap<string, Tally>;
}

/** Confronts a report with every rule of its edition. */
export function checkReport(report: Report): CheckedReport {
	const findings: Finding[] = [];
	const tallies = new Map<string, Tally>();
	for (const rule of RULES) {
		if (!rule.forms.includes(report.form)) continue;
		const tally = { pass: 0, fail: 0, undecided: 0 };
		for (const verdict of rule.check(report)) {
			tally[verdict.answer] += 1;
			if (verdict.answer === 'fail') findings.push(verdict.finding);
		}
		tallies.set(rule.code, tally);
	}
	return { findings, tallies };
}
