import type { Address, FormCode, Series } from '../../form/index.ts';
import { currentReports, SCOPE_SQL, scopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { ADDABLE, BASIS_SQL, type FigureBasis } from './basis.ts';
import { seriesFigure } from './series-figure.ts';

/** One year of a series over all reports that count; figures are null where no report has one. */
export interface YearPoint {
	readonly year: number;
	/** Null as well where the figures may not be added (see `ADDABLE`). */
	readonly total: number | null;
	readonly mean: number | null;
	readonly p25: number | null;
	readonly median: number | null;
	readonly p75: number | null;
	readonly reports: number;
	/** Reports whose figure is in the total: `reported`, less the stocks that filters leave out. */
	readonly filled: number;
	readonly reported: number;
	readonly blank: number;
	readonly missing: number;
	readonly unreadable: number;
	readonly notCollected: number;
	readonly possiblyStock: number;
	readonly generated: number;
}

/** One year of a series over the reports of one edition of the form. */
export interface FormPoint extends YearPoint {
	readonly form: FormCode;
}

export interface SeriesByYear {
	readonly series: Series;
	/** The years that have reports, oldest first; other years are gaps. */
	readonly points: readonly YearPoint[];
	/** The same for each edition: what a broken series is drawn from. */
	readonly byForm: readonly FormPoint[];
	readonly basis: FigureBasis;
}

const STATUS_COUNTS = `
	count(*) FILTER (counted AND status = 0) AS reported,
	count(*) FILTER (counted AND status = 1) AS blank,
	count(*) FILTER (counted AND status = 2) AS missing,
	count(*) FILTER (counted AND status = 3) AS unreadable,
	count(*) FILTER (counted AND status IS NULL) AS "notCollected",
	count(*) FILTER (counted AND stock) AS "possiblyStock"`;

/** How a figure develops over the years: totals, quartiles, and what each year rests on. */
export async function seriesByYear(
	database: Database,
	filters: Filters,
	address: Address
): Promise<SeriesByYear> {
	const { series, figure, status, possiblyStock } = seriesFigure(address);
	const scope = scopeRule(filters);
	const where = currentReports(filters);
	const selected = `
		SELECT
			year, form, scope, level, generated,
			${SCOPE_SQL[scope]} AS counted,
			${status} AS status,
			${possiblyStock} AS stock,
			CASE WHEN stock AND NOT $stock THEN NULL ELSE ${figure} END AS figure
		FROM figures
		WHERE ${where.sql}`;
	const params = { ...where.params, stock: filters.stock };
	const rows = await database.rows<Omit<FormPoint, 'form'> & { form: FormCode | null }>(
		`WITH selected AS (${selected})
		SELECT
			year,
			CASE WHEN grouping(form) = 0 THEN form END AS form,
			CASE WHEN ${ADDABLE} THEN sum(figure) END AS total,
			avg(figure) AS mean,
			quantile_cont(figure, 0.25) AS p25,
			quantile_cont(figure, 0.5) AS median,
			quantile_cont(figure, 0.75) AS p75,
			count(*) AS reports,
			count(figure) AS filled,
			count(*) FILTER (generated) AS generated,
			${STATUS_COUNTS}
		FROM selected
		WHERE counted AND year IS NOT NULL
		GROUP BY GROUPING SETS ((year), (year, form))
		ORDER BY year, form`,
		params
	);
	const [basis] = await database.rows<Omit<FigureBasis, 'scope' | 'stockLeftOut'>>(
		`WITH selected AS (${selected}) SELECT ${BASIS_SQL}, ${STATUS_COUNTS} FROM selected`,
		params
	);
	if (!basis) throw new Error('a count without a row');
	return {
		series,
		points: rows.filter(({ form }) => form === null).map(({ form: _, ...point }) => point),
		byForm: rows.filter((row): row is FormPoint => row.form !== null),
		basis: { scope, ...basis, stockLeftOut: !filters.stock }
	};
}
