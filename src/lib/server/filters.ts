import { RULES } from '../check/rules.ts';
import { ORIGINS, SEVERITIES } from '../check/rule.ts';
import {
	ADDRESSES,
	FORM_CODES,
	KINDS,
	LEVELS,
	partsOf,
	SCOPES,
	STATUSES,
	type Label,
	type Language
} from '../form/index.ts';
import { LIMITS } from '../limits.ts';

/** The first and the last report year of a filter, both included. */
export interface YearRange {
	readonly from: number;
	readonly to: number;
}

/** The filters whose values are codes or names; several values of one mean any of them. */
export const NAME_KEYS = [
	'province',
	'city',
	'county',
	'level',
	'kind',
	'agency',
	'form',
	'section',
	'item',
	'measure',
	'status',
	'rule',
	'severity',
	'origin'
] as const;
export type NameKey = (typeof NAME_KEYS)[number];

/**
 * Whose figures are asked for. `not_consolidated` is all that is not rolled up: own figures, and
 * those of reports whose scope is not settled, which `unknown` asks for alone. `all` leaves nothing
 * out, and may not be added.
 */
export const SCOPE_FILTERS = [
	...SCOPES.map(({ code }) => code),
	'not_consolidated',
	'unknown',
	'all'
] as const;
export type ScopeFilter = (typeof SCOPE_FILTERS)[number];

/** What a URL asks for: the same keys in every page and every download. Empty lists ask for all. */
export interface Filters extends Readonly<Record<NameKey, readonly string[]>> {
	readonly year: readonly YearRange[];
	/** False hides invented reports, true hides the real ones; null shows both. */
	readonly generated: boolean | null;
	/** True shows current reports only, false superseded ones only; null shows both in lists. */
	readonly current: boolean | null;
	readonly scope: ScopeFilter | null;
	/** False leaves out decisions that are possibly a stock of items (see `possiblyStock`). */
	readonly stock: boolean;
	readonly lang: Language | null;
	readonly page: number;
	/** The column a list is sorted by, after a `-` where descending. */
	readonly sort: string | null;
	/** Words looked for in names, titles and messages. */
	readonly q: string | null;
}

/** A filter that is no filter: an unknown key, or a value that the key cannot have. */
export class BadFilter extends Error {
	readonly key: string;
	readonly value: string;
	readonly reason: Label;

	constructor(key: string, value: string, zh: string, en: string) {
		super(`${key}: ${zh}`);
		this.name = 'BadFilter';
		this.key = key;
		this.value = value;
		this.reason = { zh, en };
	}
}

/** No filter at all. */
export const NO_FILTERS: Filters = {
	year: [],
	province: [],
	city: [],
	county: [],
	level: [],
	kind: [],
	agency: [],
	form: [],
	section: [],
	item: [],
	measure: [],
	status: [],
	rule: [],
	severity: [],
	origin: [],
	generated: null,
	current: null,
	scope: null,
	stock: true,
	lang: null,
	page: 1,
	sort: null,
	q: null
};

/** A level that is not settled, as the filter `level` asks for it. */
export const UNKNOWN_LEVEL = 'unknown';

const codes = (list: readonly { readonly code: string }[]) => new Set(list.map(({ code }) => code));
const parts = ADDRESSES.map(partsOf);

/** The values that a key admits; a key that is not here admits any name. */
const ADMITTED: Partial<Record<NameKey, ReadonlySet<string>>> = {
	level: codes([...LEVELS, { code: UNKNOWN_LEVEL }]),
	kind: codes(KINDS),
	form: new Set<string>(FORM_CODES),
	section: new Set(parts.map(({ section }) => section)),
	item: new Set(parts.map(({ item }) => item)),
	measure: new Set(parts.map(({ measure }) => measure)),
	status: new Set(STATUSES),
	rule: codes(RULES),
	severity: codes(SEVERITIES),
	origin: new Set<string>(ORIGINS)
};

const SINGLE_KEYS = [
	'generated',
	'current',
	'scope',
	'stock',
	'lang',
	'page',
	'sort',
	'q'
] as const;
const KEYS = new Set<string>(['year', ...NAME_KEYS, ...SINGLE_KEYS]);
const AGENCY_ID = /^[au][0-9a-f]{16}$/;
const YEAR = /^(\d{4})(?:\.\.(\d{4}))?$/;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];

/** A value as a message may quote it: short, on one line, in the quotes of its language. */
export function quoted(value: string): Label {
	const said = JSON.stringify(value.slice(0, 60));
	return { zh: `“${said.slice(1, -1)}”`, en: said };
}

function yearRange(value: string): YearRange {
	const match = YEAR.exec(value);
	const from = Number(match?.[1]);
	const to = Number(match?.[2] ?? match?.[1]);
	if (!match || from < FIRST_YEAR || to > LAST_YEAR) {
		throw new BadFilter(
			'year',
			value,
			`应为 2020 或 2019..2023，不是 ${quoted(value).zh}`,
			`must be like 2020 or 2019..2023, not ${quoted(value).en}`
		);
	}
	if (from > to)
		throw new BadFilter(
			'year',
			value,
			`起始年度晚于终止年度：${quoted(value).zh}`,
			`starts after it ends: ${quoted(value).en}`
		);
	return { from, to };
}

