import type { Span } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import {
	isRemark,
	LABEL_LENGTH,
	meaningOf,
	meaningOfBeginning,
	meaningOfEnd,
	meaningOfSlip,
	type Meaning
} from './label.ts';
import { isDigits, slotAt, type Document, type GridRow, type Line, type Slot } from '../slot.ts';

/**
 * A row of a table: the words before its figures, and the slots behind them.
 *
 * `gaps` tells whether an empty cell leaves a trace: `lost` where cells are told apart by spaces
 * or lines. `glued` marks a single slot of digits that stood in one with the label (规章000).
 */
export interface Row {
	readonly labels: readonly Slot[];
	readonly values: readonly Slot[];
	readonly gaps: 'kept' | 'lost';
	readonly glued: boolean;
	/** What the last label means; null for a row without a label of the form. */
	readonly meaning: Meaning | null;
	/** The row's place in its table's grid, in formats that have one. */
	readonly grid: GridRow | null;
}

interface OpenRow {
	labels: Slot[];
	values: Slot[];
	gaps: 'kept' | 'lost';
	glued: boolean;
	grid: GridRow | null;
}

/** Labels kept before a row's figures; more than a whole header of the form. */
const LABELS = 32;
/** Lines over which one label may wrap. */
const WRAPS = 4;

/** A label, and the digits and dashes that stand in one word with it: 规章000, 予以公开------0. */
const GLUED = /^(.*[^\d０-９+\-＋－])([+\-＋－\d０-９]*[\d０-９])$/s;

/** Words behind a label's colon, or a figure's own point: the digits behind are not the row's figures. */
const SAYS_MORE = /[:：]\s*[^\s\d]|\d[.,．，]$/;

const wordsOf = (text: string, slot: Slot) => text.slice(slot.start, slot.end);
const isWritten = (slot: Slot) => slot.kind !== 'empty';

/** The rows of a document, in the order in which they stand. */
export function rowsOf(document: Document): Row[] {
	const builder = new RowBuilder(document.text);
	for (const line of document.lines) builder.add(line);
	return named(document.text, builder.finish());
}

class RowBuilder {
	private readonly rows: OpenRow[] = [];
	private row: OpenRow = { labels: [], values: [], gaps: 'lost', glued: false, grid: null };
	/** What the last label of the row under way means, as far as it is known. */
	private meaning: Meaning | null = null;
	private grid: GridRow | null = null;

	constructor(private readonly text: string) {}

	add(line: Line): void {
		if (line.layout === 'cells') this.addCells(line.slots, line.grid ?? null);
		else if (line.layout === 'prose') this.close('lost');
		else {
			if (line.layout === 'words' && this.row.values.length > 0) this.close('lost');
			for (const slot of line.slots) this.addStreamed(slot);
			if (line.layout === 'words') this.close('lost');
		}
	}

	finish(): OpenRow[] {
		this.close('lost');
		return this.rows;
	}

	private addCells(slots: readonly Slot[], grid: GridRow | null): void {
		this.grid = grid;
		this.close('kept');
		for (const slot of slots) {
			if (slot.goesOn && this.row.values.length === 0) this.pushLabel(slot, null);
			else if (slot.kind !== 'text' || !this.addLabel(slot)) this.row.values.push(slot);
		}
		this.grid = null;
		this.close('lost');
	}

	private addStreamed(slot: Slot): void {
		if (slot.kind === 'text' && !(this.row.values.length > 0 && isDigits(this.text, slot))) {
			if (this.row.values.length > 0) this.close('lost');
			if (!this.addGlued(slot)) this.pushLabel(slot, null);
		} else if (this.row.values.length < LIMITS.rowSlots) {
			this.row.values.push(slot);
		}
	}

	/** Takes a slot as a label of the row, or of a new row beside it; false where it is a value. */
	private addLabel(slot: Slot): boolean {
		const words = wordsOf(this.text, slot);
		const meaning = meaningOf(words);
		const begun = this.row.values.some(isWritten);
		if (meaning) {
			if (begun) this.close('kept');
			this.row.values = [];
			this.pushLabel(slot, meaning);
			return true;
		}
		if (begun) return false;
		if (this.addGlued(slot)) return true;
		// 其他处理 may head a group, whose first row has a label of its own that is not known.
		const inGroup = this.meaning?.role === 'item' && this.meaning.item === 'other';
		if (this.meaning?.role === 'item' && !inGroup && !isRemark(words)) return false;
		if (inGroup) this.meaning = null;
		if (this.meaning?.role !== 'item') this.row.values = [];
		this.row.labels.push(slot);
		return true;
	}

