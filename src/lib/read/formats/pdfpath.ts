import { around, mapped, type Matrix, type Rect } from './pdfmatrix.ts';

/** A straight line along an axis: `at` is where it stands across, `from` to `to` along. */
export interface Stroke {
	readonly upright: boolean;
	readonly at: number;
	readonly from: number;
	readonly to: number;
}

/** What one path gives: lines, lines drawn as thin areas, and areas. */
export interface Shapes {
	readonly lines: readonly Stroke[];
	readonly bars: readonly Stroke[];
	readonly areas: readonly Rect[];
}

type Point = readonly [x: number, y: number];

interface Subpath {
	readonly points: Point[];
	curved: boolean;
	closed: boolean;
}

/** Points beyond which a filled area is a drawing. */
const CORNERS = 6;
/** Thickness of the thickest rule of a table, in points. */
const THICKEST = 3;
/** How far the ends of a line may stand apart across it. */
const SLANT = 0.6;

/** The lines and areas of a path, on the page. */
export function shapesOf(
	data: Float32Array,
	matrix: Matrix,
	{ fills = false, strokes = false }: { readonly fills?: boolean; readonly strokes?: boolean }
): Shapes {
	if (!fills && !strokes) return { lines: [], bars: [], areas: [] };
	const paths = subpathsOf(data, matrix);
	const lines = strokes ? paths.flatMap(linesOf) : [];
	if (!fills) return { lines, bars: [], areas: [] };
	const filled = paths.filter(({ points, curved }) => !curved && points.length <= CORNERS);
	const rects = filled.map(({ points }) => around(points));
	const bars = rects.flatMap((rect) => barOf(rect) ?? []);
	const wide = rects.filter((rect) => !barOf(rect));
	const frame = frameOf(wide);
	return { lines, bars: [...bars, ...frame], areas: frame.length > 0 ? [] : wide };
}

/** Numbers behind each of pdf.js's path operators: move, line, curve, quadratic curve, close. */
const NUMBERS = [2, 2, 6, 4, 0];

function subpathsOf(data: Float32Array, matrix: Matrix): Subpath[] {
	const paths: Subpath[] = [];
	let path: Subpath | null = null;
	for (let index = 0; index < data.length;) {
		const operator = data[index] ?? 0;
		const count = NUMBERS[operator];
		if (count === undefined) break;
		const x = data[index + count - 1] ?? 0;
		const y = data[index + count] ?? 0;
		index += count + 1;
		if (operator === 4) {
			if (path) path.closed = true;
		} else if (operator === 0 || !path) {
			path = { points: [mapped(matrix, x, y)], curved: false, closed: false };
			paths.push(path);
		} else {
			path.points.push(mapped(matrix, x, y));
			if (operator > 1) path.curved = true;
		}
	}
	return paths;
}

function linesOf({ points, curved, closed }: Subpath): Stroke[] {
	if (curved) return [];
	const [first] = points;
	const all = closed && first ? [...points, first] : points;
	return all.slice(1).flatMap((point, index) => lineBetween(all[index] ?? point, point) ?? []);
}

function lineBetween([x0, y0]: Point, [x1, y1]: Point): Stroke | null {
	const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
	if (high <= SLANT && wide > high) {
		return { upright: false, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) };
	}
	if (wide <= SLANT && high > wide) {
		return { upright: true, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) };
	}
	return null;
}

/** A thin area as the line that it draws. */
function barOf({ left, top, right, bottom }: Rect): Stroke | null {
	const [wide, high] = [right - left, bottom - top];
	if (Math.min(wide, high) > THICKEST) return null;
	if (wide >= high) return { upright: false, at: (top + bottom) / 2, from: left, to: right };
	return { upright: true, at: (left + right) / 2, from: top, to: bottom };
}

/** The four rules of a frame: an area with one a little smaller cut out of it. */
function frameOf([outer, inner, ...rest]: readonly Rect[]): Stroke[] {
	if (!outer || !inner || rest.length > 0) return [];
	const gaps = [
		inner.left - outer.left,
		inner.top - outer.top,
		outer.right - inner.right,
		outer.bottom - inner.bottom
	];
	if (gaps.some((gap) => gap < 0 || gap > THICKEST)) return [];
	const left = (outer.left + inner.left) / 2;
	const right = (outer.right + inner.right) / 2;
	const top = (outer.top + inner.top) / 2;
	const bottom = (outer.bottom + inner.bottom) / 2;
	return [
		{ upright: false, at: top, from: left, to: right },
		{ upright: false, at: bottom, from: left, to: right },
		{ upright: true, at: left, from: top, to: bottom },
		{ upright: true, at: right, from: top, to: bottom }
	];
}
