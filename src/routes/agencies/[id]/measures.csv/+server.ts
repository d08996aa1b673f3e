import { error } from '@sveltejs/kit';
import { partsOf } from '$lib/form';
import type { Database } from '$lib/server/database';
import { agency, agencySeries } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { csvResponse } from '../../../coverage/csv';
import { csvLines } from '../../../csv-lines';
import { stretch } from '../../../figures';
import { MEASURES, measuresOf } from '../measures';
import type { RequestHandler } from './$types';

const COLUMNS = [
	...(['agency_id', 'agency', 'section', 'item', 'measure', 'name', 'unit', 'year'] as const),
	...(['value', 'status', 'possibly_stock', 'report_id'] as const)
] as const;

async function* rowsOf(database: Database, agencyId: string) {
	const row = await agency(database, agencyId);
	if (!row) error(404, { message: wordsOf('zh').agency.notFound });
	const years = await agencySeries(database, agencyId, MEASURES);
	const measures = measuresOf(years, stretch(years.map(({ year }) => year)), 'zh');
	yield measures.flatMap(({ address, name, unit, figures }) =>
		figures.map(({ year, value, status, possiblyStock, reportId }) => ({
			...{ agency_id: agencyId, agency: row.agency, ...partsOf(address), name, unit },
			...{ year, value, status, possibly_stock: possiblyStock, report_id: reportId }
		}))
	);
}

/** The table of an agency’s figures by year as the page shows it, a figure a line. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'measures', [], (database) =>
		csvLines(COLUMNS, rowsOf(database, event.params.id))
	);