	/** Splits a label from the digits that stand in one slot with it. */
	private addGlued(slot: Slot): boolean {
		if (slot.end - slot.start > LABEL_LENGTH) return false;
		const found = GLUED.exec(wordsOf(this.text, slot));
		if (!found || found[1] === undefined) return false;
		const meaning = meaningOf(found[1].trim());
		if (meaning?.role !== 'item' || SAYS_MORE.test(found[1])) return false;
		const middle = slot.start + found[1].length;
		this.row.values = [];
		this.pushLabel(slotAt(this.text, slot.start, middle), meaning);
		this.row.values.push(slotAt(this.text, middle, slot.end));
		this.row.glued = true;
		return true;
	}

	private pushLabel(slot: Slot, meaning: Meaning | null): void {
		if (this.row.labels.length >= LABELS) this.row.labels.shift();
		this.row.labels.push(slot);
		this.meaning = meaning;
	}

	/** Ends the row under way; the next one begins with these gaps. */
	private close(gaps: 'kept' | 'lost'): void {
		if (this.row.labels.length > 0 || this.row.values.length > 0) this.rows.push(this.row);
		this.row = { labels: [], values: [], gaps, glued: false, grid: this.grid };
		this.meaning = null;
	}
}

/** Rows with the meaning of their labels, also of those that wrap or are cut short. */
function named(text: string, rows: readonly OpenRow[]): Row[] {
	return rows.map((row, index) => {
		const { labels, values, gaps, grid } = row;
		const glued = row.glued && values.filter(isWritten).length === 1;
		return { labels, values, gaps, glued, meaning: meaningOfRow(text, row, rows[index + 1]), grid };
	});
}

/** The words of each label, of one that wraps in its own cell as a whole. */
export function wholeLabels(text: string, slots: readonly Slot[]): string[] {
	const labels: string[] = [];
	for (const slot of slots) {
		if (slot.goesOn && labels.length > 0) labels.push(labels.pop() + wordsOf(text, slot));
		else labels.push(wordsOf(text, slot));
	}
	return labels;
}

function meaningOfRow(text: string, row: OpenRow, next: OpenRow | undefined): Meaning | null {
	const labels = wholeLabels(text, row.labels);
	for (let lines = 1; lines <= Math.min(WRAPS, labels.length); lines += 1) {
		const meaning = meaningOf(labels.slice(-lines).join(''));
		if (meaning) return meaning;
	}
	const last = labels.at(-1);
	if (last === undefined || row.values.length === 0) return null;
	const rest = next?.labels[0];
	const restWords = rest && wordsOf(text, rest);
	const whole = restWords && !meaningOf(restWords) ? meaningOf(last + restWords) : null;
	return whole ?? meaningOfEnd(last) ?? meaningOfBeginning(last) ?? meaningOfSlip(last);
}

/**
 * The row at an index, with the figures of the lines behind it that have no label, where all
 * together are as many as the columns; otherwise the row alone. Among figures with a line each, two
 * on one line may be a single one split by a space, unless the row adds up.
 *
 * @param part columns of which the last is the total of the others
 */
export function wholeRow(
	text: string,
	rows: readonly Row[],
	index: number,
	width: number,
	part = width
): Row | null {
	const row = rows[index];
	if (!row || row.gaps === 'kept' || row.values.length >= width || !isFigures(row))
		return row ?? null;
	const values = [...row.values];
	for (let at = index + 1; at < rows.length && values.length <= width; at += 1) {
		const next = rows[at];
		if (!next || next.labels.length > 0 || next.gaps === 'kept' || !isFigures(next)) break;
		values.push(...next.values);
	}
	const certain = !isMixed(text, values) || addsUp(values, part);
	return values.length === width && certain ? { ...row, values } : row;
}

/** Whether some figures have a line each, and others share one. */
function isMixed(text: string, values: readonly Slot[]): boolean {
	const breaks = values.map(
		({ start }, index) => index > 0 && text.slice(values[index - 1]?.end, start).includes('\n')
	);
	const shared = breaks.filter((isBreak, index) => index > 0 && !isBreak).length;
	const alone = breaks.filter(
		(isBreak, index) => (index === 0 || isBreak) && breaks[index + 1] !== false
	).length;
	return shared > 0 && alone > 0;
}

/** Whether in each part of a row the last figure is the sum of the others. */
function addsUp(values: readonly Slot[], part: number): boolean {
	let sum = 0;
	return values.every(({ figure }, index) => {
		const number = figure?.number ?? Number.NaN;
		if ((index + 1) % part !== 0) sum += number;
		else if (number !== sum) return false;
		else sum = 0;
		return true;
	});
}

const isFigures = ({ values }: Row) => values.every(({ kind }) => kind === 'figure');

/** The span of a row's labels and values. */
export function spanOfRow(row: Row): Span | null {
	const slots = [...row.labels.slice(-1), ...row.values];
	const [first, last] = [slots[0], slots.findLast(isWritten)];
	return first && last ? { start: first.start, end: Math.max(first.end, last.end) } : null;
}
