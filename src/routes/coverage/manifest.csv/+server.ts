import { unresolvedManifest } from '$lib/server/queries';
import { KEYS } from '../choices';
import { csvResponse } from '../csv';
import type { RequestHandler } from './$types';

/** The rows of the manifest that would settle the reports that are not settled, to be filled in. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'manifest', KEYS, unresolvedManifest);
