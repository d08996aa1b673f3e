import { describe, expect, it } from 'vitest';
import { BadManifest, parseManifest } from './manifest.ts';

const parse = (text: string) => parseManifest(new TextEncoder().encode(text));

describe('a manifest', () => {
	it('says what its cells say, and nothing where they are empty', () => {
		const [row] = parse(
			'\ufeffsource,agency,level,year,published_on,supersedes\r\n.\\甲\\a.txt,甲局,county,2020,2021-01-31,\r\n'
		);
		expect(row).toEqual({
			source: '甲/a.txt',
			agency: '甲局',
			province: null,
			city: null,
			county: null,
			level: 'county',
			kind: null,
			scope: null,
			year: 2020,
			publishedOn: '2021-01-31',
			sourceUrl: null,
			supersedes: null
		});
	});

	it('may be saved by a spreadsheet program in GB18030', () => {
		const bytes = Uint8Array.from([
			...Buffer.from('source,agency\na.txt,'),
			0xbc,
			0xd7,
			0xbe,
			0xd6
		]);
		expect(parseManifest(bytes)[0]?.agency).toBe('甲局');
	});

	it.each([
		['source,level\na.txt,village\n', '第 2 行 level 的值不对：village'],
		['source,year\na.txt,20201\n', '第 2 行 year 的值不对：20201'],
		['source,published_on\na.txt,2021-02-30\n', '第 2 行 published_on'],
		['source,source_url\na.txt,javascript:alert(1)\n', '第 2 行 source_url'],
		['source,agency\n,甲局\n', '第 2 行没有 source'],
		['source,supercedes\na.txt,b.txt\n', '不认识的列：supercedes'],
		['source\na.txt\na.txt\n', '第 3 行重复：a.txt'],
		['source,agency\na.txt\n', '第 2 行有 1 格，表头有 2 列']
	])('is refused with its line: %j', (text, message) => {
		expect(() => parse(text)).toThrow(BadManifest);
		expect(() => parse(text)).toThrow(message);
	});
});
