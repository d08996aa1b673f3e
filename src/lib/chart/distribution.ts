import { ticks } from 'd3-array';
import { WIDTHS, type DistributionFigure, type Room } from './figure.ts';
import { full, widthOf } from './number.ts';

/** A word at a place of a drawing, and which of its ends stands there. */
export interface PlacedWord {
	readonly x: number;
	readonly y: number;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly text: string;
}

/** A class drawn: its bar, its column (which takes the pointer), and the words at it. */
export interface PlacedBin {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly count: PlacedWord | null;
	readonly names: readonly PlacedWord[];
}

/** A histogram with all its places, in units of its own width and height. */
export interface PlacedDistribution {
	readonly width: number;
	readonly height: number;
	/** Where the bars stand: from the left to the right edge, from the top to the foot. */
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly foot: number;
	readonly lines: readonly PlacedWord[];
	readonly bins: readonly PlacedBin[];
	/** How far from the left the quartiles and the own figure stand. */
	readonly quartiles: readonly number[];
	readonly own: { readonly x: number; readonly label: PlacedWord } | null;
	readonly countName: PlacedWord;
	readonly axisName: PlacedWord;
}

const HEIGHTS: Readonly<Record<Room, number>> = { wide: 272, narrow: 300 };
/** Size of the classes’ names. */
export const NAME_SIZES: Readonly<Record<Room, number>> = { wide: 12, narrow: 11 };
const NAME_LINE = 14;
const TOP = 60;
const RIGHT = 16;
const GAP = 8;
/** How much of its column a bar fills. */
const FILLED = 0.94;
/** Room above the tallest bar for its count, as a part of it. */
const HEADROOM = 1.12;
const LINES = 3;

/**
 * How the names of classes stand, in lines: side by side; broken at their dash; or broken, and every
 * second one lower, where they would still run into each other.
 */
export function namesOf(labels: readonly string[], column: number, size: number): string[][] {
	const fits = (names: readonly string[]) =>
		names.every((name) => (widthOf(name) * size) / 12 + 4 <= column);
	if (fits(labels)) return labels.map((label) => [label]);
	const broken = labels.map((label) => label.replace('–', '–\n').split('\n'));
	if (fits(broken.flat())) return broken;
	const most = Math.max(...broken.map((lines) => lines.length));
	return broken.map((lines, index) =>
		index % 2 === 0 ? lines : [...Array.from({ length: most }, () => ''), ...lines]
	);
}

/** How far words as wide as `width` move aside from the middle, so that no mark goes through them. */
export function asideOf(width: number, marks: readonly number[]): number {
	const half = width / 2 + 3;
	const places = [0, ...marks.flatMap((mark) => [mark - half, mark + half])].sort(
		(a, b) => Math.abs(a) - Math.abs(b)
	);
	const free = (place: number) => marks.every((mark) => Math.abs(mark - place) >= half - 0.01);
	return places.find(free) ?? 0;
}

/** Words at a mark near an edge turn inwards. */
function anchorAt(share: number): PlacedWord['anchor'] {
	if (share < 0.25) return 'start';
	return share > 0.75 ? 'end' : 'middle';
}

/** A histogram laid out: bars from zero, its quartiles and one figure of its own marked. */
export function placedDistribution(figure: DistributionFigure, room: Room): PlacedDistribution {
	const [width, height] = [WIDTHS[room], HEIGHTS[room]];
	const most = Math.max(1, ...figure.bins.map(({ count }) => count)) * HEADROOM;
	const steps = ticks(0, most, LINES).filter(Number.isInteger);
	const left = GAP + Math.max(...steps.map((step) => widthOf(full(step)))) + GAP;
	const right = width - RIGHT;
	const column = (right - left) / figure.bins.length;
	const names = namesOf(
		figure.bins.map(({ label }) => label),
		column,
		NAME_SIZES[room]
	);
	const nameLines = Math.max(...names.map((lines) => lines.length));
	const foot = height - GAP - NAME_LINE * (nameLines + 1) - GAP;
	const xOf = (position: number) => left + position * column;
	const yOf = (count: number) => foot - (count / most) * (foot - TOP);
	const quartiles = figure.quartiles.map(({ position }) => xOf(position));
	const own = figure.own === null ? null : { x: xOf(figure.own.position), ...figure.own };
	const marks = [...quartiles, ...(own === null ? [] : [own.x])];
	return {
		...{ width, height, left, right, top: TOP, foot, quartiles },
		lines: steps.map((step) => ({
			x: left - GAP,
			y: yOf(step),
			anchor: 'end',
			text: full(step)
		})),
		bins: figure.bins.map(({ count }, index) => {
			const middle = xOf(index + 0.5);
			const aside = asideOf(
				widthOf(full(count)),
				marks.map((mark) => mark - middle)
			);
			return {
				x: middle - (column * FILLED) / 2,
				y: yOf(count),
				width: column * FILLED,
				height: foot - yOf(count),
				count:
					count === 0
						? null
						: { x: middle + aside, y: yOf(count) - 10, anchor: 'middle', text: full(count) },
				names: (names[index] ?? []).flatMap((text, line) =>
					text === ''
						? []
						: [{ x: middle, y: foot + GAP + NAME_LINE * (line + 0.5), anchor: 'middle', text }]
				)
			};
		}),
		own: own && {
			x: own.x,
			label: {
				x: own.x,
				y: TOP - 18,
				anchor: anchorAt((own.x - left) / (right - left)),
				text: own.label
			}
		},
		countName: { x: left, y: 22, anchor: 'start', text: figure.countLabel },
		axisName: {
			x: (left + right) / 2,
			y: foot + GAP + NAME_LINE * (nameLines + 0.5) + 4,
			anchor: 'middle',
			text: figure.axisLabel
		}
	};
}
