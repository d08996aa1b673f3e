import type { Address, Cell, NoteCode, Report, Span } from '../form/index.ts';
import { cellsByAddress } from './figures.ts';
import type { Origin } from './rule.ts';

/** Notes that say that a row's figures may not stand where the reader put them. */
const PLACING_NOTES: readonly NoteCode[] = ['short_row', 'long_row', 'mended_row'];
/** Notes that say that a part of the form may have been lost while reading. */
const LOSS_NOTES: readonly NoteCode[] = ['row_not_found', 'row_in_doubt', 'unreadable_figure'];

const touches = (a: Span, b: Span) => a.start <= b.end && b.start <= a.end;

/** Whether a reading note about placing figures touches the place of a cell. */
function placedInDoubt(report: Report, cell: Cell): boolean {
	const { place } = cell;
	if (!place) return false;
	return report.notes.some(
		(note) => PLACING_NOTES.includes(note.code) && note.place && touches(note.place, place)
	);
}

/** Whether a figure stands apart from other digits, so that it cannot be a part of a glued one. */
function standsAlone(report: Report, cell: Cell): boolean {
	if (cell.status !== 'reported' || !cell.place || cell.raw === null) return false;
	const { text } = report;
	const around = text.charAt(cell.place.start - 1) + text.charAt(cell.place.end);
	return !/[\p{Nd}.,，．]/u.test(around) && /^[+\-−－]?[\p{Nd}.,，．]+$/u.test(cell.raw);
}

/**
 * Whose slip a failing condition over some cells most likely is. `reading` where the reader itself
 * doubted the placing of one of them; `agency` only where every figure stands plainly in the
 * source and nothing around it was doubted or lost; `unknown` otherwise.
 */
export function originOf(report: Report, addresses: readonly Address[]): Origin {
	const index = cellsByAddress(report);
	const cells = addresses.flatMap((address) => index.get(address) ?? []);
	if (cells.some((cell) => placedInDoubt(report, cell))) return 'reading';
	const doubts = [...PLACING_NOTES, ...LOSS_NOTES];
	const clean =
		cells.length === addresses.length &&
		cells.every((cell) => standsAlone(report, cell)) &&
		!report.notes.some(({ code }) => doubts.includes(code));
	return clean ? 'agency' : 'unknown';
}
