import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { agencies, type AgencyRow } from '$lib/server/queries';
import { csvResponse } from '../../coverage/csv';
import { csvLines, everyPage } from '../../csv-lines';
import type { RequestHandler } from './$types';

/** Agencies asked for at once. */
const AT_ONCE = 10_000;

const lineOf = (row: AgencyRow) => ({
	agency_id: row.agencyId,
	agency: row.agency,
	title: row.title,
	province: row.province,
	city: row.city,
	county: row.county,
	level: row.level,
	kind: row.kind,
	first_year: row.firstYear,
	last_year: row.lastYear,
	reports: row.reports,
	errors: row.errors,
	warnings: row.warnings,
	generated: row.generated
});

async function* rowsOf(database: Database, filters: Filters) {
	const pages = everyPage((page) => agencies(database, { ...filters, page }, AT_ONCE));
	for await (const rows of pages) yield rows.map(lineOf);
}

/** The whole list of agencies that the page shows by the page, as a CSV. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'agencies', [], (database, filters) =>
		csvLines(
			[
				...(['agency_id', 'agency', 'title', 'province', 'city', 'county', 'level'] as const),
				...(['kind', 'first_year', 'last_year', 'reports', 'errors', 'warnings'] as const),
				'generated'
			],
			rowsOf(database, filters)
		)
	);
