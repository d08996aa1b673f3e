import { ADDRESSES, outcomeCells, OUTCOMES, seriesOf, type Address } from '$lib/form';
import { BadFilter } from '$lib/server/filters';
import {
	FIGURE_STATES,
	reportsList,
	type FigureClass,
	type FigureState,
	type ListedFigure
} from '$lib/server/queries';
import { asking, type Asking } from '../asking';
import { kindName, levelName, regionName, scopeName, seriesName } from '../naming';
import { cellsCsv } from '../resting';
import type { PageServerLoad } from './$types';

const quoted = (value: string) => JSON.stringify(value.slice(0, 60));

/** The figure that a URL asks to see of each report: `cell=section/item/measure` or `outcome=CODE`. */
function figureAsked(params: URLSearchParams): ListedFigure | null {
	const [cell, outcome] = [params.get('cell'), params.get('outcome')];
	if (cell) {
		if (ADDRESSES.includes(cell)) return { cell };
		throw new BadFilter(
			'cell',
			cell,
			`没有这个单元格：${quoted(cell)}`,
			`no such cell: ${quoted(cell)}`
		);
	}
	if (!outcome) return null;
	const known = OUTCOMES.find(({ code }) => code === outcome);
	if (known) return { outcome: known.code };
	const codes = OUTCOMES.map(({ code }) => code).join(', ');
	throw new BadFilter('outcome', outcome, `应为 ${codes}`, `must be one of ${codes}`);
}

function stateAsked(params: URLSearchParams, listed: ListedFigure | null): FigureState | null {
	const asked = params.get('figure');
	if (!asked) return null;
	const known = FIGURE_STATES.find((state) => state === asked);
	if (known && listed) return known;
	const states = FIGURE_STATES.join(', ');
	throw new BadFilter(
		'figure',
		asked,
		`应为 ${states}，并与 cell 同用`,
		`must be one of ${states}, beside cell`
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

/** The cells that make up a listed figure. */
function cellsOf(listed: ListedFigure): readonly Address[] {
	if ('outcome' in listed) return outcomeCells(listed.outcome);
	return seriesOf(listed.cell)?.parts.flatMap(({ addresses }) => addresses) ?? [listed.cell];
}

function nameOf(listed: ListedFigure, { language }: Asking): string {
	if ('cell' in listed) return seriesName(listed.cell, language) ?? listed.cell;
	return OUTCOMES.find(({ code }) => code === listed.outcome)?.label[language] ?? '';
}

/** The cell of a report that holds a figure, or the first of those it is added from. */
function placeOf(cells: readonly Address[], form: string, listed: ListedFigure): Address | null {
	if ('outcome' in listed) return cells[0] ?? null;
	const own = seriesOf(listed.cell)?.parts.find((part) => part.form === form);
	return own?.addresses[0] ?? cells[0] ?? null;
}

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const listed = figureAsked(params);
	const state = stateAsked(params, listed);
	const within = classAsked(params, listed);
	const keys = ['cell', 'outcome', 'figure', 'from', 'below'];
	const asked = await asking(event, { keys, sorted: true });
	const { database, filters, language, words, search, options, kept } = asked;
	const key = JSON.stringify([listed, state, within]);
	const list = await kept(`reports ${key}`, () =>
		reportsList(database, filters, listed, { state, within })
	);
	const cells = listed ? cellsOf(listed) : [];
	const unit = listed && 'cell' in listed ? (seriesOf(listed.cell)?.unit ?? 'count') : 'count';
	return {
		...list,
		name: listed ? nameOf(listed, asked) : null,
		unit,
		state,
		within,
		states: listed ? FIGURE_STATES : [],
		invented: list.generated > 0,
		rows: list.rows.map((row) => ({
			...row,
			region: regionName(row),
			levelName: levelName(row.level, language) ?? words.agencies.unresolved,
			kindName: kindName(row.kind, language) ?? words.agencies.unresolved,
			scopeName: scopeName(row.scope, language) ?? words.filters.scopeUnknown,
			cell: listed ? placeOf(cells, row.form, listed) : null
		})),
		csv: listed && state === null && within === null ? cellsCsv(cells, search) : null,
		options: await options
	};
};
