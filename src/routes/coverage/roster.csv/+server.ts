import { rosterCsv } from '$lib/server/queries';
import { KEYS } from '../choices';
import { csvResponse } from '../csv';
import type { RequestHandler } from './$types';

/** The roster in force and whoever filed without standing on it, to be corrected and given to ingest. */
export const GET: RequestHandler = (event) => csvResponse(event, 'roster', KEYS, rosterCsv);
