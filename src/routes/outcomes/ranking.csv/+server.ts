import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { adding, type RankedBy } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { csvResponse } from '../../coverage/csv';
import { csvLines } from '../../csv-lines';
import { KEYS, parametersOf, type Parameters } from '../ranking/parameters';
import { ranked, type RankedGroup } from '../ranking/ranked';
import { rankedYears } from '../ranking/ranked-years';
import type { RequestHandler } from './$types';

/** A group as a line; its columns depend on what is ranked. */
type Row = Readonly<Record<string, string | number | boolean | null>>;

/** More groups than there are organs in the country. */
const ALL = 1_000_000;
/** A share is no more exact than this. */
const DECIMALS = 6;

/** The columns that name a group. */
const NAMES = {
	agency: ['agency_id', 'agency', 'province', 'city', 'county'],
	province: ['province'],
	city: ['province', 'city'],
	kind: ['kind']
} as const satisfies Record<RankedBy, readonly string[]>;

const figure = (value: number | null) => (value === null ? null : Number(value.toFixed(DECIMALS)));

/** What names a group, whatever it is; an agency's own key is its id. */
const namesOf = (by: RankedBy, { group, agency, province, city, county }: RankedGroup) => ({
	...{ agency, province, city, county },
	[by === 'agency' ? 'agency_id' : by]: group
});

async function* linesOf(
	database: Database,
	filters: Filters,
	parameters: Parameters
): AsyncGenerator<string> {
	const totals = await adding(database, filters);
	const { years } = await rankedYears(database, totals.filters, parameters);
	const [first = null, last = null] = [years[0], years.at(-1)];
	const reader = { language: 'zh', words: wordsOf('zh') } as const;
	const { groups, columns } = await ranked(
		database,
		totals.filters,
		parameters,
		{ years: { from: first ?? 0, to: last ?? 0 }, limit: ALL, offset: 0 },
		reader
	);
	const { by } = parameters;
	const codes = columns.map(({ code }) => code);
	const rows = groups.map((group): Row => ({
		...namesOf(by, group),
		...Object.fromEntries(codes.map((code, at) => [code, figure(group.values[at] ?? null)])),
		...{ place: group.place, generated: group.generated > 0 },
		// One year, or none where several are added.
		...{ year: first === last ? first : null, first_year: first, last_year: last }
	}));
	yield* csvLines(
		['place', ...NAMES[by], 'year', ...codes, 'generated', 'first_year', 'last_year'],
		[rows]
	);
}

/** The whole ranking that the page shows by the page, as a CSV. */
export const GET: RequestHandler = (event) =>
	csvResponse(event, 'ranking', KEYS, (database, filters) =>
		linesOf(database, filters, parametersOf(event.url.searchParams, filters))
	);
