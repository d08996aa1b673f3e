import { link } from '$lib/components/link';
import { OUTCOMES, type Language } from '$lib/form';
import { OUTCOME_CELLS, type ReportOutcomes } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { outcomesFigure } from '../../figures';
import type { Resting } from '../../resting';

/** Below this many applications a share says more than there is to it. */
export const FEW = 30;

/** All outcomes that are known; null where none is. */
export function wholeOf({ counts }: ReportOutcomes): number | null {
	const known = OUTCOMES.flatMap(({ code }) => counts[code] ?? []);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** An outcome over the years: counts, and shares where there are enough applications. */
function rowsOf(reports: readonly ReportOutcomes[], language: Language) {
	return OUTCOMES.map(({ code, label }) => ({
		code,
		name: label[language],
		cells: reports.map((report) => {
			const value = report.counts[code];
			const whole = wholeOf(report);
			return {
				reportId: report.reportId,
				value,
				share: value !== null && whole !== null && whole >= FEW ? value / whole : null,
				cell: report.cells[code]
			};
		})
	}));
}

function restingOf(
	reports: readonly ReportOutcomes[],
	{ agencyId, generated }: { agencyId: string; generated: boolean },
	language: Language
): Resting {
	const words = wordsOf(language);
	const list = { table: 'reports', agency: agencyId, current: '1' };
	return {
		parts: [
			{ text: words.basis.reports(reports.length), href: link('/data', '', list) },
			...(generated ? [{ text: words.basis.invented(reports.length), href: null }] : [])
		],
		remarks: []
	};
}

/** How an agency's applications ended, as a chart by year and as a table. */
export function outcomesOfAgency(
	reports: readonly ReportOutcomes[],
	years: readonly number[],
	breaks: readonly number[],
	agency: { agencyId: string; generated: boolean },
	language: Language
) {
	const shown = years.map((year) => ({
		name: String(year),
		counts: reports.find((report) => report.year === year)?.counts ?? null
	}));
	const rulesAfter = breaks.map((year) => years.indexOf(year) - 1);
	return {
		figure: outcomesFigure(
			shown,
			{ shares: false, direction: 'columns', rulesAfter },
			language,
			wordsOf(language)
		),
		rows: rowsOf(reports, language),
		wholes: reports.map(wholeOf),
		resting: restingOf(reports, agency, language),
		csv: link('/download/cells.csv', '', {
			agency: agency.agencyId,
			current: '1',
			...addressKeys()
		})
	};
}

/** What chooses the cells that outcomes are counted from. */
function addressKeys() {
	const parts = OUTCOME_CELLS.map((address) => address.split('/'));
	const every = (index: number) => [...new Set(parts.map((part) => part[index] ?? ''))];
	return { section: every(0), item: every(1), measure: every(2) };
}
