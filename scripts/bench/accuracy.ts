import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readReport } from '../../src/lib/read/read.ts';
import type { DamageLevel } from '../generate/damage/index.ts';
import { caseOfKey } from './accuracy/case.ts';
import { handMade } from './accuracy/hand-made.ts';
import { judge } from './accuracy/judge.ts';
import { measureAccuracy, type Choices, type Reader } from './accuracy/run.ts';
import { accuracyTable, blameTable, faultList } from './accuracy/table.ts';
import { withTables } from './accuracy/written.ts';

export interface AccuracyOptions {
	readonly reports: number;
	readonly seed: string;
	readonly level?: DamageLevel;
	readonly layout?: string;
	readonly damage?: string;
	readonly list: number;
	readonly write?: boolean;
}

const HAND_MADE = 'tests/reading/world/documents';
const DOCS = 'docs/reading.md';

const read: Reader = (bytes, source) => readReport(bytes, source, null);

const choicesOf = ({ reports, seed, level, layout, damage }: AccuracyOptions): Choices => ({
	...{ reports, seed, level: level ?? null, layout: layout ?? null, only: damage ?? null }
});

/** Measures how rightly documents are read; prints it, and writes it into the docs where asked. */
export async function benchAccuracy(options: AccuracyOptions): Promise<void> {
	const { list } = options;
	const accuracy = await measureAccuracy(choicesOf(options), read);
	const world = existsSync(HAND_MADE) ? await handMade(HAND_MADE, read) : null;
	const { byLevel, byEdition, byLayout, blame } = accuracy;
	for (const tallies of [byLevel, byEdition, byLayout, ...(world ? [world.tallies] : [])]) {
		console.log(accuracyTable(tallies));
	}
	const faults = [...accuracy.faults, ...(world?.faults ?? [])];
	for (const verdict of ['silent', 'lost'] as const) {
		console.log(blameTable(blame, verdict, list));
		console.log(faultList(faults, verdict, list));
	}
	console.log(accuracy.misnamed.slice(0, list).join('\n'));
	if (!options.write) return;
	const docs = withTables(readFileSync(DOCS, 'utf8'), accuracy, world?.tallies ?? null, options);
	const style = (await resolveConfig(DOCS)) ?? {};
	writeFileSync(DOCS, await format(docs, { ...style, parser: 'markdown' }));
	console.error(`written into ${DOCS}`);
}

/** A small run for the benchmark of everything: its table by level. */
export async function smallAccuracy(): Promise<string> {
	const options = { reports: 600, seed: 'gouji', list: 0 };
	return accuracyTable((await measureAccuracy(choicesOf(options), read)).byLevel);
}

/** Writes the document of a key, what is true of it, and how it is read now, into a folder. */
export async function replay(key: string, folder: string): Promise<void> {
	const drawn = caseOfKey(key);
	const { source, bytes, answers, damage, agency, year, form, edition } = drawn;
	const { faults } = judge(drawn, await read(bytes, source));
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `report${extname(source)}`), bytes);
	const truth = { key, damage, agency, year, form, edition, answers: Object.fromEntries(answers) };
	writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, '\t')}\n`);
	writeFileSync(join(folder, 'faults.json'), `${JSON.stringify(faults, null, '\t')}\n`);
	console.log(`${key} [${damage.join(', ')}]: ${faults.length} faults; written into ${folder}`);
}
