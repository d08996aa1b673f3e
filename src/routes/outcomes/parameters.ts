import { outcomeCells, OUTCOMES, type OutcomeCode } from '$lib/form';
import { OUTCOME_ORDERS, RANKED_BY, type OutcomeOrder, type RankedBy } from '$lib/server/queries';
import { oneOf, yearOf } from '../parameters';

export const KEYS = ['by', 'at', 'rank', 'order', 'small', 'open'] as const;

/** Which end of a ranking comes first. */
export const DIRECTIONS = ['desc', 'asc'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The outcomes that the form splits into reasons. */
export const OPENED: readonly OutcomeCode[] = OUTCOMES.map(({ code }) => code).filter(
	(code) => outcomeCells(code).length > 1
);

/** What the page is asked beside the filters. */
export interface Parameters {
	readonly by: RankedBy;
	/** The year whose groups are shown; null for the newest that has outcomes. */
	readonly at: number | null;
	readonly rank: OutcomeOrder;
	readonly order: Direction;
	/** Whether shares of few applications are ranked too. */
	readonly small: boolean;
	/** The outcome that is opened into its reasons. */
	readonly open: OutcomeCode;
}

/**
 * The parameters of the page.
 *
 * @throws BadFilter where one has a value that it cannot have
 */
export function parametersOf(params: URLSearchParams): Parameters {
	return {
		by: oneOf(params, 'by', RANKED_BY, 'agency'),
		at: yearOf(params, 'at'),
		rank: oneOf(params, 'rank', OUTCOME_ORDERS, 'count'),
		order: oneOf(params, 'order', DIRECTIONS, 'desc'),
		small: oneOf(params, 'small', ['0', '1'], '0') === '1',
		open: oneOf(params, 'open', OPENED, 'refused')
	};
}
