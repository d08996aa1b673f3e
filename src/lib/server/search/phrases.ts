import { LIMITS } from '../../limits.ts';
import { isOneToken, tokensOf } from './tokens.ts';
import { isCharacter, unitsOf, type Unit } from './units.ts';

/** Words looked for as they stand, one unit behind the other. */
export type Phrase = readonly string[];

/** Where a phrase stands in a text. */
export interface Place {
	readonly start: number;
	readonly end: number;
}

/** The terms of what a person asks, as the spaces part them; those that say nothing left out. */
export function termsOf(question: string): Phrase[] {
	return question
		.slice(0, LIMITS.questionLength)
		.split(/\s+/)
		.map((term) => unitsOf(term).map(({ unit }) => unit))
		.filter((units) => units.length > 0)
		.slice(0, LIMITS.questionTerms);
}

const isLone = (units: Phrase) => units.length === 1 && isCharacter(units[0] ?? '');

/**
 * The phrases of a question, all of which a text must hold. A single character is part of its
 * neighbour: 45 件 is one phrase, 公开 答复 two. One that stands alone altogether is no phrase: too
 * many texts have it.
 */
export function phrasesOf(question: string): Phrase[] {
	const phrases: Phrase[] = [];
	let lone: Phrase = [];
	for (const term of termsOf(question)) {
		const before = phrases.at(-1);
		if (isLone(term) && before) phrases[phrases.length - 1] = [...before, ...term];
		else if (isLone(term) && lone.length === 0) lone = term;
		else {
			phrases.push([...lone, ...term]);
			lone = [];
		}
	}
	return phrases;
}

/** The tokens that every text has which holds all of some phrases. */
export const tokensOfAll = (phrases: readonly Phrase[]): string[] => [
	...new Set(phrases.flatMap(tokensOf))
];

/** Whether the index alone settles which texts hold the phrases. */
export const isSettledByTokens = (phrases: readonly Phrase[]) => phrases.every(isOneToken);

function standsAt(units: readonly Unit[], phrase: Phrase, at: number): boolean {
	return phrase.every((unit, index) => units[at + index]?.unit === unit);
}

/** Every place of a phrase in the units of a text. */
function placesOf(units: readonly Unit[], phrase: Phrase): Place[] {
	const places: Place[] = [];
	for (let at = 0; at + phrase.length <= units.length; at += 1) {
		if (!standsAt(units, phrase, at)) continue;
		const last = units[at + phrase.length - 1];
		places.push({ start: units[at]?.start ?? 0, end: last?.end ?? 0 });
		at += phrase.length - 1;
	}
	return places;
}

/** The places of all phrases in a text, in order; null where one of them is not in it. */
export function placesOfAll(text: string, phrases: readonly Phrase[]): Place[] | null {
	const units = unitsOf(text);
	const found = phrases.map((phrase) => placesOf(units, phrase));
	if (found.length === 0 || found.some((places) => places.length === 0)) return null;
	return found.flat().sort((a, b) => a.start - b.start || b.end - a.end);
}
