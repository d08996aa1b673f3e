import { ORIGINS, SEVERITIES } from '$lib/check/rule';
import { count } from '$lib/chart/number';
import { link } from '$lib/components/link';
import type { Language } from '$lib/form';
import type { Filters } from '$lib/server/filters';
import { GROUPINGS, type Grouping } from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { severityName } from '../naming';
import { SHOWS, type Show } from './shown-grid';

/** One of a few views of a page, each at an address of its own. */
export interface Choice {
	readonly key: string;
	readonly label: string;
	/** How many there are of it; null where that is no question. */
	readonly count: string | null;
	readonly href: string;
	readonly chosen: boolean;
}

/** A question that the page answers by one of its views. */
export interface Switch {
	readonly label: string;
	readonly choices: readonly Choice[];
}

interface Chosen {
	readonly search: string;
	readonly filters: Filters;
	readonly by: Grouping;
	readonly show: Show;
	readonly origins: readonly { readonly origin: string; readonly findings: number }[];
}

type To = (changes: Record<string, string | null>) => string;

/** Views of which one is always chosen, the first where the URL names none. */
function viewsOf<T extends string>(
	key: string,
	views: readonly T[],
	chosen: T,
	labels: Readonly<Record<T, string>>,
	to: To
): Choice[] {
	return views.map((code, index) => ({
		key: code,
		label: labels[code],
		count: null,
		href: to({ [key]: index === 0 ? null : code }),
		chosen: code === chosen
	}));
}

/** The values of a filter, and none of them. */
function filterOf(
	key: 'severity' | 'origin',
	codes: readonly Pick<Choice, 'key' | 'label' | 'count'>[],
	filters: Filters,
	to: To,
	any: string
): Choice[] {
	const all = { key: 'any', label: any, count: null, href: to({ [key]: null }) };
	return [
		{ ...all, chosen: filters[key].length === 0 },
		...codes.map((code) => ({
			...code,
			href: to({ [key]: code.key }),
			chosen: filters[key].includes(code.key)
		}))
	];
}

/** Everything that the page of findings can be switched to, by links alone. */
export function switchesOf(
	{ search, filters, by, show, origins }: Chosen,
	language: Language,
	words: Words
): Switch[] {
	const to: To = (changes) => link('/findings', search, changes);
	const said = words.findings;
	const severities = SEVERITIES.map(({ code }) => ({
		key: code,
		label: severityName(code, language),
		count: null
	}));
	const ofOrigins = ORIGINS.map((code) => ({
		key: code,
		label: said.origins[code],
		// An origin that no finding has has been counted: none.
		count: count(origins.find(({ origin }) => origin === code)?.findings ?? 0)
	}));
	return [
		{ label: said.switches.by, choices: viewsOf('by', GROUPINGS, by, said.groupings, to) },
		{ label: said.switches.show, choices: viewsOf('show', SHOWS, show, said.shows, to) },
		{
			label: said.switches.severity,
			choices: filterOf('severity', severities, filters, to, said.any)
		},
		{
			label: said.switches.origin,
			choices: filterOf('origin', ofOrigins, filters, to, said.any)
		}
	];
}
