import {
	FILING_GROUPS,
	fileCounts,
	files,
	filingGrid,
	filingOptions,
	unresolvedReports,
	type FilingGroup
} from '$lib/server/queries';
import type { Filters } from '$lib/server/filters';
import type { Words } from '$lib/words/words';
import { asking, type Asking } from '../asking';
import { withinPages } from '../last-page';
import { kindName, levelName, regionName } from '../naming';
import { candidates } from './candidates';
import { admits, everyYear, groupsOf, newestExpected } from './groups';
import { groupingIn, KEYS, listIn, narrowingIn, type Grouping, type List } from './choices';
import type { PageServerLoad } from './$types';

/** Rows of the unsettled and the rejected that stand on the page before one asks for all. */
const FIRST = 3;

/** The filters of one of the lists: only the one that the URL names goes on to further pages. */
const filtersOf = (filters: Filters, name: List, listed: List | null): Filters => ({
	...filters,
	sort: name === 'agencies' ? filters.sort : null,
	page: (listed ?? 'agencies') === name ? filters.page : 1
});

/** What is said of organs of which a part of the region, the kind or the level is not known. */
const lacking = (group: FilingGroup, { own }: Words['coverage']) =>
	group === 'kind' || group === 'level' ? own.other : own[group];

function groupName(group: FilingGroup, value: string | null, { language, words }: Asking): string {
	if (value === null) return lacking(group, words.coverage);
	if (group === 'kind') return kindName(value, language) ?? value;
	return group === 'level' ? (levelName(value, language) ?? value) : value;
}

/** Filters that are about reports and say nothing of who is to report. */
const hasIgnored = ({ filters }: Asking) =>
	filters.scope !== null ||
	(['form', 'section', 'item', 'measure', 'status', 'rule', 'severity'] as const).some(
		(key) => filters[key].length > 0
	);

/** How groups stand for one year, with their names. */
async function namedGroups(asked: Asking, grouping: Grouping, year: number | null) {
	if (year === null) return { group: 'province' as FilingGroup, rows: [] };
	const { database, filters, search } = asked;
	const { group, rows } = await database.cached(`groups ${grouping} ${year} ${search}`, () =>
		groupsOf(database, filters, grouping, year)
	);
	return { group, rows: rows.map((row) => ({ ...row, name: groupName(group, row.value, asked) })) };
}

async function gridOf(asked: Asking, params: URLSearchParams, listed: List | null) {
	const { database, filters, kept } = asked;
	const narrowing = narrowingIn(params);
	const grid = await kept(`grid ${JSON.stringify(narrowing)} ${listed}`, () =>
		filingGrid(database, filtersOf(filters, 'agencies', listed), narrowing)
	);
	return {
		...grid,
		...narrowing,
		rows: grid.rows.map(({ province, city, county, ...row }) => ({
			...row,
			region: regionName({ province, city, county })
		}))
	};
}

/** An answer about files, of which only the words looked for choose some. */
const keptByWords = <T>(
	{ database }: Asking,
	name: string,
	filters: Filters,
	ask: () => Promise<T>
) => database.cached(`${name} ${filters.page} ${filters.q ?? ''}`, ask);

async function unresolvedOf(asked: Asking, listed: List | null) {
	const length = listed === null ? FIRST : undefined;
	const filters = filtersOf(asked.filters, 'unresolved', listed);
	const list = await keptByWords(asked, `unresolved ${length}`, filters, () =>
		unresolvedReports(asked.database, filters, length)
	);
	return {
		...list,
		rows: list.rows.map(({ evidence, ...row }) => ({ ...row, candidates: candidates(evidence) }))
	};
}

async function rejectedOf(asked: Asking, listed: List | null) {
	const filters = filtersOf(asked.filters, 'rejected', listed);
	const list = await keptByWords(asked, 'rejected', filters, () =>
		files(asked.database, filters, 'rejected')
	);
	return listed === null ? { ...list, rows: list.rows.slice(0, FIRST) } : list;
}

/** What the page's own keys are set to, in words, for the filter bar. */
const keyNames = ({ words: { coverage } }: Asking) => ({
	...Object.fromEntries(
		Object.entries({ ...coverage.states, ...coverage.choices }).map(([code, name]) => [
			`state=${code}`,
			name
		])
	),
	...Object.fromEntries(
		FILING_GROUPS.map((group) => [`without=${group}`, lacking(group, coverage)])
	),
	'list=agencies': coverage.grid,
	'list=unresolved': coverage.unresolved,
	'list=rejected': coverage.rejected
});

/** The names of the organs that the filters ask for, of which some have sent no report. */
const namesOf = (
	rows: readonly { readonly agencyId: string; readonly agency: string }[],
	filters: Filters
) =>
	Object.fromEntries(
		rows
			.filter(({ agencyId }) => filters.agency.includes(agencyId))
			.map(({ agencyId, agency }) => [`agency=${agencyId}`, agency])
	);

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const listed = listIn(params);
	const grouping = groupingIn(params);
	const asked = await asking(event, { keys: KEYS, sorted: true, choices: filingOptions });
	const { database, filters } = asked;
	const [options, whole, grid, unresolved, rejected, counts] = await Promise.all([
		asked.options,
		database.cached(`filings ${asked.search}`, () => everyYear(database, filters)),
		gridOf(asked, params, listed),
		unresolvedOf(asked, listed),
		rejectedOf(asked, listed),
		database.cached('file counts', () => fileCounts(database))
	]);
	for (const list of [grid, unresolved, rejected]) withinPages(event.url, list);
	const years = whole.years.filter(({ year }) => admits(filters, year));
	const year = newestExpected(whole.years, filters);
	return {
		listed,
		grouping,
		whole,
		years: years.map((row) => row.year),
		year,
		grid,
		groups: await namedGroups(asked, grouping, year?.year ?? null),
		unresolved,
		rejected,
		archives: counts.archive,
		ignored: hasIgnored(asked),
		anything: database.snapshot.counts.reports > 0,
		options: {
			...options,
			names: { ...options.names, ...keyNames(asked), ...namesOf(grid.rows, filters) }
		}
	};
};
