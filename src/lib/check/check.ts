import type { Report } from '../form/index.ts';
import { CHAIN_CELLS } from './chain.ts';
import { figuresTold, narrativeTold, type Told } from './copies.ts';
import { REPORT_RULES } from './rules.ts';
import type { Finding, Origin, Tally } from './rule.ts';
import { standingsIn } from './standing.ts';

/** What a report brings to the rules that hold it against others. */
export interface Comparable {
	/** What no other report should repeat; null where it tells too little. */
	readonly figures: Told | null;
	readonly narrative: Told | null;
	/** Whose slip it would be, for each of `CHAIN_CELLS`. */
	readonly standings: readonly Origin[];
}

/** What all rules say of one report: the findings, and a tally for each rule that applies. */
export interface CheckedReport {
	readonly findings: readonly Finding[];
	readonly tallies: ReadonlyMap<string, Tally>;
	readonly comparable: Comparable;
}

/** Confronts a report with every rule of its edition that it can answer alone. */
export function checkReport(report: Report): CheckedReport {
	const findings: Finding[] = [];
	const tallies = new Map<string, Tally>();
	for (const rule of REPORT_RULES) {
		if (!rule.forms.includes(report.form)) continue;
		const tally = { pass: 0, fail: 0, undecided: 0 };
		for (const verdict of rule.check(report)) {
			tally[verdict.answer] += 1;
			if (verdict.answer === 'fail') findings.push(verdict.finding);
		}
		tallies.set(rule.code, tally);
	}
	const comparable = {
		figures: figuresTold(report),
		narrative: narrativeTold(report),
		standings: CHAIN_CELLS.map(standingsIn(report))
	};
	return { findings, tallies, comparable };
}
