import { FILING_CHOICES } from '$lib/form';
import { FILING_GROUPS, type Narrowing } from '$lib/server/queries';
import { known, oneOf } from '../parameters';

/** What the tables of groups may be told apart by. */
export const GROUPINGS = ['region', 'kind', 'level'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const LISTS = ['agencies', 'unresolved', 'rejected'] as const;
export type List = (typeof LISTS)[number];

/** Keys of the page's own. */
export const KEYS = ['list', 'state', 'without', 'by'] as const;

export const listIn = (params: URLSearchParams): List | null => oneOf(params, 'list', LISTS, null);

export const groupingIn = (params: URLSearchParams): Grouping =>
	oneOf(params, 'by', GROUPINGS, 'region');

const several = <T extends string>(params: URLSearchParams, key: string, admitted: readonly T[]) =>
	params
		.getAll(key)
		.filter((value) => value !== '')
		.map((value) => known(key, value, admitted));

/** What the grid is narrowed to. */
export const narrowingIn = (params: URLSearchParams): Narrowing => ({
	choices: several(params, 'state', FILING_CHOICES),
	without: several(params, 'without', FILING_GROUPS)
});
