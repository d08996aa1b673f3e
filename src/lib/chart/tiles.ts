import { bisectRight, quantileSorted } from 'd3-array';

/** Shades of a tile grid, from the palest: what part of a tile's ground is the accent. */
export const SHADES = [12, 30, 50, 80, 100] as const;

/**
 * The figures at which a grid's next shade begins, one fewer than there are shades: the quintiles
 * of the figures above zero, each once. Empty where all are alike.
 */
export function stepsOf(values: readonly (number | null)[]): number[] {
	const known = values
		.filter((value): value is number => value !== null && value > 0)
		.sort((a, b) => a - b);
	const [least = 0] = known;
	const steps = SHADES.slice(1).map(
		(_, index) => quantileSorted(known, (index + 1) / SHADES.length) ?? 0
	);
	return [...new Set(steps)].filter((step) => step > least);
}

/** The shade of a figure, by its place in SHADES. */
export const shadeOf = (value: number, steps: readonly number[]): number =>
	bisectRight(steps, value);
