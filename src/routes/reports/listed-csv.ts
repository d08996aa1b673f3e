import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { everyListedReport, type ListedReport } from '$lib/server/queries';
import { csvLines } from '../csv-lines';
import { nameOf, unitOf } from './listed-name';
import { codeOf, type Parameters } from './parameters';

const REPORT = ['report_id', 'agency_id', 'agency', 'title', 'year'] as const;
const FIGURE = [
	...(['figure', 'name', 'value', 'unit', 'status', 'partial', 'possibly_stock'] as const),
	'counted'
] as const;
const AGENCY = [
	...(['province', 'city', 'county', 'level', 'kind', 'scope', 'form', 'published_on'] as const),
	'generated'
] as const;

const lineOf = (row: ListedReport) => ({
	report_id: row.reportId,
	agency_id: row.agencyId,
	agency: row.agency,
	title: row.title,
	year: row.year,
	value: row.value,
	status: row.status ?? 'not_collected',
	partial: row.partial,
	possibly_stock: row.possiblyStock,
	counted: row.counted,
	province: row.province,
	city: row.city,
	county: row.county,
	level: row.level,
	kind: row.kind,
	scope: row.scope,
	form: row.form,
	published_on: row.publishedOn,
	generated: row.generated
});

async function* rowsOf(database: Database, filters: Filters, { listed, ...where }: Parameters) {
	const figure = listed && codeOf(listed);
	const name = listed && nameOf(listed, 'zh');
	const unit = unitOf(listed);
	for await (const rows of everyListedReport(database, filters, listed, where)) {
		yield rows.map((row) => ({ ...lineOf(row), figure, name, unit }));
	}
}

/**
 * A list of reports, all its pages, as the lines of a CSV. Where it shows a figure of each, `counted`
 * tells which figures are in the total of the page.
 */
export const listedCsv = (database: Database, filters: Filters, parameters: Parameters) =>
	csvLines(
		[...REPORT, ...(parameters.listed ? FIGURE : []), ...AGENCY],
		rowsOf(database, filters, parameters)
	);
