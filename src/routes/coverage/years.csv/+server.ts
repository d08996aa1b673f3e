import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { csvLines } from '../../csv-lines';
import { KEYS } from '../choices';
import { COUNT_COLUMNS, countsLine } from '../count-lines';
import { csvResponse } from '../csv';
import { everyYear } from '../groups';
import type { RequestHandler } from './$types';

async function* rowsOf(database: Database, filters: Filters) {
	const { years } = await everyYear(database, filters);
	yield years.toReversed().map((row) => ({ year: row.year, ...countsLine(row) }));
}

/** The table of years as the page shows it. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'filings-by-year', KEYS, (database, filters) =>
		csvLines(['year', ...COUNT_COLUMNS], rowsOf(database, filters))
	);
