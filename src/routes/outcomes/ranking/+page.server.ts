import { full, percent } from '$lib/chart/number';
import { link } from '$lib/components/link';
import { LIMITS } from '../../../lib/limits.ts';
import { RANKED_BY } from '$lib/server/queries';
import { asking, type Asking } from '../../asking';
import type { Counted } from '../../counted';
import { withinPages } from '../../last-page';
import { regionName } from '../../naming';
import { counted, inYear, list, reportsResting } from '../../resting';
import { choosing, groupName } from '../groups';
import { rankedYear } from './newest';
import { KEYS, LISTS, parametersOf, type Parameters } from './parameters';
import { ranked, type Ranked } from './ranked';
import type { PageServerLoad } from './$types';

const said = (value: number, isShare: boolean) => (isShare ? percent(value) : full(value));

/** Who stands first, where one does; else what is ranked. */
function titleOf(
	{ groups, columns }: Ranked,
	year: number,
	who: string,
	{ of, by, order, ascending }: Parameters,
	asked: Asking
): string {
	const { words, filters } = asked;
	const what = words.ranking.of[of];
	const at = columns.findIndex((column) => column.order === order);
	const { name = '', isShare = false } = columns[at] ?? {};
	const [first, second] = groups;
	const value = first?.values[at] ?? null;
	const alone = filters.page === 1 && second?.place !== first?.place;
	if (!first || !value || !alone || ascending) return words.ranking.titleOf(year, who, what, name);
	const whose = by === 'agency' ? words.ranking.agencies(who) : words.outcomes.what[by];
	const title = isShare ? words.ranking.title : words.ranking.titleMost;
	// Cities of two provinces may have one name.
	const where = by === 'city' ? `${regionName(first)} ` : '';
	const firstName = where + groupName(by, first, asked);
	return title(year, whose, what, name, firstName.trim(), said(value, isShare));
}

function rowsOf(
	{ groups, columns }: Ranked,
	year: number,
	{ by }: Parameters,
	{ search, scope }: { search: string; scope: ReturnType<typeof counted> },
	asked: Asking
) {
	return groups.map((group, index) => {
		const chosen = choosing(by, group);
		return {
			key: `${index} ${group.group}`,
			place: group.place,
			name: groupName(by, group, asked),
			href:
				by === 'agency' && group.group !== null
					? `/agencies/${group.group}`
					: chosen && link('/outcomes/ranking', asked.search, { ...chosen, by: 'agency' }),
			region: by === 'kind' || by === 'province' ? '' : regionName(group),
			generated: group.generated > 0,
			cells: columns.map(({ isShare, behind }, column) => {
				const value = group.values[column] ?? null;
				return {
					text: value === null ? null : said(value, isShare),
					href:
						behind && chosen
							? list(search, { ...scope, year: String(year), ...chosen, ...behind })
							: null
				};
			})
		};
	});
}

async function answersOf(asked: Asking, totals: Counted, parameters: Parameters) {
	const { database, words, filters } = asked;
	const { year, years, basis } = await rankedYear(database, totals.filters, parameters);
	if (year === null) return { title: words.ranking.empty, years, ranking: null };
	const length = LIMITS.pageRows;
	const answer = await ranked(
		database,
		totals.filters,
		parameters,
		{ year, limit: length, offset: (filters.page - 1) * length },
		asked
	);
	const scope = counted(basis);
	return {
		title: titleOf(answer, year, totals.who, parameters, asked),
		years,
		ranking: {
			year,
			columns: answer.columns.map(({ code, name, order, isShare }) => ({
				...{ code, name, order, isShare }
			})),
			rows: rowsOf(answer, year, parameters, { search: totals.search, scope }, asked),
			rankedCount: answer.rankedCount,
			smallCount: answer.smallCount,
			/** Whether those too small for their shares are told apart. */
			guarded: answer.columns.some(({ order, isShare }) => isShare && order === parameters.order),
			pages: Math.max(1, Math.ceil(answer.rankedCount / length)),
			resting: reportsResting(basis, inYear(totals.search, year), words),
			invented: basis.generated > 0
		}
	};
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event, { adds: true, keys: KEYS, sorted: true });
	const parameters = parametersOf(event.url.searchParams, asked.filters);
	const totals = await asked.counted();
	const answers = await asked.kept(`ranking ${JSON.stringify(parameters)}`, () =>
		answersOf(asked, totals, parameters)
	);
	const { page } = asked.filters;
	if (answers.ranking) withinPages(event.url, { page, pages: answers.ranking.pages });
	const { search } = event.url;
	return {
		...parameters,
		...answers,
		page,
		lists: LISTS.map((of) => ({
			of,
			href: link('/outcomes/ranking', search, { of: of === 'outcomes' ? null : of, sort: null })
		})),
		csv: link('/outcomes/ranking.csv', search),
		counted: totals.choices,
		choices: { by: RANKED_BY },
		options: await asked.options
	};
};
