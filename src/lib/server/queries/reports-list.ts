import {
	cellAlone,
	namedSum,
	STATUSES,
	type Address,
	type FormCode,
	type Status,
	type SumCode
} from '../../form/index.ts';
import {
	admittedReports,
	all,
	mentions,
	SCOPE_SQL,
	scopeRule,
	type Condition
} from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { pageOf, type Page } from '../page.ts';
import { orderBy } from '../sorting.ts';
import { STATUS_NUMBERS } from '../tables.ts';
import { ADDABLE } from './basis.ts';
import { addedFigure, seriesFigure } from './series-figure.ts';

/** What a list of reports shows of each: a series of the form, one cell of it alone, or a sum. */
export type ListedFigure =
	{ readonly cell: Address } | { readonly alone: Address } | { readonly sum: SumCode };

/** Which figures a list is of: a status, or what a status does not tell. */
export const FIGURE_STATES = [
	...STATUSES,
	'partial',
	'nonzero',
	'zero',
	'stock',
	'not_collected'
] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** Figures from one size up to but not with another: a class of a histogram. */
export interface FigureClass {
	readonly from: number;
	readonly below: number;
}

/** Which of the reports a list is of, by the figure that it shows of each. */
export interface ListedWhere {
	readonly state?: FigureState | null;
	readonly within?: FigureClass | null;
}

export interface ListedReport {
	readonly reportId: string;
	readonly agencyId: string;
	readonly agency: string | null;
	readonly title: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: string | null;
	readonly kind: string | null;
	readonly scope: string | null;
	readonly year: number | null;
	readonly form: FormCode;
	readonly publishedOn: string | null;
	readonly generated: boolean;
	readonly value: number | null;
	/** Null where no figure is listed, and where the edition does not ask for it. */
	readonly status: Status | null;
	readonly possiblyStock: boolean;
	/** Whether some part of the figure is not reported. */
	readonly partial: boolean;
	/** Whether there is a figure, and none that filters leave out as possibly a stock. */
	readonly counted: boolean;
}

/** Why the figures of a list have no total: none is there, or they may not be added. */
export type NoTotal = 'none' | 'groups' | 'editions';

export interface ReportsList extends Page<ListedReport> {
	/** The figures of the whole list added, less the stocks that filters leave out. */
	readonly total: number | null;
	readonly noTotal: NoTotal | null;
	/** Reports whose figure is in the total, and of these the ones that give it in part. */
	readonly filled: number;
	readonly partial: number;
	/** Reports whose figure is left out as possibly a stock; invented reports. */
	readonly stockLeftOut: number;
	readonly generated: number;
}

const STATE_SQL: Readonly<Record<Exclude<FigureState, Exclude<Status, 'reported'>>, string>> = {
	reported: `status_number = ${STATUS_NUMBERS.reported} AND taken`,
	partial: 'partial AND taken',
	nonzero: 'value <> 0 AND taken',
	zero: 'value = 0',
	stock: 'stock',
	not_collected: 'status_number IS NULL'
};

function stateCondition(state: FigureState | null | undefined): string {
	if (!state) return 'true';
	if (state === 'blank' || state === 'missing' || state === 'unreadable') {
		return `status_number = ${STATUS_NUMBERS[state]}`;
	}
	return STATE_SQL[state];
}

const NO_FIGURE = { figure: 'NULL', status: 'NULL', partial: 'false' };
const PLAIN = { possiblyStock: 'false', variant: 'NULL' };

function expressions(listed: ListedFigure | null) {
	if (listed === null) return { ...NO_FIGURE, ...PLAIN };
	if ('sum' in listed) return { ...addedFigure(namedSum(listed.sum).addends), ...PLAIN };
	const series = seriesFigure('cell' in listed ? listed.cell : listed.alone);
	if ('alone' in listed) {
		return { ...series, ...addedFigure([cellAlone(listed.alone)]), variant: 'NULL' };
	}
	return { ...series, variant: series.series.broken ? series.variant : 'NULL' };
}

/** Whether all figures counted count the same thing (see `variantsOf`). */
const ONE_VARIANT = `(
	min(variant) FILTER (counted) IS NOT DISTINCT FROM max(variant) FILTER (counted)
)`;

