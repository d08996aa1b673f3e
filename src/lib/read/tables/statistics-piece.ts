import type { Span } from '../../form/index.ts';
import { isGap, slotAt, type Document, type Line, type Slot } from '../slot.ts';
import { LABEL_LENGTH } from './label.ts';
import { isHeaderWord, isSign, rowsNamed, unitNamed, type TableUnit } from './statistics-label.ts';

/**
 * A word of the 统计表: a piece of a label, a unit, or what stands where a figure is due. `at` is
 * the column it stands in.
 */
export type Piece =
	| { readonly role: 'label'; readonly slot: Slot; readonly at: number }
	| { readonly role: 'value'; readonly slot: Slot; readonly at: number; readonly glued?: boolean }
	| { readonly role: 'unit'; readonly unit: TableUnit; readonly slot: Slot; readonly at: number };

/** A line of the table in pieces; `prose` ends whatever row is under way. */
export interface PieceLine {
	readonly layout: Line['layout'];
	readonly pieces: readonly Piece[];
}

const SENTENCE = /[。；]/;

/** The lines of a document in pieces. */
export function pieceLines({ text, lines }: Document): PieceLine[] {
	return lines.map((line) => {
		const pieces = line.slots.flatMap((slot, index) =>
			piecesOf(text, slot, slot.area?.column ?? index)
		);
		const prose = line.slots.some(
			({ kind, start, end }) =>
				kind === 'text' && (end - start > LABEL_LENGTH || SENTENCE.test(text.slice(start, end)))
		);
		if (prose || line.layout === 'prose') return { layout: 'prose', pieces: [] };
		return {
			layout: line.layout,
			pieces: line.layout === 'cells' ? withText(text, pieces) : pieces
		};
	});
}

/** The words of one slot; a number before a label in the same slot is the label's numbering. */
function piecesOf(text: string, slot: Slot, at: number): Piece[] {
	if (slot.kind !== 'text') return [{ role: 'value', slot, at }];
	const words = wordsOf(text, slot);
	// 1 2 in one cell may be 12.
	if (words.every(({ kind }) => kind === 'figure')) return [{ role: 'value', slot, at }];
	const pieces = words.flatMap((word) => pieceOf(text, word, at));
	const first = pieces.findIndex(({ role }) => role === 'label');
	return first > 0 ? pieces.slice(first) : pieces;
}

function wordsOf(text: string, { start, end, area }: Slot): Slot[] {
	const words: Slot[] = [];
	for (let from = start; from < end;) {
		while (from < end && isGap(text.charCodeAt(from))) from += 1;
		let to = from;
		while (to < end && !isGap(text.charCodeAt(to))) to += 1;
		if (to > from) words.push({ ...slotAt(text, from, to), ...(area && { area }) });
		from = to;
	}
	return words;
}

function pieceOf(text: string, slot: Slot, at: number): Piece[] {
	if (slot.kind !== 'text') return [{ role: 'value', slot, at }];
	const word = plainWords(text, slot);
	const unit = unitNamed(word);
	if (unit) return [{ role: 'unit', unit, slot, at }];
	return gluedPieces(text, slot, word, at) ?? [{ role: 'label', slot, at }];
}

/** Words without characters that have no width, such as the places of pinyin that was blanked out. */
export const plainWords = (text: string, { start, end }: Span): string =>
	text.slice(start, end).replace(/[\u200b-\u200d\u2060\ufeff]/g, '');

/** A label and the figure that stand in one word: 收到申请数12件. */
function gluedPieces(text: string, slot: Slot, word: string, at: number): Piece[] | null {
	const found = /^(.*[^\d\s,.，．:：])[:：]?(\d[\d,.]*\D{0,3})$/s.exec(word);
	if (found?.[1] === undefined || found[2] === undefined) return null;
	const isHidden = word.length !== slot.end - slot.start;
	if (isHidden || rowsNamed(word).length > 0) return null;
	const [label, unit] = rowsNamed(found[1]).length > 0 ? [found[1], null] : withUnit(found[1]);
	if (rowsNamed(label).length === 0) return null;
	const middle = slot.start + label.length;
	const figure = slotAt(text, slot.end - found[2].length, slot.end);
	if (figure.kind !== 'figure') return null;
	const pieces: Piece[] = [{ role: 'label', slot: slotAt(text, slot.start, middle), at }];
	const place = slotAt(text, middle, slot.end - found[2].length);
	if (unit) pieces.push({ role: 'unit', unit, slot: place, at });
	return [...pieces, { role: 'value', slot: figure, at, glued: unit !== null }];
}

/** A label and the unit that stands in one word with it: 收到申请数件. */
function withUnit(words: string): [string, TableUnit | null] {
	for (const length of [2, 1]) {
		const unit = unitNamed(words.slice(-length));
		if (unit && rowsNamed(words.slice(0, -length)).length > 0)
			return [words.slice(0, -length), unit];
	}
	return [words, null];
}

/** Words that stand where the figure is due, in the last cell of a row: 见附件. */
function withText(text: string, pieces: readonly Piece[]): readonly Piece[] {
	const last = pieces.at(-1);
	const before = pieces.slice(0, -1);
	if (last?.role !== 'label' || before.some(({ role }) => role === 'value')) return pieces;
	const joined = (some: readonly Piece[]) =>
		some
			.filter(({ role }) => role === 'label')
			.map(({ slot }) => plainWords(text, slot))
			.join('');
	const behind = before.at(-1);
	if (!behind || last.at === behind.at || rowsNamed(joined(before)).length === 0) return pieces;
	const named = [joined([last]), joined(pieces)].some((words) => rowsNamed(words).length > 0);
	if (named || isHeaderWord(joined([last]))) return pieces;
	return [...before, { role: 'value', slot: last.slot, at: last.at }];
}

/** The columns of one copy of the table's header: where it begins, and which values it has. */
export interface StripHead {
	readonly from: number;
	/** Columns of figures, and which of them is the one of the form. */
	readonly values: number;
	readonly own: number;
}

const ASIDE = /^(?:统计指标|单位|计量单位|序号|备注|说明)$/;
const OWN = /^(?:统计数|统计数据|数量|数值|本年|本年度)/;

/**
 * The copies of the header in one line, more than one where the table is set in columns side by
 * side; null for a line that is no header.
 */
export function stripHeads(text: string, { layout, pieces }: PieceLine): StripHead[] | null {
	if (layout !== 'cells') return null;
	const columns = new Map<number, string>();
	for (const { slot, at } of pieces) {
		const word = plainWords(text, slot);
		columns.set(at, `${columns.get(at) ?? ''}${word}`);
	}
	const words = [...columns].map(([at, word]) => ({ at, word })).filter(({ word }) => word !== '');
	if (!words.some(({ word }) => isSign(word))) return null;
	const [first] = words;
	const starts = words.filter(({ word }) => word === first?.word).map(({ at }) => at);
	return starts.map((from, index) => {
		const until = starts[index + 1] ?? Infinity;
		const values = words.filter(({ at, word }) => at >= from && at < until && !ASIDE.test(word));
		const own = values.findIndex(({ word }) => OWN.test(word));
		return { from, values: Math.max(values.length, 1), own: Math.max(own, 0) };
	});
}
