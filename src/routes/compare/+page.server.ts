import type { RankingFigure } from '$lib/chart/figure';
import { short } from '$lib/chart/number';
import { seriesOf, type Address, type Language } from '$lib/form';
import { BadFilter } from '$lib/server/filters';
import { chosenAddress, MEASURES } from '$lib/server/compared';
import { seriesByAgency, seriesByYear, type SeriesByAgency } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { asking } from '../asking';
import { strayNotes, stretch, yearsFigure } from '../figures';
import { cellName } from '../naming';
import { figureResting, reportsResting, seriesCsv } from '../resting';

import type { PageServerLoad } from './$types';

function rankingOf(
	{ agencies, year, series }: SeriesByAgency,
	name: string,
	words: Words
): RankingFigure | null {
	if (year === null) return null;
	const at = (points: (typeof agencies)[number]['points'], wanted: number) =>
		points.find((point) => point.year === wanted)?.value ?? null;
	const bars = agencies
		.map((agency) => ({
			name: `${agency.agency ?? words.agencies.unnamed}${agency.generated ? words.inventedShort : ''}`,
			value: at(agency.points, year),
			previous: at(agency.points, year - 1)
		}))
		.filter(({ value }) => value !== null);
	const hasPrevious = bars.some(({ previous }) => previous !== null);
	return {
		kind: 'ranking',
		name: words.compare.previous(year),
		previousName: hasPrevious ? words.compare.previous(year - 1) : null,
		unit: series.unit,
		unitLabel: words.unit[series.unit],
		bars
	};
}

function panelsOf({ agencies, series }: SeriesByAgency, years: readonly number[]) {
	return agencies.map(({ agencyId, agency, generated, scope, points }) => ({
		agencyId,
		agency,
		generated,
		scope,
		points: years.map((year) => {
			const point = points.find((candidate) => candidate.year === year);
			return {
				year,
				value: point?.value ?? null,
				collected: !point || series.parts.some(({ form }) => form === point.form),
				marked: point?.possiblyStock ?? false
			};
		})
	}));
}

/** What the page offers to compare, and what it compares where that is none of these. */
const choicesOf = (chosen: Address, language: Language) =>
	[...new Set([...MEASURES, chosen])].map((address) => ({
		address,
		name: cellName(address, language) ?? ''
	}));

export const load: PageServerLoad = async (event) => {
	const cell = event.url.searchParams.get('cell');
	if (cell && !MEASURES.includes(cell)) {
		throw new BadFilter(
			'cell',
			cell,
			`没有这个单元格：${JSON.stringify(cell.slice(0, 60))}`,
			`no such cell: ${JSON.stringify(cell.slice(0, 60))}`
		);
	}
	const asked = await asking(event, { keys: ['cell'] });
	const { database, language, words, search, kept } = asked;
	const address = cell || chosenAddress(asked.filters);
	const filters = { ...asked.filters, section: [], item: [], measure: [] };
	const byYear = await kept(`by year ${address}`, () => seriesByYear(database, filters, address));
	// A year in which every figure is zero ranks nobody.
	const telling = byYear.points.findLast(({ mean }) => mean !== null && mean > 0);
	const byAgency = await kept(`by agency ${address}`, () =>
		seriesByAgency(database, filters, address, { year: telling?.year ?? null })
	);
	const name = cellName(address, language) ?? '';
	const series = seriesOf(address) ?? byYear.series;
	const ranking = rankingOf(byAgency, name, words);
	const [first] = ranking?.bars ?? [];
	const agency = byAgency.agencies.map(({ agencyId }) => agencyId);
	const years = stretch(byYear.points.map(({ year }) => year));
	return {
		address,
		name,
		title:
			first?.value && byAgency.year !== null
				? words.compare.title(
						name,
						byAgency.year,
						byAgency.agencies[0]?.agency ?? words.agencies.unnamed,
						series.unit === 'count' && language === 'en'
							? short(first.value, series.unit)
							: `${short(first.value, series.unit)} ${words.unit[series.unit]}`
					)
				: words.compare.titleEmpty(name),
		titleInvented: byAgency.agencies[0]?.generated ?? false,
		unit: series.unit,
		choices: choicesOf(address, language),
		byYear: yearsFigure(byYear, name, words),
		resting: figureResting(byYear.basis, series, search, words),
		invented: byYear.basis.generated > 0,
		notes: [...(series.caution ? [series.caution[language]] : []), ...strayNotes(byYear, words)],
		spread: byYear.points.map(({ year, total, mean, p25, median, p75, filled, reports }) => ({
			year,
			total,
			mean,
			p25,
			median,
			p75,
			filled,
			reports
		})),
		year: byAgency.year,
		ranking,
		agencyResting: reportsResting(byAgency.basis, search, words),
		agenciesInvented: byAgency.agencies.some(({ generated }) => generated),
		panels: panelsOf(byAgency, years),
		agencyCount: byAgency.agencyCount,
		csv: seriesCsv(series, byYear.basis, search),
		rankingCsv: seriesCsv(series, byAgency.basis, search, {
			agency,
			year: byAgency.year === null ? [] : [byAgency.year, byAgency.year - 1].map(String)
		}),
		panelsCsv: seriesCsv(series, byAgency.basis, search, { agency }),
		options: asked.options
	};
};
