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
import type { Filters } from '../filters.ts';
import { OUTCOME_ROWS } from '../tables.ts';
import { basis, basisByYear, type Basis } from './basis.ts';
import { addedFigure, addedTotal } from './series-figure.ts';

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

/** What applications are grouped by in one year. */
export const OUTCOME_GROUPS = ['agency', 'province', 'city', 'kind'] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

/** What orders groups: how many applications they ended, or which part of these they granted. */
export const OUTCOME_ORDERS = ['count', 'share'] as const;
export type OutcomeOrder = (typeof OUTCOME_ORDERS)[number];

/** Applications below which a share says little: such a group ranks nowhere unless asked for. */
export const SMALL_NUMBER = 30;

export interface OutcomesOfGroup extends OutcomeCounts {
	/** An agency’s identifier, a region’s name or the code of a kind; null where not settled. */
	readonly group: string | null;
	readonly agency: string | null;
	readonly province: string | null;
	/** The report of an agency; null for groups of several. */
	readonly reportId: string | null;
	/** All applications that ended in a way that is reported. */
	readonly handled: number | null;
	readonly reports: number;
	readonly incomplete: number;
	readonly generated: number;
}

export interface OutcomesByGroup {
	readonly groups: readonly OutcomesOfGroup[];
	/** Groups with outcomes, and those left out because they are too small for their shares. */
	readonly groupCount: number;
	readonly smallCount: number;
}

const STATED = addressOf('applications', 'outcomes_total', 'total');

/** Each way in which applications end, added over the reports of a group: see `form/added.ts`. */
const ADDED = OUTCOMES.map(({ code }) => `${addedTotal(namedSum(code).addends)} AS ${code}`).join(
	', '
);

/** Over a report's row of `figures`: whether it gives no outcome, and whether it gives some alone. */
const WITHOUT = `(${OUTCOME_ROWS.reported} = 0)`;
/** Of the few reports that lack rows alone it is asked which these are: a hybrid form may have others. */
const INCOMPLETE = `(CASE WHEN ${OUTCOME_ROWS.lacking} > 0
	THEN ${addedFigure(namedSum('handled').addends).partial} ELSE false END)`;

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

const KEY: Readonly<Record<OutcomeGroup, string>> = {
	agency: 'agency_id',
	province: 'province',
	city: 'city',
	kind: 'kind'
};

/** The groups of one year, each with its outcomes: SQL over `$year`. */
function groupsOf(where: Condition, filters: Filters, by: OutcomeGroup): string {
	const ofCity = by === 'city' ? ', province' : '';
	return `
		SELECT
			CAST(${KEY[by]} AS VARCHAR) AS "group",
			${by === 'city' ? 'CAST(province AS VARCHAR)' : 'NULL'} AS province,
			${by === 'agency' ? 'any_value(agency)' : 'NULL'} AS agency,
			${by === 'agency' ? 'any_value(report_id)' : 'NULL'} AS "reportId",
			${ADDED},
			sum(${columnOf(STATED)}) AS stated,
			count(*) AS reports, count(*) FILTER (${INCOMPLETE}) AS incomplete,
			count(*) FILTER (generated) AS generated
		FROM figures
		WHERE ${where.sql} AND ${SCOPE_SQL[scopeRule(filters)]} AND year = $year AND NOT (${WITHOUT})
		GROUP BY ${KEY[by]}${ofCity}`;
}

/**
 * How applications ended in one year by agency, region or kind, over reports that may be added.
 *
 * @param small whether groups of fewer than SMALL_NUMBER applications are ranked by share too
 */
export async function outcomesByGroup(
	database: Database,
	filters: Filters,
	asked: {
		readonly by: OutcomeGroup;
		readonly year: number;
		readonly order?: OutcomeOrder;
		readonly small?: boolean;
		readonly limit?: number;
	}
): Promise<OutcomesByGroup> {
	const { by, year, order = 'count', small = false, limit = 20 } = asked;
	const where = currentReports(filters);
	const codes = OUTCOMES.map(({ code }) => code).join(', ');
	const left = order === 'share' && !small ? `handled >= ${SMALL_NUMBER}` : 'true';
	const rank = order === 'share' ? 'list_sum([granted, partly_granted]) / handled' : 'handled';
	type Counted = Pick<OutcomesByGroup, 'groupCount' | 'smallCount'>;
	const rows = await database.rows<OutcomesOfGroup & Counted & { ranked: boolean | null }>(
		`WITH grouped AS (SELECT *, list_sum([${codes}]) AS handled
			FROM (${groupsOf(where, filters, by)})),
		counted AS (
			SELECT count(*) AS "groupCount",
				count(*) FILTER (handled < ${SMALL_NUMBER}) AS "smallCount"
			FROM grouped
		),
		ranked AS (
			SELECT *, true AS ranked, ${rank} AS rank FROM grouped
			WHERE ${left}
			ORDER BY rank DESC NULLS LAST, "group", province
			LIMIT $limit
		)
		SELECT * EXCLUDE (rank) FROM counted LEFT JOIN ranked ON true
		ORDER BY rank DESC NULLS LAST, "group", province`,
		{ ...where.params, year, limit: Math.max(limit, filters.agency.length) }
	);
	return {
		groups: rows.flatMap(({ groupCount: _, smallCount: __, ranked, ...group }) =>
			ranked ? [group] : []
		),
		groupCount: rows[0]?.groupCount ?? 0,
		smallCount: rows[0]?.smallCount ?? 0
	};
}
