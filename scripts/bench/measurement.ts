import Table from 'cli-table3';

/** One line of the benchmark: what was done, how long it took, and against what it is held. */
export interface Measurement {
	readonly what: string;
	readonly milliseconds: number;
	/** How much was done, such as reports or rows; null where one answer is the whole of it. */
	readonly amount: { readonly number: number; readonly of: string } | null;
	/** The same work by the plainest means, or by another way. */
	readonly against: { readonly what: string; readonly milliseconds: number } | null;
}

/** The median of the times that a piece of work takes; the first run, which fills caches, is left out. */
export async function medianTime(runs: number, work: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run <= runs; run += 1) {
		const start = performance.now();
		await work();
		if (run > 0) times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

const round = (number: number) => number.toLocaleString('en', { maximumSignificantDigits: 3 });

/** The measurements as a table for a terminal, with a ratio where there is something to hold against. */
export function asTable(measurements: readonly Measurement[]): string {
	const table = new Table({
		head: ['what', 'ms', 'rate', 'against', 'ms', 'ratio'],
		colAligns: ['left', 'right', 'right', 'left', 'right', 'right'],
		style: { head: [], border: [] }
	});
	for (const { what, milliseconds, amount, against } of measurements) {
		table.push([
			what,
			round(milliseconds),
			amount ? `${round((amount.number / milliseconds) * 1000)} ${amount.of}/s` : '',
			against?.what ?? '',
			against ? round(against.milliseconds) : '',
			against ? round(milliseconds / against.milliseconds) : ''
		]);
	}
	return table.toString();
}
