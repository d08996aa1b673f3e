import { ORIGINS } from '$lib/check/rule';
import { cellForm, ADDRESSES, partsOf, type Language } from '$lib/form';
import type { Database } from '$lib/server/database';
import type { Filters } from '$lib/server/filters';
import { agency } from '$lib/server/queries';
import { wordsOf, type Words } from '$lib/words/words';
import { ruleTitle, severityName } from './naming';

/** Agencies that are named in a filter bar; more are only counted. */
const NAMED_AGENCIES = 5;

type Part = 'section' | 'item' | 'measure';

/** The form's own label of a section, item or measure. */
function labelOf(part: Part, code: string, language: Language): string {
	const address = ADDRESSES.find((candidate) => partsOf(candidate)[part] === code);
	return (address && cellForm(address)?.[part].label[language]) ?? code;
}

function statusName(code: string, words: Words): string {
	const names: Readonly<Record<string, string>> = words.status;
	return names[code] ?? code;
}

/** What filters are set to, in words, by `key=value`: whatever would else be shown as a code. */
export async function filterNames(
	database: Database,
	filters: Filters,
	language: Language
): Promise<Record<string, string>> {
	const words = wordsOf(language);
	const agencies = await Promise.all(
		filters.agency.slice(0, NAMED_AGENCIES).map((id) => agency(database, id))
	);
	const parts: readonly Part[] = ['section', 'item', 'measure'];
	const names: [string, string][] = [
		...agencies.flatMap((row): [string, string][] =>
			row ? [[`agency=${row.agencyId}`, row.agency ?? words.agencies.unnamed]] : []
		),
		...filters.rule.map((code): [string, string] => [`rule=${code}`, ruleTitle(code, language)]),
		...filters.severity.map((code): [string, string] => [
			`severity=${code}`,
			severityName(code, language)
		]),
		...filters.origin.flatMap((code): [string, string][] => {
			const origin = ORIGINS.find((known) => known === code);
			return origin ? [[`origin=${code}`, words.findings.origins[origin]]] : [];
		}),
		...filters.status.map((code): [string, string] => [`status=${code}`, statusName(code, words)]),
		...parts.flatMap((part) =>
			filters[part].map((code): [string, string] => [
				`${part}=${code}`,
				labelOf(part, code, language)
			])
		),
		['current=1', words.filters.current],
		['current=0', words.filters.superseded],
		['stock=0', words.filters.stockHidden]
	];
	return Object.fromEntries(names);
}
