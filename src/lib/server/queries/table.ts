import {
	addressesOf,
	admittedFindings,
	admittedReports,
	all,
	askForFindings,
	cellColumns,
	findingColumns,
	hasCell,
	mentions,
	ofReports,
	type Condition
} from '../condition.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { orderBy } from '../sorting.ts';
import { ADDRESSES, partsOf } from '../../form/index.ts';
import { SCHEMAS } from '../tables.ts';
import { stockOf } from './series-figure.ts';

/** The tables that may be downloaded. */
export const DOWNLOADS = ['reports', 'cells', 'findings', 'rules'] as const;
export type DownloadTable = (typeof DOWNLOADS)[number];

/** The rows of a table that filters admit: an SQL text with its bound values. */
export type TableQuery = Condition;

/** A slice of a table for people to look at, and how many rows there are in all. */
export interface TablePreview {
	readonly columns: readonly string[];
	readonly rows: readonly Record<string, unknown>[];
	readonly count: number;
}

/** Report ids that are bound one by one, so that only the parts they are in are read. */
const BOUND_REPORTS = 2_000;

const select = (table: DownloadTable) =>
	`SELECT ${SCHEMAS[table].fields.map(({ name }) => `${table}.${name}`).join(', ')} FROM ${table}`;

const asksForAddress = ({ section, item, measure }: Filters) =>
	section.length + item.length + measure.length > 0;

function reportsCondition(filters: Filters): Condition {
	const hasCells = asksForAddress(filters) && filters.status.length === 0;
	const { sql, params } = all([
		admittedReports(filters),
		...(hasCells ? [hasCell(filters)] : []),
		mentions(filters, ['agency', 'title', 'source'])
	]);
	return { sql: `reports.report_id IN (SELECT report_id FROM figures WHERE ${sql})`, params };
}

/** Cells that a finding is about, where the filters ask for findings. */
function cellsWithFinding(filters: Filters): Condition {
	const { sql, params } = findingColumns(filters);
	return {
		sql: `(cells.report_id, cells.section, cells.item, cells.measure) IN (
			SELECT (report_id, section, item, measure) FROM findings WHERE ${sql})`,
		params
	};
}

/**
 * The reports whose cells are asked for, bound one by one where they are few: the condition then
 * reaches the scan, and most of the cells are never read.
 */
async function reportsOfCells(
	database: Database,
	filters: Filters,
	boundReports: number
): Promise<Condition> {
	const narrowed = all([ofReports(filters, 'figures.report_id'), withCells(filters)]);
	const { sql, params } = narrowed;
	if (sql === 'true') return narrowed;
	const found = await database.rows<{ id: string }>(
		`SELECT report_id AS id FROM figures WHERE ${sql} LIMIT $limit`,
		{ ...params, limit: boundReports + 1 }
	);
	if (found.length > boundReports) {
		return { sql: `cells.report_id IN (SELECT report_id FROM figures WHERE ${sql})`, params };
	}
	if (found.length === 0) return { sql: 'false', params: {} };
	return {
		sql: `cells.report_id IN (${found.map((_, index) => `$report_${index}`).join(', ')})`,
		params: Object.fromEntries(found.map(({ id }, index) => [`report_${index}`, id]))
	};
}

/** Cells that are possibly a stock of items, where the filters leave those out as totals do. */
function withoutStock({ stock }: Filters): Condition {
	const conditions = ADDRESSES.flatMap((address) => {
		const isStock = stockOf(address);
		if (stock || isStock === 'false') return [];
		const { section, item, measure } = partsOf(address);
		return [
			`NOT (cells.section = '${section}' AND cells.item = '${item}' AND cells.measure = '${measure}'
			AND cells.report_id IN (SELECT report_id FROM figures WHERE ${isStock}))`
		];
	});
	return all(conditions.map((sql) => ({ sql, params: {} })));
}

/** Reports that can hold a cell the filters admit, or a finding they admit. */
function withCells(filters: Filters): Condition {
	const conditions: Condition[] = [mentions(filters, ['agency', 'title', 'source'])];
	if (askForFindings(filters)) {
		const { sql, params } = findingColumns(filters);
		conditions.push({
			sql: `report_id IN (SELECT report_id FROM findings WHERE ${sql})`,
			params
		});
	}
	if (filters.status.length > 0) conditions.push(hasCell(filters));
	return all(conditions);
}

async function cellsCondition(
	database: Database,
	filters: Filters,
	boundReports: number
): Promise<Condition> {
	if (addressesOf(filters).length === 0) return { sql: 'false', params: {} };
	return all([
		await reportsOfCells(database, filters, boundReports),
		cellColumns(filters, 'cells.'),
		withoutStock(filters),
		...(askForFindings(filters) ? [cellsWithFinding(filters)] : [])
	]);
}

/** Rules are the same whatever the reports: only filters about rules and editions apply. */
function rulesCondition(filters: Filters): Condition {
	const { rule, severity, form } = filters;
	const own = findingColumns({ ...NO_FILTERS, rule, severity });
	if (form.length === 0) return own;
	return all([
		own,
		{
			sql: form.map((_, index) => `list_contains(split(forms, ' '), $form_${index})`).join(' OR '),
			params: Object.fromEntries(form.map((code, index) => [`form_${index}`, code]))
		}
	]);
}

/**
 * The rows of a table that the filters admit, superseded reports' rows included.
 *
 * @param boundReports how many reports may be bound one by one
 */
export async function tableQuery(
	database: Database,
	table: DownloadTable,
	filters: Filters,
	{ boundReports = BOUND_REPORTS }: { boundReports?: number } = {}
): Promise<TableQuery> {
	const conditions = {
		reports: reportsCondition,
		cells: (asked: Filters) => cellsCondition(database, asked, boundReports),
		findings: admittedFindings,
		rules: rulesCondition
	};
	const { sql, params } = await conditions[table](filters);
	const columns = SCHEMAS[table].fields.map(({ name }) => [name, `${table}.${name}`] as const);
	const order =
		filters.sort === null
			? ''
			: orderBy(filters, Object.fromEntries(columns), columns[0]?.[1] ?? '1');
	return { sql: `${select(table)} WHERE ${sql} ${order}`, params };
}

/** The first rows of a download, and the number of rows it has. */
export async function tablePreview(
	database: Database,
	table: DownloadTable,
	filters: Filters,
	limit = 20
): Promise<TablePreview> {
	const { sql, params } = await tableQuery(database, table, filters);
	const [total] = await database.rows<{ count: number }>(
		`SELECT count(*) AS count FROM (${sql})`,
		params
	);
	const rows = await database.rows<Record<string, unknown>>(`${sql} LIMIT $preview`, {
		...params,
		preview: limit
	});
	return {
		columns: SCHEMAS[table].fields.map(({ name }) => name),
		rows,
		count: total?.count ?? rows.length
	};
}
