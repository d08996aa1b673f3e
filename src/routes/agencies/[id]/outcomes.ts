import { CELL_FORMS, OUTCOMES, type Address, type Language } from '$lib/form';
import { OUTCOME_CELLS, type AgencyYear, type OutcomesOfYear } from '$lib/server/queries';

/** Below this many applications a share says more than there is to it. */
export const FEW = 30;

/** The cell that opens an outcome in a report's edition: where its figure is looked up. */
function firstCell(outcome: string, form: string): Address | null {
	return (
		OUTCOME_CELLS.find((address) =>
			[...(CELL_FORMS.get(address) ?? [])].some(
				([code, { item }]) => code === form && item.outcome === outcome
			)
		) ?? null
	);
}

/** An outcome over the years: counts, and shares where there are enough applications. */
export function outcomeRows(
	years: readonly OutcomesOfYear[],
	reports: readonly AgencyYear[],
	language: Language
) {
	return OUTCOMES.map(({ code, label }) => ({
		code,
		name: label[language],
		cells: reports.map(({ year, reportId, form }) => {
			const counts = years.find((row) => row.year === year);
			const whole = counts ? wholeOf(counts) : null;
			const value = counts?.[code] ?? null;
			return {
				reportId,
				value,
				share: value !== null && whole !== null && whole >= FEW ? value / whole : null,
				cell: firstCell(code, form)
			};
		})
	}));
}

/** All outcomes that are known; null where none is. */
export function wholeOf(counts: OutcomesOfYear): number | null {
	const known = OUTCOMES.flatMap(({ code }) => counts[code] ?? []);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
