import { APPLICANTS, addressOf, type Address, type FormCode, type Report } from '../form/index.ts';
import { figureAt, itemName, measureName } from './figures.ts';
import type { Finding, Origin, PairRule, Verdict } from './rule.ts';
import { isOneAgency, standingsIn, together } from './standing.ts';

/** A figure that a chain adds up, of the report itself or of the one a year earlier. */
export interface Link {
	readonly report: 'earlier' | 'later';
	readonly address: Address;
	readonly sign: 1 | -1;
}

/** An equation over two years of one agency: a figure of the later report is a sum of links. */
export interface Chain {
	readonly subject: Address;
	readonly links: readonly Link[];
}

/** A rule made of chains: data, from which the check of two reports and that of a whole store follow. */
export interface ChainRule extends PairRule {
	readonly chains: readonly Chain[];
}

/** Of a report: what a chain's message names. */
type Named = Pick<Report, 'year' | 'form'>;

/** What a chain that does not hold was found to say. */
export interface BrokenChain {
	readonly report: Named;
	readonly earlier: Named;
	readonly observed: number;
	/** The figures of the links, in their order. */
	readonly figures: readonly number[];
	readonly origin: Origin;
}

/** Millionths, in which the figures of the tables are exact. */
const SCALE = 1e6;

/** What the links of a chain add up to. */
function sumOf({ links }: Chain, figures: readonly number[]): number {
	const parts = links.map(({ sign }, index) => sign * Math.round((figures[index] ?? NaN) * SCALE));
	return parts.reduce((sum, part) => sum + part, 0) / SCALE;
}

/** A link in words: the year, the row or the column that tells it from the subject, the figure. */
function linkName({ subject }: Chain, link: Link, { report, earlier }: BrokenChain): string {
	const { form, year } = link.report === 'later' ? report : earlier;
	const sameRow = itemName(form, link.address) === itemName(form, subject);
	const name = sameRow ? measureName(form, link.address) : itemName(form, link.address);
	return `${year} 年度“${name}”`;
}

/** The finding that a broken chain makes in the later report. */
export function chainFinding(rule: ChainRule, chain: Chain, broken: BrokenChain): Finding {
	const { report, earlier, observed, figures, origin } = broken;
	const { subject, links } = chain;
	const sum = links.map((link, index) => {
		const sign = index === 0 ? '' : link.sign === 1 ? ' + ' : ' − ';
		return `${sign}${linkName(chain, link, broken)} ${figures[index]}`;
	});
	const expected = sumOf(chain, figures);
	const name = `${itemName(report.form, subject)}·${measureName(report.form, subject)}`;
	return {
		rule: rule.code,
		severity: rule.severity,
		subject,
		observed,
		expected,
		suspect: null,
		suggestion: null,
		origin,
		message: `${name}：${report.year} 年度填报 ${observed}，按 ${earlier.year} 年度的报告推算为 ${expected}（${sum.join('')}），两个年度不衔接。`
	};
}

/** Whether a report follows another: the same agency and scope, a year later. */
function follows(report: Report, earlier: Report): boolean {
	return (
		isOneAgency(report, earlier) &&
		report.scope !== null &&
		report.scope === earlier.scope &&
		report.year !== null &&
		report.year - 1 === earlier.year
	);
}

function verdictOf(rule: ChainRule, chain: Chain, report: Report, earlier: Report): Verdict {
	const { subject, links } = chain;
	const of = (link: Link) => (link.report === 'later' ? report : earlier);
	const figures = links.map((link) => figureAt(of(link), link.address));
	const observed = figureAt(report, subject);
	const known = figures.filter((figure) => figure !== null);
	const compared = rule.forms.includes(earlier.form) && follows(report, earlier);
	if (!compared || observed === null || known.length < links.length) {
		return { answer: 'undecided', subject };
	}
	if (observed === sumOf(chain, known)) return { answer: 'pass', subject };
	const origin = together([
		standingsIn(report)(subject),
		...links.map((link) => standingsIn(of(link))(link.address))
	]);
	const broken = { report, earlier, observed, figures: known, origin };
	return { answer: 'fail', subject, finding: chainFinding(rule, chain, broken) };
}

function chainRule(
	words: Omit<ChainRule, 'cells' | 'checkPair' | 'undecided' | 'chains'>,
	chains: readonly Chain[]
): ChainRule {
	const own = chains.flatMap(({ subject, links }) => [
		subject,
		...links.flatMap(({ report, address }) => (report === 'later' ? [address] : []))
	]);
	const rule: ChainRule = {
		...words,
		undecided: {
			zh: '没有同一机关、同一口径的上一年度现行报告，或上一年度的表式没有这些格，或式中有一格不是填报的数（空白、缺失、无法辨认）时，规则不作判断。空白不当作零。',
			en: 'Without a current report of the same agency and scope for the year before, where its edition has no such cells, or where one of the cells shows no figure (blank, missing, unreadable), the rule gives no answer. Blank is not taken for zero.'
		},
		chains,
		cells: () => own,
		checkPair: (report, earlier) => chains.map((chain) => verdictOf(rule, chain, report, earlier))
	};
	return rule;
}

