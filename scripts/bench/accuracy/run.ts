import type { Reading } from '../../../src/lib/form/index.ts';
import { randomOf } from '../../generate/random.ts';
import { DAMAGE_LEVELS, type DamageLevel } from '../../generate/damage/index.ts';
import { caseOf, CORPUS_LAYOUTS, DRAFT_LAYOUTS, STATISTICS_LAYOUTS, type Case } from './case.ts';
import { judge, type Fault, type Verdict } from './judge.ts';
import { Tallies } from './tally.ts';

/** Reads one document, as `readReport` does. */
export type Reader = (bytes: Uint8Array, source: string) => Promise<Reading>;

export interface FaultyCase {
	readonly key: string;
	readonly layout: string;
	readonly damage: readonly string[];
	readonly fault: Fault;
}

/** Which faults one kind of damage came with, in one layout. */
export interface Blame {
	readonly damage: string;
	readonly layout: string;
	readonly verdict: Fault['verdict'];
	cells: number;
	readonly reports: Set<string>;
	/** Those of the reports that nothing else befell. */
	readonly alone: Set<string>;
}

export interface Accuracy {
	readonly byLayout: Tallies;
	readonly byLevel: Tallies;
	readonly byEdition: Tallies;
	/** The first fault of each kind of each document. */
	readonly faults: readonly FaultyCase[];
	readonly blame: readonly Blame[];
	/** Documents rejected, or whose agency, year or form was read wrong: a line each. */
	readonly misnamed: readonly string[];
}

export interface Choices {
	readonly reports: number;
	readonly seed: string;
	readonly level: DamageLevel | null;
	readonly layout: string | null;
	/** Damage of this name alone. */
	readonly only: string | null;
}

/** For so many reports of the later editions one with the 统计表 is drawn as well. */
const FOR_ONE_OF_2014 = 5;

/** The documents of a run, one at a time: every layout at every level in turn, and those of 2014. */
export function* casesOf(choices: Choices): Generator<Case> {
	yield* drawn(choices, (level) => [...(level === 0 ? CORPUS_LAYOUTS : []), ...DRAFT_LAYOUTS]);
	const alone = STATISTICS_LAYOUTS.some((name) => name === choices.layout);
	const reports = alone ? choices.reports : Math.floor(choices.reports / FOR_ONE_OF_2014);
	yield* drawn({ ...choices, reports }, () => STATISTICS_LAYOUTS);
}

function* drawn(
	{ reports, seed, level, layout, only }: Choices,
	layoutsAt: (level: DamageLevel) => readonly string[]
): Generator<Case> {
	const levels = level === null ? DAMAGE_LEVELS : [level];
	const sorts = levels.flatMap((each) =>
		layoutsAt(each)
			.filter((name) => layout === null || name === layout)
			.map((name) => ({ name, each }))
	);
	for (let index = 0; index < reports && sorts.length > 0; index += 1) {
		const { name, each } = sorts[index % sorts.length]!;
		// Seeds are drawn, not counted: the hash of a counter keeps too much of it.
		const own = `${seed}-${Math.floor(randomOf(seed, index).uniform() * 1e9)}`;
		const found = caseOf(name, each, own, only);
		if (found.bytes.length > 0 && !(only && found.damage.length === 0)) yield found;
	}
}

const LEVEL_NAMES = ['0 undamaged', '1 light', '2 medium', '3 heavy'] as const;

/** Reads the documents of a run and counts how they were read. */
export async function measureAccuracy(choices: Choices, read: Reader): Promise<Accuracy> {
	const [byLayout, byLevel, byEdition] = [new Tallies(), new Tallies(), new Tallies()];
	const faults: FaultyCase[] = [];
	const misnamed: string[] = [];
	const blame = new Map<string, Blame>();
	for (const drawn of casesOf(choices)) {
		const judgement = judge(drawn, await read(drawn.bytes, drawn.source));
		byLayout.add(`${drawn.layout} · ${drawn.level === 0 ? 'undamaged' : 'damaged'}`, judgement);
		byLevel.add(LEVEL_NAMES[drawn.level], judgement);
		byEdition.add(drawn.edition, judgement);
		const wrong = (['agency', 'year', 'form'] as const).filter((of) => judgement[of] === 'wrong');
		if (judgement.rejected !== null || wrong.length > 0) {
			const what = judgement.rejected ?? `wrong ${wrong.join(', ')}`;
			misnamed.push(`${what} ${drawn.key} [${drawn.damage.join(', ')}]`);
		}
		const met = new Set<Verdict>();
		for (const fault of judgement.faults) {
			const { key, layout, damage } = drawn;
			if (!met.has(fault.verdict)) faults.push({ key, layout, damage, fault });
			met.add(fault.verdict);
			for (const name of damage.length > 0 ? damage : ['(none)']) {
				const sort = [name, layout, fault.verdict].join('|');
				const known = blame.get(sort) ?? {
					...{ damage: name, layout, verdict: fault.verdict },
					...{ cells: 0, reports: new Set<string>(), alone: new Set<string>() }
				};
				known.cells += 1;
				known.reports.add(key);
				if (damage.length < 2) known.alone.add(key);
				blame.set(sort, known);
			}
		}
	}
	return { byLayout, byLevel, byEdition, faults, misnamed, blame: [...blame.values()] };
}
