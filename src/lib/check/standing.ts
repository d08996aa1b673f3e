import type { Address, Report, Sum } from '../form/index.ts';
import { sumsOf } from './locate.ts';
import { originOf } from './origin.ts';
import type { Origin } from './rule.ts';
import { answerOf } from './sums.ts';

/** Evidence by which a report is told to be this agency's for this year beyond our own guessing. */
const TOLD_BY: readonly string[] = ['manifest', 'record', 'title'];

/** Whether the title or the office itself says whose report this is, and for which year. */
function isTold({ evidence }: Report): boolean {
	return (['agency', 'year'] as const).every((subject) =>
		evidence.some(
			(piece) => piece.used && piece.subject === subject && TOLD_BY.includes(piece.source)
		)
	);
}

/**
 * Whose slip it would be if a cell of a report did not agree with another report. `agency` only
 * where whose report it is and for which year stands in it, where the figure stands plainly and
 * nothing around it was doubted or lost, and where the sums hold that the cell takes part in.
 */
export function standingsIn(report: Report): (address: Address) => Origin {
	const told = isTold(report);
	const answers = new Map<Sum, boolean>();
	const holds = (sum: Sum) => {
		const answer = answers.get(sum) ?? answerOf(report, sum) === 'pass';
		answers.set(sum, answer);
		return answer;
	};
	return (address) => {
		const origin = originOf(report, [address]);
		if (origin !== 'agency') return origin;
		return told && sumsOf(report.form, address).every(holds) ? 'agency' : 'unknown';
	};
}

/** Whose slip a disagreement among several cells most likely is. */
export function together(origins: readonly Origin[]): Origin {
	if (origins.includes('reading')) return 'reading';
	return origins.every((origin) => origin === 'agency') ? 'agency' : 'unknown';
}

/** Whether two reports are one agency's, and both are settled. */
export function isOneAgency(one: Report, other: Report): boolean {
	const same = (['agency', 'province', 'city', 'county', 'generated'] as const).every(
		(key) => one[key] === other[key]
	);
	return same && one.resolved && other.resolved;
}
