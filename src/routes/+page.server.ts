import { addressOf } from '$lib/form';
import {
	corpus,
	findingsByRule,
	notableFindings,
	outcomesByYear,
	seriesByYear
} from '$lib/server/queries';
import { currentOnly } from '$lib/server/filters';
import { short } from '$lib/chart/number';
import { asking, type Asking } from './asking.ts';
import type { Counted } from './counted.ts';
import { strayNotes, yearsFigure } from './figures.ts';
import { outcomesByYearFigure, sharesOf } from './outcome-figures.ts';
import { cellName, ruleTitle, shownFinding } from './naming.ts';
import { against, figureResting, outcomesCsv, outcomesResting, seriesCsv } from './resting.ts';
import type { PageServerLoad } from './$types';

const DECISIONS = addressOf('disclosure', 'licensing', 'decisions');
const PROCUREMENT = addressOf('disclosure', 'procurement', 'amount');

async function overTheYears(
	asked: Asking,
	{ filters, search, expected }: Counted,
	address: string
) {
	const { database, language, words } = asked;
	const answer = await seriesByYear(database, filters, address);
	const { series, basis, points } = answer;
	return {
		figure: yearsFigure(answer, cellName(address, language) ?? '', search, asked),
		resting: against(figureResting(basis, series, search, words), expected),
		csv: seriesCsv(series, basis, search),
		notes: [...(series.caution ? [series.caution[language]] : []), ...strayNotes(answer, words)],
		invented: basis.generated > 0,
		marked: points.some(({ possiblyStock }) => possiblyStock > 0),
		newest: points.findLast(({ total }) => total !== null && total > 0) ?? null
	};
}

async function endings(asked: Asking, { filters, search, expected }: Counted) {
	const { database, words } = asked;
	const { years, basis } = await outcomesByYear(database, filters);
	return {
		figure: sharesOf(outcomesByYearFigure({ years, basis }, search, asked)),
		resting: against(outcomesResting({ years, basis }, search, words), expected),
		csv: outcomesCsv(basis, search),
		invented: basis.generated > 0
	};
}

/** The charts of what may be added, which has to be settled first. */
async function chartsOf(asked: Asking) {
	const totals = await asked.counted();
	const [licensing, procurement, outcomes] = await Promise.all([
		overTheYears(asked, totals, DECISIONS),
		overTheYears(asked, totals, PROCUREMENT),
		endings(asked, totals)
	]);
	return { who: totals.who, licensing, procurement, outcomes };
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event, { adds: true });
	const { database, filters, language, words } = asked;
	const answers = await asked.kept('overview', async () => {
		const [counts, charts, findings, rules] = await Promise.all([
			corpus(database, filters),
			chartsOf(asked),
			notableFindings(database, currentOnly(filters), { perRule: 2, limit: 8 }),
			findingsByRule(database, currentOnly(filters))
		]);
		const { who, licensing, procurement, outcomes } = charts;
		// A total holds more reports than a list narrowed to cells or findings: it is not its title.
		const listing = filters.rule.length + filters.severity.length + filters.status.length > 0;
		const newest = listing ? null : licensing.newest;
		const span = words.years(counts.firstYear, counts.lastYear);
		return {
			title:
				counts.reports === 0
					? asked.nothing.title
					: newest && newest.total !== null
						? words.overview.titleWithDecisions(
								newest.year,
								who,
								newest.filled,
								short(newest.total, 'count')
							)
						: words.overview.title(span, counts.agencies, counts.reports),
			lead:
				counts.reports === 0
					? asked.nothing.step
					: words.overview.title(span, counts.agencies, counts.reports),
			titleInvented: (newest ?? counts).generated > 0,
			span: counts.firstYear === null ? '—' : span,
			counts,
			licensing,
			procurement,
			outcomes,
			findings: findings.map((row) => shownFinding(row, language)),
			rules: rules.map((row) => ({ ...row, title: ruleTitle(row.rule, language) })),
			options: await asked.options
		};
	});
	const { choices } = await asked.counted();
	return { ...answers, counted: choices };
};
