import type { Glyph, Turn } from './pdfglyph.ts';
import type { Rect } from './pdfmatrix.ts';
import type { Painted } from './pdfpainting.ts';
import type { Stroke } from './pdfpath.ts';

/** A page's characters and lines, turned so that most of its text reads to the right. */
export interface Upright {
	readonly glyphs: readonly Glyph[];
	readonly strokes: readonly Stroke[];
	readonly width: number;
	readonly height: number;
	/** Where a rectangle stands on the page as it is. */
	readonly back: (rect: Rect) => Rect;
}

/** Turns a page that is printed sideways; each character keeps its place on the page in `box`. */
export function upright({ glyphs, strokes }: Painted, width: number, height: number): Upright {
	const counts = [0, 0, 0, 0];
	for (const { turn } of glyphs) counts[turn] = (counts[turn] ?? 0) + 1;
	const turn = counts.indexOf(Math.max(...counts)) as Turn;
	if (turn === 0) return { glyphs, strokes, width, height, back: (rect) => rect };
	const sideways = turn % 2 === 1;
	return {
		glyphs: glyphs.map((glyph) => ({
			...glyph,
			...turned(glyph, turn, width, height),
			turn: ((glyph.turn - turn + 4) % 4) as Turn
		})),
		strokes: strokes.map((stroke) => turnedStroke(stroke, turn, width, height)),
		width: sideways ? height : width,
		height: sideways ? width : height,
		back: (rect) =>
			turned(rect, (4 - turn) as Turn, sideways ? height : width, sideways ? width : height)
	};
}

/** A rectangle of a page that is turned back by some quarters. */
function turned(
	{ left, top, right, bottom }: Rect,
	turn: Turn,
	width: number,
	height: number
): Rect {
	if (turn === 1) return { left: top, top: width - right, right: bottom, bottom: width - left };
	if (turn === 3) return { left: height - bottom, top: left, right: height - top, bottom: right };
	return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
}

function turnedStroke(stroke: Stroke, turn: Turn, width: number, height: number): Stroke {
	const { upright: stands, at, from, to } = stroke;
	const rect = stands
		? { left: at, right: at, top: from, bottom: to }
		: { left: from, right: to, top: at, bottom: at };
	const { left, top, right, bottom } = turned(rect, turn, width, height);
	return stands === (turn === 2)
		? { upright: true, at: left, from: top, to: bottom }
		: { upright: false, at: top, from: left, to: right };
}
