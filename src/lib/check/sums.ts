import {
	FORM_CODES,
	SUMS,
	type Address,
	type Report,
	type Sum,
	type SumKind
} from '../form/index.ts';
import { figureAt, itemName, measureName, partialSum, type Figures } from './figures.ts';
import { located, sumsOf, type Correction } from './locate.ts';
import { originOf } from './origin.ts';
import type { Finding, ReportRule, Verdict } from './rule.ts';

/**
 * The answer for a sum whose cells are never negative. With every cell reported the two sides are
 * equal or not. Where one side has blanks it holds if what is reported already makes the other
 * side; with anything else not reported it can only fail, where one side already exceeds the other.
 */
export function answerOf(report: Figures, sum: Sum): Verdict['answer'] {
	const left = partialSum(report, sum.left);
	const right = partialSum(report, sum.right);
	const leftWhole = left.blank + left.unknown === 0;
	const rightWhole = right.blank + right.unknown === 0;
	if (rightWhole && left.known > right.known) return 'fail';
	if (leftWhole && right.known > left.known) return 'fail';
	if (leftWhole && rightWhole) return 'pass';
	const onlyBlanks = left.unknown + right.unknown === 0;
	return onlyBlanks && (leftWhole || rightWhole) && left.known === right.known
		? 'pass'
		: 'undecided';
}

/** What the sum asks of its subject; null where another cell is not known, or it would be negative. */
function expectedOf(report: Report, sum: Sum): number | null {
	const [own, opposite] = sum.left.includes(sum.subject)
		? [sum.left, sum.right]
		: [sum.right, sum.left];
	const beside = partialSum(
		report,
		own.filter((address) => address !== sum.subject)
	);
	const across = partialSum(report, opposite);
	if (beside.blank + beside.unknown + across.blank + across.unknown > 0) return null;
	const expected = across.known - beside.known;
	return expected >= 0 ? expected : null;
}

/** Of the cells located, the one that stands in a sum; null where none or several do. */
function suspectOf(report: Report, sum: Sum): Correction | null {
	const inside = located(report).filter(({ address }) =>
		[...sum.left, ...sum.right].includes(address)
	);
	return inside.length === 1 ? inside[0]! : null;
}

function findingOf(rule: string, report: Report, sum: Sum, message: string): Finding {
	const suspect = suspectOf(report, sum);
	const around = suspect ? sumsOf(report.form, suspect.address) : [];
	const cells = new Set([sum, ...around].flatMap(({ left, right }) => [...left, ...right]));
	return {
		rule,
		severity: 'error',
		subject: sum.subject,
		observed: figureAt(report, sum.subject),
		expected: expectedOf(report, sum),
		suspect: suspect?.address ?? null,
		suggestion: suspect?.suggestion ?? null,
		origin: originOf(report, [...cells]),
		message: suspect ? `${message}${suggestionOf(report, suspect)}` : message
	};
}

function suggestionOf(report: Report, { address, suggestion }: Correction): string {
	const name = `${itemName(report.form, address)}·${measureName(report.form, address)}`;
	return `如“${name}”由 ${figureAt(report, address)} 改为 ${suggestion}，有关各式即可成立。`;
}

/** One side of a sum in words: its reported figures added up. */
function side(report: Report, addresses: readonly Address[]): string {
	const { known, blank, unknown } = partialSum(report, addresses);
	const open = blank + unknown;
	return open === 0 ? `${known}` : `${known}（另有 ${open} 格未填或未能读出）`;
}

function sumRule(
	code: SumKind,
	ruleCode: string,
	words: Pick<ReportRule, 'title' | 'description' | 'formula' | 'basis'>,
	message: (report: Report, sum: Sum, left: string, right: string) => string
): ReportRule {
	return {
		code: ruleCode,
		severity: 'error',
		demand: 'form',
		...words,
		forms: FORM_CODES.filter((form) => SUMS.get(form)?.some(({ kind }) => kind === code)),
		cells: (form) => {
			const sums = (SUMS.get(form) ?? []).filter(({ kind }) => kind === code);
			return [...new Set(sums.flatMap(({ left, right }) => [...left, ...right]))];
		},
		check: (report) =>
			(SUMS.get(report.form) ?? [])
				.filter(({ kind }) => kind === code)
				.map((sum): Verdict => {
					const answer = answerOf(report, sum);
					const { subject } = sum;
					if (answer !== 'fail') return { answer, subject };
					const text = message(report, sum, side(report, sum.left), side(report, sum.right));
					return { answer, subject, finding: findingOf(ruleCode, report, sum, text) };
				})
	};
}

const NOTICES = '国办公开办函〔2019〕60号、〔2021〕30号';

