import { partsOf, type Address } from './address.ts';
import type { Series } from './series.ts';

/** Measures, by section, of how things stand: the same thing is counted again in the next year. */
const STOCK_MEASURES: Readonly<Record<string, readonly string[]>> = {
	disclosure: ['public_total', 'items_last_year', 'in_force'],
	// A total holds the cases that are pending.
	remedies: ['pending', 'total']
};

const STOCK_ITEMS: Readonly<Record<string, readonly string[]>> = {
	applications: ['carried_in', 'carried_out'],
	statistics: ['dedicated_offices', 'reading_points', 'staff', 'staff_full_time', 'staff_part_time']
};

function isStock(address: Address): boolean {
	const { section, item, measure } = partsOf(address);
	return (
		STOCK_MEASURES[section]?.includes(measure) === true ||
		STOCK_ITEMS[section]?.includes(item) === true
	);
}

/** Whether the figures of several years may be added: none of them counts what another counts too. */
export const addsOverYears = ({ parts }: Series): boolean =>
	!parts.some(({ addresses }) => addresses.some(isStock));
