import {
	addressOf,
	STATISTICS_PARTS,
	SUMS,
	type Address,
	type FormCode,
	type SumKind
} from '../form/index.ts';
import { BOUND_RULES, boundAnswer } from './bounds.ts';
import type { Figures } from './figures.ts';
import type { Verdict } from './rule.ts';
import { answerOf } from './sums.ts';

/** A relation that a report’s own figures must satisfy: left against right, each side a sum. */
export interface Identity {
	/** The code of the rule that states it. */
	readonly rule: string;
	readonly relation: '=' | '≤';
	readonly left: readonly Address[];
	readonly right: readonly Address[];
	readonly answer: Verdict['answer'];
}

const RULE_OF: Readonly<Record<SumKind, string>> = {
	balance: 'application_balance',
	applicants_total: 'applicants_total',
	outcomes_total: 'outcomes_total',
	remedy_total: 'remedy_total',
	statistics_total: 'statistics_total'
};

const sumsIn = (form: FormCode, report: Figures): Identity[] =>
	(SUMS.get(form) ?? []).map((sum) => ({
		rule: RULE_OF[sum.kind],
		relation: '=',
		left: sum.left,
		right: sum.right,
		answer: answerOf(report, sum)
	}));

function boundIn(report: Figures, rule: string, subject: Address, limits: Address[]): Identity {
	const answer = boundAnswer(report, subject, limits);
	return { rule, relation: '≤', left: [subject], right: limits, answer };
}

const boundsIn = (form: FormCode, report: Figures): Identity[] =>
	BOUND_RULES.filter(({ forms }) => forms.includes(form)).flatMap(({ code, bound }) =>
		bound.items.map((item) => {
			const at = (measure: string) => addressOf('disclosure', item, measure);
			return boundIn(report, code, at(bound.measure), bound.atMost.map(at));
		})
	);

function partsIn(form: FormCode, report: Figures): Identity[] {
	if (form !== '2014') return [];
	const at = (item: string) => addressOf('statistics', item, 'count');
	return Object.entries(STATISTICS_PARTS).map(([whole, part]) =>
		boundIn(report, 'part_over_whole', at(part), [at(whole)])
	);
}

/** Every identity of an edition, and whether it holds in a report. */
export const identitiesIn = (form: FormCode, report: Figures): Identity[] =>
	[sumsIn, boundsIn, partsIn].flatMap((find) => find(form, report));
