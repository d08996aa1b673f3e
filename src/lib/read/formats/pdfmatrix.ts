/** An affine map as PDF writes it: (x, y) goes to (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` then. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
	const [a, b, c, d, e, f] = outer;
	return [
		a * inner[0] + c * inner[1],
		b * inner[0] + d * inner[1],
		a * inner[2] + c * inner[3],
		b * inner[2] + d * inner[3],
		a * inner[4] + c * inner[5] + e,
		b * inner[4] + d * inner[5] + f
	];
}

export function mapped(
	[a, b, c, d, e, f]: Matrix,
	x: number,
	y: number
): readonly [number, number] {
	return [a * x + c * y + e, b * x + d * y + f];
}

/** A rectangle with its sides along the axes, `top` above `bottom` as on a page. */
export interface Rect {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** The rectangle around two mapped corners, and the two between them. */
export function rectOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Rect {
	const corners = [
		mapped(matrix, x0, y0),
		mapped(matrix, x1, y0),
		mapped(matrix, x0, y1),
		mapped(matrix, x1, y1)
	];
	return around(corners);
}

/** The rectangle around some points. */
export function around(points: readonly (readonly [number, number])[]): Rect {
	const rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const [x, y] of points) {
		rect.left = Math.min(rect.left, x);
		rect.top = Math.min(rect.top, y);
		rect.right = Math.max(rect.right, x);
		rect.bottom = Math.max(rect.bottom, y);
	}
	return rect;
}

/** What two rectangles share; its sides are crossed where they share nothing. */
export function shared(one: Rect, other: Rect): Rect {
	return {
		left: Math.max(one.left, other.left),
		top: Math.max(one.top, other.top),
		right: Math.min(one.right, other.right),
		bottom: Math.min(one.bottom, other.bottom)
	};
}

/** The rectangle around two. */
export function united(one: Rect, other: Rect): Rect {
	return {
		left: Math.min(one.left, other.left),
		top: Math.min(one.top, other.top),
		right: Math.max(one.right, other.right),
		bottom: Math.max(one.bottom, other.bottom)
	};
}

export const contains = ({ left, top, right, bottom }: Rect, x: number, y: number): boolean =>
	x >= left && x <= right && y >= top && y <= bottom;
