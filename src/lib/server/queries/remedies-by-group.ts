import { addressOf, EDITIONS, seriesOf, variantsOf, type Address } from '../../form/index.ts';
import { currentReports, SCOPE_SQL, scopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters, YearRange } from '../filters.ts';
import {
	groupColumns,
	groupedBy,
	rankedGroups,
	type Group,
	type RankedBy,
	type RankedGroups
} from './ranked-groups.ts';
import { seriesFigure } from './series-figure.ts';

/** What an agency is taken to: reconsideration, or litigation of both kinds together. */
export const REMEDY_KINDS = ['reconsideration', 'litigation'] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** The ways in which cases end that add up to a series, and all cases. */
export const REMEDY_RESULTS = ['upheld', 'corrected', 'other', 'total'] as const;
export type RemedyResult = (typeof REMEDY_RESULTS)[number];

/** What orders groups: the part of their decided cases that went against them, or a count. */
export const REMEDY_ORDERS = ['lost', 'corrected', 'total'] as const;
export type RemedyOrder = (typeof REMEDY_ORDERS)[number];

/** Decided cases below which the part lost says little: one agency has few of them in a year. */
export const FEW_CASES = 10;

/** The series that counts one result of a kind of remedy. */
export function remedyAddress(kind: RemedyKind, result: RemedyResult): Address {
	if (kind === 'reconsideration') return addressOf('remedies', kind, result);
	return addressOf('statistics', result === 'total' ? 'litigations' : `${kind}_${result}`, 'count');
}

/**
 * The editions whose reports of a year may stand side by side: those that count cases as the one
 * due for the year does, since 2014 has no row for pending ones. Of those asked for, where any is.
 */
export function remedyForms(
	kind: RemedyKind,
	year: number,
	asked: readonly string[] = []
): readonly string[] {
	const due = EDITIONS.find(({ from, until }) => year >= from && year <= (until ?? year))?.code;
	const series = seriesOf(remedyAddress(kind, 'total'));
	const variants = series ? variantsOf(series) : [];
	const alike: readonly string[] =
		variants.find(({ forms }) => forms.some((form) => form === due))?.forms ?? [];
	if (asked.length === 0) return alike;
	const both = asked.filter((form) => alike.includes(form));
	return both.length > 0 ? both : asked;
}

export interface RemediesOfGroup extends Group, Readonly<Record<RemedyResult, number | null>> {
	/** Cases decided one way or the other; null where either way is not reported. */
	readonly decided: number | null;
	readonly reports: number;
	readonly generated: number;
}

/** Which groups are asked for, and in which order. */
export interface RemediesAsked {
	readonly kind: RemedyKind;
	readonly by: RankedBy;
	/** The years that are added, of those that the filters admit: of the editions that count as the last one's does. */
	readonly years: YearRange;
	readonly order?: RemedyOrder;
	readonly ascending?: boolean;
	/** Whether groups of fewer than FEW_CASES decided cases are ranked by the part lost too. */
	readonly small?: boolean;
	readonly limit?: number;
	readonly offset?: number;
}

/** How cases ended in some years by agency, region or kind, over reports that may be added. */
export function remediesByGroup(
	database: Database,
	filters: Filters,
	{
		kind,
		by,
		years,
		order = 'lost',
		ascending = false,
		small = false,
		limit = 20,
		offset = 0
	}: RemediesAsked
): Promise<RankedGroups<RemediesOfGroup>> {
	const form = remedyForms(kind, years.to, filters.form);
	const where = currentReports({ ...filters, form });
	const sums = REMEDY_RESULTS.map(
		(result) => `sum(${seriesFigure(remedyAddress(kind, result)).figure}) AS ${result}`
	);
	return rankedGroups<RemediesOfGroup>(
		database,
		`SELECT *, upheld + corrected AS decided FROM (
			SELECT
				${groupColumns(by)},
				${sums.join(', ')},
				count(*) AS reports, count(*) FILTER (generated) AS generated
			FROM figures
			WHERE ${where.sql} AND ${SCOPE_SQL[scopeRule(filters)]}
				AND year BETWEEN $first AND $last
			GROUP BY ${groupedBy(by)}
		) WHERE coalesce(${REMEDY_RESULTS.join(', ')}) IS NOT NULL`,
		{ ...where.params, first: years.from, last: years.to },
		{
			rank: order === 'lost' ? 'corrected / nullif(decided, 0)' : order,
			whole: 'decided',
			small: FEW_CASES,
			guarded: order === 'lost' && !small,
			ascending,
			limit,
			offset
		}
	);
}
