import { STATUSES, type FormCode } from '../../form/index.ts';
import { admittedFound, admittedReports, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { pageOfListed, type Listed, type Page } from '../page.ts';
import { namedAgencies } from '../search/matching.ts';
import { orderBy } from '../sorting.ts';
import { statusCountColumnOf } from '../tables.ts';

/** An agency that has current reports, settled or not. */
export interface AgencyRow {
	readonly agencyId: string;
	readonly agency: string | null;
	/** The title of its newest report; a list gives it only where there is no name. */
	readonly title: string | null;
	readonly kind: string | null;
	readonly level: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly resolved: boolean;
	readonly generated: boolean;
	/** Current reports, and the years they span. */
	readonly reports: number;
	readonly firstYear: number | null;
	readonly lastYear: number | null;
	readonly errors: number;
	readonly warnings: number;
}

/** One report of an agency, superseded ones included. */
export interface AgencyReport {
	readonly reportId: string;
	readonly year: number | null;
	readonly form: FormCode;
	readonly agency: string | null;
	readonly title: string | null;
	readonly kind: string | null;
	readonly level: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly publishedOn: string | null;
	readonly scope: string | null;
	readonly source: string;
	readonly sourceUrl: string | null;
	readonly resolved: boolean;
	readonly isCurrent: boolean;
	readonly generated: boolean;
	readonly reported: number;
	readonly blank: number;
	readonly missing: number;
	readonly unreadable: number;
	readonly errors: number;
	readonly warnings: number;
}

/** Agencies by the reports and findings that two conditions admit, without their titles. */
const AGENCY_SELECT = (reports: string, findings: string, named = '') => `
	SELECT
		agency_id AS "agencyId",
		arg_max(agency, year) AS agency,
		any_value(kind) AS kind, any_value(level) AS level,
		any_value(province) AS province, any_value(city) AS city, any_value(county) AS county,
		bool_and(resolved) AS resolved, bool_or(generated) AS generated,
		count(*) AS reports, min(year) AS "firstYear", max(year) AS "lastYear",
		coalesce(any_value(errors), 0) AS errors, coalesce(any_value(warnings), 0) AS warnings,
		count(*) OVER () AS listed
	FROM figures LEFT JOIN (
		SELECT agency_id,
			count(*) FILTER (severity = 'error') AS errors,
			count(*) FILTER (severity = 'warning') AS warnings
		FROM found
		WHERE is_current AND ${findings}
		GROUP BY agency_id
	) USING (agency_id) ${named}
	WHERE is_current AND ${reports}
	GROUP BY agency_id`;

type Untitled = Omit<AgencyRow, 'title'> & Listed;

/** The same agencies, those without a name with the title of their newest report. */
async function titled(
	database: Database,
	rows: readonly Untitled[],
	{ sql, params }: Condition
): Promise<AgencyRow[]> {
	// Titles of a hundred thousand reports take six times as long to group as all the rest.
	const nameless = rows.flatMap(({ agencyId, agency }) => (agency === null ? [agencyId] : []));
	const titles =
		nameless.length === 0
			? []
			: await database.rows<{ agencyId: string; title: string | null }>(
					`SELECT agency_id AS "agencyId", coalesce(arg_max(title, year), any_value(title)) AS title
					FROM figures
					WHERE agency_id IN (SELECT unnest($nameless)) AND is_current AND ${sql}
					GROUP BY agency_id`,
					{ ...params, nameless }
				);
	const titleOf = new Map(titles.map(({ agencyId, title }) => [agencyId, title]));
	return rows.map(({ listed: _, ...row }) => ({
		...row,
		title: titleOf.get(row.agencyId) ?? null
	}));
}

/** Who asks for a region means its government first. */
const GOVERNMENTS_FIRST = `any_value(kind) IS DISTINCT FROM 'government'`;

/** The findings that an agency’s counts are of: of either severity, the list that the count opens. */
const countedFindings = (filters: Filters): Condition =>
	admittedFound({ ...filters, severity: [], q: null });

/**
 * The agencies that `q` names and whose reports the filters admit, a page at a time.
 *
 * @param length agencies of a page
 */
export async function agencies(
	database: Database,
	filters: Filters,
	length?: number
): Promise<Page<AgencyRow>> {
	const where = admittedReports(filters);
	const found = countedFindings(filters);
	const named = filters.q === null ? null : namedAgencies(filters.q);
	const order = orderBy(
		filters,
		{
			agency: 'agency',
			level: 'level',
			kind: 'kind',
			province: 'province',
			reports: 'reports',
			year: '"lastYear"',
			errors: 'errors',
			warnings: 'warnings'
		},
		`${named ? `min(rank), ${GOVERNMENTS_FIRST}, ` : ''}generated, resolved DESC, province NULLS FIRST, city NULLS FIRST, county NULLS FIRST, agency, "agencyId"`
	);
	const join = named ? `JOIN (${named.sql}) USING (agency_id)` : '';
	const select = AGENCY_SELECT(where.sql, found.sql, join);
	const params = { ...where.params, ...found.params, ...named?.params };
	const page = await pageOfListed<Untitled>(database, filters, { select, order, length }, params);
	return { ...page, rows: await titled(database, page.rows, where) };
}

/** One agency; null where no current report is its. */
export async function agency(database: Database, agencyId: string): Promise<AgencyRow | null> {
	const own: Condition = { sql: 'agency_id = $agency_id', params: { agency_id: agencyId } };
	const rows = await database.rows<Untitled>(AGENCY_SELECT(own.sql, own.sql), own.params);
	const [row] = await titled(database, rows, own);
	return row ?? null;
}

/** Every report of an agency, the newest year first, superseded versions after current ones. */
export async function agencyReports(database: Database, agencyId: string): Promise<AgencyReport[]> {
	return database.rows<AgencyReport>(
		`WITH counts AS (
			SELECT report_id,
				count(*) FILTER (severity = 'error') AS errors,
				count(*) FILTER (severity = 'warning') AS warnings
			FROM found
			WHERE agency_id = $agency_id
			GROUP BY report_id
		)
		SELECT
			own.report_id AS "reportId", year, form, agency, title, kind, level, province, city, county,
			published_on AS "publishedOn", scope, source, source_url AS "sourceUrl", resolved, is_current AS "isCurrent", generated,
			${STATUSES.map((status) => `${statusCountColumnOf(status)} AS ${status}`).join(', ')},
			coalesce(errors, 0) AS errors, coalesce(warnings, 0) AS warnings
		FROM figures AS own LEFT JOIN counts USING (report_id)
		WHERE agency_id = $agency_id
		ORDER BY year DESC NULLS LAST, is_current DESC, published_on DESC NULLS LAST, own.report_id`,
		{ agency_id: agencyId }
	);
}

/** An agency as its reports tell of it; null where none of them is current. */
export function agencyOf(agencyId: string, reports: readonly AgencyReport[]): AgencyRow | null {
	const current = reports.filter(({ isCurrent }) => isCurrent);
	const [newest] = current;
	if (!newest) return null;
	const years = current.flatMap(({ year }) => year ?? []);
	const named = current.find(({ agency }) => agency !== null);
	const total = (key: 'errors' | 'warnings') => current.reduce((sum, one) => sum + one[key], 0);
	const { title, kind, level, province, city, county } = newest;
	return {
		...{ agencyId, agency: named?.agency ?? null, title, kind, level, province, city, county },
		resolved: current.every(({ resolved }) => resolved),
		generated: current.some(({ generated }) => generated),
		reports: current.length,
		firstYear: years.length === 0 ? null : Math.min(...years),
		lastYear: years.length === 0 ? null : Math.max(...years),
		errors: total('errors'),
		warnings: total('warnings')
	};
}
