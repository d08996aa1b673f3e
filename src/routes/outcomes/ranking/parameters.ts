import { BadFilter, type Filters } from '$lib/server/filters';
import {
	OUTCOME_ORDERS,
	RANKED_BY,
	REMEDY_KINDS,
	REMEDY_ORDERS,
	type RankedBy,
	type RemedyKind
} from '$lib/server/queries';
import { oneOf, yearOf } from '../../parameters';

/** What is ranked: how applications ended, or how cases of one kind did. */
export const LISTS = ['outcomes', ...REMEDY_KINDS] as const;
export type List = 'outcomes' | RemedyKind;

const ALL_YEARS = 'all';

export const KEYS = ['of', 'by', 'at', 'small'] as const;

/** What the page is asked beside the filters, of which `sort` says what ranks. */
export interface Parameters {
	readonly of: List;
	readonly by: RankedBy;
	/** The year that is ranked, or all that the filters admit together; null for the newest that tells. */
	readonly at: number | typeof ALL_YEARS | null;
	/** Whether shares of few are ranked too. */
	readonly small: boolean;
	readonly order: string;
	readonly ascending: boolean;
}

/** What may rank a list, the usual first. */
export const ordersOf = (of: List): readonly string[] =>
	of === 'outcomes' ? OUTCOME_ORDERS : REMEDY_ORDERS;

/**
 * The parameters of the page.
 *
 * @throws BadFilter where one has a value that it cannot have
 */
export function parametersOf(params: URLSearchParams, { sort }: Filters): Parameters {
	const of = oneOf<List>(params, 'of', LISTS, 'outcomes');
	const orders = ordersOf(of);
	const order = sort === null ? orders[0] : orders.find((known) => known === sort.replace('-', ''));
	if (order === undefined) {
		throw new BadFilter(
			'sort',
			sort ?? '',
			`应为 ${orders.join('、')} 之一`,
			`must be one of ${orders.join(', ')}`
		);
	}
	return {
		of,
		by: oneOf(params, 'by', RANKED_BY, 'agency'),
		at: params.get('at') === ALL_YEARS ? ALL_YEARS : yearOf(params, 'at'),
		small: oneOf(params, 'small', ['0', '1'], '0') === '1',
		order,
		ascending: sort === order
	};
}
