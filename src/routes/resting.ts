import { link, slice } from '$lib/components/link';
import {
	cellsOfAddends,
	OUTCOME_CELLS,
	partsOf,
	seriesOf,
	type Address,
	type Series
} from '$lib/form';
import type { Basis, FigureBasis, OutcomesByYear, SeriesByYear } from '$lib/server/queries';
import type { Words } from '$lib/words/words';

/** What a figure rests on, in words, each count with its list. */
export interface Resting {
	readonly parts: readonly { readonly text: string; readonly href: string | null }[];
	readonly remarks: readonly string[];
}

type Count = [number, (n: number) => string, string | null];

const shown = (counts: readonly Count[]) =>
	counts.filter(([n]) => n > 0).map(([n, say, href]) => ({ text: say(n), href }));

/** The address of the list of reports behind a number. */
export const list = (search: string, changes: Record<string, string | string[]>) =>
	link('/reports', slice(search), changes);

/** The scope whose reports a total leaves out; null where no one scope has just these. */
const LEFT_OUT = { not_consolidated: 'consolidated', consolidated: 'not_consolidated' } as const;
const leftOut = (basis: Basis) =>
	new Map<string, string>(Object.entries(LEFT_OUT)).get(basis.scope);

/** What chooses a cell alone, where its series has others too. */
export function byItself(cell: Address) {
	const series = seriesOf(cell);
	return { cell, ...(series && cellsOfAddends([series]).length > 1 ? { alone: '1' } : {}) };
}

/** What chooses just the reports that an answer counts. */
export const counted = ({ scope }: Basis) => ({ current: '1', scope });

function reportCounts(basis: Basis, search: string, words: Words): Count[] {
	const other = leftOut(basis);
	return [
		[
			basis.scopeUnknown,
			words.basis.scopeUnknown,
			list(search, { current: '1', scope: 'unknown' })
		],
		[basis.withoutYear, words.basis.withoutYear, null],
		[
			basis.otherScope,
			words.basis.otherScope,
			other ? list(search, { current: '1', scope: other }) : null
		],
		[basis.generated, words.basis.invented, list(search, { ...counted(basis), generated: '1' })]
	];
}

/** Filters that choose lists of cells and findings, and no reports to add up. */
const LISTING = ['rule', 'severity', 'origin', 'status'];

function remarksOf(basis: Basis, search: string, words: Words): string[] {
	const asked = new URLSearchParams(search);
	const listing = LISTING.some((key) => asked.has(key));
	const { level } = basis;
	const levels: Readonly<Record<string, string>> = words.basis.level;
	const one = level !== null && basis.reports > 0 ? [levels[level || 'unsettled']] : [];
	return [
		words.basis.scope[basis.scope],
		...one.flatMap((word) => word ?? []),
		...(listing ? [words.basis.notNarrowed] : [])
	];
}

/** The same measured against the reports that were expected. */
export function against({ parts, remarks }: Resting, expected: Resting['parts'][number] | null) {
	const [first, ...rest] = parts;
	return { parts: [...(first ? [first] : []), ...(expected ? [expected] : []), ...rest], remarks };
}

/** What an answer about reports rests on. */
export function reportsResting(basis: Basis, search: string, words: Words): Resting {
	return {
		parts: [
			{ text: words.basis.reports(basis.reports), href: list(search, counted(basis)) },
			...shown(reportCounts(basis, search, words))
		],
		remarks: remarksOf(basis, search, words)
	};
}

/** What an answer about outcomes rests on, those reports among them that give some rows alone. */
export function outcomesResting(
	{ years, basis }: OutcomesByYear,
	search: string,
	words: Words
): Resting {
	const { parts, remarks } = reportsResting(basis, search, words);
	const [all, ...others] = parts;
	const inPart = years.reduce((sum, { incomplete }) => sum + incomplete, 0);
	const href = list(search, { ...counted(basis), sum: 'handled', figure: 'partial' });
	const partial = shown([[inPart, words.basis.partial, href]]);
	return { parts: [...(all ? [all] : []), ...partial, ...others], remarks };
}

/** What an answer about one figure rests on. */
export function figureResting(
	basis: FigureBasis,
	series: Series,
	search: string,
	words: Words
): Resting {
	const status = (figure: string) =>
		list(search, { ...counted(basis), cell: series.address, figure });
	const reported = basis.reported - (basis.stockLeftOut ? basis.possiblyStock : 0);
	return {
		parts: [
			{ text: words.basis.reports(basis.reports), href: list(search, counted(basis)) },
			...shown([
				[reported, words.basis.reported, status('reported')],
				[basis.partial, words.basis.partial, status('partial')],
				[basis.missing, words.basis.missing, status('missing')],
				[basis.blank, words.basis.blank, status('blank')],
				[basis.unreadable, words.basis.unreadable, status('unreadable')],
				[basis.notCollected, words.basis.notCollected, status('not_collected')],
				[
					basis.possiblyStock,
					basis.stockLeftOut ? words.basis.stockLeftOut : words.basis.stock,
					status('stock')
				],
				...reportCounts(basis, search, words)
			])
		],
		remarks: remarksOf(basis, search, words)
	};
}

/** What an answer of one year rests on, of all that a series was asked for. */
export function yearResting(
	{ points, basis, series }: SeriesByYear,
	year: number,
	search: string,
	words: Words
): Resting {
	const none = { reported: 0, partial: 0, blank: 0, missing: 0, unreadable: 0, notCollected: 0 };
	const point = points.find((candidate) => candidate.year === year);
	const own = point ?? { ...none, reports: 0, possiblyStock: 0, generated: 0 };
	const ofYear = { ...basis, ...own, scopeUnknown: 0, withoutYear: 0, otherScope: 0 };
	return figureResting(ofYear, series, inYear(search, year), words);
}

/** A query string narrowed to one year. */
export const inYear = (search: string, year: number): string =>
	link('', search, { year: String(year) }).slice(1);

/** What chooses the cells at some addresses. */
function at(addresses: readonly Address[]) {
	const parts = addresses.map(partsOf);
	const every = (key: 'section' | 'item' | 'measure') => [
		...new Set(parts.map((address) => address[key]))
	];
	return { section: every('section'), item: every('item'), measure: every('measure') };
}

/** What a chart narrows further: the agencies and the years that it shows. */
export interface Shown {
	readonly agency?: readonly string[];
	readonly year?: readonly string[];
}

/** The address of some cells of the reports that an answer counts, as CSV. */
export const seriesCsvOf = (
	addresses: readonly Address[],
	basis: Basis,
	search: string,
	shown: Shown = {}
) => link('/download/cells.csv', slice(search), { ...counted(basis), ...at(addresses), ...shown });

/** The address of some cells of the reports that a query string chooses, as CSV. */
export const cellsCsv = (addresses: readonly Address[], search: string) =>
	link('/download/cells.csv', slice(search), { current: '1', ...at(addresses) });

/** The address of just the cells that a chart of a series rests on, as CSV. */
export const seriesCsv = (series: Series, basis: Basis, search: string, shown: Shown = {}) =>
	seriesCsvOf(cellsOfAddends([series]), basis, search, shown);

/** The address of just the cells that a chart of outcomes rests on, as CSV. */
export const outcomesCsv = (basis: Basis, search: string, shown: Shown = {}) =>
	seriesCsvOf(OUTCOME_CELLS, basis, search, shown);
