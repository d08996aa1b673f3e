import type { StackFigure } from '$lib/chart/figure';
import { link } from '$lib/components/link';
import { seriesOf } from '$lib/form';
import { NO_FILTERS } from '$lib/server/filters';
import { agencies, measures, sameAsBefore, seriesByYear } from '$lib/server/queries';
import { asking, type Asking } from '../asking';
import type { Counted } from '../counted';
import { strayNotes, stretch, yearsFigure } from '../figures';
import { regionName, seriesName } from '../naming';
import { against, figureResting, seriesCsv, yearResting } from '../resting';
import { admitted, provinces, sideBySide } from './beside';
import { choicesOf } from './choices';
import { rankingOf } from './compared';
import { overYears } from './over-years';
import { AXES, BY, DIRECTIONS, KEYS, parametersOf, RANKS, type Parameters } from './parameters';
import { spreadOf } from './spread';
import { statesOf } from './states';
import { titleOf } from './title';

import type { PageServerLoad } from './$types';

/** Agencies that are offered at once for adding one. */
const FOUND = 10;

/** Agencies that fit the words of the box for adding one, with the page that has each beside the rest. */
async function found({ database, filters }: Asking, find: string | null, search: string) {
	if (find === null) return [];
	const { rows } = await agencies(database, { ...NO_FILTERS, q: find });
	return rows.slice(0, FOUND).map((row) => ({
		agencyId: row.agencyId,
		name: row.agency ?? row.title ?? '',
		region: regionName(row),
		generated: row.generated,
		chosen: filters.agency.includes(row.agencyId),
		href: link('/compare', search, {
			find: null,
			by: null,
			agency: [...new Set([...filters.agency, row.agencyId])]
		})
	}));
}

async function answersOf(asked: Asking, totals: Counted, parameters: Parameters) {
	const { database, language, words } = asked;
	const { address, at, axis, stat, by } = parameters;
	const chosen = admitted(asked, totals, parameters);
	const byYear = await seriesByYear(database, totals.filters, address);
	const chosenByYear =
		chosen === totals ? byYear : await seriesByYear(database, chosen.filters, address);
	// A year in which every figure is zero ranks nobody.
	const telling = chosenByYear.points.findLast(({ filled, zero }) => filled > zero);
	const year = at ?? telling?.year ?? null;
	const name = seriesName(address, language) ?? '';
	const series = seriesOf(address) ?? byYear.series;
	// What is counted anew in a year has not changed on the year before.
	const joined = year === null || sameAsBefore(series, year);
	const rank = joined ? parameters.rank : 'value';
	const years = stretch(byYear.points.map((point) => point.year));
	const chosenYears = stretch(chosenByYear.points.map((point) => point.year));
	const [beside, tiles, agenciesFound, offered] = await Promise.all([
		sideBySide(asked, chosen, { ...parameters, rank }, year, {
			years: chosenYears,
			basis: byYear.basis
		}),
		provinces(asked, totals, parameters, year, { name, basis: byYear.basis }),
		found(asked, parameters.find, asked.search),
		measures(database)
	]);
	const ranking = year === null ? null : rankingOf(beside.compared, year, series, rank, asked);
	const [first] = ranking?.bars ?? [];
	const named = chosen === totals ? totals.who : words.compare.named;
	const states: StackFigure | null = statesOf(byYear, years, totals.search, asked);
	return {
		...parameters,
		year,
		years: chosenYears,
		name,
		title: titleOf(
			name,
			{
				year,
				first: first?.name ?? '',
				value: first?.value || null,
				change: first?.change ?? null
			},
			{ rank, order: parameters.order },
			series,
			by === 'agency' ? named : words.compare.by[by],
			asked
		),
		titleInvented: beside.compared[0]?.generated ?? false,
		unit: series.unit,
		choices: {
			cell: choicesOf(offered, address, language),
			...{ by: BY, rank: RANKS, order: DIRECTIONS, axis: AXES }
		},
		byYear: yearsFigure(byYear, name, totals.search, asked),
		overYears: overYears(byYear, totals.search, asked),
		spread: spreadOf(byYear, years, name, totals.search, asked),
		states,
		resting: against(figureResting(byYear.basis, series, totals.search, words), totals.expected),
		invented: byYear.basis.generated > 0,
		notes: [...(series.caution ? [series.caution[language]] : []), ...strayNotes(byYear, words)],
		rankedBy: rank,
		notJoined: !joined && parameters.rank !== 'value',
		broken: series.broken,
		csv: seriesCsv(series, byYear.basis, totals.search),
		tiles,
		tilesCsv: seriesCsv(
			series,
			byYear.basis,
			totals.search,
			year === null ? {} : { year: [String(year)] }
		),
		ranking: ranking && ranking.bars.length > 0 ? ranking : null,
		tilesResting: year === null ? null : yearResting(byYear, year, totals.search, words),
		rankingResting: year === null ? null : yearResting(chosenByYear, year, chosen.search, words),
		compared: beside.compared,
		comparedCount: beside.count,
		rankedCount: beside.rankedCount,
		comparedInvented: beside.compared.some(({ generated }) => generated),
		comparedResting: beside.resting,
		rankingCsv: beside.csv(year === null ? [] : [year, year - 1]),
		panelsCsv: beside.csv([]),
		found: agenciesFound,
		shared: axis === 'shared',
		stat
	};
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event, { adds: true, keys: KEYS });
	const parameters = parametersOf(event.url.searchParams, asked.filters);
	// The cell is told by its own key; the address filters would narrow the lists a second time.
	const filters = { ...asked.filters, section: [], item: [], measure: [] };
	const whole = { ...asked, filters };
	const totals = await asked.counted();
	const answers = await asked.kept(`compare ${JSON.stringify(parameters)}`, () =>
		answersOf(whole, totals, parameters)
	);
	return { ...answers, counted: totals.choices, options: await asked.options };
};
