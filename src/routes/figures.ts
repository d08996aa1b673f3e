import type { Band, EditionBars, Rule, YearsFigure } from '$lib/chart/figure';
import { EDITIONS, type Language, type Series } from '$lib/form';
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
	return points.flatMap(({ year, reports, notCollected }) =>
		reports > notCollected && !collectedIn(series, year)
			? [words.figure.otherEdition(year, reports - notCollected)]
			: []
	);
}

/** Every year from the first to the last of these. */
export function stretch(years: readonly number[]): number[] {
	if (years.length === 0) return [];
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The editions of a series that counts close but different things in them, each with its bars. */
function editionsOf(
	{ series, byForm, basis }: SeriesByYear,
	years: readonly number[],
	search: string,
	{ language, words }: Reader
): EditionBars[] {
	const forms = series.parts.filter(({ form }) => byForm.some((point) => point.form === form));
	if (!series.broken || forms.length === 0) return [];
	return forms.map(({ form, addresses }, index) => {
		const at = (year: number) =>
			byForm.find((point) => point.year === year && point.form === form)?.total ?? null;
		const own = addresses.length === 1 && addresses[0] && cellName(addresses[0], language, form);
		return {
			name: [formName(form, language) ?? form, own || ''].filter(Boolean).join(words.colon),
			colour: `c${index + 1}`,
			values: years.map(at),
			hrefs: years.map((year) =>
				list(search, {
					...counted(basis),
					cell: series.address,
					year: String(year),
					form,
					figure: 'reported'
				})
			)
		};
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
	if (!points.some(({ total }) => total !== null)) return null;
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
		editions: editionsOf(answer, years, search, reader),
		bands: uncollected(answer, years, words),
		rules: editionRules(years, words),
		gapLabel: words.figure.gap
	};
}
