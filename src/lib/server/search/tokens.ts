import { isCharacter } from './units.ts';

/**
 * A token is what the index of words lists reports under: two neighbouring units of a text of which
 * one at least is a Chinese character; one number or word; or one between two Chinese characters,
 * with both, since 申请 1 件 is rarer by far than 请 1 and 1 件. Numbers side by side, as a table's
 * rows have them, are no pair.
 */
export function pairToken(first: string, second: string): string {
	const between = isCharacter(first) && isCharacter(second) ? '' : ' ';
	return first + between + second;
}

/** The token of a number or word between two characters. */
export const middleToken = (before: string, word: string, after: string) =>
	`${before} ${word} ${after}`;

/** Tokens that a phrase is looked up by; the rest of a long one is left to the look at the text. */
const MOST = 12;

/** The tokens of which every text that holds a phrase has all; none where the phrase is one character. */
export function tokensOf(phrase: readonly string[]): string[] {
	const tokens = new Set<string>();
	phrase.forEach((unit, index) => {
		const [before, next] = [phrase[index - 1] ?? '', phrase[index + 1] ?? ''];
		if (!isCharacter(unit)) {
			const middle = isCharacter(before) && isCharacter(next);
			tokens.add(middle ? middleToken(before, unit, next) : unit);
		}
		if (next !== '' && (isCharacter(unit) || isCharacter(next))) tokens.add(pairToken(unit, next));
	});
	return [...tokens].slice(0, MOST);
}

/** Whether every text that has the phrase's tokens holds the phrase. */
export const isOneToken = (phrase: readonly string[]) =>
	phrase.length === 1 ||
	(phrase.length === 2 && phrase.some(isCharacter)) ||
	(phrase.length === 3 && phrase.map(isCharacter).join() === 'true,false,true');
