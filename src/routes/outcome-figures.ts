import { shortAddresses } from '$lib/chart/addresses';
import type { StackFigure, StackPart } from '$lib/chart/figure';
import { OUTCOMES, type OutcomeCode } from '$lib/form';
import { SMALL_NUMBER, type OutcomesByYear } from '$lib/server/queries';
import { editionRules, stretch, type Reader } from './figures';
import { counted, list } from './resting';

const LOOKS: Readonly<Record<OutcomeCode, Pick<StackPart, 'colour' | 'words' | 'pattern'>>> = {
	granted: { colour: 'granted', words: 'on-deep', pattern: 'plain' },
	partly_granted: { colour: 'partly-granted', words: 'on-pale', pattern: 'rising' },
	refused: { colour: 'refused', words: 'on-deep', pattern: 'dots' },
	unable: { colour: 'unable', words: 'on-pale', pattern: 'falling' },
	unprocessed: { colour: 'unprocessed', words: 'on-deep', pattern: 'level' },
	other: { colour: 'other', words: 'on-pale', pattern: 'upright' }
};

/** What chooses the reports whose outcomes are added, all together. */
export const allOutcomes = { sum: 'handled', figure: 'reported' };

type Counts = Readonly<Record<OutcomeCode, number | null>>;

/** A category of a stack of outcomes: a year, an agency. */
export interface OutcomesRow {
	readonly name: string;
	readonly counts: Counts | null;
	/** What is behind one of its outcomes. */
	readonly href: (outcome: OutcomeCode) => string | null;
	/** What is behind all of them. */
	readonly whole: string | null;
}

/** Outcomes of categories as a stack of counts; null where none is known, or all are zero. */
export function outcomesFigure(
	rows: readonly OutcomesRow[],
	given: Pick<StackFigure, 'direction' | 'rulesAfter'>,
	{ language, words }: Reader
): StackFigure | null {
	if (!rows.some(({ counts }) => counts && OUTCOMES.some(({ code }) => counts[code]))) return null;
	return shortAddresses({
		kind: 'stack',
		categories: rows.map(({ name }) => name),
		parts: OUTCOMES.map(({ code, label }) => ({
			name: label[language],
			...LOOKS[code],
			values: rows.map(({ counts }) => counts?.[code] ?? null),
			hrefs: rows.map(({ href }) => href(code))
		})),
		wholeHrefs: rows.map(({ whole }) => whole),
		shares: false,
		smallBelow: 0,
		unitLabel: words.unit.count,
		ruleLabel: words.overview.editionBreak,
		...given
	});
}

/** The same parts as shares of their whole, small wholes said to be small. */
export const sharesOf = (figure: StackFigure | null): StackFigure | null =>
	figure && { ...figure, shares: true, unitLabel: '', smallBelow: SMALL_NUMBER };

/** Outcomes by year as counts, a year without reports as a gap. */
export function outcomesByYearFigure(
	{ years, basis }: OutcomesByYear,
	search: string,
	reader: Reader
): StackFigure | null {
	const all = stretch(years.map(({ year }) => year));
	const rulesAfter = editionRules(all, reader.words).map(({ after }) => all.indexOf(after));
	return outcomesFigure(
		all.map((year) => ({
			name: String(year),
			counts: years.find((row) => row.year === year) ?? null,
			href: (outcome) =>
				list(search, { ...counted(basis), year: String(year), outcome, figure: 'reported' }),
			whole: list(search, { ...counted(basis), year: String(year), ...allOutcomes })
		})),
		{ direction: 'columns', rulesAfter },
		reader
	);
}
