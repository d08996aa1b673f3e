import { Schema } from 'apache-arrow';
import {
	admittedFindings,
	admittedReports,
	all,
	findingColumns,
	hasCell,
	mentions,
	type Condition
} from '../condition.ts';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { orderBy } from '../sorting.ts';
import { SCHEMAS } from '../tables.ts';
import { admittedCells, reportsOfCells } from './admitted-cells.ts';

/** The tables that may be downloaded. */
export const DOWNLOADS = ['reports', 'cells', 'findings', 'rules'] as const;
export type DownloadTable = (typeof DOWNLOADS)[number];

/** The rows of a table that filters admit: an SQL text with its bound values. */
export type TableQuery = Condition;

/** Report ids that are bound one by one, so that only the parts they are in are read. */
const BOUND_REPORTS = 2_000;

/** What a download of cells or findings tells of each row’s report, behind the table’s own columns. */
export const OF_REPORT = ['agency', 'province', 'city', 'county', 'year'];

const withReport = ({ fields }: Schema) =>
	new Schema([...fields, ...SCHEMAS.reports.fields.filter(({ name }) => OF_REPORT.includes(name))]);

/** The columns of each table as it is downloaded. */
export const DOWNLOAD_SCHEMAS: Readonly<Record<DownloadTable, Schema>> = {
	reports: SCHEMAS.reports,
	cells: withReport(SCHEMAS.cells),
	findings: withReport(SCHEMAS.findings),
	rules: SCHEMAS.rules
};

/** All rows of a table as it is downloaded, to be narrowed by a WHERE. */
export function downloaded(table: DownloadTable): string {
	const own = SCHEMAS[table].fields.map(({ name }) => `${table}.${name}`);
	if (DOWNLOAD_SCHEMAS[table] === SCHEMAS[table]) return `SELECT ${own.join(', ')} FROM ${table}`;
	const columns = [...own, ...OF_REPORT.map((name) => `reports.${name}`)];
	return `SELECT ${columns.join(', ')} FROM ${table} JOIN reports USING (report_id)`;
}

const asksForAddress = ({ section, item, measure }: Filters) =>
	section.length + item.length + measure.length > 0;

/** A row of `figures` is a report that the filters admit to the table of reports. */
export function listedReports(filters: Filters): Condition {
	const hasCells = asksForAddress(filters) && filters.status.length === 0;
	return all([
		admittedReports(filters),
		...(hasCells ? [hasCell(filters)] : []),
		mentions(filters, ['agency', 'title', 'source'])
	]);
}

function reportsCondition(filters: Filters): Condition {
	const { sql, params } = listedReports(filters);
	if (sql === 'true') return all([]);
	return { sql: `reports.report_id IN (SELECT report_id FROM figures WHERE ${sql})`, params };
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

/** What tells the rows of each table apart. */
const KEYS: Readonly<Record<DownloadTable, string>> = {
	reports: 'reports.report_id',
	cells: 'cells.report_id, cells.section, cells.item, cells.measure',
	findings: 'findings.finding_id',
	rules: 'rules.rule'
};

const conditionOf: Readonly<Record<DownloadTable, (filters: Filters) => Condition>> = {
	reports: reportsCondition,
	cells: admittedCells,
	findings: admittedFindings,
	rules: rulesCondition
};

/**
 * The order that filters ask a table's rows in; nothing where they ask for none.
 *
 * @throws BadFilter where `sort` names no column of the table
 */
export function tableOrder(table: DownloadTable, filters: Filters): string {
	if (filters.sort === null) return '';
	const columns = SCHEMAS[table].fields.map(({ name }) => [name, `${table}.${name}`] as const);
	return orderBy(filters, Object.fromEntries(columns), KEYS[table]);
}

const query = (table: DownloadTable, filters: Filters, { sql, params }: Condition): TableQuery => ({
	sql: [downloaded(table), ...(sql === 'true' ? [] : ['WHERE', sql]), tableOrder(table, filters)]
		.join(' ')
		.trim(),
	params
});

/**
 * The rows of a table that the filters admit, superseded reports' rows included: the question as a
 * person may read it.
 */
export const tableSlice = (table: DownloadTable, filters: Filters): TableQuery =>
	query(table, filters, conditionOf[table](filters));

/**
 * The same rows as `tableSlice`, asked for so that few cells are read where few reports are asked for.
 *
 * @param boundReports how many reports may be bound one by one
 */
export async function tableQuery(
	database: Database,
	table: DownloadTable,
	filters: Filters,
	{ boundReports = BOUND_REPORTS }: { boundReports?: number } = {}
): Promise<TableQuery> {
	if (table !== 'cells') return tableSlice(table, filters);
	const bound = await reportsOfCells(database, filters, boundReports);
	return query(table, filters, admittedCells(filters, bound ?? undefined));
}
