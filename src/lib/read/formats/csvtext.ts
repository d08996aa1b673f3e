import type { Span } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import { simplified } from '../simplified.ts';
import { slotAt, type Document, type Line } from '../slot.ts';
import { linesAt } from './text.ts';

/** A record of a sheet saved as text: its cells, within their quotes where they have any. */
interface Entry extends Span {
	readonly cells: readonly Span[];
	readonly quoted: boolean;
}

const DELIMITERS = [',', ';', '\t'];
/** Rows that a sheet must have for its commas to be more than punctuation. */
const ROWS = 8;
/** Cells that a row must have: of two, prose has as many. */
const CELLS = 3;
/** Characters beyond which a quote that opens a cell is taken to be one of the text's own. */
const QUOTED_LENGTH = 4000;

/**
 * A sheet saved as CSV, between commas, semicolons or tabs, as lines of slots; null for a text that
 * is none. Its prose, between or around the rows, is read as in any other text.
 */
export function readCsv(written: string): Document | null {
	const text = simplified(written);
	for (const delimiter of DELIMITERS) {
		if (!text.includes(delimiter)) continue;
		const entries = entriesOf(text, delimiter);
		const isRow = rowsAmong(entries);
		const rows = entries.filter((entry, index) => isRow[index] && holdsFigures(text, entry));
		// Tabs alone are told apart by the reader of plain text.
		const own = delimiter === '\t' ? rows.filter(({ quoted }) => quoted) : rows;
		if (own.length < ROWS) continue;
		const lines = entries.flatMap((entry, index): Line[] =>
			isRow[index]
				? [
						{
							layout: 'cells',
							slots: entry.cells.map(({ start, end }) => slotAt(text, start, end))
						}
					]
				: proseOf(text, entry)
		);
		return { text: written, lines };
	}
	return null;
}

/** The lines of an entry that is no row. */
function proseOf(text: string, { start, end }: Entry): Line[] {
	const lines: Line[] = [];
	for (let from = start; from <= end;) {
		const newline = text.indexOf('\n', from);
		const to = newline === -1 || newline > end ? end : newline;
		lines.push(...linesAt(text, from, to));
		from = to + 1;
	}
	return lines;
}

/** Which entries are rows of a table: of several cells, and as many as the entry above or below has. */
function rowsAmong(entries: readonly Entry[]): boolean[] {
	const width = (index: number) => entries[index]?.cells.length ?? 0;
	return entries.map(
		(_, index) =>
			width(index) >= CELLS &&
			width(index) <= LIMITS.rowSlots &&
			(width(index) === width(index - 1) || width(index) === width(index + 1))
	);
}

const holdsFigures = (text: string, { cells }: Entry) =>
	cells.some(({ start, end }) => slotAt(text, start, end).kind === 'figure');

/** The records of a text, in their order. */
function entriesOf(text: string, delimiter: string): Entry[] {
	const entries: Entry[] = [];
	for (let start = 0; start < text.length;) {
		const cells: Span[] = [];
		let quoted = false;
		let from = start;
		for (;;) {
			const cell = quotedAt(text, from, delimiter);
			quoted ||= cell !== null;
			const end = cell ? cell.end + 1 : endOfCell(text, from, delimiter);
			cells.push(cell ?? { start: from, end });
			from = end;
			if (text[from] !== delimiter) break;
			from += 1;
		}
		entries.push({ start, end: from, cells, quoted });
		start = from + (text.startsWith('\r\n', from) ? 2 : 1);
	}
	return entries;
}

function endOfCell(text: string, from: number, delimiter: string): number {
	let end = from;
	while (end < text.length && !isEnd(text, end, delimiter)) end += 1;
	return end;
}

const isEnd = (text: string, at: number, delimiter: string) =>
	at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';

/** What stands in a cell between quotes; null where none open it, or none close it. */
function quotedAt(text: string, from: number, delimiter: string): Span | null {
	if (text[from] !== '"') return null;
	const last = Math.min(text.length, from + QUOTED_LENGTH);
	for (let at = from + 1; at < last; at += 1) {
		if (text[at] !== '"') continue;
		if (text[at + 1] === '"') at += 1;
		else return isEnd(text, at + 1, delimiter) ? { start: from + 1, end: at } : null;
	}
	return null;
}
