import { link } from '$lib/components/link';
import {
	addressOf,
	CELL_FORMS,
	OUTCOME_CELLS,
	OUTCOMES,
	type Address,
	type Language,
	type OutcomeCode
} from '$lib/form';
import { SMALL_NUMBER, type AgencyYear } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { outcomesFigure, type OutcomesRow } from '../../outcome-figures';
import type { Resting } from '../../resting';

/** How the applications of one report ended; an outcome is null where none of its rows has a figure. */
export interface ReportOutcomes {
	readonly reportId: string;
	readonly year: number;
	readonly counts: Readonly<Record<OutcomeCode, number | null>>;
	/** The row of each outcome that has most of it, else its first: where its figure is looked up. */
	readonly cells: Readonly<Record<OutcomeCode, Address | null>>;
}

const OTHER = addressOf('applications', 'other', 'total');

/** The outcome that an address is a row of, in an edition; null where it is none of its rows. */
const outcomeAt = (address: Address, form: string): string | null =>
	[...(CELL_FORMS.get(address) ?? [])].find(([code]) => code === form)?.[1].item.outcome ?? null;

function outcomeOf({ form, figures }: AgencyYear, outcome: OutcomeCode) {
	const valueAt = (address: Address) => figures.get(address)?.value ?? null;
	const rows = OUTCOME_CELLS.filter((address) => outcomeAt(address, form) === outcome);
	const known = rows.flatMap((address) => valueAt(address) ?? []);
	const sum = known.length === 0 ? null : known.reduce((whole, value) => whole + value, 0);
	// A hybrid form has the one row of 2019 in place of the three of 2021.
	const hybrid = outcome === 'other' && rows.length > 0 && sum === null ? valueAt(OTHER) : null;
	const most = rows.toSorted((a, b) => (valueAt(b) ?? -1) - (valueAt(a) ?? -1))[0] ?? null;
	return { count: sum ?? hybrid, cell: hybrid === null ? most : OTHER };
}

/** How applications ended in a report, from its figures of the totals of section 三. */
function outcomesOf(report: AgencyYear): ReportOutcomes {
	const told = OUTCOMES.map(({ code }) => ({ code, ...outcomeOf(report, code) }));
	const { reportId, year } = report;
	return {
		reportId,
		year,
		counts: Object.fromEntries(
			told.map(({ code, count }) => [code, count])
		) as ReportOutcomes['counts'],
		cells: Object.fromEntries(told.map(({ code, cell }) => [code, cell])) as ReportOutcomes['cells']
	};
}

export const outcomesByReport = (years: readonly AgencyYear[]): ReportOutcomes[] =>
	years.map(outcomesOf);

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
				share: value !== null && whole !== null && whole >= SMALL_NUMBER ? value / whole : null,
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
			href: (outcome) => {
				const cell = report?.cells[outcome];
				return report && cell ? `/reports/${report.reportId}?cell=${cell}` : null;
			},
			whole: report ? `/reports/${report.reportId}` : null
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
