import type { SpreadFigure, StackFigure } from '$lib/chart/figure';
import { short } from '$lib/chart/number';
import { link } from '$lib/components/link';
import { seriesOf, type Series } from '$lib/form';
import { NO_FILTERS } from '$lib/server/filters';
import {
	agencies,
	measures,
	sameAsBefore,
	seriesByAgency,
	seriesByGroup,
	seriesByYear,
	type SeriesByYear
} from '$lib/server/queries';
import { asking, type Asking } from '../asking';
import type { Counted } from '../counted';
import {
	dueForms,
	duePoint,
	editionRules,
	strayNotes,
	stretch,
	yearsFigure,
	type Reader
} from '../figures';
import { regionName, seriesName } from '../naming';
import {
	against,
	counted,
	figureResting,
	list,
	reportsResting,
	seriesCsv,
	yearResting
} from '../resting';
import { choicesOf } from './choices';
import { comparedAgencies, comparedGroups, rankingOf, tilesOf, type GroupView } from './compared';
import { overYears } from './over-years';
import { AXES, BY, DIRECTIONS, KEYS, parametersOf, RANKS, type Parameters } from './parameters';
import { statesOf } from './states';

import type { PageServerLoad } from './$types';

const LIMITS = { agencies: 15, groups: 34, found: 10 } as const;

function spreadOf(
	answer: SeriesByYear,
	years: readonly number[],
	name: string,
	search: string,
	{ words }: Reader
): SpreadFigure | null {
	const { series, basis } = answer;
	if (years.every((year) => (duePoint(answer, year)?.median ?? null) === null)) return null;
	return {
		kind: 'spread',
		name,
		unit: series.unit,
		unitLabel: words.unit[series.unit],
		points: years.map((year) => {
			const point = duePoint(answer, year);
			if (!point) return { year, quantiles: null, reports: null, href: null };
			const { p10, p25, median, p75, p90 } = point;
			const known = p10 !== null && p25 !== null && median !== null && p75 !== null && p90 !== null;
			return {
				year,
				quantiles: known ? { p10, p25, median, p75, p90 } : null,
				reports: { all: point.reports, filled: point.filled },
				href: list(search, {
					...counted(basis),
					...dueForms(series, year, search),
					cell: series.address,
					year: String(year),
					figure: 'reported'
				})
			};
		}),
		rules: editionRules(years, words),
		medianLabel: words.compare.median,
		gapLabel: words.figure.gap
	};
}

/** Agencies that fit the words of the box for adding one, with the page that has each beside the rest. */
async function found({ database, filters }: Asking, find: string | null, search: string) {
	if (find === null) return [];
	const { rows } = await agencies(database, { ...NO_FILTERS, q: find });
	return rows.slice(0, LIMITS.found).map((row) => ({
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

/** The reports that are compared: named agencies stand side by side whatever their scope; nothing is added. */
function admitted({ filters, search }: Asking, totals: Counted, { by }: Parameters) {
	if (by !== 'agency' || filters.agency.length === 0) return totals;
	return { filters: { ...filters, scope: filters.scope ?? ('all' as const) }, search };
}

/** What is compared side by side, and what that rests on. */
async function sideBySide(
	asked: Asking,
	{ filters, search }: Pick<Counted, 'filters' | 'search'>,
	{ address, by, stat, rank, order }: Parameters,
	year: number | null,
	{ years, basis }: { years: readonly number[]; basis: SeriesByYear['basis'] }
) {
	const { database, words } = asked;
	if (by === 'agency') {
		const answer = await seriesByAgency(database, filters, address, {
			...{ year, rank, ascending: order === 'asc' },
			limit: LIMITS.agencies
		});
		return {
			compared: comparedAgencies(answer, years, asked),
			count: answer.agencyCount,
			rankedCount: answer.rankedCount,
			resting: reportsResting(answer.basis, search, words),
			csv: (years: readonly number[]) =>
				seriesCsv(answer.series, answer.basis, search, {
					agency: answer.agencies.map(({ agencyId }) => agencyId),
					...(years.length > 0 ? { year: years.map(String) } : {})
				})
		};
	}
	const view: GroupView = { by, stat, basis, search };
	const asking = {
		...{ by, year, rank, ascending: order === 'asc' },
		...{ measure: stat, limit: LIMITS.groups }
	};
	const answer = await seriesByGroup(database, filters, address, asking);
	return {
		compared: comparedGroups(answer, view, years, asked),
		count: answer.groupCount,
		rankedCount: answer.rankedCount,
		resting: figureResting(basis, answer.series, search, words),
		csv: (years: readonly number[]) =>
			seriesCsv(answer.series, basis, search, years.length > 0 ? { year: years.map(String) } : {})
	};
}

/** The provinces as tiles; null where there are not several to tell apart. */
async function provinces(
	{ database, words, language }: Asking,
	totals: Counted,
	{ address, stat }: Parameters,
	year: number | null,
	{ name, basis }: { name: string; basis: SeriesByYear['basis'] }
) {
	if (year === null || totals.filters.province.length === 1) return null;
	const by = 'province' as const;
	const answer = await seriesByGroup(database, totals.filters, address, {
		by,
		year,
		measure: stat
	});
	const view: GroupView = { by, stat, basis, search: totals.search };
	const figure = tilesOf(answer, year, name, view, { words, language });
	return figure.tiles.length > 1 ? figure : null;
}

const amount = (value: number, { unit }: Series, { words, language }: Reader) =>
	unit === 'count' && language === 'en'
		? short(value, unit)
		: `${short(value, unit)}\u00a0${words.unit[unit]}`;

/** What is compared in one sentence, its first place said. */
function titleOf(
	name: string,
	ranked: {
		readonly year: number | null;
		readonly first: string;
		readonly value: number | null;
		/** What ranks, where that is not the value. */
		readonly change: string | null;
	},
	{ rank, order }: Pick<Parameters, 'rank' | 'order'>,
	series: Series,
	who: string,
	reader: Reader
): string {
	const { year, first, value, change } = ranked;
	const { titleEmpty, titleChange } = reader.words.compare;
	if (year !== null && change !== null) {
		const [way, sign] = order === 'asc' ? (['fall', '−'] as const) : (['rise', '+'] as const);
		if (!change.startsWith(sign)) return titleEmpty(name);
		return titleChange[way](name, year, who, first, change);
	}
	if (year === null || value === null || order === 'asc' || rank !== 'value') {
		return titleEmpty(name);
	}
	return reader.words.compare.title(name, year, who, first, amount(value, series, reader));
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
