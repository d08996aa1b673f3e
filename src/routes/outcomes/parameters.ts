import { outcomeCells, OUTCOMES, type OutcomeCode } from '$lib/form';
import {
	OUTCOME_GROUPS,
	OUTCOME_ORDERS,
	type OutcomeGroup,
	type OutcomeOrder
} from '$lib/server/queries';
import { oneOf, yearOf } from '../parameters';

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

/**
 * The parameters of the page.
 *
 * @throws BadFilter where one has a value that it cannot have
 */
export function parametersOf(params: URLSearchParams): Parameters {
	return {
		by: oneOf(params, 'by', OUTCOME_GROUPS, 'agency'),
		at: yearOf(params, 'at'),
		rank: oneOf(params, 'rank', OUTCOME_ORDERS, 'count'),
		small: oneOf(params, 'small', ['0', '1'], '0') === '1',
		open: oneOf(params, 'open', OPENED, 'refused')
	};
}
