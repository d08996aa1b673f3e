import type { Box, Span } from '../form/index.ts';
import { figureIn, isBlankMark, type Figure } from './figure.ts';

/**
 * What stands in one slot of a table:
 *
 * - `figure`: a figure
 * - `blank`: a written blank, that is a cell holding spaces or a dash
 * - `empty`: nothing between two separators: a blank cell, or what is left of a merged one
 * - `text`: anything else
 */
export type SlotKind = 'figure' | 'blank' | 'empty' | 'text';

/** A place for one cell in a line of a table; its span leaves out the spaces around the words. */
export interface Slot extends Span {
	readonly kind: SlotKind;
	readonly figure: Figure | null;
	/** Where the cell stands in its table, in formats that say so. */
	readonly area?: Area;
	/** Whether it goes on with the words of the slot before, in a cell that wraps over lines. */
	readonly goesOn?: boolean;
}

/** The columns and rows of a table's grid that one cell covers. */
export interface Area {
	readonly column: number;
	readonly columns: number;
	readonly rows: number;
}

/** A row's place in a table whose grid is known: a slot for each cell that begins in it. */
export interface GridRow {
	/** Tells the tables of one document apart. */
	readonly table: number;
	/** The cells of rows above that reach into this row. */
	readonly above: readonly Area[];
}

/**
 * A line of slots as one format gives it: what the reader of every format hands on.
 *
 * - `cells`: separators survive, so an empty slot still counts as a place
 * - `words`: slots told apart by spaces only, so an empty cell left no trace
 * - `stream`: a cell a line; the rows of the table have to be told from the labels
 * - `prose`: a paragraph too long for a cell; it ends a row
 */
export interface Line {
	readonly layout: 'cells' | 'words' | 'stream' | 'prose';
	readonly slots: readonly Slot[];
	/** Given with `cells` in formats whose tables have a grid. */
	readonly grid?: GridRow;
}

/** A format's reading of a file: its text, and the slots that stand in it. */
export interface Document {
	readonly text: string;
	readonly lines: readonly Line[];
	/** What only a page has. */
	readonly page?: PageFacts;
	/** Where a span of the text stands on its page, in formats that have pages. */
	readonly boxOf?: (span: Span) => Box | null;
}

/** What a page says besides its text. */
export interface PageFacts {
	/** Titles that the page's head gives, best first; they stand nowhere in the text. */
	readonly titles: readonly string[];
	/** Lines in the manner of 发布时间:2021-01-27, from the page's head. */
	readonly sourceLines: readonly string[];
	/** Where links and navigation stand in the text, in order and apart. */
	readonly links: readonly Span[];
}

/** Characters of the longest figure, with its unit and a remark in brackets. */
const FIGURE_LENGTH = 40;

/** Whether a character is a space, of any width, or has none. */
export function isSpace(code: number): boolean {
	if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
	return (
		code === 0xa0 ||
		code === 0x3000 ||
		(code >= 0x2000 && code <= 0x200d) ||
		code === 0x2028 ||
		code === 0x2029 ||
		code === 0x202f ||
		code === 0x205f ||
		code === 0x2060 ||
		code === 0xfeff
	);
}

/** Whether a character keeps words apart: a space that has a width. */
export const isGap = (code: number) => isSpace(code) && !HIDDEN.has(code);

/** Characters without a width, which may stand in the middle of a word or a figure. */
const HIDDEN: ReadonlySet<number> = new Set([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);

/** A span without the spaces at either end. */
export function trimmed(text: string, start: number, end: number): Span {
	while (start < end && isSpace(text.charCodeAt(start))) start += 1;
	while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
	return { start, end };
}

/** The slot at a span of the text. */
export function slotAt(text: string, from: number, to: number): Slot {
	const { start, end } = trimmed(text, from, to);
	if (start === end) return { start, end, kind: from === to ? 'empty' : 'blank', figure: null };
	if (end - start > FIGURE_LENGTH) return { start, end, kind: 'text', figure: null };
	const raw = text.slice(start, end);
	const figure = figureIn(raw);
	if (figure) return { start, end, kind: 'figure', figure };
	if (isBlankMark(raw)) return { start, end, kind: 'blank', figure: null };
	const dress = DRESSED.exec(raw)?.groups;
	if (dress)
		return slotAt(text, start + (dress['open']?.length ?? 0), end - (dress['close']?.length ?? 0));
	return { start, end, kind: 'text', figure: null };
}

/** Words between marks of Markdown or TeX, or in a tag that changes nothing: **12**, `12`, $12$. */
const DRESSED =
	/^(?<open>\*{1,3}|_{1,3}|`{1,3}|\${1,2}|\\\(|<(?:b|strong|i|em|u|span|font|p)(?:\s[^<>]*)?>)\s*[^\s*_`$<>].*?(?<close>\*{1,3}|_{1,3}|`{1,3}|\${1,2}|\\\)|<\/[a-z]+>)$/i;

/** Whether words are digits that are no figure, such as 07 or .5: one that was split, or has a slip. */
export const isDigits = (text: string, { kind, start, end }: Slot): boolean =>
	kind === 'text' &&
	end - start <= FIGURE_LENGTH &&
	/^[\d０-９]*[.．]?[\d０-９]+$/.test(text.slice(start, end));

/** A line whose slots are told anew from other words of the same length, such as 無 in simplified. */
export function inWords(line: Line, text: string): Line {
	const slots = line.slots.map((slot) => {
		if (slot.kind !== 'text') return slot;
		const { kind, figure } = slotAt(text, slot.start, slot.end);
		return { ...slot, kind, figure };
	});
	return { ...line, slots };
}
