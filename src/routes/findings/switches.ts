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

/** Everything that the page of findings can be switched to, by links alone. */
export function switchesOf(
	{ search, filters, by, show, origins }: Chosen,
	language: Language,
	words: Words
): Switch[] {
	const at = (changes: Record<string, string | null>) => link('/findings', search, changes);
	const said = words.findings;
	const view = <T extends string>(
		key: string,
		views: readonly T[],
		chosen: T,
		label: (view: T) => string
	) =>
		views.map((code, index) => ({
			key: code,
			label: label(code),
			count: null,
			href: at({ [key]: index === 0 ? null : code }),
			chosen: code === chosen
		}));
	const filter = (
		key: 'severity' | 'origin',
		codes: readonly { code: string; label: string; count: string | null }[]
	) => [
		{
			key: 'any',
			label: said.any,
			count: null,
			href: at({ [key]: null }),
			chosen: filters[key].length === 0
		},
		...codes.map(({ code, ...rest }) => ({
			key: code,
			...rest,
			href: at({ [key]: code }),
			chosen: filters[key].includes(code)
		}))
	];
	const severities = SEVERITIES.map(({ code }) => ({
		code,
		label: severityName(code, language),
		count: null
	}));
	const ofOrigins = ORIGINS.map((code) => ({
		code,
		label: said.origins[code],
		// An origin that no finding has has been counted: none.
		count: count(origins.find(({ origin }) => origin === code)?.findings ?? 0)
	}));
	return [
		{ label: said.switches.by, choices: view('by', GROUPINGS, by, (code) => said.groupings[code]) },
		{ label: said.switches.show, choices: view('show', SHOWS, show, (code) => said.shows[code]) },
		{ label: said.switches.severity, choices: filter('severity', severities) },
		{ label: said.switches.origin, choices: filter('origin', ofOrigins) }
	];
}
