import { FILING_CHOICES } from '$lib/form';
import { BadFilter } from '$lib/server/filters';
import { FILING_GROUPS, type Narrowing } from '$lib/server/queries';

/** What the tables of groups may be told apart by. */
export const GROUPINGS = ['region', 'kind', 'level'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const LISTS = ['agencies', 'unresolved', 'rejected'] as const;
export type List = (typeof LISTS)[number];

/** Keys of the page's own. */
export const KEYS = ['list', 'state', 'without', 'by'] as const;

function oneOf<T extends string>(key: string, asked: string, admitted: readonly T[]): T {
	const found = admitted.find((name) => name === asked);
	if (found !== undefined) return found;
	const names = (separator: string) => admitted.join(separator);
	throw new BadFilter(key, asked, `应为 ${names('、')} 之一`, `must be one of ${names(', ')}`);
}

const single = <T extends string>(params: URLSearchParams, key: string, admitted: readonly T[]) => {
	const asked = params.get(key);
	return asked ? oneOf(key, asked, admitted) : null;
};

/** The list that a URL asks to see whole; null for the first rows of each. */
export const listIn = (params: URLSearchParams): List | null => single(params, 'list', LISTS);

export const groupingIn = (params: URLSearchParams): Grouping =>
	single(params, 'by', GROUPINGS) ?? 'region';

const several = <T extends string>(params: URLSearchParams, key: string, admitted: readonly T[]) =>
	params
		.getAll(key)
		.filter((value) => value !== '')
		.map((value) => oneOf(key, value, admitted));

/** What the grid is narrowed to. */
export const narrowingIn = (params: URLSearchParams): Narrowing => ({
	choices: several(params, 'state', FILING_CHOICES),
	without: several(params, 'without', FILING_GROUPS)
});
