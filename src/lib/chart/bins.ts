/** A class of a histogram: values from `from` up to but not with `until`. */
export interface Bin {
	readonly from: number;
	readonly until: number;
	readonly count: number;
}

const MOST_BINS = 12;
/** The first digits at which classes begin, from fine to coarse; each series repeats in every decade. */
const STEPS: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/** Edges that grow by steps of 1–2–5 (or coarser) from zero: counts of agencies spread over decades. */
function growing(least: number, greatest: number): number[] {
	const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(greatest)) + 1];
	for (const digits of STEPS) {
		const all: number[] = [];
		for (let power = low; power <= high; power += 1) {
			for (const digit of digits) all.push(Number((digit * 10 ** power).toPrecision(6)));
		}
		const first = all.findLastIndex((edge) => edge <= least);
		const last = all.findIndex((edge) => edge > greatest);
		const edges = all.slice(first, last + 1);
		if (edges.length <= MOST_BINS || digits.length === 1) return edges;
	}
	return [];
}

/** Edges a step apart, of 1, 2 or 5 in some decade. */
function even(least: number, greatest: number): number[] {
	const rough = (greatest - least) / (MOST_BINS - 2);
	const decade = 10 ** Math.floor(Math.log10(rough));
	const step = ([1, 2, 5, 10].find((digit) => digit * decade >= rough) ?? 10) * decade;
	const first = Math.floor(least / step);
	const last = Math.floor(greatest / step) + 1;
	return Array.from({ length: last - first + 1 }, (_, index) =>
		Number(((first + index) * step).toPrecision(6))
	);
}

/** The edges of classes for values: one a whole number where they are few, else growing ones. */
function edgesOf(values: readonly number[]): number[] {
	const [least, greatest] = [Math.min(...values), Math.max(...values)];
	const whole = values.every(Number.isInteger);
	if (whole && greatest - least < MOST_BINS) {
		return Array.from({ length: greatest - least + 2 }, (_, index) => least + index);
	}
	// Where the greatest is no great multiple of the least, steps that grow would tell too little.
	if (least < 0 || (least > 0 && greatest / least < 20)) return even(least, greatest);
	const positive = Math.min(...values.filter((value) => value > 0));
	const edges = growing(positive, greatest);
	if (least > 0) return edges;
	// Zero stands alone where figures are whole.
	return whole && (edges[0] ?? 1) > 1 ? [0, 1, ...edges] : [0, ...edges];
}

/** A histogram of values, empty where there are none. */
export function binsOf(values: readonly number[]): Bin[] {
	if (values.length === 0) return [];
	const edges = edgesOf(values);
	return edges.slice(0, -1).map((from, index) => {
		const until = edges[index + 1] ?? Infinity;
		const count = values.filter((value) => value >= from && value < until).length;
		return { from, until, count };
	});
}

/** Where a value stands along the classes, from 0 to their number: within a class, by its share of it. */
export function positionOf(value: number, bins: readonly Bin[]): number {
	const index = bins.findIndex(({ from, until }) => value >= from && value < until);
	const bin = bins[index];
	if (!bin) return value < (bins[0]?.from ?? 0) ? 0 : bins.length;
	// A class of one whole number, or of zeros alone, has its mark in the middle.
	if (bin.until - bin.from <= 1 || (index === 0 && bin.from === 0)) return index + 0.5;
	return index + (value - bin.from) / (bin.until - bin.from);
}
