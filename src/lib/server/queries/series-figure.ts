import {
	ADDRESSES,
	addressOf,
	columnOf,
	editionOf,
	partsOf,
	seriesOf,
	variantsOf,
	type Address,
	type Series
} from '../../form/index.ts';
import { BadFilter, type Filters } from '../filters.ts';
import { statusColumnOf } from '../tables.ts';

/**
 * How one report's figure of a series is told from its row of `figures`, as SQL expressions. A
 * question writes them out where it needs them: an alias used beside its own definition would be
 * sought among the thousand columns of the table first.
 */
export interface SeriesFigure {
	readonly series: Series;
	/** The figure; null where any part of it is not reported. */
	readonly figure: string;
	/** The worst status of its parts; null where the report has no such cells. */
	readonly status: string;
	/** True where decisions equal last year's items plus the change: possibly a stock. */
	readonly possiblyStock: string;
	/** Which of the series' variants the report's edition counts: see `variantsOf`. */
	readonly variant: string;
	/** True where the figure may stand beside those of other reports of the year. */
	readonly comparable: string;
}

const sumOf = (addresses: readonly Address[]) => `(${addresses.map(columnOf).join(' + ')})`;

/** Statuses are numbered from good to bad, so that the worst is the greatest. */
function worstOf(addresses: readonly Address[]): string {
	const columns = addresses.map(statusColumnOf);
	if (columns.length === 1) return columns.join();
	const absent = columns.map((column) => `${column} IS NULL`).join(' OR ');
	return `(CASE WHEN ${absent} THEN NULL ELSE greatest(${columns.join(', ')}) END)`;
}

/**
 * An expression over the parts of a series. A report's own edition comes first; where the parts
 * mean the same, a hybrid form may answer with the rows of the other edition.
 */
function byEdition({ parts, broken }: Series, of: (addresses: readonly Address[]) => string) {
	const distinct = new Set(parts.map(({ addresses }) => addresses.join()));
	const [first] = parts;
	if (!first || distinct.size <= 1) return of(first?.addresses ?? []);
	const branches = parts.map((part) => {
		const others = broken ? [] : parts.filter((other) => other !== part);
		const candidates = [part, ...others].map(({ addresses }) => of(addresses));
		return `WHEN '${part.form}' THEN coalesce(${candidates.join(', ')})`;
	});
	return `(CASE form ${branches.join(' ')} END)`;
}

/** A hybrid's status is that of the rows its figure comes from; else of its own edition's rows. */
function statusOf(series: Series): string {
	const own = byEdition(series, worstOf);
	// Of one cell alone the status says it all, and a hundred of them are bound in no time.
	if (new Set(series.parts.flatMap(({ addresses }) => addresses)).size === 1) return own;
	return `(CASE WHEN ${byEdition(series, sumOf)} IS NOT NULL THEN 0 ELSE ${own} END)`;
}

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

/** True where a report's decisions equal its items: possibly a stock (domain: “Identities”). */
export function stockOf(address: Address): string {
	const { section, item, measure } = partsOf(address);
	const last = addressOf(section, item, 'items_last_year');
	const change = addressOf(section, item, 'items_change');
	if (measure !== 'decisions' || !ADDRESSES.includes(last)) return 'false';
	const decisions = columnOf(address);
	return `coalesce(${decisions} <> 0 AND ${decisions} = ${columnOf(last)} + ${columnOf(change)}, false)`;
}

/**
 * The expressions of the series that an address belongs to.
 *
 * @throws BadFilter where no edition of the form has the address
 */
export function seriesFigure(address: Address): SeriesFigure {
	const series = ADDRESSES.includes(address) ? seriesOf(address) : null;
	if (!series) {
		throw new BadFilter(
			'measure',
			address,
			'表式中没有这个单元格',
			'no edition of the form has this cell'
		);
	}
	return {
		series,
		figure: byEdition(series, sumOf),
		status: statusOf(series),
		possiblyStock: stockOf(address),
		variant: variantSql(series),
		comparable: comparable(series)
	};
}
