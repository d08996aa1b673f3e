import {
	addressOf,
	columnOf,
	namedSum,
	OUTCOME_CELLS,
	OUTCOMES,
	type Address,
	type OutcomeCode
} from '../../form/index.ts';
import { currentReports, SCOPE_SQL, scopeRule, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters, YearRange } from '../filters.ts';
import { OUTCOME_ROWS } from '../tables.ts';
import { basis, basisByYear, type Basis } from './basis.ts';
import {
	groupColumns,
	groupedBy,
	rankedGroups,
	type Group,
	type RankedBy,
	type RankedGroups
} from './ranked-groups.ts';
import { addedTotal } from './series-figure.ts';

/**
 * Applications by the way they ended, after the 总计 column. What rows are added, and when a
 * report counts as incomplete: see `form/added.ts`.
 */
export type OutcomeCounts = Readonly<Record<OutcomeCode, number | null>> & {
	/** What the reports themselves give as the total of all outcomes. */
	readonly stated: number | null;
};

export interface OutcomesOfYear extends OutcomeCounts {
	readonly year: number;
	/** Reports of the year; those with no outcome reported; those with some outcomes and rows alone. */
	readonly reports: number;
	readonly withoutFigures: number;
	readonly incomplete: number;
	readonly generated: number;
	/** False where own and rolled-up figures, or several levels, would be added. */
	readonly addable: boolean;
	/** What each cell of an outcome, and each further cell asked for, adds up to. */
	readonly sums: Readonly<Record<Address, number | null>>;
}

export interface OutcomesByYear {
	readonly years: readonly OutcomesOfYear[];
	readonly basis: Basis;
}

/**
 * What orders groups: how many applications they ended, or which part of these they granted, in
 * full or in part, or ended in one of the other ways.
 */
export const OUTCOME_ORDERS = [
	'count',
	'share',
	'refused',
	'unable',
	'unprocessed',
	'other'
] as const;
export type OutcomeOrder = (typeof OUTCOME_ORDERS)[number];

/** Applications below which a share says little: such a group ranks nowhere unless asked for. */
export const SMALL_NUMBER = 30;

export interface OutcomesOfGroup extends OutcomeCounts, Group {
	/** All applications that ended in a way that is reported. */
	readonly handled: number | null;
	readonly reports: number;
	readonly incomplete: number;
	readonly generated: number;
}

const STATED = addressOf('applications', 'outcomes_total', 'total');

/** Each way in which applications end, added over the reports of a group: see `form/added.ts`. */
const ADDED = OUTCOMES.map(({ code }) => `${addedTotal(namedSum(code).addends)} AS ${code}`).join(
	', '
);

/** Over a report's row of `figures`: whether it gives no outcome, and whether it gives some alone. */
const WITHOUT = `(${OUTCOME_ROWS.reported} = 0)`;
const INCOMPLETE = `(${OUTCOME_ROWS.reported} > 0 AND ${OUTCOME_ROWS.lacking} > 0)`;

const countsOf = (added: (column: string) => number | null) =>
	Object.fromEntries(OUTCOMES.map(({ code }) => [code, added(code)])) as Record<
		OutcomeCode,
		number | null
	>;

type YearRow = Omit<OutcomesOfYear, keyof OutcomeCounts | 'sums' | 'addable'> &
	Record<string, number | null>;

/**
 * How applications ended, year by year, over the reports that may be added.
 *
 * @param more further cells to add up beside, such as who applied
 */
export async function outcomesByYear(
	database: Database,
	filters: Filters,
	more: readonly Address[] = []
): Promise<OutcomesByYear> {
	const where = currentReports(filters);
	const cells = [...new Set([...OUTCOME_CELLS, STATED, ...more])];
	const [rows, ofYears, resting] = await Promise.all([
		database.rows<YearRow>(
			`SELECT
				year,
				count(*) AS reports,
				count_if(${WITHOUT}) AS "withoutFigures",
				count_if(${INCOMPLETE}) AS incomplete,
				count_if(generated) AS generated,
				${ADDED},
				${cells.map((address) => `sum(${columnOf(address)}) AS ${columnOf(address)}`).join(', ')}
			FROM figures
			WHERE ${where.sql} AND ${SCOPE_SQL[scopeRule(filters)]} AND year IS NOT NULL
			GROUP BY year
			ORDER BY year`,
			where.params
		),
		basisByYear(database, filters),
		basis(database, filters)
	]);
	const years = rows.map((row) => {
		const { year, reports, withoutFigures, incomplete, generated } = row;
		const addable = ofYears.some((each) => each.year === year && each.addable);
		const added = (column: string) => (addable ? (row[column] ?? null) : null);
		return {
			...{ year, addable, reports, withoutFigures, incomplete, generated },
			...countsOf(added),
			stated: added(columnOf(STATED)),
			sums: Object.fromEntries(cells.map((address) => [address, added(columnOf(address))]))
		};
	});
	return { years, basis: resting };
}

/** The groups of some years, each with its outcomes: SQL over `$first` and `$last`. */
function groupsOf(where: Condition, filters: Filters, by: RankedBy): string {
	return `
		SELECT
			${groupColumns(by)},
			${ADDED},
			sum(${columnOf(STATED)}) AS stated,
			count(*) AS reports, count(*) FILTER (${INCOMPLETE}) AS incomplete,
			count(*) FILTER (generated) AS generated
		FROM figures
		WHERE ${where.sql} AND ${SCOPE_SQL[scopeRule(filters)]}
			AND year BETWEEN $first AND $last AND NOT (${WITHOUT})
		GROUP BY ${groupedBy(by)}`;
}

/** A group's part of the applications that it ended; null where it ended none. */
function rankOf(order: OutcomeOrder): string {
	if (order === 'count') return 'handled';
	const part = order === 'share' ? 'list_sum([granted, partly_granted])' : order;
	return `${part} / nullif(handled, 0)`;
}

/** Which groups are asked for, and in which order. */
export interface OutcomesAsked {
	readonly by: RankedBy;
	/** The years that are added, of those that the filters admit. */
	readonly years: YearRange;
	readonly order?: OutcomeOrder;
	readonly ascending?: boolean;
	/** Whether groups of fewer than SMALL_NUMBER applications are ranked by share too. */
	readonly small?: boolean;
	readonly limit?: number;
	readonly offset?: number;
}

/** How applications ended in some years by agency, region or kind, over reports that may be added. */
export function outcomesByGroup(
	database: Database,
	filters: Filters,
	{
		by,
		years,
		order = 'count',
		ascending = false,
		small = false,
		limit = 20,
		offset = 0
	}: OutcomesAsked
): Promise<RankedGroups<OutcomesOfGroup>> {
	const where = currentReports(filters);
	const codes = OUTCOMES.map(({ code }) => code).join(', ');
	return rankedGroups<OutcomesOfGroup>(
		database,
		`SELECT *, list_sum([${codes}]) AS handled FROM (${groupsOf(where, filters, by)})`,
		{ ...where.params, first: years.from, last: years.to },
		{
			rank: rankOf(order),
			whole: 'handled',
			small: SMALL_NUMBER,
			guarded: order !== 'count' && !small,
			ascending,
			limit: Math.max(limit, filters.agency.length),
			offset
		}
	);
}
