import type { PdfFont, PdfPage } from './pdffile.ts';
import { compose, contains, IDENTITY, type Matrix, type Rect } from './pdfmatrix.ts';

/** What the operators of a page have set so far (ISO 32000-1, tables 52 and 104). */
export interface State {
	/** From the space of the next operator to the page. */
	ctm: Matrix;
	/** Where anything shows: the rectangle around the path that clips. */
	clip: Rect;
	/** Colours as #rrggbb, or `PATTERN`; null where nothing is painted. */
	fill: string | null;
	stroke: string | null;
	fillAlpha: number;
	strokeAlpha: number;
	/** Whether what is painted hides what lies below. */
	opaque: boolean;
	font: PdfFont | null;
	size: number;
	direction: 1 | -1;
	charSpacing: number;
	wordSpacing: number;
	/** The horizontal scale, 1 where text is not stretched. */
	scale: number;
	leading: number;
	rise: number;
	mode: number;
	text: Matrix;
	/** Where the next character stands, and where its line begins, under `text`. */
	x: number;
	y: number;
	lineX: number;
	lineY: number;
}

/** Stands for a colour that is none, such as a shading. */
export const PATTERN = 'pattern';

/** The state in which a page begins. */
export function freshState({ toPage, width, height }: PdfPage): State {
	const clip = { left: 0, top: 0, right: width, bottom: height };
	const paint = { fill: '#000000', stroke: '#000000', fillAlpha: 1, strokeAlpha: 1, opaque: true };
	const type = { font: null, size: 0, direction: 1, charSpacing: 0, wordSpacing: 0 } as const;
	const line = { scale: 1, leading: 0, rise: 0, mode: 0, text: IDENTITY };
	return { ctm: toPage, clip, ...paint, ...type, ...line, x: 0, y: 0, lineX: 0, lineY: 0 };
}

/** Begins text, or a line of it, under a map of its own. */
export function startText(state: State, text: Matrix): void {
	Object.assign(state, { text, x: 0, y: 0, lineX: 0, lineY: 0 });
}

export function moveText(state: State, x: number, y: number): void {
	state.x = state.lineX += x;
	state.y = state.lineY += y;
}

/** The map from the space of the next characters to the page; `type3`: of a font of drawings. */
export function textMatrix(state: State, type3: boolean): Matrix {
	const across = state.scale * state.direction;
	const up = type3 ? state.direction : 1;
	const place: Matrix = [across, 0, 0, up, state.x, state.y + state.rise];
	return compose(compose(state.ctm, state.text), place);
}

/** Text rendering modes that paint nothing, and those that only outline (ISO 32000-1, table 106). */
const PAINTLESS = [3, 7];
const OUTLINED = [1, 5];

/** The colour in which characters show; null where they do not. */
export function inkOf(state: State): string | null {
	if (PAINTLESS.includes(state.mode)) return null;
	const outlined = OUTLINED.includes(state.mode);
	const alpha = outlined ? state.strokeAlpha : state.fillAlpha;
	return alpha > 0 ? (outlined ? state.stroke : state.fill) : null;
}

/** Whether the middle of a rectangle is not clipped away. */
export function isWithin({ clip }: State, { left, top, right, bottom }: Rect): boolean {
	return contains(clip, (left + right) / 2, (top + bottom) / 2);
}

/** Whether a colour is white or nearly so. */
export function isLight(colour: string): boolean {
	const value = Number.parseInt(colour.slice(1), 16);
	const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255];
	return 0.3 * red + 0.59 * green + 0.11 * blue > 245;
}
