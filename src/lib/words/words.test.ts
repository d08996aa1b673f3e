import { expect, it } from 'vitest';
import { COUNTED, REASON_CODES, type ReasonCode, type ReasonDetail } from '../form/index.ts';
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
	/^\/(language\/|figure\/(csv|xlsx|svg|png|withUnit)$|cell\/unreadable$|list$|colon$|period$|open$|close$|basis\/(separator|end)$|compare\/previous$|report\/(year|editionOf)$|agency\/(formerName|filing\/not_told)$|coverage\/reasonOf$|peers\/axis$|years$)/;

it('has no Chinese in English', () => {
	const left = wordings(en).filter(([path, text]) => CHINESE.test(text) && !SHARED.test(path));
	expect(left).toEqual([]);
});

const DETAILS: readonly ReasonDetail[] = [
	{},
	...COUNTED.map((of) => ({ of, most: 5_000, number: 6_000 })),
	{ of: 'bytes', most: 16 * 1024 * 1024 },
	{ format: 'ofd', encoding: 'windows-1252', line: 3, column: 5, seconds: 60, said: 'EACCES' },
	{ at: '/cells/3/value 5:raw', said: 'EIO' }
];

it.each(REASON_CODES)('tells in English why a file has no report: %s', (reasonCode) => {
	for (const reasonDetail of DETAILS) {
		const told = en.coverage.reasonOf({ reason: '原因', reasonCode, reasonDetail });
		expect(told).toMatch(/^[A-Z].*\.$/);
		expect(told).not.toMatch(CHINESE);
		expect(told).not.toMatch(/undefined|\(\)| {2}/);
	}
});

it('keeps in English what varies in a reason', () => {
	const told = (reasonCode: ReasonCode, reasonDetail: ReasonDetail) =>
		en.coverage.reasonOf({ reason: null, reasonCode, reasonDetail });
	expect(told('too_large', { of: 'bytes', most: 16 * 1024 * 1024 })).toContain('more than 16 MB');
	expect(told('too_large', { of: 'entries', most: 20_000, number: 25_000 })).toContain(
		'25,000 entries, where at most 20,000'
	);
	expect(told('invalid_record', { at: '5:value' })).toContain('(at 5:value)');
	expect(told('invalid_record', { line: 3, column: 5 })).toContain('(at line 3, character 5)');
	expect(told('encoding', { line: 3 })).toContain('from line 3 on');
	expect(told('unreadable_file', { said: 'EIO' })).toContain('(EIO)');
});

it('has no English in Chinese', () => {
	const left = wordings(zh).filter(([path, text]) => !CHINESE.test(text) && !SHARED.test(path));
	expect(left).toEqual([]);
});
