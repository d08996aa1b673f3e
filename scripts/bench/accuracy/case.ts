import { FORM_CELLS, type Address, type FormCode } from '../../../src/lib/form/index.ts';
import { characterOf, LAYOUTS, type Layout } from '../../generate/character.ts';
import type { DamageLevel } from '../../generate/damage/index.ts';
import { damagedReport, OF_2014 } from '../../generate/damaged.ts';
import type { Answer, Answers, Edition } from '../../generate/draft/draft.ts';
import { AGENCIES } from '../../generate/draft/write.ts';
import { historyOf, YEARS } from '../../generate/history.ts';
import { randomOf } from '../../generate/random.ts';
import { RENDERINGS } from '../../generate/renderings/index.ts';
import { reportOf } from '../../generate/report.ts';

/** A document, and what an honest reader must say of it. */
export interface Case {
	/** Draws the same case again: layout, level and seed. */
	readonly key: string;
	readonly layout: string;
	readonly level: DamageLevel;
	readonly edition: Edition;
	readonly damage: readonly string[];
	readonly source: string;
	readonly bytes: Uint8Array;
	readonly answers: Answers;
	/** Null where the document does not settle it. */
	readonly agency: string | null;
	readonly year: number;
	readonly form: FormCode;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The layouts of the corpus, which are measured undamaged, and those that damage may befall. */
export const CORPUS_LAYOUTS: readonly string[] = LAYOUTS;
export const DRAFT_LAYOUTS: readonly string[] = RENDERINGS.map(({ name }) => name);
/** The same layouts with the 统计表 of 2014 to 2018. */
export const STATISTICS_LAYOUTS: readonly string[] = DRAFT_LAYOUTS.map((name) => OF_2014 + name);

/** A report as `npm run generate` writes it, in one of its five layouts. */
function corpusCase(layout: Layout, seed: string): Case {
	const random = randomOf(seed, 'case');
	const agency = random.pick(AGENCIES);
	const character = { ...characterOf(agency, random), layout };
	const index = random.below(YEARS.length);
	const history = historyOf(agency, character, seed);
	const plan = { agency, character, seed, year: YEARS[index]!, figures: history[index]! };
	const { text, truth } = reportOf({ ...plan, lastYear: history[index - 1] ?? null });
	const answers: Answers = new Map<Address, readonly Answer[]>();
	for (const { address } of FORM_CELLS.get(truth.form)!) {
		const told = truth.cells[address] ?? 0;
		const meant = truth.hidden[address];
		// A cut row's figures stand in the document: who places them rightly is right as well.
		answers.set(address, told === 'missing' && meant !== undefined ? [told, meant] : [told]);
	}
	return {
		...{ key: `${layout}:0:${seed}`, layout, level: 0, edition: truth.form, answers },
		damage: [...truth.oddities, ...truth.planted.map(({ kind }) => kind)],
		...{ source: 'report.txt', bytes: utf8(text ?? '') },
		...{ agency: truth.settled ? truth.agency : null, year: truth.year, form: truth.form }
	};
}

function draftCase(layout: string, level: DamageLevel, seed: string, only: string | null): Case {
	const { extension, ...report } = damagedReport(layout, level, seed, only);
	const key = [layout, level, seed, ...(only ? [only] : [])].join(':');
	return { ...report, key, source: `report.${extension}` };
}

/** The case of a layout, a level of damage and a seed; `only` draws damage of one name alone. */
export function caseOf(
	layout: string,
	level: DamageLevel,
	seed: string,
	only: string | null = null
): Case {
	const corpus = LAYOUTS.find((name) => name === layout);
	return corpus ? corpusCase(corpus, seed) : draftCase(layout, level, seed, only);
}

/** The case that a key names, as the list of errors gives it. */
export function caseOfKey(key: string): Case {
	const [layout, level, seed, only] = key.split(':');
	const known = [0, 1, 2, 3].find((number) => String(number) === level) as DamageLevel | undefined;
	if (!layout || known === undefined || !seed) throw new RangeError(`no case has the key ${key}`);
	return caseOf(layout, known, seed, only ?? null);
}
