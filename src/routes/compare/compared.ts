import type { RankingFigure, TilesFigure } from '$lib/chart/figure';
import { percent, short } from '$lib/chart/number';
import { link, slice } from '$lib/components/link';
import type { Series } from '$lib/form';
import {
	sameAsBefore,
	SMALL_NUMBER,
	type Basis,
	type GroupKey,
	type GroupMeasure,
	type GroupSeries,
	type SeriesByAgency,
	type SeriesByGroup,
	type SeriesRank
} from '$lib/server/queries';
import { addedHref } from '../added-href';
import { dueForms, type Reader } from '../figures';
import { kindName, toldApart } from '../naming';
import { counted, list } from '../resting';

/** One year of what is compared. */
export interface ComparedPoint {
	readonly year: number;
	readonly value: number | null;
	readonly collected: boolean;
	readonly marked: boolean;
	readonly href: string | null;
}

/** An agency, a region or a kind, with its figure over the years. */
export interface Compared {
	readonly key: string;
	readonly name: string;
	/** The page that is about it alone. */
	readonly href: string | null;
	readonly generated: boolean;
	readonly points: readonly ComparedPoint[];
}

const gap = (year: number): ComparedPoint => ({
	year,
	value: null,
	collected: true,
	marked: false,
	href: null
});

/** Agencies side by side: each figure leads to its cell in the report. */
export function comparedAgencies(
	{ agencies, series }: SeriesByAgency,
	years: readonly number[],
	{ words }: Reader
): Compared[] {
	return agencies.map(({ agencyId, agency, generated, points }) => ({
		key: agencyId,
		name: agency ?? words.agencies.unnamed,
		href: `/agencies/${agencyId}`,
		generated,
		points: years.map((year) => {
			const point = points.find((candidate) => candidate.year === year);
			if (!point) return gap(year);
			const own = series.parts.find(({ form }) => form === point.form);
			return {
				year,
				value: point.value,
				collected: own !== undefined,
				marked: point.possiblyStock,
				href: addedHref(point.reportId, series.address, [series], point.form)
			};
		})
	}));
}

/** What chooses a group's reports; null where they have no value to be chosen by. */
function choosing(by: GroupKey, { group, province, city }: GroupSeries) {
	if (group === null) return null;
	return {
		...(province === null ? {} : { province }),
		...(city === null ? {} : { city }),
		[by]: group
	};
}

/** What an answer by group is shown with. */
export interface GroupView {
	readonly by: GroupKey;
	readonly stat: GroupMeasure;
	readonly basis: Basis;
	/** The query string of the reports that are added. */
	readonly search: string;
}

const groupName = (by: GroupKey, { group, city }: GroupSeries, { language, words }: Reader) => {
	if (by === 'kind' && group !== null) return kindName(group, language) ?? group;
	const name = group ?? words.findings.unplaced[by];
	return by === 'county' && city !== null ? `${city} ${name}` : name;
};

/** Regions or kinds side by side: each figure leads to the list of its reports. */
export function comparedGroups(
	{ groups, series }: SeriesByGroup,
	{ by, stat, basis, search }: GroupView,
	years: readonly number[],
	reader: Reader
): Compared[] {
	const names = toldApart(groups, (group) => groupName(by, group, reader));
	return groups.map((group, index) => {
		const chosen = choosing(by, group);
		return {
			key: JSON.stringify([group.province, group.city, group.group]),
			name: names[index] ?? '',
			href: chosen && link('/compare', search, { ...chosen }),
			generated: group.points.some(({ generated }) => generated > 0),
			points: years.map((year) => {
				const point = group.points.find((candidate) => candidate.year === year);
				if (!point) return gap(year);
				return {
					year,
					value: point[stat],
					collected: point.asked > 0,
					marked: point.possiblyStock > 0,
					href:
						chosen &&
						list(search, {
							...counted(basis),
							...chosen,
							...dueForms(series, year, search),
							cell: series.address,
							year: String(year),
							figure: 'reported'
						})
				};
			})
		};
	});
}

/** How a figure changed, as what ranks tells it: by how many, or by which part. */
export function changeOf(
	rank: SeriesRank,
	value: number | null,
	previous: number | null,
	{ unit }: Series
): { readonly by: number; readonly text: string } | null {
	if (rank === 'value' || value === null || previous === null) return null;
	if (rank === 'growth' && previous < SMALL_NUMBER) return null;
	const by = rank === 'growth' ? (value - previous) / previous : value - previous;
	const sign = by > 0 ? '+' : by < 0 ? '−' : '±';
	const size = Math.abs(by);
	return { by, text: `${sign}${rank === 'growth' ? percent(size) : short(size, unit)}` };
}

/** What is compared, ranked by a year or its change, the year before beside it. */
export function rankingOf(
	compared: readonly Compared[],
	year: number,
	series: Series,
	rank: SeriesRank,
	{ words }: Reader
): RankingFigure {
	const joined = sameAsBefore(series, year);
	const at = ({ points }: Compared, wanted: number) =>
		points.find((point) => point.year === wanted && (joined || wanted === year)) ?? gap(wanted);
	const bars = compared
		.map((row) => ({
			name: `${row.name}${row.generated ? words.inventedShort : ''}`,
			value: at(row, year).value,
			href: at(row, year).href,
			previous: at(row, year - 1).value,
			previousHref: at(row, year - 1).href,
			change: changeOf(rank, at(row, year).value, at(row, year - 1).value, series)?.text ?? null
		}))
		.filter(({ value, change }) => value !== null && (rank === 'value' || change !== null));
	return {
		kind: 'ranking',
		name: words.compare.previous(year),
		previousName: bars.some(({ previous }) => previous !== null)
			? words.compare.previous(year - 1)
			: null,
		changeName: rank === 'value' ? null : words.compare.ranks[rank],
		unit: series.unit,
		unitLabel: words.unit[series.unit],
		bars
	};
}

/** The provinces of a year as tiles; a tile narrows the page to its province. */
export function tilesOf(
	{ groups, series }: SeriesByGroup,
	year: number,
	name: string,
	{ stat, search }: GroupView,
	{ words }: Reader
): TilesFigure {
	return {
		kind: 'tiles',
		name,
		unit: series.unit,
		unitLabel: words.unit[series.unit],
		tiles: groups.flatMap(({ group, points }) => {
			const point = points.find((candidate) => candidate.year === year);
			if (group === null || !point) return [];
			return [
				{
					name: group,
					value: point[stat],
					reports: { all: point.reports, filled: point.filled },
					note: `${words.open}${words.basis.filled(point.filled, point.reports)}${words.close}${point.generated > 0 ? words.inventedShort : ''}`,
					href: link('/compare', slice(search), { province: group, cell: series.address })
				}
			];
		}),
		gapLabel: words.figure.gap
	};
}
