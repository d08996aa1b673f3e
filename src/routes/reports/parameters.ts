import {
	ADDRESSES,
	cellAlone,
	NAMED_SUMS,
	namedSum,
	OUTCOMES,
	seriesOf,
	type Addend
} from '$lib/form';
import { BadFilter, quoted } from '$lib/server/filters';
import {
	FIGURE_STATES,
	type FigureClass,
	type FigureState,
	type ListedFigure
} from '$lib/server/queries';
import { oneOf } from '../parameters';

export const KEYS = ['cell', 'alone', 'outcome', 'sum', 'figure', 'from', 'below'] as const;

const OUTCOME_CODES = OUTCOMES.map(({ code }) => code);
const SUM_CODES = NAMED_SUMS.map(({ code }) => code);

/**
 * The figure that a URL asks to see of each report: `cell=section/item/measure`, with `alone=1` not
 * the series of the cell but the cell itself; `outcome=CODE`; `sum=CODE`, which may be more than one.
 */
function figureAsked(params: URLSearchParams): ListedFigure | null {
	const [cell, outcome, sum] = [params.get('cell'), params.get('outcome'), params.get('sum')];
	if (cell) {
		if (ADDRESSES.includes(cell)) return params.get('alone') === '1' ? { alone: cell } : { cell };
		throw new BadFilter(
			'cell',
			cell,
			`没有这个单元格：${quoted(cell).zh}`,
			`no such cell: ${quoted(cell).en}`
		);
	}
	if (outcome) return { sum: oneOf(params, 'outcome', OUTCOME_CODES, 'granted') };
	return sum ? { sum: oneOf(params, 'sum', SUM_CODES, 'handled') } : null;
}

function stateAsked(params: URLSearchParams, listed: ListedFigure | null): FigureState | null {
	const asked = params.get('figure');
	if (!asked) return null;
	const known = FIGURE_STATES.find((state) => state === asked);
	if (known && listed) return known;
	const states = (separator: string) => FIGURE_STATES.join(separator);
	throw new BadFilter(
		'figure',
		asked,
		`应为 ${states('、')} 之一，并与 cell 同用`,
		`must be one of ${states(', ')}, beside cell`
	);
}

/** The class of figures that a URL asks for: `from=5&below=10`, beside the figure itself. */
function classAsked(params: URLSearchParams, listed: ListedFigure | null): FigureClass | null {
	const bound = (key: 'from' | 'below') => {
		const asked = params.get(key) ?? '';
		if (listed && asked !== '' && Number.isFinite(Number(asked))) return Number(asked);
		throw new BadFilter(
			key,
			asked,
			'应为数；from、below 与 cell 三者同用',
			'must be a number; from and below go together, beside cell'
		);
	};
	if (!params.get('from') && !params.get('below')) return null;
	return { from: bound('from'), below: bound('below') };
}

/** What a listed figure is known by: the code of a sum, the address of a cell. */
export const codeOf = (listed: ListedFigure) =>
	'sum' in listed ? listed.sum : 'cell' in listed ? listed.cell : listed.alone;

/** What a listed figure is added from. */
export function addendsOf(listed: ListedFigure): readonly Addend[] {
	if ('sum' in listed) return namedSum(listed.sum).addends;
	const series = 'cell' in listed ? seriesOf(listed.cell) : null;
	return [series ?? cellAlone('alone' in listed ? listed.alone : listed.cell)];
}

/** What the page is asked beside the filters. */
export interface Parameters {
	readonly listed: ListedFigure | null;
	readonly state: FigureState | null;
	readonly within: FigureClass | null;
}

/**
 * The parameters of the page.
 *
 * @throws BadFilter where one has a value that it cannot have
 */
export function parametersOf(params: URLSearchParams): Parameters {
	const listed = figureAsked(params);
	return { listed, state: stateAsked(params, listed), within: classAsked(params, listed) };
}
