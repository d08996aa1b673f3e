import { OUTCOMES, type OutcomeCode } from '$lib/form';
import { BadFilter } from '$lib/server/filters';
import {
	OUTCOME_GROUPS,
	OUTCOME_ORDERS,
	outcomeCells,
	type OutcomeGroup,
	type OutcomeOrder
} from '$lib/server/queries';

export const KEYS = ['by', 'at', 'rank', 'small', 'open'] as const;

/** The outcomes that the form splits into reasons. */
export const OPENED: readonly OutcomeCode[] = OUTCOMES.map(({ code }) => code).filter(
	(code) => outcomeCells(code).length > 1
);

/** What the page is asked beside the filters. */
export interface Parameters {
	readonly by: OutcomeGroup;
	/** The year whose groups are shown; null for the newest that has outcomes. */
	readonly at: number | null;
	readonly rank: OutcomeOrder;
	/** Whether shares of few applications are ranked too. */
	readonly small: boolean;
	/** The outcome that is opened into its reasons. */
	readonly open: OutcomeCode;
}

function oneOf<T extends string>(
	params: URLSearchParams,
	key: string,
	admitted: readonly T[],
	otherwise: T
): T {
	const asked = params.get(key);
	if (!asked) return otherwise;
	const found = admitted.find((value) => value === asked);
	if (found) return found;
	const all = admitted.join(', ');
	throw new BadFilter(key, asked, `应为 ${all}`, `must be one of ${all}`);
}

function yearAsked(params: URLSearchParams): number | null {
	const at = params.get('at');
	if (!at) return null;
	if (/^\d{4}$/.test(at)) return Number(at);
	throw new BadFilter('at', at, '应为四位年份', 'must be a year of four digits');
}

/**
 * The parameters of the page.
 *
 * @throws BadFilter where one has a value that it cannot have
 */
export function parametersOf(params: URLSearchParams): Parameters {
	return {
		by: oneOf(params, 'by', OUTCOME_GROUPS, 'agency'),
		at: yearAsked(params),
		rank: oneOf(params, 'rank', OUTCOME_ORDERS, 'count'),
		small: oneOf(params, 'small', ['0', '1'], '0') === '1',
		open: oneOf(params, 'open', OPENED, 'refused')
	};
}
