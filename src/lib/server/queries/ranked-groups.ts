import type { Bound } from '../condition.ts';
import type { Database } from '../database.ts';

/** What the reports of some years are grouped by. */
export const RANKED_BY = ['agency', 'province', 'city', 'kind'] as const;
export type RankedBy = (typeof RANKED_BY)[number];

/** A group of reports: an agency, a region or a kind. */
export interface Group {
	/** Its place among the ranked, equal figures sharing one; null where the figure is not known. */
	readonly place: number | null;
	/** An agency’s identifier, a region’s name or the code of a kind; null where not settled. */
	readonly group: string | null;
	readonly agency: string | null;
	/** Where an agency is, or the province of a city; null for other groups. */
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
}

const KEY: Readonly<Record<RankedBy, string>> = {
	agency: 'agency_id',
	province: 'province',
	city: 'city',
	kind: 'kind'
};

/** What a group is, over its rows of `figures`, as SQL columns. */
export function groupColumns(by: RankedBy): string {
	// An agency is called what its newest report calls it, and lies where that says.
	const ofAgency = (column: string) =>
		`${by === 'agency' ? `CAST(arg_max_null(${column}, year) AS VARCHAR)` : 'NULL'} AS ${column}`;
	const province = by === 'city' ? 'CAST(province AS VARCHAR) AS province' : ofAgency('province');
	return `CAST(${KEY[by]} AS VARCHAR) AS "group",
		${ofAgency('agency')}, ${province}, ${ofAgency('city')}, ${ofAgency('county')}`;
}

/** What tells groups apart: cities of one name lie in several provinces. */
export const groupedBy = (by: RankedBy): string => (by === 'city' ? 'city, province' : KEY[by]);

/** How groups are ranked, over the columns of the question that forms them. */
export interface Ranking {
	/** The SQL of what ranks them, and of the number that it is a share of or counts. */
	readonly rank: string;
	readonly whole: string;
	/** Below which number a share says little; those groups are left out where `guarded`. */
	readonly small: number;
	readonly guarded: boolean;
	readonly ascending: boolean;
	readonly limit: number;
	readonly offset: number;
}

/** A stretch of the ranked groups. */
export interface RankedGroups<T> {
	readonly groups: readonly T[];
	/** Groups there are, those that are ranked, and those too small for their shares. */
	readonly groupCount: number;
	readonly rankedCount: number;
	readonly smallCount: number;
}

/** Places in order, equal figures sharing one; `better` stand before the first of these. */
function placesOf(ranks: readonly (number | null)[], offset: number, better: number) {
	let place = better + 1;
	return ranks.map((rank, index) => {
		if (index > 0 && rank !== ranks[index - 1]) place = offset + index + 1;
		return rank === null ? null : place;
	});
}

/** Ranks the groups that a question forms; those whose rank is not known come last either way. */
export async function rankedGroups<T extends Group>(
	database: Database,
	grouped: string,
	params: Readonly<Record<string, Bound>>,
	{ rank, whole, small, guarded, ascending, limit, offset }: Ranking
): Promise<RankedGroups<T>> {
	const isSmall = `coalesce(${whole}, 0) < ${small}`;
	const [direction, before, first] = ascending ? ['ASC', '<', 'min'] : ['DESC', '>', 'max'];
	const order = `ORDER BY rank ${direction} NULLS LAST,
		${whole} DESC NULLS LAST, "group", province`;
	type Counts = Omit<RankedGroups<T>, 'groups'> & { better: number };
	// Places are told of the rows listed alone: a window over all groups takes a third of the time.
	const rows = await database.rows<T & Counts & { listed: boolean | null; rank: number | null }>(
		`WITH grouped AS (${grouped}),
		ranked AS (
			SELECT *, ${rank} AS rank FROM grouped WHERE ${guarded ? `NOT (${isSmall})` : 'true'}
		),
		page AS (SELECT *, true AS listed FROM ranked ${order} LIMIT $limit OFFSET $offset),
		counted AS (
			SELECT
				(SELECT count(*) FROM grouped) AS "groupCount",
				(SELECT count(*) FROM ranked) AS "rankedCount",
				(SELECT count(*) FROM grouped WHERE ${isSmall}) AS "smallCount",
				(SELECT count(*) FROM ranked WHERE rank ${before} (SELECT ${first}(rank) FROM page))
					AS better
		)
		SELECT * FROM counted LEFT JOIN page ON true ${order}`,
		{ ...params, limit, offset }
	);
	const { groupCount = 0, rankedCount = 0, smallCount = 0, better = 0 } = rows[0] ?? {};
	const listed = rows.filter((row) => row.listed);
	const places = placesOf(
		listed.map((row) => row.rank),
		offset,
		better
	);
	return {
		groups: listed.map((row, index) => ({ ...row, place: places[index] ?? null })),
		...{ groupCount, rankedCount, smallCount }
	};
}
