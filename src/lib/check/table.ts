import { editionOf, FORM_CELLS, FORM_CODES, type FormCode, type Report } from '../form/index.ts';
import { aboutTheWhole, type ReportRule, type Verdict } from './rule.ts';

/** Whether any cell of a report's form stands in it; a form without a table has none to lose. */
export const hasTable = ({ cells }: Report): boolean =>
	cells.some(({ status }) => status !== 'missing');

/** Whether a form asks for figures at all. */
export const asksFigures = (form: FormCode): boolean => (FORM_CELLS.get(form)?.length ?? 0) > 0;

function verdictOf(report: Report): Verdict {
	if (!asksFigures(report.form)) {
		return { answer: report.year === null ? 'undecided' : 'pass', subject: null };
	}
	if (hasTable(report)) return { answer: 'pass', subject: null };
	return {
		answer: 'fail',
		subject: null,
		finding: aboutTheWhole(
			NO_TABLE,
			`有报告正文，但没有读到${editionOf(report.form).label.zh}表格的任何一格：表格可能在附件或图片里，或导出时丢失。请查看来源文件，取得带表格的版本后重新导入。`
		)
	};
}

export const NO_TABLE: ReportRule = {
	code: 'no_table',
	severity: 'warning',
	demand: 'law',
	title: { zh: '没有读到表格', en: 'No table was read' },
	description: {
		zh: '2014 年度起的报告应附统一表格。只有正文的报告照样收录，各单元格记为缺失，不作为零。',
		en: 'From 2014 on reports come with a form. One that has only its narrative is kept, with every cell missing, never zero.'
	},
	formula: { zh: '表格中至少有一格', en: 'At least one cell of the form stands in the report' },
	basis: {
		zh: '国办发〔2014〕32号；国办公开办函〔2019〕60号、〔2021〕30号',
		en: '国办发〔2014〕32号; 国办公开办函〔2019〕60号, 〔2021〕30号'
	},
	forms: FORM_CODES,
	cells: () => [],
	check: (report) => [verdictOf(report)]
};
