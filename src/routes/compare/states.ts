import type { StackFigure, StackPart } from '$lib/chart/figure';
import type { FigureState, SeriesByYear, YearPoint } from '$lib/server/queries';
import { editionRules, type Reader } from '../figures';
import { counted, list } from '../resting';

type Look = Pick<StackPart, 'colour' | 'words' | 'pattern'>;

/** What reports say of a figure, from most to least: each part of its year's reports. */
const STATES: readonly (Look & {
	readonly name: 'above' | 'zero' | 'stock' | 'blank' | 'missing' | 'unreadable' | 'notCollected';
	readonly state: FigureState;
	readonly of: (point: YearPoint) => number;
})[] = [
	{
		...{ name: 'above', state: 'nonzero', colour: 'accent', words: 'on-deep', pattern: 'plain' },
		of: ({ filled, zero }) => filled - zero
	},
	{
		...{ name: 'stock', state: 'stock', colour: 'other', words: 'on-pale', pattern: 'level' },
		of: ({ reported, filled }) => reported - filled
	},
	{
		...{ name: 'zero', state: 'zero', colour: 'state-zero', words: 'ink', pattern: 'rising' },
		of: ({ zero }) => zero
	},
	{
		...{ name: 'blank', state: 'blank', colour: 'state-blank', words: 'ink', pattern: 'dots' },
		of: ({ blank }) => blank
	},
	{
		...{
			name: 'missing',
			state: 'missing',
			colour: 'state-missing',
			words: 'ink',
			pattern: 'falling'
		},
		of: ({ missing }) => missing
	},
	{
		...{
			name: 'unreadable',
			state: 'unreadable',
			colour: 'unable',
			words: 'on-pale',
			pattern: 'level'
		},
		of: ({ unreadable }) => unreadable
	},
	{
		...{
			name: 'notCollected',
			state: 'not_collected',
			colour: 'surface',
			words: 'ink',
			pattern: 'upright'
		},
		of: ({ notCollected }) => notCollected
	}
];

/** How many of each year's reports give a figure, a zero, a blank or nothing, as shares. */
export function statesOf(
	{ points, series, basis }: SeriesByYear,
	years: readonly number[],
	search: string,
	{ words }: Reader
): StackFigure | null {
	if (points.length === 0) return null;
	const at = (year: number) => points.find((point) => point.year === year);
	return {
		kind: 'stack',
		categories: years.map(String),
		parts: STATES.filter(({ of }) => points.some((point) => of(point) > 0)).map(
			({ name, state, of, ...look }) => ({
				...look,
				name: words.compare.states[name],
				values: years.map((year) => {
					const point = at(year);
					return point ? of(point) : null;
				}),
				hrefs: years.map((year) =>
					list(search, {
						...counted(basis),
						cell: series.address,
						year: String(year),
						figure: state
					})
				)
			})
		),
		wholeHrefs: years.map((year) => list(search, { ...counted(basis), year: String(year) })),
		shares: true,
		unitLabel: '',
		rulesAfter: editionRules(years, words).map(({ after }) => years.indexOf(after)),
		ruleLabel: words.overview.editionBreak,
		direction: 'columns',
		smallBelow: 0
	};
}
