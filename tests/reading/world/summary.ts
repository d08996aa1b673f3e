import type { Outcome, Verdict } from './verdict.ts';

/** A table for people: for each document its cells right, lost and silently wrong, and the first of the wrong ones. */
export function summaryOf(verdicts: ReadonlyMap<string, readonly Verdict[]>): string {
	const rows = [...verdicts].map(([name, all]) => {
		const count = (outcome: Outcome) => all.filter((verdict) => verdict.outcome === outcome).length;
		return [name, count('right'), count('lost'), count('silent')] as const;
	});
	const total = rows.reduce(
		([right, lost, silent], [, r, l, s]) => [right + r, lost + l, silent + s],
		[0, 0, 0]
	);
	const line = (name: string, ...counts: number[]) =>
		`${name.padEnd(52)}${counts.map((count) => String(count).padStart(8)).join('')}`;
	const wrong = [...verdicts].flatMap(([name, all]) =>
		all
			.filter(({ outcome }) => outcome === 'silent')
			.map(({ address, expected, read }) => `${name} ${address}: read ${read}, stands ${expected}`)
	);
	return [
		`${'document'.padEnd(52)}${['right', 'lost', 'silent'].map((head) => head.padStart(8)).join('')}`,
		...rows.map(([name, ...counts]) => line(name, ...counts)),
		line(`${rows.length} documents`, ...total),
		'',
		...wrong
	].join('\n');
}
