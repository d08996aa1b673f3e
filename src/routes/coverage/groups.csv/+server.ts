import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { csvLines } from '../../csv-lines';
import { groupingIn, KEYS, type Grouping } from '../choices';
import { COUNT_COLUMNS, countsLine } from '../count-lines';
import { csvResponse } from '../csv';
import { everyYear, groupsOf, newestExpected } from '../groups';
import type { RequestHandler } from './$types';

async function* rowsOf(database: Database, filters: Filters, grouping: Grouping) {
	const { years } = await everyYear(database, filters);
	const newest = newestExpected(years, filters);
	if (newest === null) return;
	const { group: by, rows } = await groupsOf(database, filters, grouping, newest.year);
	yield rows.map((row) => ({ year: newest.year, by, group: row.value, ...countsLine(row) }));
}

/** The table of regions, kinds or levels for the newest year asked for, as the page shows it. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'filings-by-group', KEYS, (database, filters) =>
		csvLines(
			['year', 'by', 'group', ...COUNT_COLUMNS],
			rowsOf(database, filters, groupingIn(event.url.searchParams))
		)
	);
