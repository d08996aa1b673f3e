import { link } from '$lib/components/link';
import { LIMITS } from '../../../lib/limits.ts';
import { RANKED_BY } from '$lib/server/queries';
import { asking, type Asking } from '../../asking';
import type { Counted } from '../../counted';
import { withinPages } from '../../last-page';
import { regionName } from '../../naming';
import { yearsSaid } from '../../year-values';
import { groupName } from '../groups';
import { KEYS, LISTS, parametersOf, type Parameters } from './parameters';
import { ranked, type Ranked } from './ranked';
import { rankedYears } from './ranked-years';
import { restingOf } from './resting';
import { rowsOf, said } from './rows';
import type { PageServerLoad } from './$types';

/** Who stands first, where one does; else what is ranked. */
function titleOf(
	{ groups, columns }: Ranked,
	years: string,
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
	if (!first || !value || !alone || ascending) return words.ranking.titleOf(years, who, what, name);
	const whose = by === 'agency' ? words.ranking.agencies(who) : words.outcomes.what[by];
	const title = isShare ? words.ranking.title : words.ranking.titleMost;
	// Cities of two provinces may have one name.
	const where = by === 'city' ? regionName(first) : '';
	const firstName = where + groupName(by, first, asked);
	return title(years, whose, what, name, firstName, said(value, isShare));
}

async function answersOf(asked: Asking, totals: Counted, parameters: Parameters) {
	const { database, words, filters } = asked;
	const ofYears = await rankedYears(database, totals.filters, parameters);
	const { years, admitted, all, basis } = ofYears;
	const [from, to] = [years[0], years.at(-1)];
	const choice = { years: admitted, adds: all.length > 1 };
	if (from === undefined || to === undefined) {
		return { ...choice, title: words.ranking.empty, ranking: null };
	}
	const length = LIMITS.pageRows;
	const answer = await ranked(
		database,
		totals.filters,
		parameters,
		{ years: { from, to }, limit: length, offset: (filters.page - 1) * length },
		asked
	);
	return {
		...choice,
		title: titleOf(answer, yearsSaid(years, words), totals.who, parameters, asked),
		ranking: {
			columns: answer.columns.map(({ code, name, order, isShare }) => ({
				...{ code, name, order, isShare }
			})),
			rows: rowsOf(
				answer,
				ofYears,
				parameters,
				{ search: totals.search, here: asked.search },
				asked
			),
			rankedCount: answer.rankedCount,
			smallCount: answer.smallCount,
			/** Whether those too small for their shares are told apart. */
			guarded: answer.columns.some(({ order, isShare }) => isShare && order === parameters.order),
			pages: Math.max(1, Math.ceil(answer.rankedCount / length)),
			resting: restingOf(ofYears, parameters, totals.search, words),
			summed: years.length > 1,
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
