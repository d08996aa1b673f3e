import { LIMITS } from '../../limits.ts';
import { simplified } from '../simplified.ts';
import { LABEL_LENGTH } from '../tables/label.ts';
import { inSigns, isRuleOfGrid, oneRow } from './drawn.ts';
import { isDigits, isGap, slotAt, trimmed, type Document, type Line, type Slot } from '../slot.ts';

const TAB = 9;
/** Characters of which some must be no pinyin blanked out. */
const PROSE = 30 * LABEL_LENGTH;

/**
 * Plain text and Markdown as lines of slots. Five ways of writing a table are told apart line by
 * line: cells between tabs, cells between pipes, a cell a line behind a tab (an empty line ends
 * the row), words between spaces, and a cell a line with empty lines between.
 */
export function readText(written: string): Document {
	const text = inSigns(simplified(written));
	const terminated = endsInTabs(text);
	const spaced = isSpaced(text);
	const lines: Line[] = [];
	let record: Slot[] = [];
	/** The lines since the last rule of a table that has one between its rows. */
	let ruled: Line[] | null = null;
	const flush = () => {
		if (record.length > 0) lines.push(cells(record));
		record = [];
	};
	const flushRuled = () => {
		if (ruled) lines.push(...(oneRow(ruled) ?? ruled));
		ruled = null;
	};
	for (let start = 0; start <= text.length;) {
		const newline = text.indexOf('\n', start);
		const end = newline === -1 ? text.length : newline;
		const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
		if (isRecord(text, start, stop) && record.length < LIMITS.rowSlots) {
			record.push(slotAt(text, start + 1, stop));
		} else {
			flush();
			const last = terminated ? withoutTerminator(text, start, stop) : stop;
			const isBetween = isRuleOfGrid(text, start, last);
			if (isBetween || (ruled && !isPiped(text, start, last))) flushRuled();
			if (isBetween) ruled = [];
			else if (!spaced || !isEmpty(text, start, last))
				(ruled ?? lines).push(...linesAt(text, start, last));
		}
		start = end + 1;
	}
	flush();
	flushRuled();
	return { text: written, lines };
}

/** One line of text as lines of slots: more than one where a whole table stands in it. */
export function linesAt(text: string, start: number, end: number): Line[] {
	if (end - start > TABLE_LENGTH) {
		const cellsOfLine = tableInLine(text, start, end);
		if (cellsOfLine) return cellsOfLine;
	}
	const line = lineAt(text, start, end);
	return line ? [line] : [];
}

/** Characters beyond which a line may hold a whole table, and figures that one must hold. */
const TABLE_LENGTH = 3 * LABEL_LENGTH;
const TABLE_FIGURES = 15;

/** The cells of a table whose rows all stand in one line, between pipes or spaces: a cell a line. */
function tableInLine(text: string, start: number, end: number): Line[] | null {
	const piped = text.slice(start, end).split('|', TABLE_FIGURES).length === TABLE_FIGURES;
	const isEnd = piped ? (code: number) => code === PIPE : isGap;
	const slots: Slot[] = [];
	for (let from = start; from < end;) {
		let to = from;
		while (to < end && !isEnd(text.charCodeAt(to))) to += 1;
		if (piped || to > from) slots.push(slotAt(text, from, to));
		if (slots.length > LIMITS.lineCells) return null;
		from = to + 1;
	}
	const figures = slots.filter(({ kind }) => kind === 'figure').length;
	return figures < TABLE_FIGURES
		? null
		: slots.map((slot) => ({ layout: 'stream', slots: [slot] }));
}

function cells(slots: readonly Slot[]): Line {
	return { layout: 'cells', slots };
}

/** Whether a line is one cell of a row that is written a cell a line: a tab, and no other. */
function isRecord(text: string, start: number, end: number): boolean {
	return start < end && text.charCodeAt(start) === TAB && !hasTab(text, start + 1, end);
}

function hasTab(text: string, start: number, end: number): boolean {
	for (let index = start; index < end; index += 1) {
		if (text.charCodeAt(index) === TAB) return true;
	}
	return false;
}

/** One line of text as a line of slots; null where it is empty, or the rule of a table. */
export function lineAt(text: string, start: number, end: number): Line | null {
	if (start === end) return null;
	if (hasTab(text, start, end)) return separated(text, start, end, TAB);
	const { start: first, end: last } = trimmed(text, start, end);
	if (first === last) return spacesOnly(text, start, end);
	if (isPiped(text, first, last)) return pipes(text, first, last);
	if (last - first < PAGE_NUMBER && IS_PAGE_NUMBER.test(text.slice(first, last))) return null;
	if (
		last - first > 3 * LABEL_LENGTH &&
		visible(text, first, last) > 3 * LABEL_LENGTH &&
		!wideApart(text, first, last)
	)
		return { layout: 'prose', slots: [] };
	return words(text, first, last) ?? oneCell(text, first, last);
}

/** The number of a page between dashes, as it stands at a page's end. */
const IS_PAGE_NUMBER = /^([-—–―－]{1,2})\s*\d{1,3}\s*\1$/;
const PAGE_NUMBER = 12;

/** Whether most lines with cells end in a tab, which then ends a cell and begins no other. */
function endsInTabs(text: string): boolean {
	const lines = text.match(/\t[^\n]*/g) ?? [];
	return lines.filter((line) => /\t\r?$/.test(line)).length * 2 > lines.length;
}

