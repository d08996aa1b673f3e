import { csvResponse } from '../../coverage/csv';
import { listedCsv } from '../listed-csv';
import { KEYS, parametersOf } from '../parameters';
import type { RequestHandler } from './$types';

/** The reports that the page lists by the page, each with its figure, as a CSV. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'reports-list', KEYS, (database, filters) =>
		listedCsv(database, filters, parametersOf(event.url.searchParams))
	);
