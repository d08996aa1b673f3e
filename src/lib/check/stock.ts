import { addressOf, type Report } from '../form/index.ts';
import { figureAt, itemName } from './figures.ts';
import { originOf } from './origin.ts';
import type { ReportRule, Verdict } from './rule.ts';

const ITEMS = ['licensing', 'other_services', 'penalties', 'coercion'];

function verdictOf(item: string, report: Report): Verdict {
	const at = (measure: string) => addressOf('disclosure', item, measure);
	const subject = at('decisions');
	const lastYear = figureAt(report, at('items_last_year'));
	const change = figureAt(report, at('items_change'));
	const decisions = figureAt(report, subject);
	if (lastYear === null || change === null || decisions === null) {
		return { answer: 'undecided', subject };
	}
	const stock = lastYear + change;
	if (decisions === 0 || decisions !== stock) return { answer: 'pass', subject };
	return {
		answer: 'fail',
		subject,
		finding: {
			rule: STOCK_IN_DECISIONS.code,
			severity: STOCK_IN_DECISIONS.severity,
			subject,
			observed: decisions,
			expected: null,
			suspect: subject,
			suggestion: null,
			origin: originOf(report, [at('items_last_year'), at('items_change'), subject]),
			message: `${itemName(report.form, subject)}：处理决定数量 ${decisions} 恰等于上一年项目数量 ${lastYear} 与本年增/减 ${change} 之和，可能误填了事项存量。`
		}
	};
}

export const STOCK_IN_DECISIONS: ReportRule = {
	code: 'stock_in_decisions',
	severity: 'info',
	demand: 'comparison',
	title: { zh: '处理决定数量疑为事项存量', en: 'Decisions look like a stock of items' },
	description: {
		zh: '上一年项目数量与本年增/减统计事项种类，处理决定数量统计决定件数，两者本无关系；恰好相等时，多为误填。',
		en: 'Last year’s items and the change count kinds of item, decisions count decisions taken. Where they add up exactly, the column was probably misread.'
	},
	formula: {
		zh: '处理决定数量 ≠ 上一年项目数量 + 本年增/减（处理决定数量不为 0 时）',
		en: 'Decisions ≠ Kinds of item last year + Change in kinds of item (where Decisions is not 0)'
	},
	basis: {
		zh: '表式（国办公开办函〔2019〕60号）的指标含义',
		en: 'The meaning of the measures of the form (国办公开办函〔2019〕60号)'
	},
	forms: ['2019'],
	cells: () =>
		ITEMS.flatMap((item) =>
			['items_last_year', 'items_change', 'decisions'].map((measure) =>
				addressOf('disclosure', item, measure)
			)
		),
	check: (report) => ITEMS.map((item) => verdictOf(item, report))
};
