import {
	addressOf,
	columnOf,
	CELL_FORMS,
	OUTCOMES,
	type Address,
	type OutcomeCode
} from '../../form/index.ts';
import { currentReports, SCOPE_SQL, scopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { statusColumnOf } from '../tables.ts';
import { ADDABLE, basis, type Basis } from './basis.ts';

/**
 * Applications by the way they ended, after the 总计 column. A group adds the rows that are
 * reported; it is null where none is. Where rows are not, the report counts as incomplete.
 */
export type OutcomeCounts = Readonly<Record<OutcomeCode, number | null>> & {
	/** What the reports themselves give as the total of all outcomes. */
	readonly stated: number | null;
};

export interface OutcomesOfYear extends OutcomeCounts {
	readonly year: number;
	/** Reports of the year; those with no outcome reported; those with some rows not reported. */
	readonly reports: number;
	readonly withoutFigures: number;
	readonly incomplete: number;
	readonly generated: number;
	/** False where own and rolled-up figures, or several levels of the latter, would be added. */
	readonly addable: boolean;
}

export interface OutcomesOfAgency extends OutcomeCounts {
	readonly agencyId: string;
	readonly agency: string | null;
	readonly level: string | null;
	readonly scope: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly year: number;
	readonly reportId: string;
	readonly generated: boolean;
	readonly incomplete: boolean;
}

export interface OutcomesByYear {
	readonly years: readonly OutcomesOfYear[];
	readonly basis: Basis;
}

export interface OutcomesByAgency {
	readonly year: number | null;
	readonly agencies: readonly OutcomesOfAgency[];
	readonly agencyCount: number;
	readonly basis: Basis;
}

/** The 总计 cells of the rows of an outcome group, of all editions. */
export function outcomeCells(outcome: OutcomeCode): Address[] {
	return [...CELL_FORMS].flatMap(([address, forms]) =>
		[...forms.values()].some(
			({ item, measure }) => item.outcome === outcome && measure.code === 'total'
		)
			? [address]
			: []
	);
}

/** Every cell that an outcome is counted from: what a chart of outcomes rests on. */
export const OUTCOME_CELLS: readonly Address[] = OUTCOMES.flatMap(({ code }) => outcomeCells(code));

const STATED = columnOf(addressOf('applications', 'outcomes_total', 'total'));

/** `list_sum` leaves out what is null, and is null where all is: no row's blank becomes a zero. */
const GROUPS = OUTCOMES.map(
	({ code }) => `list_sum([${outcomeCells(code).map(columnOf).join(', ')}]) AS ${code}`
).join(',\n');

/** The figure and the worst status of one outcome in a report, as `seriesFigure` has them. */
export function outcomeFigure(outcome: OutcomeCode) {
	const cells = outcomeCells(outcome);
	return {
		figure: `list_sum([${cells.map(columnOf).join(', ')}])`,
		status: `list_max([${cells.map(statusColumnOf).join(', ')}])`,
		possiblyStock: 'false'
	};
}

const STATUSES_OF_ROWS = `[${OUTCOME_CELLS.map(statusColumnOf).join(', ')}]`;

/** The columns of one report's outcomes, over `figures`. */
const REPORT_OUTCOMES = `
	${GROUPS},
	${STATED} AS stated,
	coalesce(list_max(${STATUSES_OF_ROWS}) > 0, true) AS incomplete,
	coalesce(${OUTCOMES.map(({ code }) => code).join(', ')}) IS NULL AS without_figures`;

const SUMMED = [...OUTCOMES.map(({ code }) => code), 'stated'];

/** How applications ended, year by year, over the reports that may be added. */
export async function outcomesByYear(
	database: Database,
	filters: Filters
): Promise<OutcomesByYear> {
	const where = currentReports(filters);
	const sums = SUMMED.map((name) => `CASE WHEN addable THEN ${name} END AS ${name}`);
	const years = await database.rows<OutcomesOfYear>(
		`WITH selected AS (
			SELECT year, scope, level, generated, true AS counted, ${REPORT_OUTCOMES}
			FROM figures
			WHERE ${where.sql} AND ${SCOPE_SQL[scopeRule(filters)]} AND year IS NOT NULL
		),
		yearly AS (
			SELECT
				year,
				${ADDABLE} AS addable,
				${SUMMED.map((name) => `sum(${name}) AS ${name}`).join(', ')},
				count(*) AS reports,
				count(*) FILTER (without_figures) AS "withoutFigures",
				count(*) FILTER (incomplete AND NOT without_figures) AS incomplete,
				count(*) FILTER (generated) AS generated
			FROM selected
			GROUP BY year
		)
		SELECT year, addable, ${sums.join(', ')}, reports, "withoutFigures", incomplete, generated
		FROM yearly
		ORDER BY year`,
		where.params
	);
	return { years, basis: await basis(database, filters) };
}

/** How applications ended at the agencies that had most of them in a year; nothing is added. */
export async function outcomesByAgency(
	database: Database,
	filters: Filters,
	{ year = null, limit = 20 }: { year?: number | null; limit?: number } = {}
): Promise<OutcomesByAgency> {
	const where = currentReports(filters);
	const scope = filters.scope ?? 'all';
	const rows = await database.rows<OutcomesOfAgency & { agencyCount: number }>(
		`WITH selected AS (
			SELECT
				agency_id AS "agencyId", agency, level, scope, province, city, county, year,
				report_id AS "reportId", generated, ${REPORT_OUTCOMES},
				list_sum([${OUTCOMES.map(({ code }) => code).join(', ')}]) AS handled
			FROM figures
			WHERE ${where.sql} AND ${SCOPE_SQL[scope]} AND year IS NOT NULL
		)
		SELECT * EXCLUDE (without_figures, handled), count(*) OVER () AS "agencyCount"
		FROM selected
		WHERE year = coalesce($year, (SELECT max(year) FROM selected WHERE NOT without_figures))
			AND NOT without_figures
		ORDER BY handled DESC, "agencyId"
		LIMIT $limit`,
		{ ...where.params, year, limit: Math.max(limit, filters.agency.length) }
	);
	return {
		year: rows[0]?.year ?? null,
		agencies: rows.map(({ agencyCount: _, ...agency }) => agency),
		agencyCount: rows[0]?.agencyCount ?? 0,
		basis: await basis(database, { ...filters, scope })
	};
}
