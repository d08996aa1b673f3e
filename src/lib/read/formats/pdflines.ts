import type { Glyph } from './pdfglyph.ts';
import { united, type Rect } from './pdfmatrix.ts';

/** Characters on one line, from left to right; `space` tells where words are set apart. */
export interface GlyphLine {
	readonly glyphs: readonly SetGlyph[];
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly size: number;
}

/** A character in its line: what keeps it from the one before. */
export interface SetGlyph extends Glyph {
	/** Whether a space stands before it. */
	readonly spaced: boolean;
	/** The white before it, in sizes of its font. */
	readonly gap: number;
}

/** White, in sizes of the font, that sets words apart; Chinese characters may be spread wider. */
const WORD_GAP = 0.3;
const SPREAD_GAP = 1;
/** White that keeps the columns of a table without rules apart, in sizes of its font. */
export const COLUMN_GAP = 1.2;

/** A character less than this part of its neighbour's size is a note, not a digit beside it. */
const NOTE_SIZE = 0.76;

const NOTHING: Rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
const HAN = /[\u2e80-\u9fff\uf900-\ufaff]/;

/** Characters as lines, from the top. */
export function linesOf(glyphs: readonly Glyph[]): GlyphLine[] {
	const middle = ({ top, bottom }: Glyph) => (top + bottom) / 2;
	const sorted = glyphs.toSorted((one, other) => middle(one) - middle(other));
	const rows: Glyph[][] = [];
	let at = -Infinity;
	for (const glyph of sorted) {
		const row = rows.at(-1);
		const height = Math.min(glyph.bottom - glyph.top, row?.[0] ? row[0].bottom - row[0].top : 0);
		if (row && middle(glyph) - at <= height * 0.4) row.push(glyph);
		else {
			rows.push([glyph]);
			at = middle(glyph);
		}
	}
	return rows.filter((row) => !row.every(isBlank)).map(lineOf);
}

const isBlank = ({ text }: Glyph) => text.trim() === '';

function lineOf(row: readonly Glyph[]): GlyphLine {
	const written = row.filter((glyph) => !isBlank(glyph));
	const sorted = once(written.toSorted((one, other) => one.left - other.left));
	const { left, top, right, bottom } = sorted.reduce<Rect>(united, NOTHING);
	const spaces = row.filter(isBlank).map(({ left, right }) => (left + right) / 2);
	spaces.sort((one, other) => one - other);
	let next = 0;
	const spaceBetween = (from: number, to: number): boolean => {
		while ((spaces[next] ?? Infinity) <= from) next += 1;
		return (spaces[next] ?? Infinity) < to;
	};
	const glyphs = sorted.map((glyph, index): SetGlyph => {
		const before = sorted[index - 1];
		if (!before) return { ...glyph, spaced: false, gap: 0 };
		const gap = (glyph.left - before.right) / Math.max(Math.min(glyph.size, before.size), 0.1);
		const between = spaceBetween((before.left + before.right) / 2, (glyph.left + glyph.right) / 2);
		return { ...glyph, spaced: between || isApart(before, glyph, gap), gap };
	});
	const sizes = sorted.map(({ size }) => size).sort((one, other) => one - other);
	return {
		glyphs,
		...{ left, top, right, bottom },
		size: sizes[sizes.length >> 1] ?? 0
	};
}

/** Without characters that are drawn again a hair beside, as bold print is faked. */
function once(row: readonly Glyph[]): Glyph[] {
	const kept: Glyph[] = [];
	for (const glyph of row) {
		const again = kept
			.slice(-4)
			.some((other) => other.text === glyph.text && isSamePlace(other, glyph));
		if (!again) kept.push(glyph);
	}
	return kept;
}

function isSamePlace(one: Glyph, other: Glyph): boolean {
	const near = 0.3 * Math.min(one.right - one.left, one.size);
	return Math.abs(one.left - other.left) <= near && Math.abs(one.top - other.top) <= 0.3 * one.size;
}

function isApart(before: Glyph, glyph: Glyph, gap: number): boolean {
	const ratio = Math.min(before.size, glyph.size) / Math.max(before.size, glyph.size, 0.1);
	if (ratio < NOTE_SIZE) return true;
	const han = HAN.test(before.text) && HAN.test(glyph.text);
	return gap > (han ? SPREAD_GAP : WORD_GAP);
}

/** Parts of a line that stand apart by more than words do. */
export function segmentsOf(line: GlyphLine, gap: number): GlyphLine[] {
	const parts: SetGlyph[][] = [];
	for (const glyph of line.glyphs) {
		const part = parts.at(-1);
		if (part && glyph.gap <= gap) part.push(glyph);
		else parts.push([glyph]);
	}
	return parts.map((glyphs) => ({
		...line,
		glyphs,
		left: glyphs[0]?.left ?? 0,
		right: glyphs.reduce((most, { right }) => Math.max(most, right), -Infinity)
	}));
}

export const wordsOf = ({ glyphs }: GlyphLine): string =>
	glyphs.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');

const DIGIT = /[\d.,]$/;
/** Sizes of the font between two lines of one paragraph. */
const PITCH = 2.1;
/** Points kept free at the sides of a cell in office programs. */
const PADDING = 5.4;

/**
 * What stands between two lines of one cell: nothing where a word goes on, a space where two
 * words stand one above the other. Digits go on only where the line above had no room for more.
 */
export function betweenLines(above: GlyphLine, below: GlyphLine, width: number): '' | ' ' {
	const last = above.glyphs.at(-1);
	const first = below.glyphs[0];
	if (!last || !first) return '';
	if (HAN.test(first.text) || isPunctuation(first.text) || isPunctuation(last.text)) return '';
	if (HAN.test(last.text)) return ' ';
	if (!DIGIT.test(last.text) || !/^[\d.]/.test(first.text)) return ' ';
	const close = below.top > above.top && below.top - above.top <= PITCH * above.size;
	const full = above.right - above.left + (first.right - first.left) > width - 2 * PADDING;
	return close && full && above.glyphs.length > 1 ? '' : ' ';
}

const isPunctuation = (text: string) =>
	/^[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20（）()“”‘’]$/.test(text);
