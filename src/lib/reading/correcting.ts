import { partsOf, type Address, type Cell, type Report, type Status } from '../form/index.ts';
import { deduce } from '../read/tables/deduction.ts';

/** What a person says of a cell: part of a line of the office's table, and kept in the store as JSON. */
export interface CorrectionWord {
	/** A figure as written, a status for a cell without one, or empty to withdraw a correction. */
	readonly figure: string;
	readonly who: string;
	/** ISO date. */
	readonly when: string;
	readonly why: string;
	/** The SHA-256 of the bytes that were looked at, where the line names them. */
	readonly sha256: string | null;
}

/** A correction in force for a report, and the bytes it is bound to; null until it is applied. */
export interface Correction {
	readonly address: Address;
	readonly word: CorrectionWord;
	readonly sha256: string | null;
}

/** What became of a correction (the column `corrections.state`). */
export type CorrectionState = 'applied' | 'dropped' | 'no_cell' | 'no_report';

/** A correction with what was read in its cell. */
export interface CorrectionOutcome {
	readonly address: Address;
	readonly word: CorrectionWord;
	readonly value: number | null;
	readonly status: Status;
	readonly readValue: number | null;
	readonly readStatus: Status | null;
	/** The bytes that the correction was made for. */
	readonly sha256: string;
	readonly state: CorrectionState;
}

/** A report as the office has it, and what became of each correction. */
export interface Corrected {
	readonly report: Report;
	readonly outcomes: readonly CorrectionOutcome[];
	/** The cells that were put right, with the figures that were read there. */
	readonly readValues: ReadonlyMap<Address, number | null>;
}

function said({ figure }: CorrectionWord): { value: number | null; status: Status } {
	const value = Number(figure);
	return Number.isNaN(value)
		? { value: null, status: figure as Status }
		: { value, status: 'reported' };
}

/** What becomes of a correction of a file that gave no report. */
export function withoutReport(
	{ address, word, sha256: bound }: Correction,
	sha256: string
): CorrectionOutcome {
	const read = { readValue: null, readStatus: null };
	return { address, word, ...said(word), ...read, sha256: bound ?? sha256, state: 'no_report' };
}

function outcomeOf(
	{ address, word, sha256: bound }: Correction,
	cell: Cell | undefined,
	sha256: string
): CorrectionOutcome {
	const isSame = (bound ?? sha256) === sha256;
	return {
		address,
		word,
		...said(word),
		readValue: cell?.value ?? null,
		readStatus: cell?.status ?? null,
		sha256: bound ?? sha256,
		state: !isSame ? 'dropped' : cell ? 'applied' : 'no_cell'
	};
}

/** The edition whose sums hold in section 三: in a hybrid, that of the rows for 其他处理. */
function sumsOf({ form, cells }: Report): Report['form'] {
	const rows = new Set(
		cells.filter(({ status }) => status !== 'missing').map(({ address }) => partsOf(address).item)
	);
	if (rows.has('other_overdue_correction') || rows.has('other_unpaid_fee')) return '2021';
	return rows.has('other') ? '2019' : form;
}

/** Figures that the sums force may rest on a reading that was put right: they are worked out anew. */
function deducedAnew(report: Report, cells: readonly Cell[]): Cell[] {
	const deduced = deduce(new Map(cells.map((cell) => [cell.address, cell])), sumsOf(report));
	return cells.map((cell) => ({ ...cell, deduced: deduced.get(cell.address) ?? null }));
}

/**
 * Puts right what the office says was misread. A corrected cell has the figure and status that the
 * office gives; `raw` and place stay as read. What was made for other bytes is dropped.
 *
 * @param sha256 of the bytes that the report was read from
 */
export function correct(
	report: Report,
	corrections: readonly Correction[],
	sha256: string
): Corrected {
	if (corrections.length === 0) return { report, outcomes: [], readValues: new Map() };
	const cells = new Map(report.cells.map((cell) => [cell.address, cell]));
	const outcomes = corrections.map((correction) =>
		outcomeOf(correction, cells.get(correction.address), sha256)
	);
	const applied = new Map(
		outcomes.filter(({ state }) => state === 'applied').map((outcome) => [outcome.address, outcome])
	);
	const readValues = new Map([...applied].map(([address, { readValue }]) => [address, readValue]));
	if (applied.size === 0) return { report, outcomes, readValues };
	const changed = report.cells.map((cell) => {
		const outcome = applied.get(cell.address);
		return outcome ? { ...cell, value: outcome.value, status: outcome.status } : cell;
	});
	return { report: { ...report, cells: deducedAnew(report, changed) }, outcomes, readValues };
}
