import { readFile, type Member } from '../../src/lib/read/read.ts';
import { randomOf } from '../generate/random.ts';
import { faultsOf } from './examination.ts';
import type { Fixture } from './fixtures.ts';
import { mutated } from './mutation.ts';

/** One mutated file: the same seed, number and fixtures give the same bytes. */
export interface Run {
	readonly number: number;
	readonly fixture: string;
	readonly changes: readonly string[];
	readonly bytes: Uint8Array;
}

/** What became of one run. */
export interface Outcome {
	readonly run: Run;
	readonly faults: readonly string[];
	readonly reports: number;
	readonly milliseconds: number;
}

/** The file that a run reads. */
export function runOf(fixtures: readonly Fixture[], seed: number, number: number): Run {
	const random = randomOf('fuzz', seed, number);
	const fixture = random.pick(fixtures);
	const other = random.pick(fixtures);
	const { bytes, changes } = mutated(fixture.bytes, random, other.bytes);
	return { number, fixture: fixture.name, changes, bytes };
}

/** Reads a run's file and looks at what comes out; what is thrown is a fault. */
export async function outcomeOf(run: Run): Promise<Outcome> {
	const members: Member[] = [];
	const start = performance.now();
	let faults: string[];
	try {
		for await (const member of readFile(run.bytes, run.fixture, () => null)) members.push(member);
		faults = faultsOf(members);
	} catch (error) {
		faults = [`threw ${error instanceof Error ? error.stack : String(error)}`];
	}
	const milliseconds = performance.now() - start;
	const reports = members.filter(({ reading }) => reading.ok).length;
	return { run, faults, reports, milliseconds };
}
