import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, type Address } from '../../../src/lib/form/index.ts';
import type { Answer } from '../../generate/draft/draft.ts';
import { judge } from './judge.ts';
import type { FaultyCase, Reader } from './run.ts';
import { Tallies } from './tally.ts';

const SIGNS: Readonly<Record<string, Answer>> = { _: 'blank', '?': 'missing', '!': 'unreadable' };

function answerOf(text: string): Answer {
	const sign = SIGNS[text];
	if (sign !== undefined) return sign;
	const figure = Number(text);
	if (text.trim() === '' || !Number.isFinite(figure)) throw new RangeError(`no answer: ${text}`);
	return figure;
}

/**
 * The answers of a truth file: rows of `section,item,measure,expected`, where `expected` is a
 * figure, `_` blank, `?` missing, `!` unreadable, or several of them between `|`.
 */
export function answersOf(csv: string): Map<Address, readonly Answer[]> {
	const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true, trim: true });
	return new Map(
		rows.map(({ section, item, measure, expected }) => [
			addressOf(section as 'disclosure', item!, measure!),
			expected!.split('|').map((text) => answerOf(text.trim()))
		])
	);
}

/** Reads the hand-made documents of a folder that have a truth file beside them. */
export async function handMade(
	folder: string,
	read: Reader
): Promise<{ tallies: Tallies; faults: readonly FaultyCase[] }> {
	const names = readdirSync(folder).sort();
	const tallies = new Tallies();
	const faults: FaultyCase[] = [];
	for (const truth of names.filter((name) => name.endsWith('.truth.csv'))) {
		const stem = truth.slice(0, -'.truth.csv'.length);
		const source = names.find(
			(name) => name.startsWith(`${stem}.`) && name !== truth && !name.endsWith('.about.json')
		);
		if (!source) throw new Error(`no document stands beside ${join(folder, truth)}`);
		const answers = answersOf(readFileSync(join(folder, truth), 'utf8'));
		const expected = { answers, agency: null, year: null, form: null };
		const reading = await read(readFileSync(join(folder, source)), source);
		const { faults: all, ...judgement } = judge(expected, reading);
		// Cells that the truth file does not list are free.
		const listed = all.filter(({ address }) => answers.has(address));
		tallies.add('hand-made', { ...judgement, faults: listed });
		for (const fault of listed) {
			faults.push({ key: `${folder}/${source}`, layout: 'hand-made', damage: [], fault });
		}
	}
	return { tallies, faults };
}
