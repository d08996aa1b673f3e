import type { Label, Language } from '../form/index.ts';
import { en } from './en.ts';
import { zh, type Words } from './zh.ts';

const CATALOGUE: Readonly<Record<Language, Words>> = { zh, en };

/** The words of a language. */
export const wordsOf = (language: Language): Words => CATALOGUE[language];

/** A label's wording in a language. */
export const say = (label: Label, language: Language): string => label[language];

export type { Words };
