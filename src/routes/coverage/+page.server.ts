import { addressOf } from '$lib/form';
import {
	agencies,
	coverage,
	fileCounts,
	files,
	seriesByAgency,
	unresolvedReports,
	type AgencyRow,
	type UnresolvedRow
} from '$lib/server/queries';
import { BadFilter } from '$lib/server/filters';
import { asking, type Asking } from '../asking';
import { stretch } from '../figures';
import { regionName } from '../naming';
import type { PageServerLoad } from './$types';

/** Any figure that every edition asks for: its points tell which years have a report. */
const RECEIVED = addressOf('applications', 'received', 'total');

const LISTS = ['agencies', 'unresolved', 'rejected'] as const;
type List = (typeof LISTS)[number];

/** The list that a URL asks to see whole; null for the first page of each. */
function listNamed(asked: string | null): List | null {
	if (!asked) return null;
	const found = LISTS.find((name) => name === asked);
	if (found) return found;
	throw new BadFilter('list', asked, `应为 ${LISTS.join('、')}`, `one of ${LISTS.join(', ')}`);
}

/** The filters of one of the lists: only the one that the URL names goes on to further pages. */
const filtersOf = ({ filters }: Asking, name: List, listed: List | null) => ({
	...filters,
	page: listed === name ? filters.page : 1
});

/** Words that may name the agency or the year of a report, each once. */
function candidates({ evidence }: UnresolvedRow) {
	const subjects = ['agency', 'region', 'year'] as const;
	return subjects.flatMap((subject) => {
		const found = new Map(
			evidence
				.filter((entry) => entry.subject === subject)
				.map(({ text, source }) => [text.trim().slice(0, CANDIDATE_LENGTH), source])
		);
		const words = [...found].slice(0, CANDIDATES).map(([text, source]) => ({ text, source }));
		return words.length > 0 ? [{ subject, words }] : [];
	});
}

/** Candidates of one kind that a list shows, and the characters of one. */
const CANDIDATES = 4;
const CANDIDATE_LENGTH = 40;

async function filedReports({ database, filters, kept }: Asking, settled: readonly AgencyRow[]) {
	if (settled.length === 0) return [];
	const { agencies: histories } = await kept(`histories ${filters.page}`, () =>
		seriesByAgency(
			database,
			{
				...filters,
				agency: settled.map(({ agencyId }) => agencyId),
				scope: filters.scope ?? 'all'
			},
			RECEIVED
		)
	);
	return histories.flatMap(({ agencyId, points }) =>
		points.map(({ year, reportId }) => ({ agencyId, year, reportId }))
	);
}

export const load: PageServerLoad = async (event) => {
	const listed = listNamed(event.url.searchParams.get('list'));
	const asked = await asking(event, { keys: ['list'] });
	const { database, filters, options, kept } = asked;
	const [whole, list, unresolved, rejected, counts] = await Promise.all([
		kept('coverage of all', () => coverage(database, filters)),
		kept(`coverage ${listed}`, () =>
			agencies(database, {
				...filters,
				page: listed === null || listed === 'agencies' ? filters.page : 1
			})
		),
		kept(`${listed} unresolved`, () =>
			unresolvedReports(database, filtersOf(asked, 'unresolved', listed))
		),
		kept(`${listed} rejected`, () =>
			files(database, filtersOf(asked, 'rejected', listed), 'rejected')
		),
		database.cached('file counts', () => fileCounts(database))
	]);
	const settled = list.rows.filter(({ resolved }) => resolved);
	const filed = await filedReports(asked, settled);
	const { firstYear, lastYear } = whole;
	const years = firstYear === null || lastYear === null ? [] : stretch([firstYear, lastYear]);
	return {
		listed,
		archives: counts.archive,
		whole,
		years,
		rows: settled.map((row) => ({
			agencyId: row.agencyId,
			agency: row.agency,
			region: regionName(row),
			generated: row.generated,
			reports: years.map(
				(year) =>
					filed.find((report) => report.agencyId === row.agencyId && report.year === year)
						?.reportId ?? null
			)
		})),
		page: list.page,
		pages: list.pages,
		unresolved: {
			...unresolved,
			rows: unresolved.rows.map(({ evidence, ...row }) => ({
				...row,
				candidates: candidates({ ...row, evidence })
			}))
		},
		rejected,
		options
	};
};