/** A row as the database gives it. */
interface Stored extends Omit<ListedReport, 'status' | 'possiblyStock'> {
	readonly status_number: number | null;
	readonly stock: boolean;
	readonly taken: boolean;
	readonly variant: number | null;
}

const listedReport = ({
	status_number: number,
	stock,
	taken: _,
	variant: __,
	...row
}: Stored): ListedReport => ({
	...row,
	status: number === null ? null : (STATUSES[number] ?? null),
	possiblyStock: stock
});

/** Current reports as totals pick them; lists of cells and findings narrow them too. */
function listedReports(filters: Filters): Condition {
	return all([
		admittedReports({ ...filters, current: filters.current ?? true, scope: null }),
		{ sql: SCOPE_SQL[filters.scope === null ? 'all' : scopeRule(filters)], params: {} },
		mentions(filters, ['agency', 'title', 'source'])
	]);
}

/** The reports behind a number as SQL, each with its figure, and their order. */
function listSql(filters: Filters, listed: ListedFigure | null, { state, within }: ListedWhere) {
	const { figure, status, partial, possiblyStock, variant } = expressions(listed);
	// Whoever asks for the stocks sees what these add up to.
	const taken = filters.stock || state === 'stock' ? 'true' : 'NOT stock';
	const where = listedReports(filters);
	const params = { ...where.params, ...(within ? { from: within.from, below: within.below } : {}) };
	const selected = `
		SELECT
			report_id AS "reportId", agency_id AS "agencyId", agency, title,
			province, city, county, level, kind, scope, year, form,
			published_on AS "publishedOn", generated,
			${possiblyStock} AS stock,
			${figure} AS value,
			${status} AS status_number,
			${partial} AS partial,
			${variant} AS variant
		FROM figures
		WHERE ${where.sql}`;
	const select = `SELECT *, value IS NOT NULL AND taken AS counted
		FROM (SELECT *, ${taken} AS taken FROM (${selected})) WHERE ${stateCondition(state)}
		AND ${within ? 'value >= $from AND value < $below' : 'true'}`;
	const order = orderBy(
		filters,
		{
			agency: 'agency',
			province: 'province',
			level: 'level',
			kind: 'kind',
			year: 'year',
			published: '"publishedOn"',
			value: 'value'
		},
		listed === null
			? 'generated, year DESC NULLS LAST, province, city, county, agency, "reportId"'
			: 'value DESC NULLS LAST, year DESC NULLS LAST, "reportId"'
	);
	return { select, order, params };
}

/** The whole list in batches, while the database makes it. */
export async function* everyListedReport(
	database: Database,
	filters: Filters,
	listed: ListedFigure | null,
	where: ListedWhere
): AsyncGenerator<readonly ListedReport[]> {
	const { select, order, params } = listSql(filters, listed, where);
	const batches = database.stream<Stored>(`${select} ${order}`, params);
	for await (const rows of batches) yield rows.map(listedReport);
}

/**
 * The reports behind a number: a page of those that the filters admit, each with its figure, and
 * what the figures of the whole list add up to.
 *
 * @throws BadFilter where `sort` names no column of the list, or no edition has the cell
 */
export async function reportsList(
	database: Database,
	filters: Filters,
	listed: ListedFigure | null = null,
	where: ListedWhere = {}
): Promise<ReportsList> {
	const { select, order, params } = listSql(filters, listed, where);
	const [page, [sums]] = await Promise.all([
		pageOf<Stored>(database, filters, { select, order }, params),
		database.rows<Omit<ReportsList, keyof Page<ListedReport>>>(
			`WITH listed AS (${select}),
			summed AS (
				SELECT
					count_if(counted) AS filled,
					count_if(counted AND partial) AS partial,
					count_if(stock AND NOT taken) AS "stockLeftOut",
					count_if(generated) AS generated,
					sum(value) FILTER (counted) AS total,
					CASE
						WHEN count_if(counted) = 0 THEN 'none'
						WHEN NOT ${ADDABLE} THEN 'groups'
						WHEN NOT ${ONE_VARIANT} THEN 'editions'
					END AS "noTotal"
				FROM listed
			)
			SELECT * REPLACE (CASE WHEN "noTotal" IS NULL THEN total END AS total) FROM summed`,
			params
		)
	]);
	if (!sums) throw new Error('a count without a row');
	return { ...page, rows: page.rows.map(listedReport), ...sums };
}