function name(key: NameKey, value: string): string {
	const admitted = ADMITTED[key]?.has(value) ?? (key !== 'agency' || AGENCY_ID.test(value));
	if (!admitted)
		throw new BadFilter(
			key,
			value,
			`没有这个值：${quoted(value).zh}`,
			`has no value ${quoted(value).en}`
		);
	return value;
}

function oneOf<T extends string>(key: string, value: string, admitted: readonly T[]): T {
	const found = admitted.find((candidate) => candidate === value);
	if (found === undefined) {
		throw new BadFilter(
			key,
			value,
			`应为 ${admitted.join('、')}，不是 ${quoted(value).zh}`,
			`must be one of ${admitted.join(', ')}, not ${quoted(value).en}`
		);
	}
	return found;
}

function pageNumber(value: string): number {
	if (!/^[1-9]\d{0,6}$/.test(value)) {
		throw new BadFilter(
			'page',
			value,
			`应为从 1 起的页码，不是 ${quoted(value).zh}`,
			`must be a page number from 1, not ${quoted(value).en}`
		);
	}
	return Number(value);
}

function sortKey(value: string): string {
	if (!/^-?[a-z_]+$/.test(value)) {
		throw new BadFilter(
			'sort',
			value,
			`应为列名，不是 ${quoted(value).zh}`,
			`must be the name of a column, not ${quoted(value).en}`
		);
	}
	return value;
}

/**
 * The filters of a URL. A key without a value is as good as absent, as forms send it.
 *
 * @param extraKeys keys that a page or download reads itself
 * @throws BadFilter where a key is unknown or a value is none of the key's
 */
export function parseFilters(params: URLSearchParams, extraKeys: readonly string[] = []): Filters {
	for (const [key, value] of params) {
		if (!KEYS.has(key) && !extraKeys.includes(key)) {
			throw new BadFilter(key.slice(0, 60), value, '没有这个筛选条件', 'there is no such filter');
		}
		if (value.length > LIMITS.parameterLength) {
			throw new BadFilter(
				key,
				value,
				`超过 ${LIMITS.parameterLength} 个字符`,
				`is longer than ${LIMITS.parameterLength} characters`
			);
		}
	}
	const many = (key: string) => {
		const values = [...new Set(params.getAll(key).filter((value) => value !== ''))];
		if (values.length > LIMITS.parameterValues) {
			throw new BadFilter(
				key,
				'',
				`超过 ${LIMITS.parameterValues} 个值`,
				`has more than ${LIMITS.parameterValues} values`
			);
		}
		return values;
	};
	const one = (key: (typeof SINGLE_KEYS)[number]) => {
		const values = many(key);
		if (values.length > 1)
			throw new BadFilter(key, values[1] ?? '', '只能有一个值', 'has more than one value');
		return values[0] ?? null;
	};
	const single = <T>(key: (typeof SINGLE_KEYS)[number], parse: (value: string) => T): T | null => {
		const value = one(key);
		return value === null ? null : parse(value);
	};
	const names = Object.fromEntries(
		NAME_KEYS.map((key) => [key, many(key).map((value) => name(key, value))])
	) as Record<NameKey, string[]>;
	return {
		...names,
		year: many('year').map(yearRange),
		generated: single('generated', (value) => oneOf('generated', value, ['0', '1']) === '1'),
		current: single('current', (value) => oneOf('current', value, ['0', '1']) === '1'),
		scope: single('scope', (value) => oneOf('scope', value, SCOPE_FILTERS)),
		stock: single('stock', (value) => oneOf('stock', value, ['0', '1'])) !== '0',
		lang: single('lang', (value) => oneOf('lang', value, ['zh', 'en'])),
		page: single('page', pageNumber) ?? 1,
		sort: single('sort', sortKey),
		q: single('q', (value) => value.trim() || null)
	};
}

/** The same filters, of current reports unless they ask for superseded ones. */
export const currentOnly = (filters: Filters): Filters => ({
	...filters,
	current: filters.current ?? true
});

/** The query string of filters, without `?`; empty where nothing is asked for. */
export function filtersToSearch(filters: Partial<Filters>): string {
	const params = new URLSearchParams();
	for (const { from, to } of filters.year ?? []) {
		params.append('year', from === to ? String(from) : `${from}..${to}`);
	}
	for (const key of NAME_KEYS) {
		for (const value of filters[key] ?? []) params.append(key, value);
	}
	const { generated, current, scope, stock, lang, page, sort, q } = filters;
	if (generated !== null && generated !== undefined) params.set('generated', generated ? '1' : '0');
	if (current !== null && current !== undefined) params.set('current', current ? '1' : '0');
	if (scope) params.set('scope', scope);
	if (stock === false) params.set('stock', '0');
	if (sort) params.set('sort', sort);
	if (q) params.set('q', q);
	if (page && page > 1) params.set('page', String(page));
	if (lang) params.set('lang', lang);
	return params.toString();
}
