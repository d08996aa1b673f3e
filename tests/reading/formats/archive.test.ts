import { describe, expect, it } from 'vitest';
import { readFile, type Member } from '../../../src/lib/read/read.ts';
import { formTables } from '../page.ts';
import { ownFigures, wordReport } from './shapes.ts';
import { zipOf, type Packed } from './zip.ts';

const page = `<html><body>${formTables('2021', ownFigures('2021')).join('')}</body></html>`;
const text = '随便一段话。';
const docx = wordReport('2019', ownFigures('2019'));

async function membersOf(bytes: Uint8Array, words = new Set<string>()): Promise<Member[]> {
	const members: Member[] = [];
	const wordOf = (source: string) => {
		words.add(source);
		return null;
	};
	for await (const member of readFile(bytes, '报送/甲市.zip', wordOf)) members.push(member);
	return members;
}

const sourcesIn = (members: readonly Member[]) => members.map(({ source }) => source);
const named = (name: Packed['name'], flags = 0x800): Packed => ({ name, bytes: text, flags });
const codeOf = ({ reading }: Member) => (reading.ok ? 'report' : reading.rejection.code);

describe('an archive', () => {
	it('gives a member a file, folders and archives in it opened', async () => {
		const inner = zipOf([
			{ name: '丙镇/报告.docx', bytes: docx },
			{ name: '说明.txt', bytes: text }
		]);
		const words = new Set<string>();
		const members = await membersOf(
			zipOf([
				{ name: '乙县/', bytes: '' },
				{ name: '乙县/教育局.html', bytes: page },
				{ name: '乙县/各镇.zip', bytes: inner },
				{ name: '通知.docx', bytes: docx }
			]),
			words
		);
		expect(members.map((member) => [member.source, codeOf(member)])).toEqual([
			['报送/甲市.zip/乙县/教育局.html', 'report'],
			['报送/甲市.zip/乙县/各镇.zip/丙镇/报告.docx', 'report'],
			['报送/甲市.zip/乙县/各镇.zip/说明.txt', 'not_a_report'],
			['报送/甲市.zip/通知.docx', 'report']
		]);
		expect([...words]).toEqual(sourcesIn(members));
		expect(Buffer.from(members[1]?.bytes ?? []).equals(docx)).toBe(true);
	});

	it('keeps an office file whole', async () => {
		const members = await membersOf(docx);
		expect(members.map((member) => [member.source, codeOf(member)])).toEqual([
			['报送/甲市.zip', 'report']
		]);
	});

	const GBK = Uint8Array.of(
		0xd2,
		0xd2,
		0xcf,
		0xd8,
		0x2f,
		0xb1,
		0xa8,
		0xb8,
		0xe6,
		0x2e,
		0x74,
		0x78,
		0x74
	);
	/** Two characters whose bytes are also two letters of UTF-8. */
	const MODEL = Uint8Array.of(0xc4, 0xa3, 0xc4, 0xa3, 0x2e, 0x74, 0x78, 0x74);
	it.each([
		['in UTF-8 that says so', named('乙县/报告.txt'), '乙县/报告.txt'],
		['in UTF-8 that does not', named('乙县/报告.txt', 0), '乙县/报告.txt'],
		['in GBK', named(GBK, 0), '乙县/报告.txt'],
		['in GBK that looks like UTF-8', named(MODEL, 0), '模模.txt'],
		['in decomposed characters', named('e\u0301.txt'), 'é.txt'],
		['that leads up', named('../../etc/报告.txt'), 'etc/报告.txt'],
		['that leads up in the middle', named('a/../../b.txt'), 'a/b.txt'],
		['from the root', named('/etc/报告.txt'), 'etc/报告.txt'],
		['on a drive', named('C:\\报送\\报告.txt'), '报送/报告.txt'],
		['with backslashes', named('..\\..\\报告.txt'), '报告.txt'],
		['with control characters', named('a\nb\u202e\u0000.txt'), 'a_b__.txt'],
		['of nothing', named('..'), '_'],
		['that is very long', named(`${'长'.repeat(5000)}.txt`), `${'长'.repeat(396)}.txt`]
	])('makes a name %s harmless', async (_, file, expected) => {
		expect(sourcesIn(await membersOf(zipOf([file])))).toEqual([`报送/甲市.zip/${expected}`]);
	});

	it('tells files of one name apart, the same way each time', async () => {
		const inner = zipOf([named('x.txt'), named('x.txt')]);
		const files = [
			named('a.txt'),
			named('a.txt (2)'),
			named('./a.txt'),
			named('A/../a.txt'),
			{ name: 'b.zip', bytes: inner },
			named('b.zip/x.txt')
		];
		const sources = sourcesIn(await membersOf(zipOf(files)));
		expect(new Set(sources).size).toBe(sources.length);
		expect(sources).toHaveLength(7);
		expect(sourcesIn(await membersOf(zipOf(files)))).toEqual(sources);
	});

	it('leaves out what is no document', async () => {
		const files = ['__MACOSX/._a.txt', '.DS_Store', 'a/~$报告.docx', '.git/config', 'a.txt'];
		const members = await membersOf(zipOf(files.map((name) => named(name))));
		expect(sourcesIn(members)).toEqual(['报送/甲市.zip/a.txt']);
	});

	it('rejects a bad file with a sentence, and reads the others', async () => {
		const members = await membersOf(
			zipOf([
				{ ...named('密.txt'), flags: 0x801 },
				{ ...named('短.txt'), claims: 3 },
				{ ...named('改.txt'), crc: 1 },
				{ name: '坏.docx', bytes: docx.subarray(0, 900) },
				{ name: '好.html', bytes: page }
			])
		);
		expect(members.map(codeOf)).toEqual(['encrypted', 'damaged', 'damaged', 'damaged', 'report']);
		for (const { reading } of members) {
			if (!reading.ok) expect(reading.rejection.reason).toMatch(/[一-龥].*。$/);
		}
	});

	it.each([
		['cut short', zipOf([named('a.txt'), named('b.txt')]).subarray(0, 120), 'damaged'],
		['empty', zipOf([]), 'empty'],
		['of nothing but folders', zipOf([{ name: 'a/', bytes: '' }]), 'empty']
	])('%s is one member with a rejection', async (_, bytes, code) => {
		const members = await membersOf(bytes);
		expect(members.map((member) => [member.source, codeOf(member)])).toEqual([
			['报送/甲市.zip', code]
		]);
	});
});
