import type { Address } from '../form/index.ts';
import { full } from '../chart/number.ts';
import type { Words } from '../words/words.ts';
import type { Stretch } from './segment.ts';

/** A finding as pages show it: what is a code in the tables is in the reader's words here. */
export interface ShownFinding {
	readonly findingId: string;
	readonly reportId: string;
	readonly rule: string;
	readonly ruleTitle: string;
	readonly severity: string;
	readonly severityName: string;
	readonly agency: string | null;
	readonly year: number | null;
	readonly generated: boolean;
	/** True where a corrected version has replaced the report. */
	readonly replaced: boolean;
	/** The cell that the rule is about; null for the report as a whole. */
	readonly address: Address | null;
	readonly cellName: string | null;
	/** The cell held most likely wrong, its figure where the message tells, and what it should be. */
	readonly suspect: Address | null;
	readonly suspectName: string | null;
	readonly observed: number | null;
	readonly expected: number | null;
	readonly suggestion: number | null;
	readonly origin: 'agency' | 'reading' | 'unknown';
	readonly message: string;
	/** The report it was compared with; null for a finding within one report. */
	readonly otherReportId: string | null;
	/** The words of the report that it rests on, for a rule about words. */
	readonly stretch: Stretch | null;
	/** The letter that asks its agency about this rule, in a list of one rule. */
	readonly letter?: string | null;
}

/** What was found, in figures alone; where there are none, that it is about all of the report. */
export const inFigures = (
	{ observed, expected }: Pick<ShownFinding, 'observed' | 'expected'>,
	{ findings }: Pick<Words, 'findings'>
): string =>
	observed === null
		? findings.wholeReport
		: expected === null
			? findings.reportedOnly(full(observed))
			: findings.observedExpected(full(observed), full(expected));

/** A message that ends in what would mend it, in parts: the suspect's name stands between two. */
export interface MendingMessage {
	/** What was found. */
	readonly found: string;
	readonly before: string;
	readonly suspect: string;
	/** The suspect's figure as it stands. */
	readonly figure: string;
	readonly after: string;
}

const MENDING = /^(.*)(如“)(.+)(”由 (\S+) 改为 .*)$/su;

/** The parts of a rule's message that suggests a figure; null where it suggests none. */
export function mendingOf(message: string): MendingMessage | null {
	const [, found, before, suspect, after, figure] = MENDING.exec(message) ?? [];
	if (!found || !before || !suspect || !after || !figure) return null;
	return { found, before, suspect, figure, after };
}
