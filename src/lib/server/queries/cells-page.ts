import { addressesOf, all, askForFindings, hasCell, type Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { LIMITS } from '../../limits.ts';
import { partsOf, STATUSES, type Address } from '../../form/index.ts';
import { admittedCells, reportsBehindCells } from './admitted-cells.ts';
import { countOf, listedCells, mayHaveStatus } from './listed-cells.ts';
import { downloaded, OF_REPORT } from './table.ts';

/** A row of `cells`. */
export type CellRow = Readonly<Record<string, unknown>>;
/** A cell's place in a list: its report and its address. */
interface Place {
	readonly id: string;
	readonly address: Address;
	readonly value: number | null;
	readonly status: number;
}

const NEWEST = 'year DESC NULLS LAST, report_id';
const first = (page: number) => (page - 1) * LIMITS.pageRows;

/** The order of listed cells: by figure, else the newest first, or where findings choose, by report. */
function orderOf(filters: Filters): string {
	const last = `report_id, list_position($addresses, address)`;
	if (filters.sort !== null) {
		return `value ${filters.sort.startsWith('-') ? 'DESC' : 'ASC'} NULLS LAST, ${last}`;
	}
	return askForFindings(filters) ? last : `year DESC NULLS LAST, ${last}`;
}

async function listedPlaces(
	database: Database,
	filters: Filters,
	{ sql, params }: Condition
): Promise<Place[]> {
	return database.rows<Place>(
		`SELECT report_id AS id, address, value, status FROM (${sql})
		ORDER BY ${orderOf(filters)} LIMIT $limit OFFSET $offset`,
		{
			...params,
			addresses: [...addressesOf(filters)],
			limit: LIMITS.pageRows,
			offset: first(filters.page)
		}
	);
}

/** A report that a page's cells are of, with the cells that stand before it in the list. */
interface PageReport {
	readonly id: string;
	readonly before: number;
}

/**
 * The reports that a page's cells are of, in order, out of as many as a condition chooses first.
 * Null where these have too few cells to fill the page, and others may have more.
 */
async function reportsAmong(
	database: Database,
	filters: Filters,
	{ sql, params }: Condition
): Promise<PageReport[] | null> {
	const until = first(filters.page) + LIMITS.pageRows;
	const rows = await database.rows<PageReport & { cells: number; chosen: number; all: number }>(
		`SELECT id, before, chosen, "all" FROM (
			SELECT report_id AS id, cells, sum(cells) OVER (ORDER BY ${NEWEST}) - cells AS before,
				count(*) OVER () AS chosen, sum(cells) OVER () AS "all"
			FROM (
				SELECT report_id, year, ${countOf(filters)} AS cells FROM figures
				WHERE report_id IN (
					SELECT report_id FROM figures WHERE ${sql} ORDER BY ${NEWEST} LIMIT $until
				)
			)
		) WHERE before < $until AND before + cells > $offset ORDER BY before`,
		{ ...params, offset: first(filters.page), until }
	);
	const [{ chosen, all: total } = { chosen: until, all: 0 }] = rows;
	return total >= until || chosen < until ? rows : null;
}

/** The reports of a page: mostly the first have cells enough; else those that have one at least. */
async function reportsOfPage(database: Database, filters: Filters): Promise<PageReport[]> {
	const likely = all([reportsBehindCells(filters), { sql: mayHaveStatus(filters), params: {} }]);
	const found = await reportsAmong(database, filters, likely);
	if (found) return found;
	return (await reportsAmong(database, filters, all([likely, hasCell(filters)]))) ?? [];
}

const addressOfRow = ({ section, item, measure }: CellRow) =>
	[section, item, measure].map(String).join('/');

/** The rows of `cells` of some reports, by report and address. */
async function rowsOf(
	database: Database,
	filters: Filters,
	ids: readonly string[]
): Promise<ReadonlyMap<string, CellRow>> {
	if (ids.length === 0) return new Map();
	const ofThese = { sql: 'cells.report_id IN (SELECT unnest($ids))', params: {} };
	const { sql, params } = admittedCells(filters, ofThese);
	// The few reports of a page, which the join would look for among all.
	const reports = `SELECT report_id, ${OF_REPORT.join(', ')} FROM figures
		WHERE report_id IN (SELECT unnest($ids))`;
	const rows = await database.rows<CellRow>(
		`WITH reports AS MATERIALIZED (${reports}) ${downloaded('cells')} WHERE ${sql}`,
		{ ...params, ids: [...new Set(ids)] }
	);
	return new Map(rows.map((row) => [`${String(row.report_id)} ${addressOfRow(row)}`, row]));
}

function found(
	rows: ReadonlyMap<string, CellRow>,
	{ id, address }: Pick<Place, 'id' | 'address'>
): CellRow[] {
	const row = rows.get(`${id} ${address}`);
	return row ? [row] : [];
}

/** What the wide table tells of cells; a page sorted by figures has no more, since its reports lie apart. */
export const SORTED_COLUMNS = ['report_id', 'section', 'item', 'measure', 'value', 'status'];

const rowOf = ({ id, address, value, status }: Place): CellRow => ({
	report_id: id,
	...partsOf(address),
	value,
	status: STATUSES[status] ?? null
});

/**
 * A page of the cells that the filters admit, the newest reports first: their places from the wide
 * table, then these cells alone from the parts. Sorted by figures, the wide table's columns alone.
 */
export async function cellsPage(database: Database, filters: Filters): Promise<CellRow[]> {
	const listed = await listedCells(database, filters);
	if (listed) {
		const places = await listedPlaces(database, filters, listed);
		if (filters.sort !== null) return places.map(rowOf);
		const ids = places.map(({ id }) => id);
		const rows = await rowsOf(database, filters, ids);
		return places.flatMap((place) => found(rows, place));
	}
	const reports = await reportsOfPage(database, filters);
	const ids = reports.map(({ id }) => id);
	const rows = await rowsOf(database, filters, ids);
	const ordered = reports.flatMap(({ id }) =>
		addressesOf(filters).flatMap((address) => found(rows, { id, address }))
	);
	const skipped = first(filters.page) - (reports[0]?.before ?? 0);
	return ordered.slice(skipped, skipped + LIMITS.pageRows);
}
