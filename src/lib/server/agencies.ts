/**
 * The agencies of the reports in `work.reports`: one row an agency, described as in its newest
 * report. The parent of a department or a township is the government of its county, city or
 * province; the parent of a government is the government of the level above. Null where that
 * government has sent no report.
 */
export const AGENCIES = `
	WITH described AS (
		SELECT agency_id, arg_max(struct_pack(agency, kind, level, province, city, county, generated),
				(resolved, coalesce(year, -1), report_id)) AS described
		FROM work.reports GROUP BY agency_id
	),
	agency AS (SELECT agency_id, unnest(described) FROM described),
	government AS (
		SELECT *, row_number() OVER (
			PARTITION BY level, province, city, county, generated
			ORDER BY kind = 'government' DESC, agency_id
		) AS place
		FROM agency WHERE kind IN ('government', 'general_office') AND starts_with(agency_id, 'a')
	),
	parent AS (SELECT * FROM government WHERE place = 1),
	ruled AS (
		SELECT *,
			CASE
				WHEN level = 'township' THEN 'county'
				WHEN kind NOT IN ('government', 'general_office') THEN level
				WHEN level = 'county' AND city IS NOT NULL THEN 'city'
				WHEN level IN ('county', 'city') THEN 'province'
			END AS parent_level
		FROM agency
	)
	SELECT ruled.agency_id, ruled.agency, ruled.kind, ruled.level,
		ruled.province, ruled.city, ruled.county, parent.agency_id AS parent_id
	FROM ruled LEFT JOIN parent ON parent.level = ruled.parent_level
		AND parent.generated = ruled.generated
		AND parent.province IS NOT DISTINCT FROM ruled.province
		AND (ruled.parent_level = 'province' OR parent.city IS NOT DISTINCT FROM ruled.city)
		AND (ruled.parent_level IN ('province', 'city')
			OR parent.county IS NOT DISTINCT FROM ruled.county)
		AND parent.agency_id <> ruled.agency_id
	ORDER BY ruled.agency_id`;

/**
 * Which of the reports in `work.reports` are current. Of an agency-year's files it is the one that
 * the manifest does not say to be superseded, else the one published last, else the last by name;
 * of files with the same bytes and file name, which lie in several folders, the shortest path, which
 * was given first: corrections and words of the manifest are its.
 * A report that a file of another agency-year supersedes is never current.
 */
export const CURRENT_REPORTS = `
	WITH superseded AS (
		SELECT old.report_id,
			bool_or(new.agency_id <> old.agency_id OR new.year IS DISTINCT FROM old.year) AS elsewhere
		FROM work.reports AS old JOIN work.reports AS new ON new.supersedes = old.source
		WHERE new.report_id <> old.report_id GROUP BY old.report_id
	),
	named AS (
		SELECT report_id, agency_id, year, published_on, source, max(source) OVER (
			PARTITION BY agency_id, year, sha256, string_split(source, '/')[-1]
		) AS name
		FROM work.reports
	),
	ranked AS (
		SELECT report_id, coalesce(elsewhere, false) AS elsewhere, row_number() OVER (
			PARTITION BY agency_id, year
			ORDER BY elsewhere IS NOT NULL, published_on DESC NULLS LAST, name DESC,
				length(source), source
		) AS place
		FROM named LEFT JOIN superseded USING (report_id)
	)
	SELECT report_id, place = 1 AND NOT elsewhere AS is_current FROM ranked`;