const link = (report: Link['report'], address: Address, sign: Link['sign'] = 1): Link => ({
	report,
	address,
	sign
});
const inTable = (item: string, measure: string) => addressOf('disclosure', item, measure);

const BOTH_EDITIONS: readonly FormCode[] = ['2019', '2021'];
const NOTICES = '国办公开办函〔2019〕60号、〔2021〕30号';

export const CARRIED_OVER = chainRule(
	{
		code: 'carried_over',
		severity: 'warning',
		demand: 'comparison',
		title: { zh: '结转数与上一年度不衔接', en: 'Carried over, and not carried in' },
		description: {
			zh: '每一类申请人：上年结转的件数应等于同一机关上一年度报告的结转下年度继续办理件数。',
			en: 'For each kind of applicant, what is carried in equals what the agency’s report for the year before carried out.'
		},
		formula: {
			zh: '上年结转政府信息公开申请数量 = 上一年度的结转下年度继续办理',
			en: 'Applications carried over from last year = Carried over to next year, in the report of the year before'
		},
		basis: { zh: `表式的指标含义（${NOTICES}）`, en: `The meaning of the measures (${NOTICES})` },
		forms: BOTH_EDITIONS
	},
	APPLICANTS.map(({ code }) => ({
		subject: addressOf('applications', 'carried_in', code),
		links: [link('earlier', addressOf('applications', 'carried_out', code))]
	}))
);

export const ITEMS_CHAIN = chainRule(
	{
		code: 'items_chain',
		severity: 'warning',
		demand: 'comparison',
		title: { zh: '项目数量与上一年度不衔接', en: 'Kinds of item do not chain' },
		description: {
			zh: '行政许可、其他对外管理服务事项、行政处罚、行政强制、行政事业性收费：上一年项目数量应等于同一机关上一年度报告的上一年项目数量与本年增/减之和。',
			en: 'For licensing, other services, penalties, coercion and fees, last year’s items equal the items and the change in the agency’s report for the year before.'
		},
		formula: {
			zh: '上一年项目数量 = 上一年度的上一年项目数量 + 上一年度的本年增/减',
			en: 'Kinds of item last year = Kinds of item last year + Change in kinds of item, in the report of the year before'
		},
		basis: {
			zh: '表式（国办公开办函〔2019〕60号）的指标含义',
			en: 'The meaning of the measures of the form (国办公开办函〔2019〕60号)'
		},
		forms: ['2019']
	},
	['licensing', 'other_services', 'penalties', 'coercion', 'fees'].map((item) => ({
		subject: inTable(item, 'items_last_year'),
		links: [
			link('earlier', inTable(item, 'items_last_year')),
			link('earlier', inTable(item, 'items_change'))
		]
	}))
);

export const IN_FORCE_CHAIN = chainRule(
	{
		code: 'in_force_chain',
		severity: 'info',
		demand: 'comparison',
		title: { zh: '现行有效件数与上一年度不衔接', en: 'Documents in force do not chain' },
		description: {
			zh: '规章、行政规范性文件：现行有效件数应等于上一年度的现行有效件数加本年制发、减本年废止。有效期届满而失效的文件常不计入废止，所以只作提示。',
			en: 'Documents in force equal those of the year before, with those issued and without those repealed. Documents that lapse at the end of their term are often not counted as repealed, so this is only a note.'
		},
		formula: {
			zh: '现行有效件数 = 上一年度的现行有效件数 + 本年制发件数 − 本年废止件数',
			en: 'In force = In force in the report of the year before + Issued this year − Repealed this year'
		},
		basis: {
			zh: '表式（国办公开办函〔2021〕30号）的指标含义',
			en: 'The meaning of the measures of the form (国办公开办函〔2021〕30号)'
		},
		forms: ['2021']
	},
	['regulations', 'normative_documents'].map((item) => ({
		subject: inTable(item, 'in_force'),
		links: [
			link('earlier', inTable(item, 'in_force')),
			link('later', inTable(item, 'issued')),
			link('later', inTable(item, 'repealed'), -1)
		]
	}))
);

export const CHAIN_RULES: readonly ChainRule[] = [CARRIED_OVER, ITEMS_CHAIN, IN_FORCE_CHAIN];

/** Every cell that a chain looks at, in either report. */
export const CHAIN_CELLS: readonly Address[] = [
	...new Set(
		CHAIN_RULES.flatMap(({ chains }) =>
			chains.flatMap(({ subject, links }) => [subject, ...links.map(({ address }) => address)])
		)
	)
];
