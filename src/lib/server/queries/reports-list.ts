import type { Address, FormCode, OutcomeCode, Status } from '../../form/index.ts';
import { STATUSES } from '../../form/index.ts';
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
import { outcomeFigure } from './outcomes.ts';
import { seriesFigure } from './series-figure.ts';

/** What a list of reports shows of each: a series of the form, or a way in which applications end. */
export type ListedFigure = { readonly cell: Address } | { readonly outcome: OutcomeCode };

/** Which figures a list is of: a status, or what a status does not tell. */
export const FIGURE_STATES = [...STATUSES, 'nonzero', 'zero', 'stock', 'not_collected'] as const;
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
}

export interface ReportsList extends Page<ListedReport> {
	/** The figures of the whole list added; null where there are none, or they may not be added. */
	readonly total: number | null;
	/** Reports of the list that have a figure, and that are invented. */
	readonly filled: number;
	readonly generated: number;
}

const STATE_SQL: Readonly<Record<Exclude<FigureState, Status>, string>> = {
	nonzero: 'value <> 0',
	zero: 'value = 0',
	stock: 'stock',
	not_collected: 'status_number IS NULL'
};

function stateCondition(state: FigureState | null | undefined): string {
	if (!state) return 'true';
	const status = STATUSES.find((known) => known === state);
	return status
		? `status_number = ${STATUS_NUMBERS[status]}`
		: STATE_SQL[state as keyof typeof STATE_SQL];
}

const NO_FIGURE = { figure: 'NULL', status: 'NULL', possiblyStock: 'false' };

function expressions(listed: ListedFigure | null) {
	if (listed === null) return NO_FIGURE;
	return 'cell' in listed ? seriesFigure(listed.cell) : outcomeFigure(listed.outcome);
}

/** Current reports as totals pick them; lists of cells and findings narrow them too. */
function listedReports(filters: Filters): Condition {
	return all([
		admittedReports({ ...filters, current: filters.current ?? true, scope: null }),
		{ sql: SCOPE_SQL[filters.scope === null ? 'all' : scopeRule(filters)], params: {} },
		mentions(filters, ['agency', 'title', 'source'])
	]);
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
	{ state, within }: ListedWhere = {}
): Promise<ReportsList> {
	const { figure, status, possiblyStock } = expressions(listed);
	const where = listedReports(filters);
	const params = { ...where.params, ...(within ? { from: within.from, below: within.below } : {}) };
	const selected = `
		SELECT
			report_id AS "reportId", agency_id AS "agencyId", agency, title,
			province, city, county, level, kind, scope, year, form,
			published_on AS "publishedOn", generated,
			${possiblyStock} AS stock,
			${figure} AS value,
			${status} AS status_number
		FROM figures
		WHERE ${where.sql}`;
	const select = `SELECT * FROM (${selected}) WHERE ${stateCondition(state)}
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
	const [page, [sums]] = await Promise.all([
		pageOf<ListedReport & { status_number: number | null; stock: boolean }>(
			database,
			filters,
			{ select, order },
			params
		),
		database.rows<Pick<ReportsList, 'total' | 'filled' | 'generated'>>(
			`SELECT CASE WHEN ${ADDABLE} THEN sum(value) END AS total,
				count(value) AS filled, count(*) FILTER (generated) AS generated
			FROM (SELECT *, true AS counted FROM (${select}))`,
			params
		)
	]);
	if (!sums) throw new Error('a count without a row');
	return {
		...page,
		rows: page.rows.map(({ status_number: number, stock, ...row }) => ({
			...row,
			status: number === null ? null : (STATUSES[number] ?? null),
			possiblyStock: stock
		})),
		...sums
	};
}
