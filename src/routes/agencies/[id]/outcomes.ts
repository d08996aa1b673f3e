import { addKnown } from '$lib/chart/number';
import { link } from '$lib/components/link';
import {
	cellsAdded,
	NAMED_SUMS,
	namedSum,
	OUTCOME_CELLS,
	OUTCOMES,
	SECTIONED_EDITIONS,
	type Address,
	type Language,
	type OutcomeCode,
	type SumCode
} from '$lib/form';
import { SMALL_NUMBER, type AgencyYear } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { addedHref } from '../../added-href';
import { outcomesFigure, type OutcomesRow } from '../../outcome-figures';
import type { Resting } from '../../resting';

/** How the applications of one report ended; an outcome is null where none of its rows has a figure. */
export interface ReportOutcomes {
	readonly reportId: string;
	readonly year: number;
	readonly counts: Readonly<Record<OutcomeCode, number | null>>;
	/** Where each figure is looked up in the report. */
	readonly hrefs: Readonly<Record<SumCode, string>>;
}

/** An outcome of a report: see `form/added.ts`. */
function outcomeOf({ form, figures }: AgencyYear, outcome: OutcomeCode): number | null {
	if (!SECTIONED_EDITIONS.some(({ code }) => code === form)) return null;
	const valueAt = (address: Address) => figures.get(address)?.value ?? null;
	const cells = namedSum(outcome).addends.flatMap((addend) =>
		cellsAdded(addend, form, (address) => valueAt(address) !== null)
	);
	return addKnown(cells.map(valueAt));
}

/** How applications ended in a report, from its figures of the totals of section 三. */
function outcomesOf(report: AgencyYear): ReportOutcomes {
	const { reportId, year, form } = report;
	const counts = OUTCOMES.map(({ code }) => [code, outcomeOf(report, code)] as const);
	const hrefs = NAMED_SUMS.map(
		({ code, addends }) => [code, addedHref(reportId, code, addends, form)] as const
	);
	return {
		reportId,
		year,
		counts: Object.fromEntries(counts) as ReportOutcomes['counts'],
		hrefs: Object.fromEntries(hrefs) as ReportOutcomes['hrefs']
	};
}

export const outcomesByReport = (years: readonly AgencyYear[]): ReportOutcomes[] =>
	years.map(outcomesOf);

/** All outcomes that are known; null where none is. */
export const wholeOf = ({ counts }: ReportOutcomes): number | null =>
	addKnown(OUTCOMES.map(({ code }) => counts[code]));

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
				href: report.hrefs[code],
				value,
				share: value !== null && whole !== null && whole >= SMALL_NUMBER ? value / whole : null
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
	return {
		parts: [
			{
				text: words.basis.reports(reports.length),
				href: link('/reports', '', { agency: agencyId })
			},
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
	const shown = years.map((year): OutcomesRow => {
		const report = reports.find((candidate) => candidate.year === year);
		return {
			name: String(year),
			counts: report?.counts ?? null,
			href: (outcome) => report?.hrefs[outcome] ?? null,
			whole: report?.hrefs.handled ?? null
		};
	});
	const rulesAfter = breaks.map((year) => years.indexOf(year) - 1);
	return {
		figure: outcomesFigure(
			shown,
			{ direction: 'columns', rulesAfter },
			{ language, words: wordsOf(language) }
		),
		rows: rowsOf(reports, language),
		wholes: reports.map((report) => ({ value: wholeOf(report), href: report.hrefs.handled })),
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
