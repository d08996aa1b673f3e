/** A stream of pseudo-random numbers that depends on nothing but its key. */
export interface Random {
	/** A number in [0, 1). */
	uniform(): number;
	/** A whole number in [0, n). */
	below(n: number): number;
	chance(probability: number): boolean;
	pick<T>(choices: readonly [T, ...T[]] | readonly T[]): T;
	/** An index, drawn in proportion to weights. */
	weighted(weights: readonly number[]): number;
	normal(): number;
	/** A number with a heavy right tail around a median. */
	heavy(median: number, spread: number): number;
	poisson(mean: number): number;
}

/** FNV-1a over UTF-16 code units, the first state of a stream. */
function hash(key: string): number {
	let state = 0x811c9dc5;
	for (let index = 0; index < key.length; index += 1) {
		state = Math.imul(state ^ key.charCodeAt(index), 0x01000193);
	}
	return state >>> 0;
}

/** The mulberry32 generator. */
function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

function poisson(mean: number, uniform: () => number, normal: () => number): number {
	if (mean <= 0) return 0;
	if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = uniform(); product > limit; product *= uniform()) count += 1;
	return count;
}

/** The stream of a key: the same parts give the same numbers, whatever else was drawn before. */
export function randomOf(...key: readonly (string | number)[]): Random {
	const uniform = mulberry32(hash(key.join('\u001f')));
	const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	const below = (n: number) => Math.floor(uniform() * n);
	return {
		uniform,
		below,
		normal,
		chance: (probability) => uniform() < probability,
		pick: <T>(choices: readonly T[]): T => {
			const choice = choices[below(choices.length)];
			if (choice === undefined) throw new RangeError('nothing to pick from');
			return choice;
		},
		weighted: (weights) => {
			let rest = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
			const index = weights.findIndex((weight) => (rest -= weight) < 0);
			return index < 0 ? weights.length - 1 : index;
		},
		heavy: (median, spread) => median * Math.exp(spread * normal()),
		poisson: (mean) => poisson(mean, uniform, normal)
	};
}
