import { group, index } from 'd3-array';
import { dueByPractice, type FilingChoice, type FilingState } from '../../form/index.ts';
import { all, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { pageOfListed, type Listed, type Page } from '../page.ts';
import { orderBy } from '../sorting.ts';
import { CHOICE_SQL, soughtFilings, STANDING_COLUMNS, type FilingGroup } from './coverage.ts';

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

/** What `roster` and `agencies` tell of an organ. */
type Told = Pick<
	OrganRow,
	'agencyId' | 'known' | 'founded' | 'abolished' | 'formerly' | 'succeededBy'
>;

/** What each row of `filings` tells of its organ. */
type Organ = Omit<OrganRow, 'filings' | 'expected' | 'late' | 'missing' | keyof Told> & {
	readonly place: number;
	readonly level: string | null;
	readonly kind: string | null;
};

/** An organ by its place, and what it owes. */
type Counted = Pick<OrganRow, 'expected' | 'late' | 'missing'> &
	Listed & { readonly place: number };

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
	const select = `SELECT *, count(*) OVER () AS listed FROM (
		SELECT place, ${text ? `any_value(${text}) AS ${text},` : ''}
			count(*) FILTER (${CHOICE_SQL.expected}) AS expected,
			count(*) FILTER (${CHOICE_SQL.late}) AS late,
			count(*) FILTER (${CHOICE_SQL.missing}) AS missing
		FROM filings WHERE ${sql} GROUP BY place)`;
	return pageOfListed<Counted>(database, filters, { select, order }, params);
}

/** A row of `filings`: how an organ stands for a year, and what the organ is. */
type OrganFiling = Organ & Omit<Filing, 'byPractice'>;

const filingOf = ({ level, kind, ...row }: OrganFiling): Filing => ({
	agencyId: row.agencyId,
	year: row.year,
	state: row.state,
	expected: row.expected,
	dueOn: row.dueOn,
	byPractice: dueByPractice({ level, kind }, row.year),
	publishedOn: row.publishedOn,
	daysLate: row.daysLate,
	reportId: row.reportId,
	source: row.source
});

/** The filings of some organs in the years that the filters admit, by the organ's place. */
async function filingsOf(
	database: Database,
	filters: Filters,
	places: readonly number[]
): Promise<Map<number, OrganFiling[]>> {
	const { sql, params } = soughtFilings({ ...filters, q: null });
	const rows = await database.rows<OrganFiling>(
		`SELECT place, agency_id AS "agencyId", agency, parent, province, city, county, generated, listed,
			level, kind, expected, ${STANDING_COLUMNS}
		FROM filings WHERE place IN (SELECT unnest($places)) AND ${sql} ORDER BY year`,
		{ ...params, places }
	);
	return group(rows, ({ place }) => place);
}

function toldOf(database: Database, ids: readonly string[]): Promise<Told[]> {
	return database.rows<Told>(
		`WITH organ AS (
			SELECT agency_id, founded, abolished, formerly, succeeded_by, false AS known
			FROM roster WHERE agency_id IN (SELECT unnest($ids))
			UNION ALL
			SELECT agency_id, NULL, NULL, NULL, NULL, true
			FROM agencies WHERE agency_id IN (SELECT unnest($ids))
		)
		SELECT agency_id AS "agencyId", bool_or(known) AS known, any_value(founded) AS founded,
			any_value(abolished) AS abolished, any_value(formerly) AS formerly,
			any_value(succeeded_by) AS "succeededBy"
		FROM organ GROUP BY agency_id`,
		{ ids }
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
	const places = page.rows.map(({ place }) => place);
	const filings = await filingsOf(database, filters, places);
	const ids = [...filings.values()].flatMap(([first]) => first?.agencyId ?? []);
	const told = index(await toldOf(database, ids), ({ agencyId }) => agencyId);
	return {
		...page,
		rows: page.rows.flatMap(({ place, expected, late, missing }) => {
			const own = filings.get(place) ?? [];
			// Each of an organ's filings tells the same of it.
			return own.slice(0, 1).map((organ) => ({
				agencyId: organ.agencyId,
				agency: organ.agency,
				parent: organ.parent,
				province: organ.province,
				city: organ.city,
				county: organ.county,
				generated: organ.generated,
				listed: organ.listed,
				...{ expected, late, missing },
				...UNTOLD,
				...told.get(organ.agencyId),
				filings: own.map(filingOf)
			}));
		})
	};
}
