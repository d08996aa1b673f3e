import type { Address } from '../../form/index.ts';
import type { Fixture } from '../fixture.ts';

/** A report, and the answer expected of a rule for its subject in it. */
export interface Case extends Fixture {
	readonly name: string;
	readonly subject: Address | null;
	readonly answer: 'pass' | 'fail' | 'undecided';
}

/** Cases of some rules, by their codes. */
export type Cases = Readonly<Record<string, readonly Case[]>>;
