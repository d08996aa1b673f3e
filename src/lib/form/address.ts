/** A cell's address, `section/item/measure`: the identifier of a figure across editions. */
export type Address = string & { readonly __address?: never };

/** The three codes of an address. */
export interface AddressParts {
	readonly section: string;
	readonly item: string;
	readonly measure: string;
}

/** The address of the cell where an item meets a measure. */
export function addressOf(section: string, item: string, measure: string): Address {
	return `${section}/${item}/${measure}`;
}

/** The three codes of an address. */
export function partsOf(address: Address): AddressParts {
	const [section = '', item = '', measure = ''] = address.split('/');
	return { section, item, measure };
}

/** The name of the column that holds an address in a wide table: `section__item__measure`. */
export function columnOf(address: Address): string {
	return address.replaceAll('/', '__');
}