/** Where the cells of a line end whose last tab ends a cell. */
function withoutTerminator(text: string, start: number, end: number): number {
	const ended = text.charCodeAt(end - 1) === TAB && end - start > 1;
	return ended && text.charCodeAt(end - 2) !== TAB ? end - 1 : end;
}

const isEmpty = (text: string, start: number, end: number) => {
	const inside = trimmed(text, start, end);
	return inside.start === inside.end;
};

/** Whether a line of spaces stands below nearly every other: it is spacing then, and no blank cell. */
function isSpaced(text: string): boolean {
	let [written, below, afterWords] = [0, 0, false];
	for (let start = 0; start <= text.length;) {
		const newline = text.indexOf('\n', start);
		const end = newline === -1 ? text.length : newline;
		const spaces = isEmpty(text, start, end);
		if (!spaces) written += 1;
		else if (afterWords && text[start] !== '\r' && end > start) below += 1;
		afterWords = !spaces;
		start = end + 1;
	}
	return below > 0 && below * 5 > written * 4;
}

/** A line of nothing but spaces is a blank cell of the stream; a bare line break is none. */
function spacesOnly(text: string, start: number, end: number): Line {
	return { layout: 'stream', slots: [slotAt(text, start, end)] };
}

function oneCell(text: string, start: number, end: number): Line {
	if (end - start > LABEL_LENGTH && visible(text, start, end) > LABEL_LENGTH) {
		const slots = wideApart(text, start, end);
		return slots ? { layout: 'stream', slots } : { layout: 'prose', slots: [] };
	}
	return { layout: 'stream', slots: [slotAt(text, start, end)] };
}

/** The words of a line of heads with wide spaces between; null where some are too long for that. */
function wideApart(text: string, start: number, end: number): Slot[] | null {
	const slots: Slot[] = [];
	for (const { 0: words, index } of text.slice(start, end).matchAll(/\S+(?:[^\S\t]\S+)*/g)) {
		if (words.length > HEAD_LENGTH || slots.length >= LIMITS.rowSlots) return null;
		slots.push(slotAt(text, start + index, start + index + words.length));
	}
	return slots.length >= HEADS ? slots : null;
}

/** Words that a line of heads has at least, and characters of each at most. */
const HEADS = 3;
const HEAD_LENGTH = 24;

/** Characters that have a width; where pinyin was blanked out, others stand between them. */
function visible(text: string, start: number, end: number): number {
	return text.slice(start, Math.min(end, start + PROSE)).replace(/\u200b/g, '').length;
}

function separated(text: string, start: number, end: number, separator: number): Line {
	const slots: Slot[] = [];
	let from = start;
	for (let index = start; index <= end; index += 1) {
		if (index < end && text.charCodeAt(index) !== separator) continue;
		if (slots.length >= LIMITS.rowSlots) return { layout: 'prose', slots: [] };
		slots.push(slotAt(text, from, index));
		from = index + 1;
	}
	return cells(slots);
}

const PIPE = '|'.charCodeAt(0);
/** Whether a line is the rule under the header of a Markdown table. */
function isRule(line: string): boolean {
	return line.includes('--') && /^[\s:|+-]*$/.test(line);
}

/** A stroke beside digits and nothing else: a digit that was misread, as |2 for 12. */
const IS_STROKE = /^(?:\|\d*|\d+\|)$/;

/** Whether cells stand between pipes, as in Markdown, whose outer pipes may be left out. */
function isPiped(text: string, start: number, end: number): boolean {
	if (end - start > TABLE_LENGTH * 2) return false;
	const line = text.slice(start, end);
	return line.includes('|') && !IS_STROKE.test(line);
}

/** A row of a Markdown table, or one cell of it a line. The spaces that pad a cell are no writing: such a cell is empty. */
function pipes(text: string, start: number, end: number): Line | null {
	if (isRule(text.slice(start, end))) return null;
	const stop = text[end - 1] === '|' && end - start > 1 ? end - 1 : end;
	const line = separated(text, text[start] === '|' ? start + 1 : start, stop, PIPE);
	if (line.slots.length === 1) return { layout: 'stream', slots: line.slots };
	const slots = line.slots.map((slot) =>
		slot.kind === 'blank' && slot.start === slot.end ? { ...slot, kind: 'empty' as const } : slot
	);
	return { ...line, slots };
}

/** A line whose last words are figures: a label, and figures with spaces between. */
function words(text: string, start: number, end: number): Line | null {
	const slots: Slot[] = [];
	let rest = end;
	while (rest > start && slots.length < LIMITS.rowSlots) {
		let from = rest;
		while (from > start && !isGap(text.charCodeAt(from - 1))) from -= 1;
		const slot = slotAt(text, from, rest);
		if (slot.kind === 'text' && !isDigits(text, slot)) break;
		slots.unshift(slot);
		rest = trimmed(text, start, from).end;
	}
	if (slots.length === 0 || (slots.length === 1 && rest === start)) return null;
	if (rest > start) slots.unshift(...labelsAt(text, start, rest));
	return { layout: 'words', slots };
}

/** A row's label; where figures stand between its words, as of two rows side by side, each word. */
function labelsAt(text: string, start: number, end: number): Slot[] {
	const words: Slot[] = [];
	for (let from = start; from < end && words.length < LIMITS.rowSlots;) {
		let to = from;
		while (to < end && !isGap(text.charCodeAt(to))) to += 1;
		if (to > from) words.push(slotAt(text, from, to));
		from = to + 1;
	}
	const figures = words.findIndex(({ kind }, index) => index > 0 && kind === 'figure');
	return figures === -1 ? [slotAt(text, start, end)] : words;
}
