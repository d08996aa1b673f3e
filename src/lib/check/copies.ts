import { FORM_CELLS, FORM_CODES, type Report } from '../form/index.ts';
import { narrativeOf } from './narrative.ts';
import { aboutTheWhole, type Finding, type PairRule, type RuleStatement } from './rule.ts';
import { isOneAgency } from './standing.ts';
import { asksFigures } from './table.ts';

/** Figures, and digits in them, below which two reports may agree by chance. */
interface Fewest {
	/** Figures that differ from each other and from 0. */
	readonly figures: number;
	readonly digits: number;
}

/**
 * Totals repeat their parts, so about half of the digits are free. Beside the few other years of its
 * own agency, six free digits agree by chance once in a million reports. 100,000 reports of all
 * agencies make 5 × 10^9 pairs, and twelve free digits agree once in 10^12.
 */
const FEWEST_OF_OWN: Fewest = { figures: 6, digits: 12 };
const FEWEST_OF_ALL: Fewest = { figures: 10, digits: 24 };

/**
 * Characters of sentences below which a narrative is made of what every report says: what the
 * report is based on, which period it covers, where to ask.
 */
const FEWEST_CHARACTERS = 300;

/** What a report tells that no other one should. */
export interface Told {
	readonly text: string;
	/** Whether it is enough to tell the report from those of other agencies too. */
	readonly amongAll: boolean;
}

/** Every figure that a report shows; null where they are too few to tell its years apart. */
export function figuresTold({ form, cells }: Report): Told | null {
	const figures = cells.flatMap(({ address, status, value }) =>
		status === 'reported' && value !== null ? [{ address, value }] : []
	);
	const telling = [...new Set(figures.map(({ value }) => value))].filter((value) => value !== 0);
	const digits = telling.join('').replace(/[^0-9]/g, '').length;
	const enough = (fewest: Fewest) => telling.length >= fewest.figures && digits >= fewest.digits;
	if (!enough(FEWEST_OF_OWN)) return null;
	const text = [form, ...figures.map(({ address, value }) => `${address}=${value}`)].join('\n');
	return { text, amongAll: enough(FEWEST_OF_ALL) };
}

/** The sentences of a report, years left out; null where they are too few to tell reports apart. */
export function narrativeTold(report: Report): Told | null {
	const text = narrativeOf(report);
	return text.length < FEWEST_CHARACTERS ? null : { text, amongAll: true };
}

/** Of the report that another one repeats: what the message names. */
export interface Repeated {
	readonly agency: string | null;
	readonly year: number | null;
	/** Whether it is the same agency's. */
	readonly own: boolean;
}

/** A rule that no report repeats an earlier one, or another agency's for the same year. */
export interface CopyRule extends PairRule {
	/** What must not be repeated; null where it tells too little. */
	told(report: Report): Told | null;
	finding(repeated: Repeated): Finding;
}

function copyRule(
	statement: RuleStatement & Pick<PairRule, 'undecided'> & Pick<CopyRule, 'told'>,
	message: (other: string) => string
): CopyRule {
	// It does not tell who repeated whom, or whether one report was filed under two names or years.
	const finding = ({ agency, year, own }: Repeated): Finding =>
		aboutTheWhole(statement, message(`${own ? '本机关' : `“${agency}”`} ${year} 年度的报告`));
	return {
		...statement,
		finding,
		checkPair: (report, other) => {
			const mine = statement.told(report);
			const own = isOneAgency(report, other);
			if (!mine || !report.resolved || report.year === null || !(own || mine.amongAll)) {
				return [{ answer: 'undecided', subject: null }];
			}
			const isLater = other.year === null || other.year > report.year;
			if (isLater || mine.text !== statement.told(other)?.text) {
				return [{ answer: 'pass', subject: null }];
			}
			const repeated = { agency: other.agency, year: other.year, own };
			return [{ answer: 'fail', subject: null, finding: finding(repeated) }];
		}
	};
}

