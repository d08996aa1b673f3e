import type { Address, Series } from '../../form/index.ts';
import { currentReports, SCOPE_SQL, scopeRule } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { ADDABLE } from './basis.ts';
import { comparableFigure, seriesFigure } from './series-figure.ts';
import { rankOf, type SeriesRanking } from './series-rank.ts';

/** What reports may be grouped by, beside the agency: columns of the same name. */
export const GROUP_KEYS = ['province', 'city', 'county', 'kind'] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];

/** What a group is compared by: what its reports add up to, or the middle one of them. */
export const GROUP_MEASURES = ['total', 'median'] as const;
export type GroupMeasure = (typeof GROUP_MEASURES)[number];

/** One year of the reports of a group. Null where none has a figure, or they may not be added. */
export interface GroupPoint {
	readonly year: number;
	readonly total: number | null;
	readonly median: number | null;
	readonly reports: number;
	readonly filled: number;
	readonly zero: number;
	readonly blank: number;
	readonly generated: number;
	readonly possiblyStock: number;
	/** Reports whose edition asks for the figure. */
	readonly asked: number;
}

export interface GroupSeries {
	/** A region’s name or the code of a kind; null where it is not settled. */
	readonly group: string | null;
	/** A region's own: names of counties and cities come again in other places. */
	readonly province: string | null;
	readonly city: string | null;
	readonly points: readonly GroupPoint[];
}

export interface SeriesByGroup {
	readonly series: Series;
	/** By the measure in the year that ranks, or its change, the greatest first unless asked. */
	readonly groups: readonly GroupSeries[];
	readonly groupCount: number;
	/** Of these, the ones that have what ranks: the measure in the year, or a change on the one before. */
	readonly rankedCount: number;
}

interface Asked extends SeriesRanking {
	readonly by: GroupKey;
	/** The year that ranks. */
	readonly year: number | null;
	readonly measure?: GroupMeasure;
	readonly limit?: number;
}

/** The regions that tell a group from others of its name. */
const ABOVE: Readonly<Record<GroupKey, readonly string[]>> = {
	province: [],
	city: ['province'],
	county: ['province', 'city'],
	kind: []
};

type Row = Omit<GroupSeries, 'points'> & GroupPoint & { groupCount: number; rankedCount: number };

function gather(rows: readonly Row[]): GroupSeries[] {
	const groups = new Map<string, GroupSeries & { points: GroupPoint[] }>();
	for (const row of rows) {
		const { group, province, city } = row;
		const { year, total, median, reports, filled, zero, blank } = row;
		const { generated, possiblyStock, asked } = row;
		const key = JSON.stringify([province, city, group]);
		const known = groups.get(key) ?? { group, province, city, points: [] };
		known.points.push({
			...{ year, total, median, reports, filled, zero, blank },
			...{ generated, possiblyStock, asked }
		});
		groups.set(key, known);
	}
	return [...groups.values()];
}

/**
 * The groups of reports with the greatest totals or medians of a year, each with its whole series.
 * Of a figure whose editions may not be joined, only reports in the edition due for the year count.
 */
export async function seriesByGroup(
	database: Database,
	filters: Filters,
	address: Address,
	{ by, year, measure = 'total', limit = 40, rank = 'value', ascending = false }: Asked
): Promise<SeriesByGroup> {
	const of = seriesFigure(address);
	const where = currentReports(filters);
	const above = ABOVE[by];
	const places = ['province', 'city'].map((column) =>
		above.includes(column) ? column : `NULL AS ${column}`
	);
	const byRank = `rank ${ascending ? 'ASC' : 'DESC'} NULLS LAST`;
	const grouping = ['"group"', ...above].join(', ');
	const rows = await database.rows<Row>(
		`WITH selected AS (
			SELECT
				${by} AS "group", ${places.join(', ')}, year, form, scope, level, generated,
				true AS counted,
				${of.status} AS status,
				${of.possiblyStock} AS stock,
				${comparableFigure(of, filters)} AS figure
			FROM figures
			WHERE ${where.sql} AND ${SCOPE_SQL[scopeRule(filters)]} AND year IS NOT NULL
		),
		grouped AS (
			SELECT
				${grouping}, year,
				CASE WHEN ${ADDABLE} THEN sum(figure) END AS total,
				quantile_cont(figure, 0.5) AS median,
				count(*) AS reports, count(figure) AS filled,
				count(*) FILTER (figure = 0) AS zero, count(*) FILTER (status = 1) AS blank,
				count(*) FILTER (generated) AS generated,
				count(*) FILTER (stock) AS "possiblyStock",
				count(status) AS asked
			FROM selected
			GROUP BY ${grouping}, year
		),
		ranked AS (
			SELECT *, count(*) OVER () AS "groupCount", count(rank) OVER () AS "rankedCount"
			FROM (
				SELECT ${grouping}, ${rankOf(rank, 'now', 'before')} AS rank
				FROM (
					SELECT ${grouping}, max(${measure}) FILTER (year = $year) AS now,
						max(${measure}) FILTER (year = $year - 1) AS before
					FROM grouped
					GROUP BY ${grouping}
				)
			)
			ORDER BY ${byRank}, ${grouping}
			LIMIT $limit
		)
		SELECT
			grouped."group" AS "group",
			${['province', 'city'].map((column) => (above.includes(column) ? `CAST(grouped.${column} AS VARCHAR) AS ${column}` : `NULL AS ${column}`)).join(', ')},
			year, total, median, reports, filled, zero, blank, generated, "possiblyStock", asked,
			"groupCount", "rankedCount"
		FROM grouped JOIN ranked
			ON ${['"group"', ...above].map((column) => `grouped.${column} IS NOT DISTINCT FROM ranked.${column}`).join(' AND ')}
		ORDER BY ${byRank}, ${['"group"', ...above].map((column) => `grouped.${column}`).join(', ')}, year`,
		{ ...where.params, year, limit }
	);
	const { groupCount = 0, rankedCount = 0 } = rows[0] ?? {};
	return { series: of.series, groups: gather(rows), groupCount, rankedCount };
}
