import { editionForYear, editionOf, FORM_CODES, type Edition, type Report } from '../form/index.ts';
import { aboutTheWhole, type ReportRule, type Verdict } from './rule.ts';
import { asksFigures, hasTable } from './table.ts';

const dueIn = ({ label, notice }: Edition) =>
	notice === null ? '还没有统一表式' : `应使用 ${label.zh}表式（${notice}）`;

function verdictOf(report: Report): Verdict {
	const { year, form } = report;
	const due = year === null ? null : editionForYear(year);
	// A report without its table takes the form due for its year: that tells nothing of its own.
	const lost = asksFigures(form) && !hasTable(report);
	if (due === null || lost) return { answer: 'undecided', subject: null };
	if (due.code === form) return { answer: 'pass', subject: null };
	return {
		answer: 'fail',
		subject: null,
		finding: aboutTheWhole(
			EDITION_OF_YEAR,
			`${year} 年度的报告${dueIn(due)}，实际使用 ${editionOf(form).label.zh}表式。`
		)
	};
}

export const EDITION_OF_YEAR: ReportRule = {
	code: 'edition_of_year',
	severity: 'warning',
	demand: 'law',
	title: { zh: '表式与年度不符', en: 'Wrong edition for the year' },
	description: {
		zh: '2014 至 2018 年度的报告应使用 2014 年版统计表，2019、2020 年度应使用 2019 年版表式，2021 年度起应使用 2021 年版表式；2013 年度以前没有统一表格。',
		en: 'Reports for 2014 to 2018 use the 2014 form, those for 2019 and 2020 the 2019 edition, those for 2021 and later the 2021 edition; before 2014 there was no form.'
	},
	formula: {
		zh: '表式 = 报告年度适用的表式',
		en: 'Edition = the edition in force for the report’s year'
	},
	basis: {
		zh: '国办发〔2014〕32号；国办公开办函〔2019〕60号、〔2021〕30号',
		en: '国办发〔2014〕32号；国办公开办函〔2019〕60号、〔2021〕30号'
	},
	forms: FORM_CODES,
	cells: () => [],
	check: (report) => [verdictOf(report)]
};
