import type { Span } from '../../form/index.ts';
import { trimmed } from '../slot.ts';

/** A stretch of the text, with its words. */
export interface Passage extends Span {
	readonly words: string;
	/** Where each character of the words stands, for words with characters left out between. */
	readonly at?: readonly number[];
	/** True for words of a page's head, which stand nowhere in its text. */
	readonly unseen?: boolean;
}

/** Where a passage stands in the text; null for words that stand elsewhere. */
export function placeOf({ start, end, unseen }: Passage): Span | null {
	return unseen ? null : { start, end };
}

/** Words that stand elsewhere than in the text: in a page's head, or in a file's path. */
export function unseen(words: string): Passage {
	return { start: 0, end: words.length, words, unseen: true };
}

const MARKED = /^[#*_]|[#*_]$/;
const MARKUP = /^[#*_\s]+|[#*_\s]+$/g;
/** Characters of a line that are looked at. */
const WORDS = 2000;
/** Characters that stand for plainer ones, or for none: digits of full width, spaces without any. */
const DRESSED = /[\u200b-\u200d\u2060\ufeff０-９＞＜：\u00a0]/;

const PLAIN: ReadonlyMap<string, string> = new Map([
	['＞', '>'],
	['＜', '<'],
	['：', ':'],
	['\u00a0', ' '],
	...[...'０１２３４５６７８９'].map((digit, index): [string, string] => [digit, String(index)]),
	...[...'\u200b\u200c\u200d\u2060\ufeff'].map((hidden): [string, string] => [hidden, ''])
]);

const plainCharacter = (character: string) => PLAIN.get(character) ?? character;

/** A line without spaces and Markdown's marks around it; null where nothing is left. */
export function passageAt(text: string, from: number, to: number): Passage | null {
	const span = trimmed(text, from, Math.min(to, from + WORDS));
	const line = text.slice(span.start, span.end);
	const words = MARKED.test(line) ? line.replace(MARKUP, '') : line;
	if (words === '') return null;
	const start = span.start + line.indexOf(words);
	const passage = { start, end: start + words.length, words };
	return DRESSED.test(words) ? rewritten(passage, plainCharacter) : passage;
}

/** A passage whose characters are written otherwise, or left out where the new one is empty. */
export function rewritten(passage: Passage, write: (character: string) => string): Passage {
	const at: number[] = [];
	let words = '';
	for (let index = 0; index < passage.words.length; index += 1) {
		const character = write(passage.words.charAt(index));
		if (character === '') continue;
		words += character;
		at.push(placeAt(passage, index));
	}
	return { ...passage, words, at };
}

/** Where a character of a passage's words stands. */
function placeAt({ start, at }: Passage, index: number): number {
	return at?.[index] ?? start + index;
}

/** A part of a passage, as a passage of its own. */
export function partOf(passage: Passage, words: string, from = 0): Passage | null {
	const index = words === '' ? -1 : passage.words.indexOf(words, from);
	if (index === -1) return null;
	const start = placeAt(passage, index);
	const end = placeAt(passage, index + words.length - 1) + 1;
	const at = passage.at?.slice(index, index + words.length);
	return {
		...{ start, end, words },
		...(at && { at }),
		...(passage.unseen && { unseen: true })
	};
}

/** Two lines that say one thing, such as a title broken in two. */
export function joined(first: Passage, second: Passage): Passage {
	const places = (passage: Passage) =>
		[...passage.words].map((_, index) => placeAt(passage, index));
	return {
		start: first.start,
		end: second.end,
		words: first.words + second.words,
		at: [...places(first), ...places(second)]
	};
}
