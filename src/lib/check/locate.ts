import {
	SUMS,
	type Address,
	type FormCode,
	type Report,
	type Sum,
	type SumKind
} from '../form/index.ts';
import { cellsByAddress, partialSum } from './figures.ts';

/** A cell held wrong, and the figure with which every sum would hold. */
export interface Correction {
	readonly address: Address;
	readonly suggestion: number;
}

/** A sum of the applications table, and how far its two sides are apart (left − right). */
interface Residual {
	readonly sum: Sum;
	readonly gap: number;
}

/** How a cell enters the sums it stands in: +1 on the left, −1 on the right. */
type Incidence = ReadonlyMap<Address, ReadonlyMap<Sum, number>>;

/** Sums of the applications table; those of other tables locate no cell. */
const TABLE_KINDS: readonly SumKind[] = ['balance', 'applicants_total', 'outcomes_total'];

const TABLE_SUMS: ReadonlyMap<FormCode, readonly Sum[]> = new Map(
	[...SUMS].map(([form, sums]) => [form, sums.filter(({ kind }) => TABLE_KINDS.includes(kind))])
);

const INCIDENCE: ReadonlyMap<FormCode, Incidence> = new Map(
	[...TABLE_SUMS].map(([form, sums]) => {
		const cells = new Map<Address, Map<Sum, number>>();
		const enter = (address: Address, sum: Sum, sign: number) =>
			cells.set(address, (cells.get(address) ?? new Map<Sum, number>()).set(sum, sign));
		for (const sum of sums) {
			for (const address of sum.left) enter(address, sum, 1);
			for (const address of sum.right) enter(address, sum, -1);
		}
		return [form, cells];
	})
);

/** The sums of the applications table that a cell stands in. */
export function sumsOf(form: FormCode, address: Address): readonly Sum[] {
	return [...(INCIDENCE.get(form)?.get(address)?.keys() ?? [])];
}

/** The gaps of the sums whose every cell is known, or null where a failing sum has a cell that is not. */
function gapsOf(report: Report): { gaps: Map<Sum, number>; whole: boolean } | null {
	const sums = TABLE_SUMS.get(report.form) ?? [];
	const gaps = new Map<Sum, number>();
	for (const sum of sums) {
		const left = partialSum(report, sum.left);
		const right = partialSum(report, sum.right);
		const exact = left.blank + left.unknown + right.blank + right.unknown === 0;
		if (exact) {
			gaps.set(sum, left.known - right.known);
			continue;
		}
		const open = left.blank + left.unknown > 0;
		const closed = right.blank + right.unknown === 0;
		if ((open && closed && left.known > right.known) || (!open && right.known > left.known)) {
			return null;
		}
	}
	return { gaps, whole: gaps.size === sums.length };
}

/** The error of a cell that alone explains every gap; null where none does. */
function errorOf(incidence: ReadonlyMap<Sum, number>, failing: readonly Residual[]): number | null {
	let error: number | null = null;
	for (const { sum, gap } of failing) {
		const sign = incidence.get(sum);
		if (sign === undefined) return null;
		if (error !== null && error !== sign * gap) return null;
		error = sign * gap;
	}
	return error;
}

/** Every single cell whose correction makes all the known sums hold. */
function singles(
	report: Report,
	gaps: ReadonlyMap<Sum, number>,
	values: ReadonlyMap<Address, number>
): Correction[] {
	const failing = [...gaps].flatMap(([sum, gap]) => (gap === 0 ? [] : [{ sum, gap }]));
	const first = failing[0];
	if (!first) return [];
	const incidences = INCIDENCE.get(report.form)!;
	return [...first.sum.left, ...first.sum.right].flatMap((address) => {
		const incidence = incidences.get(address)!;
		const value = values.get(address);
		const known = [...incidence.keys()].filter((sum) => gaps.has(sum)).length;
		const error = errorOf(incidence, failing);
		if (value === undefined || error === null || known !== failing.length) return [];
		const suggestion = value - error;
		return suggestion >= 0 ? [{ address, suggestion }] : [];
	});
}

/** Every pair of cells whose corrections together make all the sums hold, each pair once. */
function pairs(
	report: Report,
	gaps: ReadonlyMap<Sum, number>,
	values: ReadonlyMap<Address, number>
): Correction[][] {
	const incidences = INCIDENCE.get(report.form)!;
	const first = [...gaps].find(([, gap]) => gap !== 0)?.[0];
	const found = new Map<string, Correction[]>();
	for (const address of first ? [...first.left, ...first.right] : []) {
		const incidence = incidences.get(address)!;
		const value = values.get(address)!;
		// Two cells never share all their sums, so one of the cell's gaps is its error alone.
		const errors = new Set([...incidence].map(([sum, sign]) => sign * (gaps.get(sum) ?? NaN)));
		for (const error of errors) {
			if (!error || value - error < 0) continue;
			const rest = new Map(gaps);
			for (const [sum, sign] of incidence) rest.set(sum, gaps.get(sum)! - sign * error);
			for (const other of singles(report, rest, values)) {
				if (other.address === address) continue;
				const pair = [{ address, suggestion: value - error }, other];
				pair.sort((a, b) => (a.address < b.address ? -1 : 1));
				found.set(JSON.stringify(pair), pair);
			}
		}
	}
	return [...found.values()];
}

/**
 * The one or two wrong cells of a report's applications table, found from its sums: the table is an
 * error-correcting code (domain: “A property worth using”). Empty where the sums hold, and where
 * more than one correction would make them hold.
 */
function locate(report: Report): readonly Correction[] {
	const known = gapsOf(report);
	if (!known) return [];
	const values = new Map(
		[...cellsByAddress(report)].flatMap(([address, { status, value }]) =>
			status === 'reported' && value !== null ? [[address, value] as const] : []
		)
	);
	const single = singles(report, known.gaps, values);
	if (single.length > 1) return [];
	if (single[0]) {
		// A cell that also stands in a sum that cannot be worked out is not certain enough.
		const sums = sumsOf(report.form, single[0].address);
		return sums.every((sum) => known.gaps.has(sum)) ? single : [];
	}
	if (!known.whole) return [];
	const double = pairs(report, known.gaps, values);
	return double.length === 1 ? double[0]! : [];
}

const corrections = new WeakMap<Report, readonly Correction[]>();

/** The wrong cells located in a report's applications table; worked out once a report. */
export function located(report: Report): readonly Correction[] {
	const known = corrections.get(report) ?? locate(report);
	corrections.set(report, known);
	return known;
}
