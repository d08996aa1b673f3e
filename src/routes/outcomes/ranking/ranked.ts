import { addKnown, shareOf } from '$lib/chart/number';
import { cellForm, OUTCOMES, type Language } from '$lib/form';
import type { Database } from '$lib/server/database';
import type { Filters, YearRange } from '$lib/server/filters';
import {
	outcomesByGroup,
	remediesByGroup,
	remedyAddress,
	remedyForms,
	type Group,
	type OutcomeOrder,
	type OutcomesOfGroup,
	type RankedGroups,
	type RemediesOfGroup,
	type RemedyKind,
	type RemedyOrder,
	type RemedyResult
} from '$lib/server/queries';
import type { Reader } from '../../figures';
import { allOutcomes } from '../../outcome-figures';
import type { Parameters } from './parameters';

/** A column of a ranking. */
export interface Column<T> {
	/** Its name in the CSV. */
	readonly code: string;
	readonly name: string;
	/** What `sort` calls it; null where it ranks nothing. */
	readonly order: string | null;
	readonly isShare: boolean;
	readonly value: (group: T) => number | null;
	/** What chooses the figures that a count is added from, beside the group; null for a share. */
	readonly behind: Readonly<Record<string, string | string[]>> | null;
}

/** Groups in their order, and what is told of each. */
export interface Ranked extends RankedGroups<RankedGroup> {
	readonly columns: readonly Pick<
		Column<never>,
		'code' | 'name' | 'order' | 'isShare' | 'behind'
	>[];
}

export interface RankedGroup extends Group {
	readonly generated: number;
	/** One value a column. */
	readonly values: readonly (number | null)[];
}

const share = (part: number | null, whole: number | null) =>
	part === null || whole === null ? null : shareOf(part, whole);

function outcomeColumns({ language, words }: Reader): Column<OutcomesOfGroup>[] {
	const counts = OUTCOMES.map(({ code, label }): Column<OutcomesOfGroup> => ({
		...{ code, name: label[language], order: null, isShare: false },
		value: (group) => group[code],
		behind: { outcome: code, figure: 'reported' }
	}));
	const [granted, partly, ...others] = counts;
	return [
		{
			...{ code: 'handled', name: words.ranking.handled, order: 'count', isShare: false },
			value: ({ handled }) => handled,
			behind: allOutcomes
		},
		...[granted, partly].flatMap((column) => column ?? []),
		{
			...{ code: 'open_share', name: words.ranking.open, order: 'share', isShare: true },
			value: (group) => share(addKnown([group.granted, group.partly_granted]), group.handled),
			behind: null
		},
		...others.flatMap((column) => [
			column,
			{
				...{ code: `${column.code}_share`, name: words.ranking.share(column.name) },
				...{ order: column.code, isShare: true, behind: null },
				value: (group: OutcomesOfGroup) => share(column.value(group), group.handled)
			}
		])
	];
}

/** What the form calls a result, whatever the kind of case. */
const resultName = (result: RemedyResult, language: Language) =>
	cellForm(`remedies/reconsideration/${result}`)?.measure.label[language] ?? result;

function remedyColumns(
	kind: RemedyKind,
	forms: readonly string[],
	{ language, words }: Reader
): Column<RemediesOfGroup>[] {
	const countOf = (result: RemedyResult, order: string | null): Column<RemediesOfGroup> => ({
		...{ code: result, name: resultName(result, language), order, isShare: false },
		value: (group) => group[result],
		behind: {
			...{ cell: remedyAddress(kind, result), figure: 'reported' },
			...(forms.length > 0 ? { form: [...forms] } : {})
		}
	});
	return [
		countOf('upheld', null),
		countOf('corrected', 'corrected'),
		{
			...{ code: 'lost_share', name: words.outcomes.lost, order: 'lost', isShare: true },
			value: ({ corrected, decided }) => share(corrected, decided),
			behind: null
		},
		countOf('other', null),
		countOf('total', 'total')
	];
}

function gathered<T extends Group & { readonly generated: number }>(
	{ groups, ...counts }: RankedGroups<T>,
	columns: readonly Column<T>[]
): Ranked {
	return {
		...counts,
		columns,
		groups: groups.map((group) => ({
			...{ place: group.place, group: group.group, agency: group.agency },
			...{ province: group.province, city: group.city, county: group.county },
			generated: group.generated,
			values: columns.map(({ value }) => value(group))
		}))
	};
}

/** The stretch of a ranking that is asked for. */
export async function ranked(
	database: Database,
	filters: Filters,
	{ of, by, small, order, ascending }: Parameters,
	{ years, limit, offset }: { years: YearRange; limit: number; offset: number },
	reader: Reader
): Promise<Ranked> {
	const asked = { by, years, small, ascending, limit, offset };
	if (of === 'outcomes') {
		return gathered(
			await outcomesByGroup(database, filters, { ...asked, order: order as OutcomeOrder }),
			outcomeColumns(reader)
		);
	}
	return gathered(
		await remediesByGroup(database, filters, { ...asked, kind: of, order: order as RemedyOrder }),
		remedyColumns(of, remedyForms(of, years.to, filters.form), reader)
	);
}