export const APPLICATION_BALANCE = sumRule(
	'balance',
	'application_balance',
	{
		title: { zh: '申请收办平衡', en: 'Applications in and out' },
		description: {
			zh: '每一类申请人：本年新收与上年结转之和，应等于办理结果总计与结转下年度之和。',
			en: 'For each kind of applicant, what was received and carried in equals what was concluded and carried out.'
		},
		formula: {
			zh: '本年新收政府信息公开申请数量 + 上年结转政府信息公开申请数量 = （七）总计 + 结转下年度继续办理',
			en: 'Applications received this year + Applications carried over from last year = (7) Total of outcomes + Carried over to next year'
		},
		basis: {
			zh: `表内注明的勾稽关系“第一项加第二项之和，等于第三项加第四项之和”（${NOTICES}）`,
			en: `The relation printed in the form itself (${NOTICES})`
		}
	},
	(report, { subject }, left, right) =>
		`“${measureName(report.form, subject)}”一列：本年新收与上年结转合计 ${left}，办理结果总计与结转下年度合计 ${right}，两者不等。`
);

export const APPLICANTS_TOTAL = sumRule(
	'applicants_total',
	'applicants_total',
	{
		title: { zh: '各类申请人合计', en: 'Applicants add up' },
		description: {
			zh: '申请情况表的每一行：总计应等于自然人与五类法人或其他组织之和。',
			en: 'In each row of the applications table the total equals the sum of the six kinds of applicant.'
		},
		formula: {
			zh: '总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他',
			en: 'Total = Natural persons + Businesses + Research institutes + Public-interest organisations + Legal service providers + Other organisations'
		},
		basis: { zh: `表式（${NOTICES}）`, en: `The form (${NOTICES})` }
	},
	(report, { subject }, left, right) =>
		`“${itemName(report.form, subject)}”一行：各类申请人合计 ${left}，总计填报 ${right}，两者不等。`
);

export const OUTCOMES_TOTAL = sumRule(
	'outcomes_total',
	'outcomes_total',
	{
		title: { zh: '办理结果合计', en: 'Outcomes add up' },
		description: {
			zh: '每一类申请人：办理结果的总计应等于（一）至（六）各行之和。',
			en: 'For each kind of applicant the total of outcomes equals the sum of all outcome rows.'
		},
		formula: {
			zh: '（七）总计 = （一）予以公开 + （二）部分公开 + （三）不予公开 + （四）无法提供 + （五）不予处理 + （六）其他处理',
			en: '(7) Total of outcomes = (1) Granted + (2) Partly granted + (3) Refused + (4) Unable to provide + (5) Not processed + (6) Otherwise handled'
		},
		basis: { zh: `表式（${NOTICES}）`, en: `The form (${NOTICES})` }
	},
	(report, { subject }, left, right) =>
		`“${measureName(report.form, subject)}”一列：各项办理结果合计 ${left}，（七）总计填报 ${right}，两者不等。`
);

export const REMEDY_TOTAL = sumRule(
	'remedy_total',
	'remedy_total',
	{
		title: { zh: '复议诉讼合计', en: 'Remedies add up' },
		description: {
			zh: '行政复议与两类行政诉讼：总计应等于结果维持、结果纠正、其他结果与尚未审结之和。',
			en: 'For reconsideration and both kinds of litigation the total equals the sum of the four results.'
		},
		formula: {
			zh: '总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结',
			en: 'Total = Upheld + Corrected + Other result + Pending'
		},
		basis: { zh: `表式（${NOTICES}）`, en: `The form (${NOTICES})` }
	},
	(report, { subject }, left, right) =>
		`“${itemName(report.form, subject)}”：各项结果合计 ${left}，总计填报 ${right}，两者不等。`
);

export const STATISTICS_TOTAL = sumRule(
	'statistics_total',
	'statistics_total',
	{
		title: { zh: '统计表分项合计', en: 'Rows of the 2014 form add up' },
		description: {
			zh: '2014 年版统计表中，收到申请数、申请办结数、申请答复数、不同意公开答复数、工作人员数应等于各自分项之和。',
			en: 'In the 2014 form the applications received, closed, answered and refused, and the staff, each equal the sum of the rows below them.'
		},
		formula: {
			zh: '收到申请数 = 当面 + 传真 + 网络 + 信函；申请办结数 = 按时 + 延期；申请答复数 = 八类答复之和；不同意公开答复数 = 六种情形之和；工作人员数 = 专职 + 兼职',
			en: 'Received = in person + fax + online + letter; Closed = on time + extended; Answered = the eight kinds of answer; Refused = the six reasons; Staff = full-time + part-time'
		},
		basis: { zh: '表式（国办发〔2014〕32号）', en: 'The form (国办发〔2014〕32号)' }
	},
	(report, { subject }, left, right) =>
		`“${itemName(report.form, subject)}”：各分项合计 ${left}，填报 ${right}，两者不等。`
);
