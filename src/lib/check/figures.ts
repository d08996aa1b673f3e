import { CELL_FORMS, type Address, type Cell, type FormCode } from '../form/index.ts';

/** What the checks of figures ask of a report: its cells, and of these what each says. */
export interface Figures {
	readonly cells: readonly Pick<Cell, 'address' | 'status' | 'value'>[];
}

const indexes = new WeakMap<Figures, ReadonlyMap<Address, unknown>>();

/** The cells of a report by address. Built once a report, since every rule asks for it. */
export function cellsByAddress<T extends Figures>(
	report: T
): ReadonlyMap<Address, T['cells'][number]> {
	type Index = ReadonlyMap<Address, T['cells'][number]>;
	const known = indexes.get(report);
	if (known) return known as Index;
	const index: Index = new Map(report.cells.map((cell) => [cell.address, cell]));
	indexes.set(report, index);
	return index;
}

/** The figure that the report shows at an address; null where it shows none. */
export function figureAt(report: Figures, address: Address): number | null {
	const cell = cellsByAddress(report).get(address);
	return cell?.status === 'reported' ? cell.value : null;
}

/**
 * What is known of the sum of some cells that are never negative: the figures reported, and
 * whether the others stand blank in the document (which may mean none) or are not known at all.
 */
export interface PartialSum {
	readonly known: number;
	readonly reported: number;
	readonly blank: number;
	readonly unknown: number;
}

export function partialSum(report: Figures, addresses: readonly Address[]): PartialSum {
	const index = cellsByAddress(report);
	let known = 0;
	let reported = 0;
	let blank = 0;
	for (const address of addresses) {
		const cell = index.get(address);
		if (cell?.status === 'reported' && cell.value !== null) {
			known += cell.value;
			reported += 1;
		} else if (cell?.status === 'blank') {
			blank += 1;
		}
	}
	return { known, reported, blank, unknown: addresses.length - reported - blank };
}

/** The item's name in the form's own words, with its numbering: `（七）总计`. */
export function itemName(form: FormCode, address: Address): string {
	const item = CELL_FORMS.get(address)?.get(form)?.item;
	return item ? `${item.numbering}${item.label.zh}` : address;
}

/** The measure's name in the form's own words: `本年新制作数量`. */
export function measureName(form: FormCode, address: Address): string {
	return CELL_FORMS.get(address)?.get(form)?.measure.label.zh ?? address;
}
