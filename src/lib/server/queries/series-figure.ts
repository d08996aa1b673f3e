import {
	ADDRESSES,
	addressOf,
	candidatesOf,
	columnOf,
	editionOf,
	partsOf,
	seriesOf,
	variantsOf,
	type Addend,
	type Address,
	type Series
} from '../../form/index.ts';
import { BadFilter, type Filters } from '../filters.ts';
import { statusColumnOf } from '../tables.ts';

/**
 * How one report's figure is told from its row of `figures`, as SQL expressions. A question writes
 * them out where it needs them: an alias used beside its own definition would be sought among the
 * thousand columns of the table first. How parts are added: see `form/added.ts`.
 */
export interface AddedFigure {
	/** The parts that are reported, added; null where none is. */
	readonly figure: string;
	/** As good as reported where there is a figure, else the worst status of its parts; null where the report has no such cells. */
	readonly status: string;
	/** True where there is a figure, and some part of it is not reported. */
	readonly partial: string;
}

/** The same of a series of the form. */
export interface SeriesFigure extends AddedFigure {
	readonly series: Series;
	/** True where decisions equal last year's items plus the change: possibly a stock. */
	readonly possiblyStock: string;
	/** Which of the series' variants the report's edition counts: see `variantsOf`. */
	readonly variant: string;
	/** True where the figure may stand beside those of other reports of the year. */
	readonly comparable: string;
}

/** The cells added where all are reported, else null. */
const whole = (cells: readonly Address[]) => `(${cells.map(columnOf).join(' + ')})`;

/** Those added that are reported, null where none is. */
const known = (cells: readonly Address[]) =>
	cells.length === 1 ? whole(cells) : `list_sum([${cells.map(columnOf).join(', ')}])`;

/** Statuses are numbered from good to bad, so that the worst is the greatest. */
function worstOf(cells: readonly Address[]): string {
	const columns = cells.map(statusColumnOf);
	if (columns.length === 1) return columns.join();
	const absent = columns.map((column) => `${column} IS NULL`).join(' OR ');
	return `(CASE WHEN ${absent} THEN NULL ELSE greatest(${columns.join(', ')}) END)`;
}

/** An expression over the cells that may be added: of the first candidate for which one is not null. */
function byEdition(
	addend: Addend,
	...asked: readonly ((cells: readonly Address[]) => string)[]
): string {
	const { parts } = addend;
	const choose = (candidates: readonly (readonly Address[])[]) => {
		const tried = [...new Set(asked.flatMap((of) => candidates.map(of)))];
		return tried.length === 1 ? tried.join() : `coalesce(${tried.join(', ')})`;
	};
	if (new Set(parts.map(({ addresses }) => addresses.join())).size <= 1) {
		return choose(parts.slice(0, 1).map(({ addresses }) => addresses));
	}
	const branches = parts.map(
		({ form }) => `WHEN '${form}' THEN ${choose(candidatesOf(addend, form))}`
	);
	return `(CASE form ${branches.join(' ')} END)`;
}

/** The figure of one addend. */
function addendFigure(addend: Addend): AddedFigure {
	const worst = byEdition(addend, worstOf);
	const all = byEdition(addend, whole);
	const figure = byEdition(addend, whole, known);
	const cells = addend.parts.map(({ addresses }) => addresses);
	return {
		figure,
		// Of one cell alone the status says it all, and a hundred of them are bound in no time.
		status:
			new Set(cells.flat()).size === 1
				? worst
				: `(CASE WHEN ${figure} IS NOT NULL THEN 0 ELSE ${worst} END)`,
		partial: cells.every(({ length }) => length === 1)
			? 'false'
			: `(CASE WHEN ${all} IS NOT NULL THEN false ELSE ${figure} IS NOT NULL END)`
	};
}

