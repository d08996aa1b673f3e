import { Command, InvalidArgumentError } from 'commander';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fixturesIn } from './fuzz/fixtures.ts';
import { outcomeOf, runOf, type Outcome } from './fuzz/fuzz.ts';
import { watchdog } from './fuzz/watchdog.ts';
import { passStrays } from '../src/lib/reading/stray.ts';

interface Flags {
	readonly runs: number;
	readonly seed: number;
	readonly first: number;
	readonly limit: number;
	readonly fixtures: string;
	readonly match?: string;
	readonly save?: string;
}

function wholeNumber(text: string): number {
	const number = Number(text);
	if (Number.isInteger(number) && number >= 0) return number;
	throw new InvalidArgumentError('must be a whole number, 0 or above');
}

/** Slow files that are named at the end. */
const NAMED = 5;

function replay(flags: Flags, number: number | string): string {
	const match = flags.match === undefined ? '' : ` --match '${flags.match}'`;
	return `npm run fuzz -- --seed ${flags.seed} --first ${number} --runs 1 --save DIR${match}`;
}

const named = ({ run, milliseconds }: Outcome) =>
	`${run.fixture} (${run.changes.join(', ')}; ${run.bytes.length} bytes, ${Math.round(milliseconds)} ms)`;

function save(folder: string | undefined, { run }: Outcome): void {
	if (folder === undefined) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${run.number}-${basename(run.fixture)}`), run.bytes);
}

async function fuzz(flags: Flags): Promise<void> {
	const fixtures = fixturesIn([flags.fixtures]).filter(({ name }) =>
		name.includes(flags.match ?? '')
	);
	if (fixtures.length === 0) throw new Error(`no fixtures in ${flags.fixtures}`);
	const guard = watchdog(
		flags.limit,
		`no end after ${flags.limit} ms; replay: ${replay(flags, '{}')}`
	);
	const slowest: Outcome[] = [];
	const tally = { reports: 0, faulty: 0 };
	const last = flags.first + flags.runs;
	for (let number = flags.first; number < last; number += 1) {
		guard.begin(number);
		const outcome = await outcomeOf(runOf(fixtures, flags.seed, number));
		tally.reports += outcome.reports;
		if (flags.runs === 1) save(flags.save, outcome);
		if (outcome.faults.length > 0) {
			tally.faulty += 1;
			console.error(`${named(outcome)}\n  ${outcome.faults.slice(0, 3).join('\n  ')}`);
			console.error(`  replay: ${replay(flags, number)}`);
			save(flags.save, outcome);
		}
		slowest.push(outcome);
		slowest.sort((one, other) => other.milliseconds - one.milliseconds).splice(NAMED);
		if ((number + 1) % 10_000 === 0) console.error(`${number + 1 - flags.first} / ${flags.runs}`);
	}
	await guard.stop();
	console.log(
		`${flags.runs} files from ${fixtures.length} fixtures: ${tally.reports} reports, ${tally.faulty} files with faults`
	);
	for (const outcome of slowest) {
		console.log(`slow: ${named(outcome)}; replay: ${replay(flags, outcome.run.number)}`);
	}
	if (tally.faulty > 0) process.exitCode = 1;
}

passStrays();
new Command('npm run fuzz --')
	.description(
		'Reads mutated fixtures: none may throw, hang, or give a report that is not sound. Fails where one does, and says how to replay it'
	)
	.option('--runs <number>', 'mutated files to read', wholeNumber, 10_000)
	.option('--seed <number>', 'the same seed gives the same files', wholeNumber, 1)
	.option('--first <number>', 'the number of the first file', wholeNumber, 0)
	.option('--limit <ms>', 'milliseconds that one file may take', wholeNumber, 20_000)
	.option('--fixtures <folder>', 'where the fixtures are', 'tests/reading')
	.option('--match <words>', 'only fixtures whose path holds these words')
	.option('--save <folder>', 'where files with faults are written; with --runs 1 the one file')
	.action(fuzz)
	.parseAsync()
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
