import { OUTCOMES } from '$lib/form';
import { count, percent, shareOf } from '$lib/chart/number';
import { outcomesByAgency, outcomesByYear, type OutcomesOfYear } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { asking } from '../asking';
import { outcomesByYearFigure, outcomesFigure } from '../outcome-figures';
import { outcomesCsv, reportsResting } from '../resting';
import type { PageServerLoad } from './$types';

/** The newest year with outcomes, as a sentence; null parts are left out of the sum. */
function titleOf(years: readonly OutcomesOfYear[], words: Words): string {
	for (const year of [...years].reverse()) {
		const known = OUTCOMES.map(({ code }) => year[code]).filter((value) => value !== null);
		const handled = known.reduce((sum, value) => sum + value, 0);
		if (year.granted === null || year.partly_granted === null) continue;
		const share = shareOf(year.granted + year.partly_granted, handled);
		if (share !== null) return words.outcomes.title(year.year, percent(share), count(handled));
	}
	return words.outcomes.titleEmpty;
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event);
	const { database, words, options, kept } = asked;
	const { filters, search, choices } = await asked.counted();
	const [byYear, byAgency] = await Promise.all([
		kept('outcomes by year', () => outcomesByYear(database, filters)),
		kept('outcomes by agency', () => outcomesByAgency(database, filters, { limit: 20 }))
	]);
	const rows = byAgency.agencies
		.filter((row) => OUTCOMES.some(({ code }) => row[code]))
		.map((row) => ({
			name: `${row.agency ?? words.agencies.unnamed}${row.generated ? words.inventedShort : ''}`,
			counts: row,
			href: () => `/reports/${row.reportId}`
		}));
	const across = { direction: 'rows' as const, rulesAfter: [] };
	return {
		title: titleOf(byYear.years, words),
		shares: outcomesByYearFigure(byYear, true, search, asked),
		counts: outcomesByYearFigure(byYear, false, search, asked),
		resting: reportsResting(byYear.basis, search, words),
		csv: outcomesCsv(byYear.basis, search),
		invented: byYear.basis.generated > 0,
		year: byAgency.year,
		agencyShares: outcomesFigure(rows, { ...across, shares: true }, asked),
		agencyCounts: outcomesFigure(rows, { ...across, shares: false }, asked),
		agencyResting: reportsResting(byAgency.basis, search, words),
		agencyCsv: outcomesCsv(byAgency.basis, search, {
			agency: rows.map(({ counts }) => counts.agencyId),
			year: byAgency.year === null ? [] : [String(byAgency.year)]
		}),
		agenciesInvented: byAgency.agencies.some(({ generated }) => generated),
		agencies: byAgency.agencies.map(({ agencyId, agency, reportId, generated }) => ({
			agencyId,
			agency,
			reportId,
			generated
		})),
		agencyCount: byAgency.agencyCount,
		counted: choices,
		options
	};
};
