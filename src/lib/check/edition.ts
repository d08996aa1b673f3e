import { editionForYear, editionOf, FORM_CODES, type Report } from '../form/index.ts';
import type { Rule, Verdict } from './rule.ts';

function verdictOf(report: Report): Verdict {
	const { year, form } = report;
	const due = year === null ? null : editionForYear(year);
	if (due === null) return { answer: 'undecided', subject: null };
	if (due.code === form) return { answer: 'pass', subject: null };
	return {
		answer: 'fail',
		subject: null,
		finding: {
			rule: EDITION_OF_YEAR.code,
			severity: EDITION_OF_YEAR.severity,
			subject: null,
			observed: null,
			expected: null,
			suspect: null,
			suggestion: null,
			origin: 'unknown',
			message: `${year} 年度的报告应使用 ${due.label.zh}表式（${due.notice}），实际使用 ${editionOf(form).label.zh}表式。`
		}
	};
}

export const EDITION_OF_YEAR: Rule = {
	code: 'edition_of_year',
	severity: 'warning',
	title: { zh: '表式与年度不符', en: 'Wrong edition for the year' },
	description: {
		zh: '2019、2020 年度的报告应使用 2019 年版表式，2021 年度起应使用 2021 年版表式。',
		en: 'Reports for 2019 and 2020 use the 2019 edition of the form, those for 2021 and later the 2021 edition.'
	},
	formula: {
		zh: '表式 = 报告年度适用的表式',
		en: 'Edition = the edition in force for the report’s year'
	},
	basis: {
		zh: '国办公开办函〔2019〕60号、〔2021〕30号',
		en: '国办公开办函〔2019〕60号、〔2021〕30号'
	},
	forms: FORM_CODES,
	check: (report) => [verdictOf(report)]
};
