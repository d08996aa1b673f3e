import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport } from '$lib/check/check';
import { readFile } from '$lib/read/read';
import { processFile, type Processed } from '$lib/reading/processing';
import { wordsOf } from '$lib/words/words';
import { zipOf } from '../../../tests/reading/formats/zip';
import { draftOf } from './draft';
import { findingsText } from './findings-text';

const WRONG_SUMS = 'tests/reading/world/documents/sums-that-do-not-hold.txt';
const SHORT_ROW = 'tests/reading/fixtures/short-row.txt';
const GRANTED = 'applications/granted/total';

async function piecesOf(bytes: Uint8Array, name: string): Promise<Processed[]> {
	const pieces: Processed[] = [];
	const parts = { read: readFile, check: checkReport };
	for await (const piece of processFile(bytes, name, { words: [], corrections: [] }, parts)) {
		pieces.push(piece);
	}
	return pieces;
}

async function draftIn(file: string, language: 'zh' | 'en' = 'zh') {
	const name = basename(file);
	const pieces = await piecesOf(readFileSync(file), name);
	return draftOf(name, { pieces, cut: false, why: null }, language);
}

describe('a report that is in no store', () => {
	it('is told as it was read, with every finding at its cell, in the order of the form', async () => {
		const { report, members, why } = await draftIn(WRONG_SUMS);
		expect([members, why]).toEqual([[], null]);
		expect(report).toMatchObject({
			agency: '丙镇人民政府',
			year: 2022,
			form: '2021',
			generated: true,
			resolved: false
		});
		const granted = report?.findings.find(({ address }) => address === GRANTED);
		expect(granted).toMatchObject({ rule: 'applicants_total', observed: 0, expected: 33 });
		expect(report?.marks.get(GRANTED)).toMatchObject({ severity: 'error' });
		const order = report?.cells.map(({ address }) => address) ?? [];
		const places = report?.findings.map(({ address }) => order.indexOf(address ?? '')) ?? [];
		expect(places).toEqual(places.toSorted((one, other) => one - other));
		expect((report?.failing ?? 0) + (report?.doubtful ?? 0)).toBe(report?.findings.length);
		expect(report?.answers.fail).toBe(report?.findings.length);
	});

	it('has the relations that its cells must satisfy, with what each comes to', async () => {
		const { report } = await draftIn(WRONG_SUMS, 'en');
		const withCell = report?.identities.filter(({ left, right }) =>
			[...left, ...right].includes(GRANTED)
		);
		expect(withCell).toMatchObject([
			{ rule: 'applicants_total', title: 'Applicants add up', relation: '=', answer: 'fail' },
			{ rule: 'outcomes_total', title: 'Outcomes add up', relation: '=' }
		]);
	});

	it('has every cell counted once, by its status', async () => {
		const { report } = await draftIn(SHORT_ROW);
		const [, , missing = 0] = report?.counts ?? [];
		expect(missing).toBeGreaterThan(0);
		expect(report?.counts.reduce((sum, count) => sum + count, 0)).toBe(report?.cells.length);
	});

	it('is never told that a sum fails where the reader doubts its figures', async () => {
		const [piece] = await piecesOf(readFileSync(WRONG_SUMS), 'a.txt');
		if (!piece?.result.ok) throw new Error('not read');
		const { checked, ...result } = piece.result;
		const findings = checked.findings.map((finding) => ({
			...finding,
			origin: 'reading' as const
		}));
		const doubted = { ...piece, result: { ...result, checked: { ...checked, findings } } };
		const { report } = draftOf('a.txt', { pieces: [doubted], cut: false, why: null }, 'zh');
		expect([report?.failing, report?.doubtful]).toEqual([0, findings.length]);
	});

	it('gives its findings as text, in English without the rules’ Chinese sentences', async () => {
		const told = async (language: 'zh' | 'en') => {
			const { report } = await draftIn(WRONG_SUMS, language);
			return findingsText('heading', report?.findings ?? [], wordsOf(language), language);
		};
		expect(await told('zh')).toMatch(/^heading\n1\. .*（错误、.*）：.*总计/);
		const english = await told('en');
		expect(english).toContain('reported 0, by the formula 33');
		expect(english).not.toMatch(/\p{Script=Han}/u);
	});
});

describe('a file of several', () => {
	it('has all of them in a list, and the first report shown', async () => {
		const zip = zipOf([
			{ name: '说明.txt', bytes: '请看附件' },
			{ name: '甲/一.txt', bytes: readFileSync(WRONG_SUMS) },
			{ name: '二.txt', bytes: readFileSync(SHORT_ROW) }
		]);
		const pieces = await piecesOf(zip, 'a.zip');
		const { report, members } = draftOf('a.zip', { pieces, cut: false, why: null }, 'zh');
		expect(report?.agency).toBe('丙镇人民政府');
		expect(members.map(({ source, why, shown }) => [source, why?.reasonCode, shown])).toEqual([
			['a.zip/说明.txt', 'not_a_report', false],
			['a.zip/甲/一.txt', undefined, true],
			['a.zip/二.txt', undefined, false]
		]);
	});

	it('says why where none of them, or nothing, is a report', async () => {
		const pieces = await piecesOf(zipOf([{ name: '说明.txt', bytes: '请看附件' }]), 'a.zip');
		const none = draftOf('a.zip', { pieces, cut: false, why: null }, 'zh');
		expect([none.report, none.why?.reasonCode, none.members.length]).toEqual([
			null,
			'not_a_report',
			1
		]);
		const empty = draftOf('a.zip', { pieces: [], cut: false, why: null }, 'zh');
		expect(empty.why?.reasonCode).toBe('no_members');
	});
});
