import type { DuckDBConnection } from '@duckdb/node-api';
import { columnNames } from './columns.ts';
import { SCHEMAS } from './tables.ts';

/**
 * The day by which a report is to be published (article 49 of the regulation of 2019; before it,
 * article 31 of that of 2008 gave all organs until 31 March). A government's own report, which its
 * office writes, has until 31 March; for townships 31 January is local practice, not law.
 */
const DUE_ON = `CREATE OR REPLACE TEMP MACRO due_day(kind, scope, year) AS
	CASE WHEN year < 2019 OR coalesce(kind = 'government', false)
			OR coalesce(kind = 'general_office' AND scope = 'consolidated', false)
		THEN make_date(year + 1, 3, 31) ELSE make_date(year + 1, 1, 31) END`;

/**
 * The years for which an organ is to report, in `work.due`: those of the roster within the years of
 * the corpus; without a roster, from an agency's first report to the last year of the corpus. What
 * is invented and what is real have each their own roster and their own years.
 */
const DUE = `CREATE OR REPLACE TABLE work.due AS
	WITH span AS (
		SELECT generated, min(first_year) AS first, max(last_year) AS last
		FROM work.filers GROUP BY generated
	),
	rostered AS (SELECT DISTINCT generated FROM work.roster)
	SELECT agency_id, CAST(unnest(generate_series(
		greatest(coalesce(first_year, first), first), least(coalesce(last_year, last), last))) AS INTEGER) AS year
	FROM work.organs JOIN span USING (generated)
	WHERE listed OR generated NOT IN (SELECT generated FROM rostered)`;

/**
 * The settled reports of each organ and year, in `work.filed`. It was in time where its first
 * version was; a version without a date may have been the first.
 */
const FILED = `CREATE OR REPLACE TABLE work.filed AS
	WITH owned AS (
		SELECT coalesce(organs.agency_id, reports.agency_id) AS owner, reports.*, is_current,
			coalesce(former, false) AS former
		FROM work.reports JOIN work.current USING (report_id)
		LEFT JOIN work.successions USING (agency_id) LEFT JOIN work.organs USING (line)
		WHERE resolved AND year IS NOT NULL
	)
	SELECT owner AS agency_id, year, min(published_on) AS published_on,
		bool_and(published_on IS NOT NULL) AS all_dated,
		unnest(arg_min(struct_pack(report_id, source, scope, illegible := legible = 0 AND lost > 0),
			(former, agency_id <> owner, report_id)) FILTER (is_current))
	FROM owned GROUP BY owner, year HAVING bool_or(is_current)`;

/**
 * Files that may hold what is not there, in `work.hints`: reports whose agency or year is not
 * settled, and rejected files whose manifest or path names both. One counts where exactly one organ
 * bears the name in the region as far as it is known (just there, where the name itself tells the
 * region: 甲市人民政府 is no county's), and where that organ's year is open.
 */
const HINTS = `CREATE OR REPLACE TABLE work.hints AS
	WITH hint AS (
		SELECT report_id, source, agency, province, city, county, year, generated
		FROM work.reports WHERE NOT resolved AND agency IS NOT NULL
		UNION ALL
		SELECT NULL, source, agency, province, city, county, year, NULL FROM work.sightings
	),
	name AS (
		SELECT organs.agency_id, names.agency, names.province, names.city, names.county, names.generated
		FROM work.roster_names AS names JOIN work.organs USING (line)
		UNION ALL
		SELECT coalesce(organs.agency_id, filers.agency_id), filers.agency, filers.province, filers.city,
			filers.county, filers.generated
		FROM work.filers LEFT JOIN work.successions USING (agency_id)
		LEFT JOIN work.organs USING (line)
	),
	fit AS (
		SELECT hint.source, hint.report_id, hint.year, name.agency_id,
			bare_name(hint.agency, hint.province, hint.city, hint.county) <> hint.agency
				AND hint.county IS NOT DISTINCT FROM name.county
				AND hint.city IS NOT DISTINCT FROM name.city AS exact
		FROM hint JOIN name
			ON bare_name(hint.agency, hint.province, hint.city, hint.county)
				= bare_name(name.agency, name.province, name.city, name.county)
			AND coalesce(hint.province = name.province, true) AND coalesce(hint.city = name.city, true)
			AND coalesce(hint.county = name.county, true)
			AND coalesce(hint.generated = name.generated, true)
		QUALIFY exact OR NOT bool_or(exact) OVER (PARTITION BY hint.source, hint.report_id)
	),
	named AS (
		SELECT source, report_id, year, min(agency_id) AS agency_id
		FROM fit GROUP BY source, report_id, year HAVING count(DISTINCT agency_id) = 1
	),
	gap AS (
		SELECT *, count(*) OVER (PARTITION BY agency_id) AS gaps
		FROM work.due ANTI JOIN work.filed USING (agency_id, year)
	)
	SELECT agency_id, gap.year, unnest(arg_min(struct_pack(report_id, source),
		(report_id IS NOT NULL, source)))
	FROM named JOIN gap USING (agency_id)
	WHERE named.year = gap.year OR (named.year IS NULL AND gaps = 1)
	GROUP BY agency_id, gap.year`;

/** Every agency-year that is expected or was filed, in `work.filings`. */
const STATES = `CREATE OR REPLACE TABLE work.filings AS
	WITH together AS (
		SELECT agency_id, year, due.year IS NOT NULL AS expected, filed.* EXCLUDE (agency_id, year)
		FROM work.due FULL JOIN work.filed USING (agency_id, year)
	),
	told AS (
		SELECT organs.*, together.* EXCLUDE (agency_id), due_day(kind, scope, year) AS due_on
		FROM together JOIN work.organs USING (agency_id)
	)
	SELECT told.* EXCLUDE (report_id, source),
		coalesce(told.report_id, hints.report_id) AS report_id,
		coalesce(told.source, hints.source) AS source,
		CASE
			WHEN told.report_id IS NOT NULL AND illegible THEN 'unreadable'
			WHEN published_on <= due_on THEN 'on_time'
			WHEN told.report_id IS NOT NULL AND all_dated THEN 'late'
			WHEN told.report_id IS NOT NULL THEN 'undated'
			WHEN hints.report_id IS NOT NULL THEN 'unresolved'
			WHEN hints.source IS NOT NULL THEN 'unreadable'
			ELSE 'missing'
		END AS state
	FROM told LEFT JOIN work.hints USING (agency_id, year)`;

/** Settles who filed for which year, once `work.organs` stands. */
export async function settleFilings(connection: DuckDBConnection): Promise<void> {
	for (const sql of [DUE_ON, DUE, FILED, HINTS, STATES]) await connection.run(sql);
}

/** The rows of the filings part. */
export const FILINGS = `SELECT ${columnNames(SCHEMAS.filings)}
	FROM work.filings ORDER BY year, agency_id`;
