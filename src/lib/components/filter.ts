import { EDITIONS, KINDS, LEVELS, SCOPES, type Label, type Language } from '../form/index.ts';
import type { Words } from '../words/words.ts';

/** A value that a filter may have, and the reports that have it. */
export interface FilterChoice {
	readonly value: string;
	readonly reports: number;
}

/** A filter as a chip: its name, its value in words, and what it may be set to. */
export interface Chip {
	readonly key: string;
	readonly label: string;
	readonly value: string;
	readonly set: boolean;
	readonly single: boolean;
	readonly choices: readonly {
		readonly value: string;
		readonly label: string;
		readonly chosen: boolean;
		readonly reports: string | null;
	}[];
}

const KEYS = ['year', 'province', 'city', 'county', 'level', 'kind', 'form', 'scope'] as const;
type ChipKey = (typeof KEYS)[number];
const LONGEST = 400;

const LABELS: Partial<Record<ChipKey, readonly { code: string; label: Label }[]>> = {
	level: LEVELS,
	kind: KINDS,
	form: EDITIONS,
	scope: SCOPES
};

/** A filter's value in words. */
function nameOf(key: ChipKey, value: string, words: Words, language: Language): string {
	if (key === 'scope' && value === 'all') return words.filters.scopeAll;
	if (key === 'scope' && value === 'not_consolidated') return words.filters.scopeDefault;
	if (key === 'scope' && value === 'unknown') return words.filters.scopeUnknown;
	if (key === 'level' && value === 'unknown') return words.filters.levelUnknown;
	const known = LABELS[key]?.find(({ code }) => code === value);
	return known ? known.label[language] : value;
}

/** Years as ranges: 2019, 2020 and 2021 are said as 2019–2021. */
function yearsInWords(values: readonly string[], words: Words): string {
	const said = values.map((value) => value.replace('..', '–'));
	const years = values.map(Number).sort((a, b) => a - b);
	const [first, last] = [years[0], years.at(-1)];
	const solid = first !== undefined && last !== undefined && last - first === years.length - 1;
	return solid && years.length > 2 ? `${first}–${last}` : said.join(words.list);
}

/** Whether a year filter such as `2019..2021` admits a year. */
function admits(chosen: readonly string[], year: string): boolean {
	return chosen.some((value) => {
		const [from = '', to = from] = value.split('..');
		return year >= from && year <= to;
	});
}

function chip(
	key: ChipKey,
	chosen: readonly string[],
	options: readonly FilterChoice[],
	words: Words,
	language: Language,
	adds: boolean
): Chip {
	const single = key === 'scope';
	const known = options.map(({ value, reports }) => ({
		value,
		label: nameOf(key, value, words, language),
		chosen: key === 'year' ? admits(chosen, value) : chosen.includes(value),
		reports: words.filters.reports(reports)
	}));
	const either = { value: 'all', label: words.filters.scopeAll, reports: null };
	const inWords =
		key === 'year'
			? yearsInWords(chosen, words)
			: chosen.map((value) => nameOf(key, value, words, language)).join(words.list);
	const unset = single && adds ? words.filters.scopeDefault : words.filters.any;
	return {
		key,
		label: words.filters[key],
		value: chosen.length === 0 ? unset : inWords,
		set: chosen.length > 0,
		single,
		// Figures of both are not added: where figures are, both are nothing to choose.
		choices: single && !adds ? [...known, { ...either, chosen: chosen.includes('all') }] : known
	};
}

/** Whether decisions that are possibly a stock of items are counted (domain: “What may be compared”). */
function stockChip(given: string | null, words: Words): Chip {
	const labels = { '1': words.filters.stockShown, '0': words.filters.stockHidden };
	return {
		key: 'stock',
		label: words.filters.stock,
		value: given === '0' ? words.filters.stockOut : words.filters.stockIn,
		set: given === '0',
		single: true,
		choices: Object.entries(labels)
			.toReversed()
			.map(([value, label]) => ({ value, label, chosen: given === value, reports: null }))
	};
}

/** What a page does with figures, which tells what its filters mean where nothing is chosen. */
export interface Counting {
	/** It adds figures up, and so leaves rolled-up ones out unless told. */
	readonly adds?: boolean;
	/** It shows decisions, of which some are possibly a stock. */
	readonly decisions?: boolean;
}

/** The chips of a filter bar: every filter that has values to choose from, or is set. */
export function chipsOf(
	search: string,
	options: Readonly<Record<string, readonly FilterChoice[]>>,
	words: Words,
	language: Language,
	{ adds = false, decisions = false }: Counting = {}
): Chip[] {
	const params = new URLSearchParams(search);
	const stock = params.get('stock');
	const chips = KEYS.map((key) => {
		const chosen = params.getAll(key).filter((value) => value !== '');
		return chip(key, chosen, (options[key] ?? []).slice(0, LONGEST), words, language, adds);
	}).filter(({ key, choices, set }) => {
		if (key === 'county') return set || (params.has('city') && choices.length > 0);
		return set || choices.filter(({ value }) => value !== 'all').length > 1;
	});
	return decisions || stock === '0' ? [...chips, stockChip(stock, words)] : chips;
}
