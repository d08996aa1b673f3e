import type { Outcome, Verdict } from './verdict.ts';

const OUTCOMES: readonly Outcome[] = ['right', 'lost', 'silent'];

const countOf = (all: readonly Verdict[], outcome: Outcome) =>
	all.filter((verdict) => verdict.outcome === outcome).length;

/** A table for people: the cells of each document right, lost and silently wrong; then each wrong one. */
export function summaryOf(verdicts: ReadonlyMap<string, readonly Verdict[]>): string {
	const rows = [...verdicts].map(([name, all]) => {
		return [name, ...OUTCOMES.map((outcome) => countOf(all, outcome))] as const;
	});
	const all = [...verdicts.values()].flat();
	const total = OUTCOMES.map((outcome) => countOf(all, outcome));
	const line = (name: string, ...counts: number[]) =>
		`${name.padEnd(52)}${counts.map((count) => String(count).padStart(8)).join('')}`;
	const wrong = [...verdicts].flatMap(([name, all]) =>
		all
			.filter(({ outcome }) => outcome === 'silent')
			.map(({ address, expected, read }) => `${name} ${address}: read ${read}, stands ${expected}`)
	);
	return [
		`${'document'.padEnd(52)}${OUTCOMES.map((head) => head.padStart(8)).join('')}`,
		...rows.map(([name, ...counts]) => line(name, ...counts)),
		line(`${rows.length} documents`, ...total),
		'',
		...wrong
	].join('\n');
}
