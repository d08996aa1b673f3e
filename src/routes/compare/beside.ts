import { seriesByAgency, seriesByGroup, type SeriesByYear } from '$lib/server/queries';
import type { Asking } from '../asking';
import type { Counted } from '../counted';
import { figureResting, reportsResting, seriesCsv } from '../resting';
import { comparedAgencies, comparedGroups, tilesOf, type GroupView } from './compared';
import type { Parameters } from './parameters';

const LIMITS = { agencies: 15, groups: 34 } as const;

/** The reports that are compared: named agencies stand side by side whatever their scope; nothing is added. */
export function admitted({ filters, search }: Asking, totals: Counted, { by }: Parameters) {
	if (by !== 'agency' || filters.agency.length === 0) return totals;
	return { filters: { ...filters, scope: filters.scope ?? ('all' as const) }, search };
}

/** What is compared side by side, and what that rests on. */
export async function sideBySide(
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
export async function provinces(
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
