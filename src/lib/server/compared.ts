import {
	addressOf,
	ADDRESSES,
	isCompared,
	partsOf,
	standsFor,
	type Address
} from '../form/index.ts';
import { addressesOf } from './condition.ts';
import { BadFilter, type Filters } from './filters.ts';

const DEFAULT = addressOf('disclosure', 'licensing', 'decisions');

/**
 * What is offered to be compared, each series once: section 二, the totals of 三, all of 四, and the
 * rows of the 统计表.
 */
export const MEASURES: readonly Address[] = ADDRESSES.filter(
	(address) =>
		standsFor(address) === address &&
		(isCompared(address) || partsOf(address).section === 'remedies')
);

/**
 * The one cell that filters ask to compare: of those that fit and are offered the first, a total before
 * its parts; else the first of the form.
 *
 * @throws BadFilter where no cell of the form fits
 */
export function chosenAddress(filters: Filters): Address {
	const given = (['measure', 'item', 'section'] as const).filter((key) => filters[key].length > 0);
	const [last] = given;
	if (last === undefined) return DEFAULT;
	const fitting = addressesOf(filters);
	const offered = fitting.filter((address) => MEASURES.includes(address));
	const chosen = offered.find(isCompared) ?? offered[0] ?? fitting[0];
	if (chosen !== undefined) return chosen;
	const asked = given.toReversed().map((key) => `${key}=${filters[key].join(',')}`);
	throw new BadFilter(
		last,
		filters[last].join(),
		`表式中没有这样的单元格：${asked.join(' ')}`,
		`no cell of the form has ${asked.join(' ')}`
	);
}
