import { addressOf, STATISTICS_PARTS, type Report } from '../form/index.ts';
import { figureAt, itemName } from './figures.ts';
import { originOf } from './origin.ts';
import type { ReportRule, Verdict } from './rule.ts';

function verdictOf(whole: string, part: string, report: Report): Verdict {
	const at = (item: string) => addressOf('statistics', item, 'count');
	const subject = at(part);
	const observed = figureAt(report, subject);
	const limit = figureAt(report, at(whole));
	if (observed === null || limit === null) return { answer: 'undecided', subject };
	if (observed <= limit) return { answer: 'pass', subject };
	return {
		answer: 'fail',
		subject,
		finding: {
			rule: PART_OVER_WHOLE.code,
			severity: PART_OVER_WHOLE.severity,
			subject,
			observed,
			expected: limit,
			suspect: null,
			suggestion: null,
			origin: originOf(report, [subject, at(whole)]),
			message: `“${itemName(report.form, subject)}” ${observed}，大于其所属的“${itemName(report.form, at(whole))}” ${limit}。`
		}
	};
}

export const PART_OVER_WHOLE: ReportRule = {
	code: 'part_over_whole',
	severity: 'error',
	demand: 'form',
	title: { zh: '“其中”大于总数', en: 'A part greater than its whole' },
	description: {
		zh: '2014 年版统计表中，“其中”一行所计的是上一行的一部分，不应大于上一行。',
		en: 'In the 2014 form a row that begins “of which” counts a part of the row above it.'
	},
	formula: {
		zh: '主动公开规范性文件数 ≤ 主动公开政府信息数；主要负责同志参加次数 ≤ 总次数',
		en: 'Normative documents disclosed ≤ Items disclosed; times the head of the organ joined ≤ times held'
	},
	basis: { zh: '表式（国办发〔2014〕32号）', en: 'The form (国办发〔2014〕32号)' },
	forms: ['2014'],
	cells: () =>
		Object.entries(STATISTICS_PARTS)
			.flat()
			.map((item) => addressOf('statistics', item, 'count')),
	check: (report) =>
		Object.entries(STATISTICS_PARTS).map(([whole, part]) => verdictOf(whole, part, report))
};
