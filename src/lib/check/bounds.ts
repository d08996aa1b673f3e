import { addressOf, type Address, type Report } from '../form/index.ts';
import { figureAt, itemName, measureName, partialSum, type Figures } from './figures.ts';
import { originOf } from './origin.ts';
import type { ReportRule, Verdict } from './rule.ts';

/** What a bound rule states: in each item's row, one measure is at most the sum of others. */
export interface Bound {
	readonly items: readonly string[];
	readonly measure: string;
	readonly atMost: readonly string[];
	/** What the excess means, as the end of the message. */
	readonly meaning: string;
}

type Words = Omit<ReportRule, 'check' | 'cells'>;

/** Whether a figure is at most the sum of others. */
export function boundAnswer(
	report: Figures,
	subject: Address,
	limits: readonly Address[]
): Verdict['answer'] {
	const observed = figureAt(report, subject);
	const { known, blank, unknown } = partialSum(report, limits);
	if (observed === null) return 'undecided';
	// The limit can only grow with the figures that are not known, since they are never negative.
	if (observed <= known) return 'pass';
	return blank + unknown > 0 ? 'undecided' : 'fail';
}

function verdictOf(rule: Words, bound: Bound, item: string, report: Report): Verdict {
	const at = (measure: string) => addressOf('disclosure', item, measure);
	const subject = at(bound.measure);
	const limits = bound.atMost.map(at);
	const answer = boundAnswer(report, subject, limits);
	if (answer !== 'fail') return { answer, subject };
	const observed = figureAt(report, subject);
	const { known } = partialSum(report, limits);
	const limitNames = limits.map((address) => measureName(report.form, address)).join('与');
	const sum = limits.length > 1 ? '之和' : '';
	return {
		answer: 'fail',
		subject,
		finding: {
			rule: rule.code,
			severity: rule.severity,
			subject,
			observed,
			expected: known,
			suspect: null,
			suggestion: null,
			origin: originOf(report, [subject, ...limits]),
			message: `${itemName(report.form, subject)}：${measureName(report.form, subject)} ${observed}，大于${limitNames}${sum} ${known}${bound.meaning}`
		}
	};
}

/** A rule that bounds one measure of a row by others. */
interface BoundRule extends ReportRule {
	readonly bound: Bound;
}

function boundRule(words: Words, bound: Bound): BoundRule {
	return {
		...words,
		cells: () =>
			bound.items.flatMap((item) =>
				[bound.measure, ...bound.atMost].map((measure) => addressOf('disclosure', item, measure))
			),
		bound,
		check: (report) => bound.items.map((item) => verdictOf(words, bound, item, report))
	};
}

const DOCUMENTS = ['regulations', 'normative_documents'];

export const DISCLOSED_OVER_PUBLIC_TOTAL = boundRule(
	{
		code: 'disclosed_over_public_total',
		severity: 'error',
		demand: 'form',
		title: { zh: '新公开数量大于公开总数量', en: 'More newly disclosed than public in total' },
		description: {
			zh: '本年新公开的规章、规范性文件应包含在对外公开总数量之内。',
			en: 'Documents newly disclosed this year are among those that are public in total.'
		},
		formula: { zh: '本年新公开数量 ≤ 对外公开总数量', en: 'Disclosed this year ≤ Public in total' },
		basis: { zh: '表式（国办公开办函〔2019〕60号）', en: 'The form (国办公开办函〔2019〕60号)' },
		forms: ['2019']
	},
	{ items: DOCUMENTS, measure: 'disclosed', atMost: ['public_total'], meaning: '。' }
);

export const MADE_OVER_DISCLOSED = boundRule(
	{
		code: 'made_over_disclosed',
		severity: 'warning',
		demand: 'law',
		title: { zh: '新制作数量大于新公开数量', en: 'More made than disclosed' },
		description: {
			zh: '规章、规范性文件属于应当主动公开的信息。本年新制作数量大于新公开数量，说明有文件制作后没有公开。',
			en: 'Rules and normative documents are to be disclosed. More made than disclosed means that some were made and not disclosed.'
		},
		formula: { zh: '本年新制作数量 ≤ 本年新公开数量', en: 'Made this year ≤ Disclosed this year' },
		basis: {
			zh: '《政府信息公开条例》第二十条第（一）项；表式（国办公开办函〔2019〕60号）',
			en: 'Regulation on government information disclosure, article 20 (1); the form (国办公开办函〔2019〕60号)'
		},
		forms: ['2019']
	},
	{
		items: DOCUMENTS,
		measure: 'made',
		atMost: ['disclosed'],
		meaning: '，有文件制作后没有公开。'
	}
);

export const ISSUED_OVER_IN_FORCE = boundRule(
	{
		code: 'issued_over_in_force',
		severity: 'warning',
		demand: 'comparison',
		title: { zh: '制发件数大于现行有效与废止之和', en: 'More issued than in force and repealed' },
		description: {
			zh: '本年制发的文件，年末或者现行有效，或者已经废止；制发件数通常不大于两者之和。',
			en: 'A document issued this year is in force or repealed at its end, so as a rule no more are issued than both together.'
		},
		formula: {
			zh: '本年制发件数 ≤ 现行有效件数 + 本年废止件数',
			en: 'Issued this year ≤ In force + Repealed this year'
		},
		basis: { zh: '表式（国办公开办函〔2021〕30号）', en: 'The form (国办公开办函〔2021〕30号)' },
		forms: ['2021']
	},
	{ items: DOCUMENTS, measure: 'issued', atMost: ['in_force', 'repealed'], meaning: '。' }
);

export const BOUND_RULES: readonly BoundRule[] = [
	DISCLOSED_OVER_PUBLIC_TOTAL,
	MADE_OVER_DISCLOSED,
	ISSUED_OVER_IN_FORCE
];
