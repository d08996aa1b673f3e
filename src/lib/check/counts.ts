import { FORM_CELLS, FORM_CODES, type Cell, type CellForm, type Report } from '../form/index.ts';
import { cellsByAddress, itemName, measureName } from './figures.ts';
import { originOf } from './origin.ts';
import type { ReportRule, Verdict } from './rule.ts';
import { asksFigures } from './table.ts';

/** Decimals that an amount in 万元 may have: the form asks for four, offices write up to six. */
const AMOUNT_DECIMALS = 6;

/** What is wrong with a figure as a figure of its cell; null where nothing is. */
function fault({ measure }: CellForm, cell: Cell, value: number): string | null {
	if (value < 0 && !measure.signed) return '不应为负数';
	if (measure.unit === 'count') return Number.isInteger(value) ? null : '应为整数';
	const written = /[.．](\p{Nd}+)/u.exec(cell.raw ?? '')?.[1]?.length;
	const exact = Number(value.toFixed(AMOUNT_DECIMALS)) === value;
	return exact && (written === undefined || written <= AMOUNT_DECIMALS)
		? null
		: `小数不应多于 ${AMOUNT_DECIMALS} 位`;
}

function verdictOf(report: Report, form: CellForm): Verdict {
	const subject = form.address;
	const cell = cellsByAddress(report).get(subject);
	if (cell?.status !== 'reported' || cell.value === null) return { answer: 'undecided', subject };
	const wrong = fault(form, cell, cell.value);
	if (!wrong) return { answer: 'pass', subject };
	const name = `${itemName(report.form, subject)}·${measureName(report.form, subject)}`;
	return {
		answer: 'fail',
		subject,
		finding: {
			rule: INVALID_COUNT.code,
			severity: INVALID_COUNT.severity,
			subject,
			observed: cell.value,
			expected: null,
			suspect: subject,
			suggestion: null,
			origin: originOf(report, [subject]),
			message: `${name}：填报 ${cell.raw ?? cell.value}，${wrong}。`
		}
	};
}

export const INVALID_COUNT: ReportRule = {
	code: 'invalid_count',
	severity: 'error',
	demand: 'form',
	title: { zh: '数值不合规', en: 'No possible figure' },
	description: {
		zh: '数量应为不小于零的整数（本年增/减可以为负）；金额不应为负，小数不多于六位。',
		en: 'Counts are whole and not negative (a change may be negative); amounts are not negative and have at most six decimals.'
	},
	formula: {
		zh: '数量 ∈ {0, 1, 2, …}；金额 ≥ 0，小数 ≤ 6 位',
		en: 'Count ∈ {0, 1, 2, …}; amount ≥ 0, at most 6 decimals'
	},
	basis: {
		zh: '表式（国办发〔2014〕32号，国办公开办函〔2019〕60号、〔2021〕30号）',
		en: 'The form (国办发〔2014〕32号, 国办公开办函〔2019〕60号, 〔2021〕30号)'
	},
	forms: FORM_CODES.filter(asksFigures),
	cells: (form) => (FORM_CELLS.get(form) ?? []).map(({ address }) => address),
	check: (report) => (FORM_CELLS.get(report.form) ?? []).map((form) => verdictOf(report, form))
};
