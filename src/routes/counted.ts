import { link, slice } from '$lib/components/link';
import type { Language } from '$lib/form';
import { filtersToSearch, type Filters } from '$lib/server/filters';
import type { AddableGroup, Adding, FilingCounts } from '$lib/server/queries';
import { wordsOf, type Words } from '$lib/words/words';
import { levelName } from './naming';

/** One of the groups of reports that a page's totals may add. */
export interface CountedChoice {
	readonly name: string;
	readonly reports: number;
	readonly chosen: boolean;
	readonly rolledUp: boolean;
	readonly href: string;
}

/** What a page's totals add, in words, with what they might add instead. */
export interface Counted {
	readonly filters: Filters;
	/** The query string of these filters, for lists and downloads of just what is added. */
	readonly search: string;
	/** The agencies counted, as a title says it: “县级”, “市级（汇总）”. */
	readonly who: string;
	readonly choices: readonly CountedChoice[];
	/** How many reports were expected of those counted, and how many are there; null where unknown. */
	readonly expected: { readonly text: string; readonly href: string } | null;
}

/** What is expected where totals are added, in words, with the page that lists it. */
function expectedOf(
	{ expected, filed, listed }: FilingCounts,
	search: string,
	words: Words
): Counted['expected'] {
	if (expected === 0) return null;
	const { counted } = words;
	const said =
		listed === expected
			? counted.expected(expected, filed)
			: listed === 0
				? counted.onceFiled(expected, filed)
				: counted.partlyListed(expected, filed, expected - listed);
	return { text: said, href: link('/coverage', slice(search), { scope: null }) };
}

function choiceOf(
	group: AddableGroup,
	{ chosen }: Adding,
	here: { path: string; search: string },
	name: string
): CountedChoice {
	return {
		name,
		reports: group.reports,
		chosen: group === chosen,
		rolledUp: group.scope === 'consolidated',
		href: link(here.path, here.search, {
			level: group.level,
			scope: group.scope === 'consolidated' ? 'consolidated' : null
		})
	};
}

/** What totals add, with links to the other groups at this page. */
export function countedOf(
	adding: Adding,
	filings: FilingCounts,
	{ path, search }: { path: string; search: string },
	language: Language
): Counted {
	const words = wordsOf(language);
	const { chosen, groups, filters } = adding;
	const nameOf = ({ level }: AddableGroup) =>
		levelName(level, language) ?? words.filters.levelUnknown;
	const own = filtersToSearch({ ...filters, lang: null, page: 1, sort: null });
	return {
		filters,
		search: own,
		expected: filters.form.length === 0 ? expectedOf(filings, own, words) : null,
		who: chosen ? words.counted.who(nameOf(chosen), chosen.scope === 'consolidated') : '',
		choices: groups.map((group) => choiceOf(group, adding, { path, search }, nameOf(group)))
	};
}
