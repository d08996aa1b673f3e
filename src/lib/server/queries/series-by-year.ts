import type { Address, Series } from '../../form/index.ts';
import { currentReports, SCOPE_SQL, scopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { basis, basisByYear, type FigureBasis } from './basis.ts';
import { seriesFigure, takenFigure, type SeriesFigure } from './series-figure.ts';

/** One year of a series over all reports that count; figures are null where no report has one. */
export interface YearPoint {
	readonly year: number;
	/** Null as well where the figures may not be added (see `ADDABLE`). */
	readonly total: number | null;
	/** The figures' own quantiles, interpolated as d3-array and spreadsheets do. */
	readonly p10: number | null;
	readonly p25: number | null;
	readonly median: number | null;
	readonly p75: number | null;
	readonly p90: number | null;
	readonly reports: number;
	/** Reports whose figure is in the total: `reported`, less the stocks that filters leave out. */
	readonly filled: number;
	readonly reported: number;
	/** Of these, how many give the figure in part: see `form/added.ts`. */
	readonly partial: number;
	/** Of those in the total, how many are 0. */
	readonly zero: number;
	readonly blank: number;
	readonly missing: number;
	readonly unreadable: number;
	readonly notCollected: number;
	readonly possiblyStock: number;
	readonly generated: number;
}

/** One year of a series over the reports whose editions count the same thing in it. */
export interface VariantPoint extends YearPoint {
	/** Its place in `variantsOf(series)`. */
	readonly variant: number;
}

export interface SeriesByYear {
	readonly series: Series;
	/** The years that have reports, oldest first; other years are gaps. */
	readonly points: readonly YearPoint[];
	/** The same for each variant where the series is broken: what is drawn then, never added. */
	readonly byVariant: readonly VariantPoint[];
	readonly basis: FigureBasis;
}

/** Whether all figures of a group count the same thing. */
const ONE_VARIANT = `(
	min(variant) FILTER (figure IS NOT NULL)
		IS NOT DISTINCT FROM max(variant) FILTER (figure IS NOT NULL)
)`;

const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

type Row = Omit<YearPoint, 'year' | 'p10' | 'p25' | 'median' | 'p75' | 'p90'> & {
	year: number | null;
	variant: number | null;
	/** 0 for one variant in a year, 1 for a year: of which one may not be settled. */
	grouped: number;
	quantiles: readonly number[] | null;
};

function pointOf(row: Row, year: number, addable: boolean): YearPoint {
	const [p10 = null, p25 = null, median = null, p75 = null, p90 = null] = row.quantiles ?? [];
	const { reports, filled, reported, partial, zero, blank, missing, unreadable } = row;
	const { notCollected, possiblyStock, generated } = row;
	return {
		...{ year, total: addable ? row.total : null, p10, p25, median, p75, p90 },
		...{ reports, filled, reported, partial, zero, blank, missing, unreadable },
		...{ notCollected, possiblyStock, generated }
	};
}

/** How many rows have a status; null of nothing but nulls, where FILTER would take twice as long. */
const ofStatus = (number: number) => `coalesce(count_if(status = ${number}), 0)`;

/** The figures of each year, and of each variant in it where the series is broken. */
function figuresByYear(database: Database, filters: Filters, of: SeriesFigure): Promise<Row[]> {
	const { series, status, possiblyStock, variant } = of;
	const where = currentReports(filters);
	// Close but different things have no figure together, only by themselves.
	const alike = series.broken ? ONE_VARIANT : 'true';
	return database.rows<Row>(
		`WITH selected AS (
			SELECT
				year, generated, ${status} AS status, ${possiblyStock} AS stock,
				${of.partial} AS part,
				${takenFigure(of, filters)} AS figure
				${series.broken ? `, ${variant} AS variant` : ''}
			FROM figures
			WHERE ${where.sql} AND ${SCOPE_SQL[scopeRule(filters)]}
		)
		SELECT
			year, ${series.broken ? 'variant, grouping(variant)' : 'NULL AS variant, 1'} AS grouped,
			CASE WHEN ${alike} THEN sum(figure) END AS total,
			CASE WHEN ${alike} THEN quantile_cont(figure, [${QUANTILES.join(', ')}]) END AS quantiles,
			count(figure) AS filled,
			coalesce(count_if(figure = 0), 0) AS zero,
			${ofStatus(0)} AS reported,
			coalesce(count_if(part), 0) AS partial,
			${ofStatus(1)} AS blank,
			${ofStatus(2)} AS missing,
			${ofStatus(3)} AS unreadable,
			count(*) - count(status) AS "notCollected",
			count_if(stock) AS "possiblyStock",
			count(*) AS reports,
			count_if(generated) AS generated
		FROM selected
		GROUP BY ${series.broken ? 'GROUPING SETS ((year), (year, variant))' : 'year'}
		ORDER BY year, variant`,
		where.params
	);
}

/** How a figure develops over the years: totals, quantiles, and what each year rests on. */
export async function seriesByYear(
	database: Database,
	filters: Filters,
	address: Address
): Promise<SeriesByYear> {
	const of = seriesFigure(address);
	const [rows, years, resting] = await Promise.all([
		figuresByYear(database, filters, of),
		basisByYear(database, filters),
		basis(database, filters)
	]);
	const addable = new Map(years.map(({ year, addable: may }) => [year, may]));
	const ofYears = rows.flatMap((row) =>
		row.year === null
			? []
			: [{ ...row, point: pointOf(row, row.year, addable.get(row.year) ?? false) }]
	);
	const whole = rows.filter(({ grouped }) => grouped === 1);
	return {
		series: of.series,
		points: ofYears.filter(({ grouped }) => grouped === 1).map(({ point }) => point),
		byVariant: ofYears.flatMap(({ grouped, variant, point }) =>
			grouped === 0 && variant !== null ? [{ ...point, variant }] : []
		),
		basis: { ...resting, ...statesOf(whole), stockLeftOut: !filters.stock }
	};
}

/** How the reports fill a figure in, which adds up over the years. */
const STATES = [
	'reported',
	'partial',
	'blank',
	'missing',
	'unreadable',
	'notCollected',
	'possiblyStock'
] as const;

function statesOf(years: readonly Row[]): Pick<FigureBasis, (typeof STATES)[number]> {
	const sum = (key: (typeof STATES)[number]) => years.reduce((whole, year) => whole + year[key], 0);
	return Object.fromEntries(STATES.map((key) => [key, sum(key)])) as Record<
		(typeof STATES)[number],
		number
	>;
}