const BASIS = {
	zh: '《政府信息公开条例》第五十条：年度报告应当包括本机关该年度的情况',
	en: 'Regulation on government information disclosure, article 50: the report tells of the agency’s own work in the year'
};

export const FIGURES_COPIED = copyRule(
	{
		code: 'figures_copied',
		severity: 'warning',
		demand: 'comparison',
		title: { zh: '数字与另一份报告全部相同', en: 'Every figure as in another report' },
		description: {
			zh: `填报的每一个数都与本机关以前年度的报告，或另一机关的报告相同。数太少的，相同可能只是巧合，不作比较：与本机关各年度比，须有至少 ${FEWEST_OF_OWN.figures} 个互不相同的非零数，合计不少于 ${FEWEST_OF_OWN.digits} 位；与其他机关比，须有 ${FEWEST_OF_ALL.figures} 个、${FEWEST_OF_ALL.digits} 位。合计重复分项，约有一半的数字可以自由变动：六位偶然全同的机会是百万分之一，十二位是万亿分之一，而十万份报告两两相比是五十亿对。`,
			en: `Every figure is that of the agency’s report for an earlier year, or of another agency’s report. Few figures may agree by chance and are not compared: with the agency’s own years there must be at least ${FEWEST_OF_OWN.figures} different figures other than 0 with ${FEWEST_OF_OWN.digits} digits in all, with other agencies ${FEWEST_OF_ALL.figures} with ${FEWEST_OF_ALL.digits}. Totals repeat their parts, so about half of the digits are free: six agree by chance once in a million pairs, twelve once in 10^12, where 100,000 reports make 5 × 10^9.`
		},
		formula: {
			zh: '填报的全部数字 ≠ 另一份报告填报的全部数字',
			en: 'All figures reported ≠ All figures of another report'
		},
		basis: BASIS,
		undecided: {
			zh: `互不相同的非零数少于 ${FEWEST_OF_OWN.figures} 个或合计不足 ${FEWEST_OF_OWN.digits} 位、机关或年度未定、已被替代的报告，规则不作判断。`,
			en: `Of reports with fewer than ${FEWEST_OF_OWN.figures} different figures or ${FEWEST_OF_OWN.digits} digits, with an agency or a year that is not settled, or that were replaced, the rule says nothing.`
		},
		forms: FORM_CODES.filter(asksFigures),
		cells: (form) => FORM_CELLS.get(form)!.map(({ address }) => address),
		told: figuresTold
	},
	(other) => `填报的数字与${other}全部相同。`
);

export const NARRATIVE_COPIED = copyRule(
	{
		code: 'narrative_copied',
		severity: 'warning',
		demand: 'comparison',
		title: { zh: '文字与另一份报告逐字相同', en: 'Word for word another report' },
		description: {
			zh: `表格以外的文字与本机关以前年度的报告，或另一机关的报告逐字相同；空格、换行和“某某年”的年份不计。只比较句子合计不少于 ${FEWEST_CHARACTERS} 字的报告：更短的多是各份报告都有的例行说明。`,
			en: `The words around the tables are those of the agency’s report for an earlier year, or of another agency’s report; spaces, line ends and the digits of years do not count. Only reports with at least ${FEWEST_CHARACTERS} characters in sentences are compared: shorter ones are mostly what every report says.`
		},
		formula: {
			zh: '表格以外的文字 ≠ 另一份报告的文字',
			en: 'The words around the tables ≠ The words of another report'
		},
		basis: BASIS,
		undecided: {
			zh: `句子合计不足 ${FEWEST_CHARACTERS} 字、机关或年度未定、已被替代的报告，规则不作判断。`,
			en: `Of reports with fewer than ${FEWEST_CHARACTERS} characters in sentences, with an agency or a year that is not settled, or that were replaced, the rule says nothing.`
		},
		forms: FORM_CODES,
		cells: () => [],
		told: narrativeTold
	},
	(other) => `文字与${other}逐字相同（年份除外）。`
);

export const COPY_RULES: readonly CopyRule[] = [FIGURES_COPIED, NARRATIVE_COPIED];
