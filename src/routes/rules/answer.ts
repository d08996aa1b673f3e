import { count, percent, shareOf } from '$lib/chart/number';
import type { RuleCount } from '$lib/server/queries';

/** What a rule said of some reports, as tables show it. */
export interface ShownAnswer {
	readonly failing: string;
	readonly decided: string;
	readonly undecided: string;
	readonly findings: string;
	/** From 0 to 1, and in words; null where nothing was decided. */
	readonly share: number | null;
	readonly shareInWords: string;
	/** The list of findings; null where there are none, or no filter has just these. */
	readonly href: string | null;
}

/** An answer in words, with the list of its findings. */
export function shownAnswer(
	{ findings, reports, decided, undecided }: RuleCount,
	href: string | null
): ShownAnswer {
	const share = shareOf(reports, decided);
	return {
		failing: count(reports),
		decided: count(decided),
		undecided: count(undecided),
		findings: count(findings),
		share,
		shareInWords: share === null ? '—' : percent(share),
		href: findings > 0 ? href : null
	};
}

/** What is said of no report at all. */
export const NOTHING: RuleCount = { findings: 0, reports: 0, decided: 0, undecided: 0 };
