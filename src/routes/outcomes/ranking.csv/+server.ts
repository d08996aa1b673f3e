import { csvLine } from '$lib/form';
import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { adding, guarded } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { csvResponse } from '../../coverage/csv';
import { rankedYear } from '../ranking/newest';
import { KEYS, parametersOf, type Parameters } from '../ranking/parameters';
import { ranked } from '../ranking/ranked';
import type { RequestHandler } from './$types';

/** More groups than there are organs in the country. */
const ALL = 1_000_000;
/** A share is no more exact than this. */
const DECIMALS = 6;

const figure = (value: number | null) =>
	value === null ? '' : String(Number(value.toFixed(DECIMALS)));

async function* linesOf(
	database: Database,
	filters: Filters,
	parameters: Parameters
): AsyncGenerator<string> {
	const totals = await adding(database, filters);
	const { year } = await rankedYear(database, totals.filters, parameters);
	const reader = { language: 'zh', words: wordsOf('zh') } as const;
	const { groups, columns } = await ranked(
		database,
		totals.filters,
		parameters,
		{ year: year ?? 0, limit: ALL, offset: 0 },
		reader
	);
	const { by } = parameters;
	const key = by === 'agency' ? ['agency_id'] : by === 'city' ? [] : [by];
	const regions = by === 'agency' ? ['agency', 'province', 'city', 'county'] : [];
	const names = by === 'city' ? ['province', 'city'] : [...key, ...regions];
	yield `\uFEFF${csvLine(['place', ...names, 'year', ...columns.map(({ code }) => code), 'generated'])}\r\n`;
	for (const group of groups) {
		const own: Readonly<Record<string, string | null>> = {
			...{ agency: group.agency, province: group.province, city: group.city },
			...{ county: group.county, agency_id: group.group },
			...(by === 'agency' ? {} : { [by]: group.group })
		};
		yield `${csvLine([
			String(group.place ?? ''),
			...names.map((name) => guarded(own[name] ?? '')),
			String(year ?? ''),
			...group.values.map(figure),
			String(group.generated > 0)
		])}\r\n`;
	}
}

/** The whole ranking that the page shows by the page, as a CSV. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'ranking', KEYS, (database, filters) =>
		linesOf(database, filters, parametersOf(event.url.searchParams, filters))
	);
