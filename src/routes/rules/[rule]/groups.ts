import { link, slice } from '$lib/components/link';
import type { Language } from '$lib/form';
import type { FindingsGroup, Grouping, RuleCount } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { groupName } from '../../findings/grid';
import { FEWEST } from '../../findings/shown-grid';
import { NOTHING, shownAnswer, type ShownAnswer } from '../answer';

/** Groups that are shown of those in which a rule fails most often. */
const WORST = 8;

/** A group of reports, and what a rule said of them. */
export interface AnswerRow {
	readonly key: string;
	readonly label: string;
	readonly note: string | null;
	readonly answer: ShownAnswer;
}

/** Which rule the groups are of, and in whose words they are told. */
export interface Told {
	readonly rule: string;
	readonly search: string;
	readonly language: Language;
	readonly words: Words;
}

const countOf = ({ rules }: FindingsGroup, { rule }: Told): RuleCount => rules.get(rule) ?? NOTHING;

function rowOf(group: FindingsGroup, by: Grouping, told: Told): AnswerRow {
	const known = Object.entries(group.keys).filter(
		(entry): entry is [string, string] => entry[1] !== null
	);
	const chosen = { ...Object.fromEntries(known), rule: told.rule };
	const settled = group.keys[by] !== null;
	const href = settled ? link('/findings', slice(told.search), chosen) : null;
	return {
		key: JSON.stringify(group.keys),
		...groupName(group, by, told.language, told.words),
		answer: shownAnswer(countOf(group, told), href)
	};
}

/** The years to whose reports a rule applies, one without a year last. */
export function yearRows(groups: readonly FindingsGroup[], told: Told): AnswerRow[] {
	const year = ({ keys }: FindingsGroup) => Number(keys.year ?? Infinity);
	return groups
		.filter((group) => countOf(group, told).decided + countOf(group, told).undecided > 0)
		.toSorted((a, b) => (year(a) === year(b) ? 0 : year(a) - year(b)))
		.map((group) => rowOf(group, 'year', told));
}

/** The groups in which a rule fails most often, of those with enough reports that it could decide. */
export function worstOf(groups: readonly FindingsGroup[], by: Grouping, told: Told) {
	const share = (group: FindingsGroup) =>
		countOf(group, told).reports / countOf(group, told).decided;
	const rows = groups
		.filter(({ keys }) => keys[by] !== null)
		.filter((group) => countOf(group, told).decided >= FEWEST && share(group) > 0)
		.toSorted((a, b) => share(b) - share(a))
		.slice(0, WORST)
		.map((group) => rowOf(group, by, told));
	return { by: told.words.findings.groupings[by], rows };
}
