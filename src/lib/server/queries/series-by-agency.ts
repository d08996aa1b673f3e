import {
	STATUSES,
	type Address,
	type FormCode,
	type Series,
	type Status
} from '../../form/index.ts';
import { currentReports, SCOPE_SQL } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { basis, type Basis } from './basis.ts';
import { comparableFigure, seriesFigure } from './series-figure.ts';
import { rankOf, type SeriesRanking } from './series-rank.ts';

/** One agency's figure for one year, and the report it stands in. */
export interface AgencyPoint {
	readonly year: number;
	readonly reportId: string;
	readonly form: FormCode;
	readonly value: number | null;
	/** Null where the edition does not ask for the figure. */
	readonly status: Status | null;
	readonly possiblyStock: boolean;
}

export interface AgencySeries {
	readonly agencyId: string;
	readonly agency: string | null;
	readonly kind: string | null;
	readonly level: string | null;
	readonly scope: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly generated: boolean;
	/** By year; a year without a report has no point. */
	readonly points: readonly AgencyPoint[];
}

export interface SeriesByAgency {
	readonly series: Series;
	/** The year that ranks the agencies; null where no report has a figure and a year. */
	readonly year: number | null;
	/** By what ranks, the greatest first unless asked; agencies without it come last. */
	readonly agencies: readonly AgencySeries[];
	/** Agencies that the filters admit, ranked or not. */
	readonly agencyCount: number;
	/** Of these, the ones that have what ranks: a figure in the year, or a change on the one before. */
	readonly rankedCount: number;
	readonly basis: Basis;
}

type Row = Omit<AgencySeries, 'points'> &
	Omit<AgencyPoint, 'status'> & {
		status: number | null;
		rankedYear: number | null;
		agencyCount: number;
		rankedCount: number;
	};

function agencyOf(row: Row): Omit<AgencySeries, 'points'> {
	const { agencyId, agency, kind, level, scope, province, city, county, generated } = row;
	return { agencyId, agency, kind, level, scope, province, city, county, generated };
}

function gather(rows: readonly Row[]): AgencySeries[] {
	const agencies = new Map<string, AgencySeries & { points: AgencyPoint[] }>();
	for (const row of rows) {
		const { year, reportId, form, value, possiblyStock, status } = row;
		const known = agencies.get(row.agencyId) ?? { ...agencyOf(row), points: [] };
		known.points.push({
			year,
			reportId,
			form,
			value,
			status: status === null ? null : (STATUSES[status] ?? null),
			possiblyStock
		});
		agencies.set(row.agencyId, known);
	}
	return [...agencies.values()];
}

/**
 * The agencies with the greatest figures of a year, each with its whole series. Nothing is added,
 * so own and rolled-up figures stand side by side, told apart by `scope`.
 *
 * @param year the year that ranks; unless given, the newest in which a report has a figure
 * @param limit how many agencies; those of `filters.agency` are all there
 */
export async function seriesByAgency(
	database: Database,
	filters: Filters,
	address: Address,
	{
		year = null,
		limit = 12,
		rank = 'value',
		ascending = false
	}: { year?: number | null; limit?: number } & SeriesRanking = {}
): Promise<SeriesByAgency> {
	const of = seriesFigure(address);
	const where = currentReports(filters);
	const scope = filters.scope ?? 'all';
	const order = `rank_figure ${ascending ? 'ASC' : 'DESC'} NULLS LAST, agency_id`;
	const rows = await database.rows<Row>(
		`WITH selected AS (
			SELECT
				agency_id, agency, kind, level, scope, province, city, county, generated,
				report_id, year, form,
				${of.possiblyStock} AS stock,
				${comparableFigure(of, filters)} AS figure,
				${of.status} AS figure_status
			FROM figures
			WHERE ${where.sql} AND year IS NOT NULL AND ${SCOPE_SQL[scope]}
		),
		ranking AS (
			SELECT coalesce($year, max(year) FILTER (figure IS NOT NULL)) AS year FROM selected
		),
		ranked AS (
			SELECT *, count(*) OVER () AS agency_count, count(rank_figure) OVER () AS ranked_count
			FROM (
				SELECT agency_id, ${rankOf(rank, 'now', 'before')} AS rank_figure
				FROM (
					SELECT agency_id,
						max(figure) FILTER (selected.year = ranking.year) AS now,
						max(figure) FILTER (selected.year = ranking.year - 1) AS before
					FROM selected, ranking
					GROUP BY agency_id
				)
			)
			ORDER BY ${order}
			LIMIT $limit
		)
		SELECT
			agency_id AS "agencyId", agency, kind, level, scope, province, city, county, generated,
			selected.year AS year, report_id AS "reportId", form, figure AS value,
			figure_status AS status, stock AS "possiblyStock",
			ranking.year AS "rankedYear", agency_count AS "agencyCount",
			ranked_count AS "rankedCount"
		FROM selected JOIN ranked USING (agency_id), ranking
		ORDER BY ${order}, selected.year`,
		{
			...where.params,
			year,
			limit: Math.max(limit, filters.agency.length)
		}
	);
	return {
		series: of.series,
		year: rows[0]?.rankedYear ?? null,
		agencies: gather(rows),
		agencyCount: rows[0]?.agencyCount ?? 0,
		rankedCount: rows[0]?.rankedCount ?? 0,
		basis: await basis(database, { ...filters, scope })
	};
}
