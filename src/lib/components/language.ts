import { getContext, setContext } from 'svelte';
import type { Label, Language } from '../form/index.ts';
import { wordsOf, type Words } from '../words/words.ts';

const KEY = Symbol('language');

/** The language a page is in, with its words, and how its reader wants to see it. */
export interface Spoken {
	readonly language: Language;
	readonly words: Words;
	/** A label's wording. */
	readonly say: (label: Label) => string;
	/** Whether charts show patterns beside colours. */
	readonly patterns: boolean;
}

/** Sets the language of all components below; the layout does so once. */
export function speak(language: Language, patterns = false): Spoken {
	return setContext<Spoken>(KEY, {
		language,
		words: wordsOf(language),
		say: (label) => label[language],
		patterns
	});
}

/** The language that a component is shown in. */
export const spoken = (): Spoken => getContext<Spoken>(KEY);
