import type { Address } from '../form/index.ts';
import type { Fixture } from './fixture.ts';
import type { Verdict } from './rule.ts';

/** An invented report that a rule gives an answer to, and the cells that the answer rests on. */
export interface Example {
	readonly subject: Address | null;
	/** Every other cell of the report is 0. */
	readonly report: Fixture;
	/** The report that it is held against, for a rule about two. */
	readonly other?: Fixture;
	/** Cells that belong to the example though they are 0 in it. */
	readonly beside?: readonly Address[];
}

/** An example for each answer that a rule gives. */
export type Answers = Readonly<Record<Verdict['answer'], Example>>;
