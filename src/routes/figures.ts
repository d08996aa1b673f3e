import type { Band, EditionBars, Rule, YearsFigure } from '$lib/chart/figure';
import { EDITIONS, variantsOf, type FormCode, type Language, type Series } from '$lib/form';
import type { SeriesByYear } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { cellName, formName } from './naming';
import { counted, list } from './resting';

/** Whom a figure is said to. */
export interface Reader {
	readonly language: Language;
	readonly words: Words;
}

/** The years at which the edition of the form changes, where they lie among these. */
export function editionRules(years: readonly number[], words: Words): Rule[] {
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return EDITIONS.flatMap(({ until }) =>
		until !== null && until >= first && until < last
			? [{ after: until, label: words.overview.editionBreak }]
			: []
	);
}

/** Whether an edition in force in a year collects a series. */
const collectedIn = ({ parts }: Series, year: number) =>
	EDITIONS.some(
		({ code, from, until }) =>
			year >= from && year <= (until ?? year) && parts.some(({ form }) => form === code)
	);

/**
 * The stretches of years in which a series is not collected: no edition in force asks for it, and
 * no report that counts gives it in another edition all the same.
 */
export function uncollected(
	{ series, points }: Pick<SeriesByYear, 'series' | 'points'>,
	years: readonly number[],
	words: Words
): Band[] {
	const given = new Set(
		points.flatMap(({ year, reports, notCollected }) => (reports > notCollected ? [year] : []))
	);
	const bands: { from: number; until: number; label: string }[] = [];
	for (const year of years) {
		if (given.has(year) || collectedIn(series, year)) continue;
		const last = bands.at(-1);
		if (last?.until === year - 1) last.until = year;
		else bands.push({ from: year, until: year, label: words.overview.notCollected });
	}
	return bands;
}

/** What is said of years whose figures come only from reports in an edition not in force then. */
export function strayNotes({ series, points }: SeriesByYear, words: Words): string[] {
	const stray = points.filter(
		({ year, reports, notCollected }) => reports > notCollected && !collectedIn(series, year)
	);
	if (stray.length === 0) return [];
	const years = stray.map(({ year }) => String(year)).join(words.list);
	const given = stray.reduce((sum, { reports, notCollected }) => sum + reports - notCollected, 0);
	return [words.figure.otherEdition(years, given)];
}

/** The variant of a broken series that the edition due for a year counts; null where none does. */
function dueVariant(series: Series, year: number) {
	const due = EDITIONS.find(({ from, until }) => year >= from && year <= (until ?? year))?.code;
	const variants = variantsOf(series);
	const index = variants.findIndex(({ forms }) => forms.some((form) => form === due));
	return { index, forms: variants[index]?.forms ?? [] };
}

/** What narrows a query string to reports in some editions, of those that it asks for. */
function inForms(forms: readonly FormCode[], search: string): Record<string, string[]> {
	const asked = new URLSearchParams(search).getAll('form');
	return { form: forms.filter((form) => asked.length === 0 || asked.includes(form)) };
}

/** What chooses the reports whose figures may stand beside others of their year. */
export const dueForms = (series: Series, year: number, search: string) =>
	series.broken ? inForms(dueVariant(series, year).forms, search) : {};

/**
 * A year of a series: where editions count things that are close but not the same, of the reports
 * in the edition due for it alone.
 */
export function duePoint({ series, points, byVariant }: SeriesByYear, year: number) {
	if (!series.broken) return points.find((point) => point.year === year);
	const { index } = dueVariant(series, year);
	return byVariant.find((point) => point.year === year && point.variant === index);
}

/** Every year from the first to the last of these. */
export function stretch(years: readonly number[]): number[] {
	if (years.length === 0) return [];
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The bars of each thing that a broken series counts: close, not the same, and never added. */
function editionsOf(
	{ series, byVariant, basis }: SeriesByYear,
	years: readonly number[],
	search: string,
	{ language, words }: Reader
): EditionBars[] {
	if (new Set(byVariant.map(({ variant }) => variant)).size < 2) return [];
	return variantsOf(series).flatMap(({ forms, addresses }, index) => {
		const points = byVariant.filter(({ variant }) => variant === index);
		if (points.length === 0) return [];
		const names = forms.map((form) => formName(form, language) ?? form).join(words.list);
		const [only] = addresses.length === 1 ? addresses : [];
		const own = only ? cellName(only, language, forms[0]) : null;
		return [
			{
				// A row of the 统计表 is named with its edition.
				name: own?.startsWith(names) ? own : [names, own].filter(Boolean).join(words.colon),
				colour: `c${index + 1}`,
				values: years.map((year) => points.find((point) => point.year === year)?.total ?? null),
				hrefs: years.map((year) =>
					list(search, {
						...counted(basis),
						cell: series.address,
						year: String(year),
						...inForms(forms, search),
						figure: 'reported'
					})
				)
			}
		];
	});
}

/** A series' totals by year as a chart; null where no year has one. */
export function yearsFigure(
	answer: SeriesByYear,
	name: string,
	search: string,
	reader: Reader
): YearsFigure | null {
	const { points, series, basis } = answer;
	const { words } = reader;
	const editions = editionsOf(answer, stretch(points.map(({ year }) => year)), search, reader);
	const drawn = [...points.map(({ total }) => total), ...editions.flatMap(({ values }) => values)];
	if (drawn.every((value) => value === null)) return null;
	const years = stretch(points.map(({ year }) => year));
	const behind = (year: number) =>
		list(search, {
			...counted(basis),
			cell: series.address,
			year: String(year),
			figure: 'reported'
		});
	return {
		kind: 'years',
		name,
		unit: series.unit,
		unitLabel: words.unit[series.unit],
		points: years.map((year) => {
			const point = points.find((candidate) => candidate.year === year);
			return {
				year,
				value: point?.total ?? null,
				reports: point ? { all: point.reports, filled: point.filled } : null,
				marked: (point?.possiblyStock ?? 0) > 0,
				note: point
					? [
							words.basis.filled(point.filled, point.reports),
							...(point.possiblyStock > 0 ? [words.basis.stock(point.possiblyStock)] : [])
						].join(words.basis.separator)
					: '',
				href: point ? behind(year) : null
			};
		}),
		language: reader.language,
		editions,
		bands: uncollected(answer, years, words),
		rules: editionRules(years, words),
		gapLabel: words.figure.gap
	};
}
