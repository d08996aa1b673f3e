import { FORM_CODES, type Report } from '../form/index.ts';
import { aboutTheWhole, type ReportRule, type Verdict } from './rule.ts';

/** A whole year as reports tell the period they cover: 2020年1月1日起至12月31日. */
const WHOLE_YEAR =
	/((?:19|20)\d{2})年0?1月0?1日起?[，,]?(?:至|到|[-—–~～]+)(?:((?:19|20)\d{2})年)?12月31日/gu;

/** The years that a text tells as its period. */
function periodsIn(text: string): Set<number> {
	const years = new Set<number>();
	for (const [, from, until] of text.normalize('NFKC').replace(/\s/gu, '').matchAll(WHOLE_YEAR)) {
		years.add(Number(from)).add(Number(until ?? from));
	}
	return years;
}

function verdictOf(report: Report): Verdict {
	const { year, text } = report;
	const [period, ...others] = periodsIn(text);
	if (year === null || period === undefined) return { answer: 'undecided', subject: null };
	if (period === year && others.length === 0) return { answer: 'pass', subject: null };
	// A text that tells of several years may tell its own among others, or only compare.
	if (others.length > 0) return { answer: 'undecided', subject: null };
	return {
		answer: 'fail',
		subject: null,
		// Whether the year of the report or that of its text is wrong, the two do not tell.
		finding: aboutTheWhole(
			PERIOD_OF_YEAR,
			`这是 ${year} 年度的报告，正文所写的统计期限却是 ${period} 年 1 月 1 日至 12 月 31 日。`
		)
	};
}

export const PERIOD_OF_YEAR: ReportRule = {
	code: 'period_of_year',
	severity: 'warning',
	demand: 'law',
	title: { zh: '统计期限与年度不符', en: 'The period told is another year’s' },
	description: {
		zh: '正文写明统计期限（某年 1 月 1 日至 12 月 31 日）的，应是报告的年度。写的是别的年度，多为沿用了旧报告。没有写明的、写了不止一个年度的，不作判断。',
		en: 'Where the text states the period it covers (1 January to 31 December of a year), it is the year of the report. Another year is often left over from an older report. A text that states none, or those of several years, is not judged.'
	},
	formula: {
		zh: '正文所写的统计期限 = 报告年度',
		en: 'The period stated in the text = The year of the report'
	},
	basis: {
		zh: '《政府信息公开条例》第四十九条：公布上一年度的年度报告',
		en: 'Regulation on government information disclosure, article 49: the report is about the year before'
	},
	undecided: {
		zh: '正文没有写明统计期限、写了不止一个年度，或者报告的年度未定的，不作判断，也不计入占比的分母。',
		en: 'A text that states no period, or those of several years, and a report whose year is not settled are not judged, and are not in the whole that shares are of.'
	},
	forms: FORM_CODES,
	cells: () => [],
	check: (report) => [verdictOf(report)]
};
