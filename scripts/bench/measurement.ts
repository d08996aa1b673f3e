import Table from 'cli-table3';

/** How long work took. */
export interface Times {
	readonly milliseconds: number;
	/**
	 * The processor's time for the program itself, with compiling and collecting what is no longer
	 * needed: what other programs do at the same time hardly changes it.
	 */
	readonly user?: number;
}

/** One line of the benchmark: what was done, how long it took, and against what it is held. */
export interface Measurement extends Times {
	readonly what: string;
	/** How much was done, such as reports or rows; null where one answer is the whole of it. */
	readonly amount: { readonly number: number; readonly of: string } | null;
	/** The same work by the plainest means, or by another way. */
	readonly against: (Times & { readonly what: string }) | null;
}

/** The median of the times that a piece of work takes; the first run, which fills caches, is left out. */
export async function medianTimes(runs: number, work: () => unknown): Promise<Required<Times>> {
	const times: Required<Times>[] = [];
	for (let run = 0; run <= runs; run += 1) {
		const start = performance.now();
		const before = process.cpuUsage();
		await work();
		const user = process.cpuUsage(before).user / 1000;
		if (run > 0) times.push({ milliseconds: performance.now() - start, user });
	}
	const median = (name: keyof Times) =>
		times.map((time) => time[name]).sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
	return { milliseconds: median('milliseconds'), user: median('user') };
}

/** The median of the milliseconds that a piece of work takes. */
export const medianTime = async (runs: number, work: () => unknown): Promise<number> =>
	(await medianTimes(runs, work)).milliseconds;

const round = (number: number) => number.toLocaleString('en', { maximumSignificantDigits: 3 });

/** How much was done in a second. */
const rate = (number: number, of: string, milliseconds: number) =>
	`${round((number / milliseconds) * 1000)} ${of}/s`;

const HEAD = ['what', 'ms', 'rate', 'against', 'ms', 'ratio', 'user ms', 'rate', 'ratio'];

/**
 * The measurements as a table for a terminal, with a ratio where there is something to hold against;
 * last by the processor's time alone.
 */
export function asTable(measurements: readonly Measurement[]): string {
	const table = new Table({
		head: HEAD,
		colAligns: HEAD.map((name) => (name === 'what' || name === 'against' ? 'left' : 'right')),
		style: { head: [], border: [] }
	});
	for (const { what, milliseconds, user, amount, against } of measurements) {
		table.push([
			what,
			round(milliseconds),
			amount ? rate(amount.number, amount.of, milliseconds) : '',
			against?.what ?? '',
			against ? round(against.milliseconds) : '',
			against ? round(milliseconds / against.milliseconds) : '',
			user === undefined ? '' : round(user),
			user === undefined || !amount ? '' : rate(amount.number, amount.of, user),
			user === undefined || against?.user === undefined ? '' : round(user / against.user)
		]);
	}
	return table.toString();
}
