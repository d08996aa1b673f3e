import {
	addressOf,
	partsOf,
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

function sumsWith(form: FormCode, report: Figures, address: Address): Identity[] {
	return (SUMS.get(form) ?? [])
		.filter(({ left, right }) => left.includes(address) || right.includes(address))
		.map((sum) => ({
			rule: RULE_OF[sum.kind],
			relation: '=' as const,
			left: sum.left,
			right: sum.right,
			answer: answerOf(report, sum)
		}));
}

function boundsWith(form: FormCode, report: Figures, address: Address): Identity[] {
	const { section, item } = partsOf(address);
	return BOUND_RULES.filter(
		({ forms, bound }) =>
			section === 'disclosure' && forms.includes(form) && bound.items.includes(item)
	)
		.map(({ code, bound }) => {
			const at = (measure: string) => addressOf(section, item, measure);
			return { rule: code, left: [at(bound.measure)], right: bound.atMost.map(at) };
		})
		.filter(({ left, right }) => left.includes(address) || right.includes(address))
		.map(({ rule, left, right }) => ({
			rule,
			relation: '≤' as const,
			left,
			right,
			answer: boundAnswer(report, left[0] ?? '', right)
		}));
}

function partsWith(form: FormCode, report: Figures, address: Address): Identity[] {
	if (form !== '2014') return [];
	const at = (item: string) => addressOf('statistics', item, 'count');
	return Object.entries(STATISTICS_PARTS)
		.filter(([whole, part]) => at(whole) === address || at(part) === address)
		.map(([whole, part]) => ({
			rule: 'part_over_whole',
			relation: '≤' as const,
			left: [at(part)],
			right: [at(whole)],
			answer: boundAnswer(report, at(part), [at(whole)])
		}));
}

/** Every identity of an edition that a cell takes part in, and whether it holds in a report. */
export function identitiesOf(form: FormCode, report: Figures, address: Address): Identity[] {
	return [sumsWith, boundsWith, partsWith].flatMap((find) => find(form, report, address));
}
