import type { Address, FormCode, Label, Report, Span } from '../form/index.ts';

/** How much a finding weighs (domain: “Identities”). */
export const SEVERITIES = [
	{ code: 'error', label: { zh: '错误', en: 'Error' } },
	{ code: 'warning', label: { zh: '提醒', en: 'Warning' } },
	{ code: 'info', label: { zh: '提示', en: 'Note' } }
] as const satisfies readonly { code: string; label: Label }[];
export type Severity = (typeof SEVERITIES)[number]['code'];

/** Whose slip a finding most likely is; `unknown` unless what stands in the source tells. */
export const ORIGINS = ['agency', 'reading', 'unknown'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A rule's answer for one subject in one report. */
export type Verdict =
	| { readonly answer: 'pass' | 'undecided'; readonly subject: Address | null }
	| { readonly answer: 'fail'; readonly subject: Address | null; readonly finding: Finding };

/** What a rule found wrong in a report; null where a part does not apply. */
export interface Finding {
	readonly rule: string;
	readonly severity: Severity;
	/** The cell the rule is about, such as the total of a sum; null for the report as a whole. */
	readonly subject: Address | null;
	/** The subject's figure as reported. */
	readonly observed: number | null;
	/** What the formula gives for the subject, taking the other cells as they are. */
	readonly expected: number | null;
	/** The cell held most likely wrong, and the figure it should have. */
	readonly suspect: Address | null;
	readonly suggestion: number | null;
	readonly origin: Origin;
	/** A sentence in Chinese that states both figures. */
	readonly message: string;
	/** The words of the report that it rests on, for a rule about what sentences tell. */
	readonly place?: Span;
}

/**
 * What a rule holds a report to: the form’s own terms; a regulation or notice; or other figures, of
 * the same report or another one, that it may depart from for a good reason.
 */
export type Demand = 'form' | 'law' | 'comparison';

/** What a rule states, apart from the code that runs it. */
export interface RuleStatement {
	/** ASCII, `snake_case`; the identifier in URLs and files. */
	readonly code: string;
	readonly severity: Severity;
	readonly demand: Demand;
	readonly title: Label;
	readonly description: Label;
	/** The condition in the form's own labels, such as `本年新制作数量 ≤ 本年新公开数量`. */
	readonly formula: Label;
	/** Where the rule comes from: the notice, the regulation, or the domain. */
	readonly basis: Label;
	/** The editions of the form that the rule applies to. */
	readonly forms: readonly FormCode[];
	/** When the rule gives no answer, where that is not that a cell has no figure. */
	readonly undecided?: Label;
	/** The cells that the rule looks at in a report of one of these editions; none for the report as a whole. */
	cells(form: FormCode): readonly Address[];
}

/** A finding about a report as a whole: it names no cell, and nothing tells whose slip it is. */
export const aboutTheWhole = (
	{ code, severity }: Pick<RuleStatement, 'code' | 'severity'>,
	message: string
): Finding => ({
	rule: code,
	severity,
	subject: null,
	observed: null,
	expected: null,
	suspect: null,
	suggestion: null,
	origin: 'unknown',
	message
});

/** A condition that a report must satisfy by itself. */
export interface ReportRule extends RuleStatement {
	/** One verdict for each subject of the rule in a report of one of these editions. */
	check(report: Report): Verdict[];
}

/** A condition on a report beside another one: the agency's report of the year before, or any other. */
export interface PairRule extends RuleStatement {
	readonly undecided: Label;
	/** One verdict for each subject of the rule in a report of one of these editions. */
	checkPair(report: Report, other: Report): Verdict[];
}

export type Rule = ReportRule | PairRule;

/** How often each answer was given by one rule in one report. */
export interface Tally {
	readonly pass: number;
	readonly fail: number;
	readonly undecided: number;
}
