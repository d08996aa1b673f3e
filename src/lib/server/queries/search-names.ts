import type { Bound } from '../condition.ts';
import type { Database } from '../database.ts';
import { matchingNames } from '../search/matching.ts';

/** A region that a question names. */
export interface RegionRow {
	/** The name that matched, and whether it is one of other years. */
	readonly name: string;
	readonly former: boolean;
	readonly province: string;
	readonly city: string | null;
	readonly county: string | null;
	/** Current reports of agencies in it. */
	readonly reports: number;
	/** Whether all of them are invented. */
	readonly generated: boolean;
	/** How many regions the question names. */
	readonly count: number;
}

/** An agency as it is suggested while someone types. */
export interface AgencySuggestion {
	readonly agencyId: string;
	/** What it is called in its reports. */
	readonly agency: string | null;
	/** The name that matched, and whether it is one of other years. */
	readonly name: string;
	readonly former: boolean;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly generated: boolean;
}

const REAL: Readonly<Record<string, string>> = {
	null: '',
	true: 'AND generated',
	false: 'AND NOT generated'
};

/** The regions that a question names, the best answers first, those with most reports first among these. */
export async function regionsNamed(
	database: Database,
	question: string,
	{ limit, generated = null }: { limit: number; generated?: boolean | null }
): Promise<RegionRow[]> {
	const names = matchingNames(question);
	const params: Record<string, Bound> = { ...names.params, limit };
	return database.rows<RegionRow>(
		`WITH region AS (
			SELECT DISTINCT ON (province, city, county) name, former, province, city, county, rank
			FROM (${names.sql}) WHERE agency_id IS NULL
			ORDER BY province, city, county, rank, former, name
		),
		counted AS (
			SELECT province, city, county, count(*) AS reports, bool_and(generated) AS generated
			FROM figures WHERE is_current ${REAL[String(generated)] ?? ''} GROUP BY ALL
		)
		SELECT name, former, region.province, region.city, region.county,
			sum(reports) AS reports, bool_and(generated) AS generated, count(*) OVER () AS count
		FROM region JOIN counted ON counted.province = region.province
			AND (coalesce(region.city, region.county) IS NULL
				OR counted.city IS NOT DISTINCT FROM region.city)
			AND (region.county IS NULL OR counted.county = region.county)
		GROUP BY name, former, region.province, region.city, region.county, rank
		ORDER BY rank, sum(reports) DESC, region.province, region.city NULLS FIRST, region.county NULLS FIRST
		LIMIT $limit`,
		params
	);
}

/** The agencies that a question names, the best answers first. */
export async function agenciesSuggested(
	database: Database,
	question: string,
	limit: number
): Promise<AgencySuggestion[]> {
	const names = matchingNames(question);
	return database.rows<AgencySuggestion>(
		`WITH named AS (
			SELECT DISTINCT ON (agency_id) agency_id, name, former, province, city, county, generated, rank
			FROM (${names.sql}) WHERE agency_id IS NOT NULL
			ORDER BY agency_id, rank, former, name
		)
		SELECT agency_id AS "agencyId", agency, name, former,
			named.province, named.city, named.county, generated
		FROM named JOIN agencies USING (agency_id)
		ORDER BY rank, kind IS DISTINCT FROM 'government', length(name), name, agency_id
		LIMIT $limit`,
		{ ...names.params, limit }
	);
}
