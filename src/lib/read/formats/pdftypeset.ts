import type { PdfFont } from './pdffile.ts';
import type { Turn } from './pdfglyph.ts';
import { mapped, rectOf, type Matrix, type Rect } from './pdfmatrix.ts';
import { textMatrix, type State } from './pdfstate.ts';

/** A character as pdf.js gives it; its width in thousandths of its font's size. */
export interface PdfGlyph {
	readonly unicode: string;
	readonly width: number;
	readonly vmetric?: readonly number[] | null;
	readonly isSpace?: boolean;
}

/** A character where it stands on the page. */
export interface Typeset {
	readonly glyph: PdfGlyph;
	readonly rect: Rect;
	/** The size of its font on the page. */
	readonly size: number;
	/** Null for text on a slant, as watermarks have. */
	readonly turn: Turn | null;
}

/** Ascent and descent of the square that a Chinese character stands in. */
const ASCENT = 0.88;
const DESCENT = -0.12;

/** Sets the characters of one operator, and moves the state behind them. */
export function typeset(glyphs: readonly (PdfGlyph | number)[], state: State): Typeset[] {
	const { font, size } = state;
	if (!font || size === 0) return [];
	const matrix = textMatrix(state, font.isType3Font === true);
	const common = { size: Math.hypot(matrix[2], matrix[3]) * size, turn: turnOf(matrix) };
	const setOne = font.vertical ? setDown : setAcross;
	const set: Typeset[] = [];
	let at = 0;
	for (const glyph of glyphs) {
		if (typeof glyph === 'number') {
			at -= (glyph * size) / 1000;
			continue;
		}
		const { box, advance } = setOne(glyph, at, font, state, isMirrored(matrix));
		set.push({ glyph, rect: rectOf(matrix, ...box), ...common });
		at += advance;
	}
	if (font.vertical) state.y += at;
	else state.x += at * state.scale * state.direction;
	return set;
}

interface Step {
	readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
	readonly advance: number;
}

const spacingOf = ({ isSpace }: PdfGlyph, { wordSpacing, charSpacing }: State) =>
	(isSpace ? wordSpacing : 0) + charSpacing;

/** Whether text is set upside down, as a font needs whose own characters stand upside down. */
const isMirrored = ([a, b, c, d]: Matrix) => a * d - b * c > 0;

function setAcross(
	glyph: PdfGlyph,
	at: number,
	font: PdfFont,
	state: State,
	mirrored: boolean
): Step {
	const { size, direction } = state;
	const width = glyph.width * size * (font.fontMatrix?.[0] ?? 0.001);
	const up = mirrored ? -size : size;
	const spacing = spacingOf(glyph, state) * (font.isType3Font ? 1 : direction);
	return { box: [at, up * DESCENT, at + width, up * ASCENT], advance: width + spacing };
}

/** Metrics of vertical writing where a font has none, as pdf.js takes them. */
const DOWN = [-1000, 500, 880];

function setDown(glyph: PdfGlyph, at: number, font: PdfFont, state: State): Step {
	const { size, direction } = state;
	const unit = size * (font.fontMatrix?.[0] ?? 0.001);
	const [down = -1000, originX = 500, originY = 880] =
		glyph.vmetric ?? font.defaultVMetrics ?? DOWN;
	const width = glyph.width * unit;
	const left = -(glyph.vmetric ? originX * unit : width / 2);
	const base = at - originY * unit;
	return {
		box: [left, base + DESCENT * size, left + width, base + ASCENT * size],
		advance: down * unit + spacingOf(glyph, state) * direction
	};
}

/** The quarter turns of text under a map; null for a slant. */
function turnOf(matrix: Matrix): Turn | null {
	const [x0, y0] = mapped(matrix, 0, 0);
	const [x1, y1] = mapped(matrix, 1, 0);
	const angle = (Math.atan2(y1 - y0, x1 - x0) * 2) / Math.PI;
	const nearest = Math.round(angle);
	return Math.abs(angle - nearest) > 0.05 ? null : ((((nearest % 4) + 4) % 4) as Turn);
}
