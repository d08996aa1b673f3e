import { SUMS, type Address, type FormCode, type Sum } from '../../form/index.ts';
import type { LongRow, ReadCells } from './cells.ts';
import type { Slot } from '../slot.ts';

/**
 * Puts a row with one figure too many right, where exactly one way of dropping one makes every sum
 * that the row takes part in hold. Without that, the row stays unreadable.
 */
export function mendLongRows(read: ReadCells, form: FormCode): void {
	const sums = SUMS.get(form) ?? [];
	for (const row of read.longRows) {
		const involved = sums.filter((sum) =>
			row.columns.some(({ address }) => sum.left.includes(address) || sum.right.includes(address))
		);
		const readings = distinctReadings(row).filter((slots) => allHold(involved, row, slots, read));
		const [only] = readings;
		if (only && readings.length === 1 && involved.length > 0) read.mend(row, only);
	}
}

/** The row without one of its figures, once for each row of figures that gives. */
function distinctReadings({ slots }: LongRow): Slot[][] {
	const readings = new Map<string, Slot[]>();
	for (const dropped of slots) {
		const kept = slots.filter((slot) => slot !== dropped);
		if (kept.every(({ figure }) => figure)) {
			readings.set(kept.map(({ figure }) => figure?.number).join(), kept);
		}
	}
	return [...readings.values()];
}

function allHold(
	sums: readonly Sum[],
	{ columns }: LongRow,
	slots: readonly Slot[],
	read: ReadCells
): boolean {
	const figures = new Map<Address, number | undefined>(
		columns.map(({ address }, index) => [address, slots[index]?.figure?.number])
	);
	const valueOf = (address: Address) =>
		figures.has(address) ? figures.get(address) : read.cells.get(address)?.value;
	const total = (addresses: readonly Address[]) =>
		addresses.reduce<number>((sum, address) => sum + (valueOf(address) ?? Number.NaN), 0);
	return sums.every(({ left, right }) => total(left) === total(right));
}
