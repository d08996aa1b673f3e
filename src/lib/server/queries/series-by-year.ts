import type { Address, Series } from '../../form/index.ts';
import { currentReports, SCOPE_SQL, scopeRule, type ScopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { ADDABLE, BASIS_SQL, type FigureBasis } from './basis.ts';
import { seriesFigure } from './series-figure.ts';

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

type Row = Omit<YearPoint, 'year' | 'p10' | 'p25' | 'median' | 'p75' | 'p90'> &
	Omit<FigureBasis, 'scope' | 'stockLeftOut'> & {
		year: number | null;
		variant: number | null;
		/** 0 for one variant in a year, 1 for a year: of which one may not be settled. */
		grouped: number;
		quantiles: readonly number[] | null;
	};

function pointOf<T extends Row>(row: T, year: number): YearPoint {
	const [p10 = null, p25 = null, median = null, p75 = null, p90 = null] = row.quantiles ?? [];
	const { total, reports, filled, reported, zero, blank, missing, unreadable } = row;
	const { notCollected, possiblyStock, generated } = row;
	return {
		...{ year, total, p10, p25, median, p75, p90, reports, filled, reported, zero },
		...{ blank, missing, unreadable, notCollected, possiblyStock, generated }
	};
}

/** How a figure develops over the years: totals, quantiles, and what each year rests on. */
export async function seriesByYear(
	database: Database,
	filters: Filters,
	address: Address
): Promise<SeriesByYear> {
	const { series, figure, status, possiblyStock, variant } = seriesFigure(address);
	const scope = scopeRule(filters);
	const where = currentReports(filters);
	// Close but different things have no figure together, only by themselves.
	const alike = series.broken ? ONE_VARIANT : 'true';
	const rows = await database.rows<Row>(
		`WITH selected AS (
			SELECT
				year, ${variant} AS variant, scope, level, generated,
				${SCOPE_SQL[scope]} AS counted,
				${status} AS status,
				${possiblyStock} AS stock,
				CASE WHEN NOT counted OR (stock AND NOT $stock) THEN NULL ELSE ${figure} END AS figure
			FROM figures
			WHERE ${where.sql}
		)
		SELECT
			year, ${series.broken ? 'variant, grouping(variant)' : 'NULL AS variant, 1'} AS grouped,
			CASE WHEN ${ADDABLE} AND ${alike} THEN sum(figure) END AS total,
			CASE WHEN ${alike} THEN quantile_cont(figure, [${QUANTILES.join(', ')}]) END AS quantiles,
			count(figure) AS filled,
			count(*) FILTER (figure = 0) AS zero,
			count(*) FILTER (counted AND status = 0) AS reported,
			count(*) FILTER (counted AND status = 1) AS blank,
			count(*) FILTER (counted AND status = 2) AS missing,
			count(*) FILTER (counted AND status = 3) AS unreadable,
			count(*) FILTER (counted AND status IS NULL) AS "notCollected",
			count(*) FILTER (counted AND stock) AS "possiblyStock",
			${BASIS_SQL}
		FROM selected
		GROUP BY ${series.broken ? 'GROUPING SETS ((year), (year, variant))' : 'year'}
		ORDER BY year, variant`,
		{ ...where.params, stock: filters.stock }
	);
	const ofYears = rows.flatMap((row) =>
		row.year === null || row.reports === 0 ? [] : [{ ...row, point: pointOf(row, row.year) }]
	);
	return {
		series,
		points: ofYears.filter(({ grouped }) => grouped === 1).map(({ point }) => point),
		byVariant: ofYears.flatMap(({ grouped, variant: index, point }) =>
			grouped === 0 && index !== null ? [{ ...point, variant: index }] : []
		),
		basis: basisOf(
			rows.filter(({ grouped }) => grouped === 1),
			scope,
			filters
		)
	};
}

/** The level of all years' reports; null where they have several. */
function levelOf(years: readonly Row[]): string | null {
	const [first, ...others] = years.filter(({ reports }) => reports > 0);
	if (!first) return '';
	return others.every(({ level }) => level === first.level) ? first.level : null;
}

/** What a series rests on: its years together, a year that is not settled among them. */
function basisOf(years: readonly Row[], scope: ScopeRule, filters: Filters): FigureBasis {
	const sum = (key: (typeof COUNTS)[number]) => years.reduce((whole, year) => whole + year[key], 0);
	const counts = Object.fromEntries(COUNTS.map((key) => [key, sum(key)]));
	return {
		scope,
		level: levelOf(years),
		...(counts as Record<(typeof COUNTS)[number], number>),
		stockLeftOut: !filters.stock
	};
}

/** The counts of a basis, which add up over the years. */
const COUNTS = [
	'reports',
	'generated',
	'scopeUnknown',
	'withoutYear',
	'otherScope',
	'reported',
	'blank',
	'missing',
	'unreadable',
	'notCollected',
	'possiblyStock'
] as const;
