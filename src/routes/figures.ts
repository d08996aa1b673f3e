import type { Band, Rule, StackFigure, StackPart, YearsFigure } from '$lib/chart/figure';
import { EDITIONS, OUTCOMES, type Language, type OutcomeCode, type Series } from '$lib/form';
import type { OutcomesOfYear, SeriesByYear } from '$lib/server/queries';
import type { Words } from '$lib/words/words';

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

/** A series' totals by year as a chart; null where no year has one. */
export function yearsFigure(answer: SeriesByYear, name: string, words: Words): YearsFigure | null {
	const { points, series } = answer;
	if (!points.some(({ total }) => total !== null)) return null;
	const years = stretch(points.map(({ year }) => year));
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
					: ''
			};
		}),
		bands: uncollected(answer, years, words),
		rules: editionRules(years, words),
		gapLabel: words.figure.gap
	};
}

const LOOKS: Readonly<Record<OutcomeCode, Pick<StackPart, 'colour' | 'deep' | 'pattern'>>> = {
	granted: { colour: 'granted', deep: true, pattern: 'plain' },
	partly_granted: { colour: 'partly-granted', deep: false, pattern: 'rising' },
	refused: { colour: 'refused', deep: true, pattern: 'dots' },
	unable: { colour: 'unable', deep: false, pattern: 'falling' },
	unprocessed: { colour: 'unprocessed', deep: true, pattern: 'level' },
	other: { colour: 'other', deep: false, pattern: 'upright' }
};

type Counts = Readonly<Record<OutcomeCode, number | null>>;

/** Outcomes of categories (years, agencies) as a stack; null where none is known, or all are zero. */
export function outcomesFigure(
	rows: readonly { readonly name: string; readonly counts: Counts | null }[],
	given: Pick<StackFigure, 'shares' | 'direction' | 'rulesAfter'>,
	language: Language,
	words: Words
): StackFigure | null {
	if (!rows.some(({ counts }) => counts && OUTCOMES.some(({ code }) => counts[code]))) return null;
	return {
		kind: 'stack',
		categories: rows.map(({ name }) => name),
		parts: OUTCOMES.map(({ code, label }) => ({
			name: label[language],
			...LOOKS[code],
			values: rows.map(({ counts }) => counts?.[code] ?? null)
		})),
		unitLabel: given.shares ? '' : words.unit.count,
		ruleLabel: words.overview.editionBreak,
		...given
	};
}

/** Outcomes by year, a year without reports as a gap. */
export function outcomesByYearFigure(
	years: readonly OutcomesOfYear[],
	shares: boolean,
	language: Language,
	words: Words
): StackFigure | null {
	const all = stretch(years.map(({ year }) => year));
	const rulesAfter = editionRules(all, words).map(({ after }) => all.indexOf(after));
	return outcomesFigure(
		all.map((year) => ({
			name: String(year),
			counts: years.find((row) => row.year === year) ?? null
		})),
		{ shares, direction: 'columns', rulesAfter },
		language,
		words
	);
}
