import type { Database } from '../database.ts';
import { filtersToSearch, type Filters } from '../filters.ts';
import { pageOf, type Page } from '../page.ts';
import { LIMITS } from '../../limits.ts';
import { SCHEMAS } from '../tables.ts';
import { sqlText } from '../sql-text.ts';
import { cellsPage, SORTED_COLUMNS } from './cells-page.ts';
import { cellsSummary, type CellsSummary } from './cells-summary.ts';
import { sortsCells } from './listed-cells.ts';
import {
	DOWNLOAD_SCHEMAS,
	listedReports,
	tableOrder,
	tableQuery,
	tableSlice,
	type DownloadTable
} from './table.ts';

type Row = Readonly<Record<string, unknown>>;

/** A page of the rows that a download of a table has, and what they all come to. */
export interface TablePage extends Page<Row> {
	/** The columns shown. */
	readonly columns: readonly string[];
	/** The columns that a person may sort the page by. */
	readonly sortable: readonly string[];
	/** What the cells come to; null for the other tables. */
	readonly summary: CellsSummary | null;
	/** The question that gives just these rows, as a person may run it. */
	readonly sql: string;
}

/** The order of a page where none is asked for; of rules, that of their list. */
const ORDER: Readonly<Record<DownloadTable, string>> = {
	reports: 'ORDER BY reports.generated, reports.year DESC NULLS LAST, reports.report_id',
	cells: 'ORDER BY cells.report_id, cells.section, cells.item, cells.measure',
	findings: 'ORDER BY findings.report_id, findings.finding_id',
	rules: ''
};

const columnsOf = (table: DownloadTable) => DOWNLOAD_SCHEMAS[table].fields.map(({ name }) => name);

const numbered = ({ page }: Filters, count: number) => ({
	count,
	page,
	pages: Math.max(1, Math.ceil(count / LIMITS.pageRows))
});

/** Sorting most cells would read them all: it may be asked for, and is not offered. */
function sortable(table: DownloadTable, filters: Filters): readonly string[] {
	if (table !== 'cells') return SCHEMAS[table].fields.map(({ name }) => name);
	return sortsCells(filters) ? ['value'] : [];
}

type Rows = Omit<TablePage, 'sortable' | 'sql'>;

async function plainRows(
	database: Database,
	table: DownloadTable,
	filters: Filters
): Promise<Rows> {
	const { sql, params } = await tableQuery(database, table, { ...filters, sort: null });
	const order = tableOrder(table, filters) || ORDER[table];
	const page = await pageOf<Row>(database, filters, { select: sql, order }, params);
	return { ...page, columns: columnsOf(table), summary: null };
}

/** A page of reports: which they are is told by the wide table, whose columns are fast to sort. */
async function reports(database: Database, filters: Filters): Promise<Rows> {
	const { sql, params } = listedReports(filters);
	const order = tableOrder('reports', filters) || ORDER.reports;
	const [total] = await database.rows<{ count: number }>(
		`SELECT count(*) AS count FROM figures WHERE ${sql}`,
		params
	);
	if (!total) throw new Error('a count without a row');
	const rows = await database.rows<Row>(
		`SELECT ${columnsOf('reports').join(', ')} FROM reports
		WHERE report_id IN (
			SELECT report_id FROM figures AS reports WHERE ${sql} ${order} LIMIT $limit OFFSET $offset
		) ${order}`,
		{ ...params, limit: LIMITS.pageRows, offset: (filters.page - 1) * LIMITS.pageRows }
	);
	return {
		rows,
		...numbered(filters, total.count),
		columns: columnsOf('reports'),
		summary: null
	};
}

/** A page of cells, read from the parts only where they stand on it. */
async function cells(database: Database, filters: Filters): Promise<Rows> {
	const slice = filtersToSearch({ ...filters, page: 1, sort: null, lang: null });
	const summary = await database.cached(`cells summary ${slice}`, () =>
		cellsSummary(database, filters)
	);
	const count = Object.values(summary.statuses).reduce((sum, status) => sum + status, 0);
	const column = filters.sort?.replace(/^-/, '') ?? null;
	const quick = column === null || sortable('cells', filters).includes(column);
	if (!quick) return { ...(await plainRows(database, 'cells', filters)), summary };
	return {
		rows: await cellsPage(database, filters),
		...numbered(filters, count),
		columns: column === null ? columnsOf('cells') : SORTED_COLUMNS,
		summary
	};
}

const PAGES: Partial<
	Record<DownloadTable, (database: Database, filters: Filters) => Promise<Rows>>
> = { reports, cells };

/**
 * A page of a table's rows as the download of the same filters has them.
 *
 * @throws BadFilter where `sort` names no column of the table
 */
export async function tablePage(
	database: Database,
	table: DownloadTable,
	filters: Filters
): Promise<TablePage> {
	const sql = sqlText(tableSlice(table, filters));
	const page = await (PAGES[table]?.(database, filters) ?? plainRows(database, table, filters));
	return { ...page, sortable: sortable(table, filters), sql };
}
