import type { Address, Cell, FormCode, Reading } from '../../../src/lib/form/index.ts';
import type { Answer } from '../../generate/draft/draft.ts';

/** What a reader is held against: the answers that are right for each cell, and who reports. */
export interface Expected {
	readonly answers: ReadonlyMap<Address, readonly Answer[]>;
	readonly agency: string | null;
	readonly year: number | null;
	readonly form: FormCode | null;
}

/**
 * How one cell was read.
 *
 * - `right`: an answer that the document allows
 * - `lost`: the document shows a figure, and none was read
 * - `silent`: a figure was read that is not what the document says for that cell
 * - `status`: no figure stands there and none was read, but the status is another one
 */
export type Verdict = 'right' | 'lost' | 'silent' | 'status';

export interface Fault {
	readonly verdict: Exclude<Verdict, 'right'>;
	readonly address: Address;
	readonly expected: readonly Answer[];
	readonly read: Answer;
}

export interface Judgement {
	readonly cells: number;
	readonly faults: readonly Fault[];
	readonly agency: 'right' | 'wrong' | 'unsettled' | 'free';
	readonly year: 'right' | 'wrong' | 'unsettled' | 'free';
	readonly form: 'right' | 'wrong' | 'free';
	/** The reason why a document was not taken for a report; null where it was. */
	readonly rejected: string | null;
}

const answerOf = (cell: Cell | undefined): Answer => {
	if (!cell) return 'missing';
	return cell.status === 'reported' ? cell.value! : cell.status;
};

/** Amounts are decimal fractions of at most six places. */
const same = (one: Answer, other: Answer) =>
	typeof one === 'number' && typeof other === 'number'
		? Math.abs(one - other) < 5e-7
		: one === other;

export function verdictOf(expected: readonly Answer[], read: Answer): Verdict {
	if (expected.some((answer) => same(answer, read))) return 'right';
	if (typeof read === 'number') return 'silent';
	return expected.every((answer) => typeof answer !== 'number') ? 'status' : 'lost';
}

function settled<T>(expected: T | null, read: T | null) {
	if (expected === null) return 'free';
	if (read === null) return 'unsettled';
	return read === expected ? 'right' : 'wrong';
}

/** Holds what was read of a document against what stands in it. */
export function judge({ answers, agency, year, form }: Expected, reading: Reading): Judgement {
	const read = new Map(
		reading.ok ? reading.report.cells.map((cell) => [cell.address, cell] as const) : []
	);
	const faults: Fault[] = [];
	const hold = (address: Address, expected: readonly Answer[]) => {
		const answer = answerOf(read.get(address));
		const verdict = verdictOf(expected, answer);
		if (verdict !== 'right') faults.push({ verdict, address, expected, read: answer });
	};
	for (const [address, expected] of answers) hold(address, expected);
	// A figure for a cell that the document's form has not is invented.
	for (const [address, cell] of read) {
		if (!answers.has(address) && cell.status === 'reported') hold(address, ['missing']);
	}
	const report = reading.ok ? reading.report : null;
	return {
		...{ cells: answers.size, faults },
		agency: settled(agency, report?.agency ?? null),
		year: settled(year, report?.year ?? null),
		form: form === null ? 'free' : report?.form === form ? 'right' : 'wrong',
		rejected: reading.ok ? null : reading.rejection.code
	};
}
