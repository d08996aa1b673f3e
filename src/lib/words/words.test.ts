import { expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const CHINESE = /\p{Script=Han}/u;

type Saying = (...parts: unknown[]) => string;

/** A wording with plain parts; parts that are lists are given as lists. */
function said(say: Saying): string {
	const plain = ['1', '2', '3', '4'];
	try {
		return say(...plain);
	} catch {
		const lists = plain.map((part) => [part]);
		// Only the last part of a wording is a list.
		return say(...plain.slice(0, say.length - 1), ...lists.slice(say.length - 1));
	}
}

/** Every wording of a catalogue by its path; a wording with parts is asked with plain ones. */
function wordings(words: object, path = ''): [string, string][] {
	return Object.entries(words).flatMap(([key, value]) => {
		const here = `${path}/${key}`;
		if (typeof value === 'string') return [[here, value] as [string, string]];
		if (typeof value === 'function') {
			return [[here, said(value as Saying)] as [string, string]];
		}
		return wordings(value as object, here);
	});
}

/** What is the same in every language: names of formats, a mark, the other language's own name, and what is put together from its parts alone. */
const SHARED =
	/^\/(language\/|figure\/(csv|xlsx|svg|png)$|cell\/unreadable$|list$|colon$|period$|open$|close$|basis\/(separator|end)$|compare\/previous$|report\/(year|editionOf)$|agency\/(formerName|filing\/not_told)$|peers\/axis$|years$)/;

it('has no Chinese in English', () => {
	const left = wordings(en).filter(([path, text]) => CHINESE.test(text) && !SHARED.test(path));
	expect(left).toEqual([]);
});

it('has no English in Chinese', () => {
	const left = wordings(zh).filter(([path, text]) => !CHINESE.test(text) && !SHARED.test(path));
	expect(left).toEqual([]);
});
