import type { Judgement, Verdict } from './judge.ts';

/** What was counted over documents of one sort. */
export interface Tally {
	reports: number;
	cells: number;
	readonly verdicts: Record<Verdict, number>;
	rejected: number;
	readonly agency: Record<Judgement['agency'], number>;
	readonly year: Record<Judgement['year'], number>;
	readonly form: Record<Judgement['form'], number>;
}

const settled = () => ({ right: 0, wrong: 0, unsettled: 0, free: 0 });

const emptyTally = (): Tally => ({
	...{ reports: 0, cells: 0, rejected: 0, agency: settled(), year: settled() },
	verdicts: { right: 0, lost: 0, silent: 0, status: 0 },
	form: { right: 0, wrong: 0, free: 0 }
});

function count(tally: Tally, judgement: Judgement): void {
	tally.reports += 1;
	tally.cells += judgement.cells;
	for (const { verdict } of judgement.faults) tally.verdicts[verdict] += 1;
	// Figures for cells that the form has not are faults beyond the cells that were asked for.
	tally.verdicts.right = Math.max(
		0,
		tally.cells - tally.verdicts.lost - tally.verdicts.silent - tally.verdicts.status
	);
	if (judgement.rejected !== null) tally.rejected += 1;
	tally.agency[judgement.agency] += 1;
	tally.year[judgement.year] += 1;
	tally.form[judgement.form] += 1;
}

/** Tallies by sort, in the order in which the sorts are first met. */
export class Tallies {
	readonly #tallies = new Map<string, Tally>();

	add(sort: string, judgement: Judgement): void {
		const tally = this.#tallies.get(sort) ?? emptyTally();
		this.#tallies.set(sort, tally);
		count(tally, judgement);
	}

	get entries(): readonly (readonly [string, Tally])[] {
		return [...this.#tallies];
	}
}
