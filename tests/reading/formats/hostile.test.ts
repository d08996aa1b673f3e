import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/lib/limits.ts';
import { readFile } from '../../../src/lib/read/read.ts';
import { xlsxOf } from './excel.ts';
import { docxWith, paragraph, run } from './word.ts';
import { zipOf, type Packed } from './zip.ts';

/** What became of a hostile file, in how long, and how much memory it took at most. */
async function outcomeOf(bytes: Uint8Array) {
	const began = performance.now();
	const before = process.memoryUsage().rss;
	let peak = before;
	const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
	const codes: string[] = [];
	let last = '';
	for await (const { reading } of readFile(bytes, 'a', () => null)) {
		if (reading.ok) codes.push('report');
		else {
			codes.push(reading.rejection.code);
			last = reading.rejection.reason;
		}
	}
	peak = Math.max(peak, process.memoryUsage().rss);
	clearInterval(watch);
	return {
		codes,
		last,
		seconds: (performance.now() - began) / 1000,
		megabytes: (peak - before) / 1e6
	};
}

/** A bound far above what was measured, so that only a hang or a flood fails it. */
const SECONDS = 20;
const MEGABYTES = 1200;

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 0x20);
const big = (name: string): Packed => ({ name, bytes: zeros(64) });
const FLOOD = big('');
const document = (xml: string) =>
	zipOf([
		{ name: '[Content_Types].xml', bytes: '<Types/>' },
		{ name: 'word/document.xml', bytes: xml }
	]);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const entities = [...'bcdefghi'].map(
	(name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`
);
const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">${entities.join('')}]><w:document ${W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>`;

const cases: readonly [string, () => Buffer, string][] = [
	[
		'a docx that unpacks to gigabytes',
		() =>
			zipOf([
				{ name: '[Content_Types].xml', bytes: '<Types/>' },
				{ name: 'word/document.xml', bytes: zeros(256) }
			]),
		'too_large'
	],
	[
		'a docx whose sizes lie',
		() =>
			zipOf([
				{ name: '[Content_Types].xml', bytes: '<Types/>' },
				{ ...big('word/document.xml'), claims: 100 }
			]),
		'damaged'
	],
	[
		'an xlsx of many large parts',
		() =>
			zipOf([
				{ name: '[Content_Types].xml', bytes: '<Types/>' },
				...Array.from({ length: 8 }, (_, at) => ({
					name: `xl/worksheets/sheet${at}.xml`,
					bytes: zeros(8)
				}))
			]),
		'too_large'
	],
	['entities within entities', () => document(bomb), 'damaged'],
	['elements a hundred thousand deep', () => docxWith('<w:p>'.repeat(100_000)), 'too_large'],
	['tables in tables', () => docxWith('<w:tbl><w:tr><w:tc>'.repeat(300)), 'too_large'],
	['a million elements', () => docxWith('<w:p/>'.repeat(1_000_000)), 'too_large'],
	[
		'more elements than a report has',
		() => docxWith(paragraph(run('规章')).repeat(LIMITS.wordElements / 3)),
		'too_large'
	],
	[
		'XML that never ends',
		() => document(`<w:document ${W}>${'<w:p a="'.repeat(100_000)}`),
		'damaged'
	],
	[
		'two parts of one name',
		() =>
			zipOf([
				{ name: '[Content_Types].xml', bytes: '<Types/>' },
				{ name: 'word/document.xml', bytes: '<a/>' },
				{ name: 'word/document.xml', bytes: '<a/>' }
			]),
		'damaged'
	],
	[
		'a sheet of a million cells',
		() =>
			xlsxOf([
				{ rows: Array.from({ length: 10_000 }, () => Array.from({ length: 100 }, () => '0')) }
			]),
		'too_large'
	],
	[
		'a cell in the last column',
		() =>
			xlsxOf([{ rows: [Array.from({ length: 16_384 }, (_, at) => (at === 16_383 ? '0' : null))] }]),
		'too_large'
	],
	[
		'merged cells beyond number',
		() =>
			xlsxOf([{ rows: [['规章']], merges: Array.from({ length: 50_000 }, () => 'A1:XFD1048576') }]),
		'too_large'
	],
	[
		'sheets beyond number',
		() =>
			xlsxOf(
				Array.from({ length: 300 }, () => ({
					rows: [
						...Array.from({ length: 99 }, () => []),
						Array.from({ length: 200 }, (_, at) => (at === 199 ? '0' : null))
					]
				}))
			),
		'too_large'
	],
	[
		'a ZIP of large files',
		() => zipOf(Array.from({ length: 40 }, (_, at) => ({ ...FLOOD, name: `${at}.txt` }))),
		'too_large'
	],
	[
		'a ZIP of more files than may be',
		() =>
			zipOf(
				Array.from({ length: LIMITS.zipEntries + 1 }, (_, at) => ({ name: `${at}`, bytes: '' }))
			),
		'too_large'
	],
	[
		'ZIPs of ZIPs of files',
		() => {
			const inner = zipOf(Array.from({ length: 200 }, (_, at) => ({ name: `${at}`, bytes: 'x' })));
			return zipOf(Array.from({ length: 120 }, (_, at) => ({ name: `${at}.zip`, bytes: inner })));
		},
		'too_large'
	],
	[
		'a ZIP in itself, as far as it goes',
		() => {
			let inner = zipOf([{ name: 'a.txt', bytes: 'x' }]);
			for (let depth = 0; depth < 50; depth += 1) inner = zipOf([{ name: 'a.zip', bytes: inner }]);
			return inner;
		},
		'unsupported'
	],
	[
		'one name twenty thousand times',
		() => zipOf(Array.from({ length: LIMITS.zipEntries }, () => ({ name: 'a', bytes: '' }))),
		'empty'
	]
];

describe('a hostile file', () => {
	it.each(cases)(
		'%s is refused in time',
		async (name, make, code) => {
			const { codes, last, seconds, megabytes } = await outcomeOf(make());
			if (process.env['SHOW']) {
				console.warn(name, codes.length, seconds.toFixed(2), megabytes.toFixed(0));
			}
			expect(codes.at(-1), last).toBe(code);
			expect(last).toMatch(/[一-龥].*。$/);
			expect(seconds).toBeLessThan(SECONDS);
			expect(megabytes).toBeLessThan(MEGABYTES);
		},
		60_000
	);
});
