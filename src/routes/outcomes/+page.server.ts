import { count, percent, shareOf } from '$lib/chart/number';
import type { StackFigure } from '$lib/chart/figure';
import { isStarred } from '$lib/chart/stack';
import { link } from '$lib/components/link';
import { outcomeCells, OUTCOMES } from '$lib/form';
import {
	OUTCOME_ORDERS,
	outcomesByGroup,
	outcomesByYear,
	RANKED_BY,
	REMEDY_KINDS,
	type OutcomesByYear,
	type OutcomesOfGroup,
	type OutcomesOfYear,
	type RankedGroups
} from '$lib/server/queries';
import { asking, type Asking } from '../asking';
import type { Counted } from '../counted';
import { toldApart } from '../naming';
import {
	allOutcomes,
	outcomesByYearFigure,
	outcomesFigure,
	sharesOf,
	type OutcomesRow
} from '../outcome-figures';
import {
	against,
	counted,
	inYear,
	list,
	outcomesCsv,
	outcomesResting,
	reportsResting,
	seriesCsvOf
} from '../resting';
import { applicantsFigure, balance, FURTHER, hasFew, reasonsFigure, remedies } from './details';
import { choosing, groupName } from './groups';
import { handledOf, newestOf, yearsBasis } from './newest';
import { DIRECTIONS, KEYS, OPENED, parametersOf, type Parameters } from './parameters';
import type { PageServerLoad } from './$types';

const starred = (figure: StackFigure | null) => figure !== null && isStarred(figure);

function titleOf(newest: OutcomesOfYear | undefined, who: string, { words }: Asking): string {
	const handled = newest && handledOf(newest);
	if (!newest || !handled) return words.outcomes.titleEmpty;
	const { year, granted, partly_granted } = newest;
	const share =
		granted === null || partly_granted === null ? null : shareOf(granted + partly_granted, handled);
	if (share === null) return words.outcomes.titleHandled(year, who, count(handled));
	return words.outcomes.title(year, who, percent(share), count(handled));
}

function rowsOf(
	{ groups }: RankedGroups<OutcomesOfGroup>,
	{ by }: Parameters,
	year: number,
	{ basis, search }: { basis: OutcomesByYear['basis']; search: string },
	asked: Asking
): OutcomesRow[] {
	const names = toldApart(groups, (group) => groupName(by, group, asked));
	return groups.map((group, index) => {
		const chosen = choosing(by, group);
		const ofYear = { ...counted(basis), year: String(year), ...chosen };
		return {
			name: `${names[index]}${group.generated > 0 ? asked.words.inventedShort : ''}`,
			counts: group,
			href: (outcome) => chosen && list(search, { ...ofYear, outcome, figure: 'reported' }),
			whole: chosen && list(search, { ...ofYear, ...allOutcomes })
		};
	});
}

async function groupsOf(
	asked: Asking,
	totals: Counted,
	parameters: Parameters,
	{ year, byYear: { years, basis } }: { year: number | null; byYear: OutcomesByYear }
) {
	if (year === null) return null;
	const { by, rank, order, small } = parameters;
	const answer = await outcomesByGroup(asked.database, totals.filters, {
		...{ by, years: { from: year, to: year }, small, order: rank },
		ascending: order === 'asc'
	});
	const rows = rowsOf(answer, parameters, year, { basis, search: totals.search }, asked);
	const ofYear = yearsBasis({ years, basis }, [year]);
	const counts = outcomesFigure(rows, { direction: 'rows', rulesAfter: [] }, asked);
	const shares = sharesOf(counts);
	return {
		year,
		counts,
		shares,
		starred: starred(shares),
		resting: reportsResting(ofYear, inYear(totals.search, year), asked.words),
		groupCount: answer.groupCount,
		rankedCount: answer.rankedCount,
		href: link('/outcomes/ranking', asked.search, {
			...{ by, at: String(year), small: small ? '1' : null },
			sort: order === 'asc' ? rank : `-${rank}`
		}),
		smallCount: answer.smallCount,
		shown: rows.length,
		invented: answer.groups.some(({ generated }) => generated > 0),
		csv: outcomesCsv(basis, totals.search, {
			year: [String(year)],
			...(by === 'agency' ? { agency: answer.groups.flatMap(({ group }) => group ?? []) } : {})
		})
	};
}

async function answersOf(asked: Asking, totals: Counted, parameters: Parameters) {
	const { database, words } = asked;
	const { search } = totals;
	const byYear = await outcomesByYear(database, totals.filters, Object.values(FURTHER).flat());
	const newest = newestOf(byYear);
	const year = parameters.at ?? newest?.year ?? null;
	const counts = outcomesByYearFigure(byYear, search, asked);
	const shares = sharesOf(counts);
	const applicants = applicantsFigure(byYear, search, asked);
	const ofRemedies = remedies(byYear, search, asked);
	return {
		...parameters,
		title: titleOf(newest, totals.who, asked),
		shares,
		counts,
		resting: against(outcomesResting(byYear, search, words), totals.expected),
		csv: outcomesCsv(byYear.basis, search),
		invented: byYear.basis.generated > 0,
		reasons: reasonsFigure(byYear, parameters.open, search, asked),
		reasonsCsv: seriesCsvOf(outcomeCells(parameters.open), byYear.basis, search),
		applicants,
		furtherCsv: {
			applicants: seriesCsvOf(FURTHER.applicants, byYear.basis, search),
			balance: seriesCsvOf(FURTHER.balance, byYear.basis, search),
			remedies: seriesCsvOf(FURTHER.remedies, byYear.basis, search)
		},
		balance: balance(byYear, search),
		remedies: ofRemedies,
		starred: {
			shares: starred(shares),
			applicants: starred(applicants),
			remedies: hasFew(ofRemedies)
		},
		years: byYear.years.map((row) => row.year),
		remedyRankings: REMEDY_KINDS.map((of) => ({
			of,
			href: link('/outcomes/ranking', asked.search, { of, by: parameters.by })
		})),
		groups: await groupsOf(asked, totals, parameters, { year, byYear })
	};
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event, { adds: true, keys: KEYS });
	const parameters = parametersOf(event.url.searchParams);
	const totals = await asked.counted();
	const answers = await asked.kept(`outcomes ${JSON.stringify(parameters)}`, () =>
		answersOf(asked, totals, parameters)
	);
	return {
		...answers,
		counted: totals.choices,
		choices: {
			by: RANKED_BY,
			rank: OUTCOME_ORDERS,
			order: DIRECTIONS,
			open: OPENED.map((code) => ({
				code,
				name: OUTCOMES.find((outcome) => outcome.code === code)?.label[asked.language] ?? code,
				href: `${link('/outcomes', event.url.search, { open: code })}#reasons`
			}))
		},
		options: await asked.options
	};
};
