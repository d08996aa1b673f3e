import { dueByPractice, type FilingChoice, type FilingState } from '../../form/index.ts';
import { all, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { LIMITS } from '../../limits.ts';
import type { Page } from '../page.ts';
import { orderBy } from '../sorting.ts';
import { CHOICE_SQL, soughtFilings, type FilingGroup } from './coverage.ts';

/** How an organ stands with its report for one year, and what that rests on. */
export interface Filing {
	readonly agencyId: string;
	readonly year: number;
	readonly state: FilingState;
	readonly expected: boolean;
	readonly dueOn: string;
	/** Whether that day is practice and not law. */
	readonly byPractice: boolean;
	readonly publishedOn: string | null;
	/** Days after the day it was due; null unless late. */
	readonly daysLate: number | null;
	readonly reportId: string | null;
	readonly source: string | null;
}

/** An organ that is to report, or has, with what the roster says of it. */
export interface OrganRow {
	readonly agencyId: string;
	readonly agency: string;
	readonly parent: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly generated: boolean;
	readonly listed: boolean;
	readonly expected: number;
	readonly late: number;
	readonly missing: number;
	/** Whether the organ has a page of its own: it has sent reports. */
	readonly known: boolean;
	readonly founded: string | null;
	readonly abolished: string | null;
	readonly formerly: string | null;
	readonly succeededBy: string | null;
	readonly filings: readonly Filing[];
}

type Told = Pick<
	OrganRow,
	'agencyId' | 'known' | 'founded' | 'abolished' | 'formerly' | 'succeededBy'
>;
type Counted = Omit<OrganRow, 'filings' | Exclude<keyof Told, 'agencyId'>>;

/** What narrows a list of organs besides the filters. */
export interface Narrowing {
	/** One of these fits; any does where there is none. */
	readonly choices: readonly FilingChoice[];
	/** What is not known of the organ, or does not apply: a city's own bureau is of no county. */
	readonly without: readonly FilingGroup[];
}

/** The rows of `filings` that the filters and the narrowing fit. */
export function chosenFilings(filters: Filters, { choices, without }: Narrowing): Condition {
	const fits = choices.map((choice) => `(${CHOICE_SQL[choice]})`).join(' OR ');
	return all([
		soughtFilings(filters),
		...(fits === '' ? [] : [{ sql: fits, params: {} }]),
		...without.map((key) => ({ sql: `${key} IS NULL`, params: {} }))
	]);
}

/** The SQL of the columns that the grid may be sorted by, besides the counts. */
const SORTED_TEXTS: Readonly<Record<string, string>> = { agency: 'agency', parent: 'parent' };

/** Organs with a filing that the filters and the narrowing fit, a page at a time, most missing first. */
async function organsPage(
	database: Database,
	filters: Filters,
	narrowing: Narrowing
): Promise<Page<Counted>> {
	const { sql, params } = chosenFilings(filters, narrowing);
	const columns = { missing: 'missing', late: 'late', region: 'place', ...SORTED_TEXTS };
	const order = orderBy(filters, columns, 'missing DESC, late DESC, place');
	// Grouping by the names themselves would take five times as long.
	const text = SORTED_TEXTS[filters.sort?.replace('-', '') ?? ''];
	const organs = `
		SELECT place, ${text ? `any_value(${text}) AS ${text},` : ''}
			count(*) FILTER (${CHOICE_SQL.expected}) AS expected,
			count(*) FILTER (${CHOICE_SQL.late}) AS late,
			count(*) FILTER (${CHOICE_SQL.missing}) AS missing
		FROM filings WHERE ${sql} GROUP BY place`;
	const [total] = await database.rows<{ count: number }>(
		`SELECT count(DISTINCT place) AS count FROM filings WHERE ${sql}`,
		params
	);
	const rows = await database.rows<Counted>(
		`WITH organ AS (SELECT *, row_number() OVER (${order}) AS rank FROM (${organs})
			${order} LIMIT $limit OFFSET $offset)
		SELECT agency_id AS "agencyId", any_value(filings.agency) AS agency,
			any_value(filings.parent) AS parent, any_value(province) AS province,
			any_value(city) AS city, any_value(county) AS county, any_value(generated) AS generated,
			any_value(listed) AS listed, organ.expected, late, missing
		FROM organ JOIN filings USING (place)
		GROUP BY agency_id, organ.expected, late, missing, rank ORDER BY rank`,
		{ ...params, limit: LIMITS.pageRows, offset: (filters.page - 1) * LIMITS.pageRows }
	);
	const count = total?.count ?? 0;
	const pages = Math.max(1, Math.ceil(count / LIMITS.pageRows));
	return { rows, count, page: filters.page, pages };
}

function named(ids: readonly string[]): Condition {
	return {
		sql: `agency_id IN (${ids.map((_, index) => `$id_${index}`).join(', ')})`,
		params: Object.fromEntries(ids.map((id, index) => [`id_${index}`, id]))
	};
}

async function filingsOf(
	database: Database,
	filters: Filters,
	ids: readonly string[]
): Promise<Filing[]> {
	const { sql, params } = all([named(ids), soughtFilings({ ...filters, q: null })]);
	type Organ = { readonly level: string | null; readonly kind: string | null };
	const rows = await database.rows<Omit<Filing, 'byPractice'> & Organ>(
		`SELECT agency_id AS "agencyId", level, kind, year, state, expected, due_on AS "dueOn",
			published_on AS "publishedOn",
			CASE WHEN state = 'late' THEN published_on - due_on END AS "daysLate",
			report_id AS "reportId", source
		FROM filings WHERE ${sql} ORDER BY year`,
		params
	);
	return rows.map(({ level, kind, ...filing }) => ({
		...filing,
		byPractice: dueByPractice({ level, kind }, filing.year)
	}));
}

function toldOf(database: Database, ids: readonly string[]): Promise<Told[]> {
	const { sql, params } = named(ids);
	return database.rows<Told>(
		`WITH organ AS (
			SELECT agency_id, founded, abolished, formerly, succeeded_by, false AS known
			FROM roster WHERE ${sql}
			UNION ALL
			SELECT agency_id, NULL, NULL, NULL, NULL, true FROM agencies WHERE ${sql}
		)
		SELECT agency_id AS "agencyId", bool_or(known) AS known, any_value(founded) AS founded,
			any_value(abolished) AS abolished, any_value(formerly) AS formerly,
			any_value(succeeded_by) AS "succeededBy"
		FROM organ GROUP BY agency_id`,
		params
	);
}

const UNTOLD = { known: false, founded: null, abolished: null, formerly: null, succeededBy: null };

/** Organs and how each stands in every year that the filters admit, a page at a time. */
export async function filingGrid(
	database: Database,
	filters: Filters,
	narrowing: Narrowing
): Promise<Page<OrganRow>> {
	const page = await organsPage(database, filters, narrowing);
	if (page.rows.length === 0) return { ...page, rows: [] };
	const ids = page.rows.map(({ agencyId }) => agencyId);
	const [filings, told] = await Promise.all([
		filingsOf(database, filters, ids),
		toldOf(database, ids)
	]);
	return {
		...page,
		rows: page.rows.map((row) => ({
			...row,
			...UNTOLD,
			...told.find(({ agencyId }) => agencyId === row.agencyId),
			filings: filings.filter(({ agencyId }) => agencyId === row.agencyId)
		}))
	};
}
