import type { DuckDBConnection } from '@duckdb/node-api';
import { columnNames } from './columns.ts';
import { ROSTER_PART_SCHEMA } from './views.ts';

/**
 * A name without its region and without what a township or subdistrict may leave out, so that
 * 甲市乙县丙镇人民政府 and 丙镇 of 乙县 are one.
 */
const BARE_NAME = `CREATE OR REPLACE TEMP MACRO behind(words, beginning) AS
		CASE WHEN starts_with(words, coalesce(beginning, ''))
			THEN substring(words, length(coalesce(beginning, '')) + 1) ELSE words END;
	CREATE OR REPLACE TEMP MACRO bare_name(agency, province, city, county) AS
		regexp_replace(regexp_replace(behind(behind(behind(agency, province), city), county),
			'(镇|乡|苏木)(?:人民)?政府$', '\\1'), '(街道)(?:办事处|办)$', '\\1')`;

/** Two regions are one: the same to the lowest part, and what stands above left out in one at most. */
const ONE_REGION = `mine.county IS NOT DISTINCT FROM other.county
	AND (mine.city IS NOT DISTINCT FROM other.city
		OR (mine.county IS NOT NULL AND (mine.city IS NULL OR other.city IS NULL)))
	AND (mine.province IS NULL OR other.province IS NULL OR mine.province = other.province)`;

/** The agencies that have settled reports, in `work.filers`, each with its last year. */
const FILERS = `CREATE OR REPLACE TABLE work.filers AS
	SELECT agency_id, agencies.agency, agencies.kind, agencies.level, agencies.province,
		agencies.city, agencies.county, parent.agency AS parent, generated, first_year, last_year,
		bare_name(agencies.agency, agencies.province, agencies.city, agencies.county) AS bare
	FROM work.agencies
	JOIN (SELECT agency_id, any_value(generated) AS generated, min(year) AS first_year,
			max(year) AS last_year
		FROM work.reports JOIN work.current USING (report_id)
		WHERE resolved AND is_current GROUP BY agency_id) USING (agency_id)
	LEFT JOIN work.agencies AS parent ON parent.agency_id = agencies.parent_id`;

/**
 * Which line of the roster an agency with reports is, in `work.successions`: the one whose identifier,
 * or whose bare name and region, is that of the organ or of one of its former names. A line without
 * a province that fits agencies of several is none of them; those lines stand in `work.unclear`. Lines
 * whose agencies are all those of lines before stand in `work.shared`, and count for nothing.
 */
const SUCCESSIONS = `CREATE OR REPLACE TABLE work.fitting AS
	WITH mine AS (
		SELECT *, bare_name(agency, province, city, county) AS bare FROM work.roster_names
	),
	fit AS (
		SELECT mine.line, mine.former, other.agency_id, true AS exact
		FROM mine JOIN work.filers AS other USING (agency_id)
		UNION ALL
		SELECT mine.line, mine.former, other.agency_id, false
		FROM mine JOIN work.filers AS other
			ON mine.bare = other.bare AND mine.generated = other.generated AND ${ONE_REGION}
	)
	SELECT line, agency_id, bool_or(exact) AS exact, bool_and(former) AS former
	FROM fit GROUP BY line, agency_id;
CREATE OR REPLACE TABLE work.unclear AS
	SELECT line FROM work.fitting JOIN work.filers USING (agency_id)
	WHERE NOT exact GROUP BY line, former HAVING count(DISTINCT province) > 1;
CREATE OR REPLACE TABLE work.successions AS
	SELECT line, agency_id, exact, former FROM work.fitting
	WHERE exact OR line NOT IN (SELECT line FROM work.unclear)
	QUALIFY row_number() OVER (PARTITION BY agency_id ORDER BY former, line) = 1;
CREATE OR REPLACE TABLE work.shared AS
	SELECT DISTINCT line FROM work.fitting
	WHERE line NOT IN (SELECT line FROM work.successions UNION SELECT line FROM work.unclear)`;

/**
 * Everyone who is to report or has, in `work.organs`: the lines of the roster, each under the identifier
 * of its newest reports, and the agencies with reports that stand on no line. Their places make a
 * list of tens of thousands quick to group and to order.
 */
const ORGANS = `CREATE OR REPLACE TABLE work.organs AS
	WITH newest AS (
		SELECT line, filers.* FROM work.successions JOIN work.filers USING (agency_id)
		QUALIFY row_number() OVER (PARTITION BY line
			ORDER BY former, exact DESC, last_year DESC, agency_id) = 1
	),
	organ AS (
		SELECT roster.line, coalesce(newest.agency_id, roster.agency_id) AS agency_id, roster.agency,
			coalesce(roster.parent, newest.parent) AS parent,
			coalesce(roster.province, newest.province) AS province,
			coalesce(roster.city, newest.city) AS city,
			coalesce(roster.county, newest.county) AS county,
			coalesce(roster.level, newest.level) AS level, coalesce(roster.kind, newest.kind) AS kind,
			roster.generated, true AS listed, roster.first_year, roster.last_year
		FROM work.roster LEFT JOIN newest USING (line)
		WHERE line NOT IN (SELECT line FROM work.shared)
		UNION ALL
		SELECT NULL, agency_id, agency, parent, province, city, county, level, kind, generated, false,
			first_year, NULL
		FROM work.filers WHERE agency_id NOT IN (SELECT agency_id FROM work.successions)
	)
	SELECT *, row_number() OVER (ORDER BY generated, province NULLS FIRST, city NULLS FIRST,
		county NULLS FIRST, agency, agency_id)::INTEGER AS place FROM organ`;

/** Tells which agency with reports each line of `work.roster` is, under which former names too. */
export async function settleRoster(connection: DuckDBConnection): Promise<void> {
	for (const sql of [BARE_NAME, FILERS, SUCCESSIONS, ORGANS]) await connection.run(sql);
}

/** The rows of the roster part. */
export const ROSTER = `SELECT ${columnNames(ROSTER_PART_SCHEMA)}
	FROM (SELECT roster.* REPLACE (coalesce(organs.agency_id, roster.agency_id) AS agency_id)
		FROM work.roster LEFT JOIN work.organs USING (line))
	ORDER BY line`;
