import { count, percent, shareOf } from '$lib/chart/number';
import { link } from '$lib/components/link';
import { outcomeCells, OUTCOMES } from '$lib/form';
import {
	OUTCOME_GROUPS,
	OUTCOME_ORDERS,
	outcomesByGroup,
	outcomesByYear,
	type OutcomesByGroup,
	type OutcomesByYear,
	type OutcomesOfYear
} from '$lib/server/queries';
import { asking, type Asking } from '../asking';
import type { Counted } from '../counted';
import { kindName, toldApart } from '../naming';
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
import { applicantsFigure, balance, FURTHER, reasonsFigure, remedies } from './details';
import { KEYS, OPENED, parametersOf, type Parameters } from './parameters';
import type { PageServerLoad } from './$types';

const handledOf = (year: OutcomesOfYear) => {
	const known = OUTCOMES.map(({ code }) => year[code]).filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/** The newest year with outcomes; null parts are left out of the sum. */
const newestOf = ({ years }: OutcomesByYear) =>
	years.findLast((year) => (handledOf(year) ?? 0) > 0);

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
	{ groups }: OutcomesByGroup,
	{ by }: Parameters,
	year: number,
	{ basis, search }: { basis: OutcomesByYear['basis']; search: string },
	{ words, language }: Asking
): OutcomesRow[] {
	const names = toldApart(groups, ({ group, agency }) => {
		if (by === 'agency') return agency ?? words.agencies.unnamed;
		return (by === 'kind' ? kindName(group, language) : group) ?? words.findings.unplaced[by];
	});
	return groups.map((group, index) => {
		const chosen =
			group.group === null
				? null
				: {
						...(group.province === null ? {} : { province: group.province }),
						[by]: group.group
					};
		return {
			name: `${names[index]}${group.generated > 0 ? words.inventedShort : ''}`,
			counts: group,
			href: (outcome) =>
				chosen &&
				list(search, {
					...counted(basis),
					year: String(year),
					...chosen,
					outcome,
					figure: 'reported'
				}),
			whole:
				chosen && list(search, { ...counted(basis), year: String(year), ...chosen, ...allOutcomes })
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
	const { by, rank, small } = parameters;
	const answer = await outcomesByGroup(asked.database, totals.filters, {
		by,
		year,
		order: rank,
		small
	});
	const rows = rowsOf(answer, parameters, year, { basis, search: totals.search }, asked);
	const own = years.find((candidate) => candidate.year === year);
	const ofYear = {
		...basis,
		...{ reports: own?.reports ?? 0, generated: own?.generated ?? 0 },
		...{ scopeUnknown: 0, withoutYear: 0, otherScope: 0 }
	};
	const counts = outcomesFigure(rows, { direction: 'rows', rulesAfter: [] }, asked);
	return {
		year,
		counts,
		shares: sharesOf(counts),
		resting: reportsResting(ofYear, inYear(totals.search, year), asked.words),
		groupCount: answer.groupCount,
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
	return {
		...parameters,
		title: titleOf(newest, totals.who, asked),
		shares: sharesOf(counts),
		counts,
		resting: against(outcomesResting(byYear, search, words), totals.expected),
		csv: outcomesCsv(byYear.basis, search),
		invented: byYear.basis.generated > 0,
		reasons: reasonsFigure(byYear, parameters.open, search, asked),
		reasonsCsv: seriesCsvOf(outcomeCells(parameters.open), byYear.basis, search),
		applicants: applicantsFigure(byYear, search, asked),
		furtherCsv: {
			applicants: seriesCsvOf(FURTHER.applicants, byYear.basis, search),
			balance: seriesCsvOf(FURTHER.balance, byYear.basis, search),
			remedies: seriesCsvOf(FURTHER.remedies, byYear.basis, search)
		},
		balance: balance(byYear, search),
		remedies: remedies(byYear, search, asked),
		years: byYear.years.map((row) => row.year),
		groups: await groupsOf(asked, totals, parameters, { year, byYear })
	};
}

export const load: PageServerLoad = async (event) => {
	const asked = await asking(event, { keys: KEYS });
	const parameters = parametersOf(event.url.searchParams);
	const totals = await asked.counted();
	const answers = await asked.kept(`outcomes ${JSON.stringify(parameters)}`, () =>
		answersOf(asked, totals, parameters)
	);
	return {
		...answers,
		counted: totals.choices,
		choices: {
			by: OUTCOME_GROUPS,
			rank: OUTCOME_ORDERS,
			open: OPENED.map((code) => ({
				code,
				name: OUTCOMES.find((outcome) => outcome.code === code)?.label[asked.language] ?? code,
				href: `${link('/outcomes', event.url.search, { open: code })}#reasons`
			}))
		},
		options: await asked.options
	};
};
