import {
	addressesOf,
	all,
	askForFindings,
	cellColumns,
	findingColumns,
	hasCell,
	mentions,
	reportColumns,
	type Condition
} from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { partsOf } from '../../form/index.ts';
import { stockOf } from './series-figure.ts';

/** The reports whose cells are asked for: what the filters say of reports, and of nothing else. */
export const reportsBehindCells = (filters: Filters): Condition =>
	all([reportColumns(filters), mentions(filters, ['agency', 'title', 'source'])]);

/** Cells that a finding is about, where the filters ask for findings. */
function withFinding(filters: Filters): Condition {
	const { sql, params } = findingColumns(filters);
	return {
		sql: `(cells.report_id, cells.section, cells.item, cells.measure) IN (
			SELECT (report_id, section, item, measure) FROM findings WHERE ${sql})`,
		params
	};
}

/** Cells that are possibly a stock of items, where the filters leave those out as totals do. */
function withoutStock(filters: Filters): Condition {
	if (filters.stock) return all([]);
	const conditions = addressesOf(filters).flatMap((address) => {
		const isStock = stockOf(address);
		if (isStock === 'false') return [];
		const { section, item, measure } = partsOf(address);
		return [
			`NOT (cells.section = '${section}' AND cells.item = '${item}' AND cells.measure = '${measure}'
			AND cells.report_id IN (SELECT report_id FROM figures WHERE ${isStock}))`
		];
	});
	return all(conditions.map((sql) => ({ sql, params: {} })));
}

function ofAdmittedReports(filters: Filters): Condition {
	const { sql, params } = reportsBehindCells(filters);
	if (sql === 'true') return all([]);
	return { sql: `cells.report_id IN (SELECT report_id FROM figures WHERE ${sql})`, params };
}

/**
 * A row of `cells` is one that the filters admit, of superseded reports too unless they say otherwise.
 *
 * @param reports the condition that keeps to the reports the filters admit
 */
export function admittedCells(
	filters: Filters,
	reports: Condition = ofAdmittedReports(filters)
): Condition {
	if (addressesOf(filters).length === 0) return { sql: 'false', params: {} };
	return all([
		reports,
		cellColumns(filters, 'cells.'),
		withoutStock(filters),
		...(askForFindings(filters) ? [withFinding(filters)] : [])
	]);
}

/** Reports that can hold a cell the filters admit. */
function withCells(filters: Filters): Condition {
	const { sql, params } = findingColumns(filters);
	return all([
		reportsBehindCells(filters),
		...(askForFindings(filters)
			? [{ sql: `report_id IN (SELECT report_id FROM findings WHERE ${sql})`, params }]
			: []),
		...(filters.status.length > 0 ? [hasCell(filters)] : [])
	]);
}

/**
 * The reports whose cells are asked for, bound one by one where they are few: the condition then
 * reaches the scan, and most of the cells are never read. Null where they are many.
 */
export async function reportsOfCells(
	database: Database,
	filters: Filters,
	boundReports: number
): Promise<Condition | null> {
	if (addressesOf(filters).length === 0) return null;
	const { sql, params } = withCells(filters);
	if (sql === 'true') return null;
	const found = await database.rows<{ id: string }>(
		`SELECT report_id AS id FROM figures WHERE ${sql} LIMIT $limit`,
		{ ...params, limit: boundReports + 1 }
	);
	if (found.length > boundReports) return null;
	if (found.length === 0) return { sql: 'false', params: {} };
	return {
		sql: `cells.report_id IN (${found.map((_, index) => `$report_${index}`).join(', ')})`,
		params: Object.fromEntries(found.map(({ id }, index) => [`report_${index}`, id]))
	};
}