/** The figure that some addends make together. */
export function addedFigure(addends: readonly Addend[]): AddedFigure {
	const each = addends.map(addendFigure);
	const [only] = each;
	if (only && each.length === 1) return only;
	const figures = each.map(({ figure }) => figure);
	const worst = `greatest(${each.map(({ status }) => status).join(', ')})`;
	const inPart = each.map(({ partial }) => partial).filter((partial) => partial !== 'false');
	// Nearly all reports give all or nothing, and what asks for the rest is only then worked out.
	const all = `(${figures.join(' + ')})`;
	const some = `coalesce(${figures.join(', ')}) IS NOT NULL`;
	return {
		figure: `coalesce(${all}, list_sum([${figures.join(', ')}]))`,
		status: `(CASE WHEN ${some} THEN 0 ELSE ${worst} END)`,
		partial: `(CASE WHEN ${all} IS NOT NULL THEN ${inPart.join(' OR ') || 'false'}
			ELSE ${some} AND (${[`${worst} > 0`, ...inPart].join(' OR ')}) END)`
	};
}

/** What some addends make together over many reports: the same as their reports' figures added. */
export const addedTotal = (addends: readonly Addend[]) =>
	`list_sum([${addends.map((addend) => `sum(${addendFigure(addend).figure})`).join(', ')}])`;

/** Which of the different things that a series counts a report's edition asks for, from 0. */
function variantSql(series: Series): string {
	const branches = variantsOf(series).flatMap(({ forms }, index) =>
		forms.map((form) => `WHEN '${form}' THEN ${index}`)
	);
	return `(CASE form ${branches.join(' ')} END)`;
}

/**
 * Whether a report may stand beside others of its year: where editions count close but different
 * things, only one that counts what the edition due for the year does.
 */
function comparable(series: Series): string {
	if (!series.broken) return 'true';
	const due = variantsOf(series).flatMap(({ forms }, index) =>
		forms.map((form) => {
			const { from, until } = editionOf(form);
			return `WHEN year BETWEEN ${from} AND ${until ?? 9999} THEN ${index}`;
		})
	);
	return `coalesce(${variantSql(series)} = (CASE ${due.join(' ')} END), false)`;
}

/** The figure as totals take it: null where it is possibly a stock and the filters leave these out. */
export const takenFigure = ({ figure, possiblyStock }: SeriesFigure, { stock }: Filters) =>
	stock ? figure : `CASE WHEN NOT ${possiblyStock} THEN ${figure} END`;

/** The same, and null where the figure may not stand beside those of other reports of the year. */
export const comparableFigure = (of: SeriesFigure, filters: Filters) =>
	of.series.broken
		? `CASE WHEN ${of.comparable} THEN ${takenFigure(of, filters)} END`
		: takenFigure(of, filters);

/** The cells of last year's items and of their change, beside the decisions that may be these added; else none. */
export function stockCells(address: Address): readonly Address[] {
	const { section, item, measure } = partsOf(address);
	const last = addressOf(section, item, 'items_last_year');
	const change = addressOf(section, item, 'items_change');
	return measure === 'decisions' && ADDRESSES.includes(last) ? [last, change] : [];
}

/** True where a report's decisions equal its items: possibly a stock (domain: “Identities”). */
export function stockOf(address: Address): string {
	const [last, change] = stockCells(address);
	if (last === undefined || change === undefined) return 'false';
	const decisions = columnOf(address);
	return `coalesce(${decisions} <> 0 AND ${decisions} = ${columnOf(last)} + ${columnOf(change)}, false)`;
}

/** The same of figures: of decisions, and of the cells that they may be a stock of. */
export const isStock = ([decisions, last, change]: readonly (number | null)[]): boolean =>
	!!decisions &&
	typeof last === 'number' &&
	typeof change === 'number' &&
	decisions === last + change;

/**
 * The series that an address belongs to.
 *
 * @throws BadFilter where no edition of the form has the address
 */
export function seriesAt(address: Address): Series {
	const series = ADDRESSES.includes(address) ? seriesOf(address) : null;
	if (series) return series;
	throw new BadFilter(
		'measure',
		address,
		'表式中没有这个单元格',
		'no edition of the form has this cell'
	);
}

/** The expressions of the series that an address belongs to; throws as `seriesAt` does. */
export function seriesFigure(address: Address): SeriesFigure {
	const series = seriesAt(address);
	return {
		series,
		...addendFigure(series),
		possiblyStock: stockOf(address),
		variant: variantSql(series),
		comparable: comparable(series)
	};
}
