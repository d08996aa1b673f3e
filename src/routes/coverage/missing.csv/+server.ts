import type { FilingChoice } from '$lib/form';
import { filingsCsv } from '$lib/server/queries';
import { KEYS, narrowingIn } from '../choices';
import { csvResponse } from '../csv';
import type { RequestHandler } from './$types';

/** The organs and years without a report, or those of the states that the URL asks for. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'missing', KEYS, (database, filters) => {
		const asked = narrowingIn(event.url.searchParams);
		const choices: readonly FilingChoice[] = asked.choices.length > 0 ? asked.choices : ['missing'];
		return filingsCsv(database, filters, { ...asked, choices });
	});
