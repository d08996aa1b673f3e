import { SUMS, type Address, type FormCode, type Sum } from '../../form/index.ts';
import type { ReadCell } from './cells.ts';

/** The least and the greatest figure that a cell may hold under the sums. */
interface Bounds {
	low: number;
	high: number;
}

/** Rounds after which bounds that still move are let be; the form's sums settle in a few. */
const ROUNDS = 50;

/**
 * The figures that the form's sums force into cells without a figure. Counts are never negative,
 * so a total of 0 forces its blank parts to 0. A sum that cannot hold forces nothing.
 */
export function deduce(
	cells: ReadonlyMap<Address, ReadCell>,
	form: FormCode
): ReadonlyMap<Address, number> {
	const sums = (SUMS.get(form) ?? []).filter((sum) => standing(sum, cells));
	const broken = new Set<Sum>();
	for (;;) {
		const bounds = new Map<Address, Bounds>();
		const wrong = tighten(
			sums.filter((sum) => !broken.has(sum)),
			cells,
			bounds
		);
		if (!wrong) return forced(cells, bounds);
		broken.add(wrong);
	}
}

/** Whether a sum rests on any figure, and on whole ones that are not negative. */
function standing(sum: Sum, cells: ReadonlyMap<Address, ReadCell>): boolean {
	let [open, known] = [false, false];
	for (const side of [sum.left, sum.right]) {
		for (const address of side) {
			const value = cells.get(address)?.value ?? null;
			if (value === null) open = true;
			else if (!Number.isSafeInteger(value) || value < 0) return false;
			else known = true;
		}
	}
	return open && known;
}

/** Narrows the bounds until nothing moves; gives the sum at which they contradict, if one does. */
function tighten(
	sums: readonly Sum[],
	cells: ReadonlyMap<Address, ReadCell>,
	bounds: Map<Address, Bounds>
): Sum | null {
	const at = (address: Address): Bounds => {
		const known = bounds.get(address);
		if (known) return known;
		const value = cells.get(address)?.value ?? null;
		const fresh = value === null ? { low: 0, high: Infinity } : { low: value, high: value };
		bounds.set(address, fresh);
		return fresh;
	};
	for (let round = 0; round < ROUNDS; round += 1) {
		let moved = false;
		for (const sum of sums) {
			const left = sum.left.map(at);
			const right = sum.right.map(at);
			const step = [narrow(left, right), narrow(right, left)];
			if (step.includes('contradiction')) return sum;
			moved ||= step.includes('moved');
		}
		if (!moved) return null;
	}
	return null;
}

/** Narrows the bounds of one side of a sum by what the other side leaves. */
function narrow(
	side: readonly Bounds[],
	other: readonly Bounds[]
): 'moved' | 'still' | 'contradiction' {
	const low = (cells: readonly Bounds[]) => cells.reduce((sum, cell) => sum + cell.low, 0);
	const high = (cells: readonly Bounds[]) => cells.reduce((sum, cell) => sum + cell.high, 0);
	let moved = false;
	for (const cell of side) {
		const rest = side.filter((candidate) => candidate !== cell);
		const least = Math.max(cell.low, low(other) - high(rest));
		const greatest = Math.min(cell.high, high(other) - low(rest));
		if (least > greatest) return 'contradiction';
		moved ||= least > cell.low || greatest < cell.high;
		cell.low = least;
		cell.high = greatest;
	}
	return moved ? 'moved' : 'still';
}

function forced(
	cells: ReadonlyMap<Address, ReadCell>,
	bounds: ReadonlyMap<Address, Bounds>
): Map<Address, number> {
	const figures = new Map<Address, number>();
	for (const [address, { low, high }] of bounds) {
		const open = (cells.get(address)?.value ?? null) === null;
		if (open && low === high) figures.set(address, low);
	}
	return figures;
}
