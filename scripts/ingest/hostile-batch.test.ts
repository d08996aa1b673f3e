import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/lib/limits.ts';
import { openDatabase } from '../../src/lib/server/current-database.ts';
import { FIXTURES } from '../../tests/reading/files.ts';
import { xlsxOf } from '../../tests/reading/formats/excel.ts';
import { docxWith, paragraph, run, wordTable } from '../../tests/reading/formats/word.ts';
import { zipOf, type Packed } from '../../tests/reading/formats/zip.ts';
import { formTables } from '../../tests/reading/page.ts';
import { HOSTILE } from '../../tests/reading/pdfhostile.ts';
import type { Summary } from './summary.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Far above what was measured, for machines that are busy with other things. */
const MINUTES = 10 * 60_000;

/** Members of one name each that unpack to 2.5 GB together. */
const flood = (name: (at: number) => string): Packed[] => {
	const bytes = Buffer.alloc(64 * 1024 * 1024, ' ');
	return Array.from({ length: 40 }, (_, at) => ({ name: name(at), bytes }));
};

/** A file of some size: `start`, and then the same again and again. */
function filled(size: number, start: string, again: string): Buffer {
	const bytes = Buffer.alloc(size, again);
	bytes.write(start);
	return bytes;
}

const nested = (open: string, close: string, depth: number) =>
	open.repeat(depth) + close.repeat(depth);

const ROW_OF_ZEROS = `${'0,'.repeat(99)}0\n`;

const pdf = (wanted: string): Uint8Array => {
	const found = HOSTILE.find(([name]) => name === wanted);
	if (!found) throw new Error(`no hostile PDF of that name: ${wanted}`);
	return found[1]();
};

/** Files that are refused, each one under its name. */
const BAD: Readonly<Record<string, () => Uint8Array | string>> = {
	'02 展开数GB.docx': () =>
		docxWith(
			'',
			flood((at) => `word/header${at}.xml`)
		),
	'03 页面嵌套.html': () => `<html><body>${nested('<div>', '</div>', 200_000)}</body></html>`,
	'04 页树成环.pdf': () => pdf('pages that hold themselves'),
	'05 四百万格.html': () => filled(LIMITS.fileBytes, '<html><table><tr>', '<td>'),
	'05 一百万格.html': () => filled(LIMITS.textLength, '<html><table><tr>', '<td>'),
	'06 八百万格.csv': () => filled(LIMITS.fileBytes, '规章,', ROW_OF_ZEROS),
	'06 两百万格.csv': () => filled(LIMITS.textLength, '规章,', ROW_OF_ZEROS),
	'09 截断.xlsx': () => {
		const whole = xlsxOf([{ rows: Array.from({ length: 500 }, () => ['规章', '0', '0', '0']) }]);
		return whole.subarray(0, whole.length / 2);
	},
	'10 嵌套.json': () => nested('{"a":', '}', 1_000_000).replace(':}', ':0}'),
	'11 嵌套.json': () => nested('[', ']', 4_000_000),
	'14 空.txt': () => '',
	'15 乱码.doc': () => Buffer.alloc(100_000, 'ÐÏ\u0011à¡±\u001aá', 'latin1')
};

/** What a ZIP of names that lead out of it gives: the same files, by names that stay inside. */
const OUTSIDE = ['../../../../逃出甲.txt', '/逃出乙.txt', 'C:\\..\\逃出丙.txt'];
const INSIDE = ['逃出甲.txt', '逃出乙.txt', '逃出丙.txt'].map((name) => `12 穿越.zip/${name}`);

const REPORTS = ['01 好.txt', '07 好.html', '13 好.docx'];

function wordReport(): Uint8Array {
	const title = '示例省甲市乙县农业局2021年政府信息公开工作年度报告';
	const figures = Array.from({ length: 200 }, () => '0');
	const words = [title, '模拟数据：本文为演示所编。'].map((line) => paragraph(run(line))).join('');
	return docxWith(words + wordTable(formTables('2021', figures).join('')));
}

function putReports(folder: string): void {
	copyFileSync(join(FIXTURES, 'decoys.txt'), join(folder, '01 好.txt'));
	copyFileSync(join(FIXTURES, 'merged-cells.html'), join(folder, '07 好.html'));
	writeFileSync(join(folder, '13 好.docx'), wordReport());
}

/** Puts what hurts into a folder; gives the sources that are to be refused, in order. */
function putHostile(folder: string): string[] {
	for (const [name, make] of Object.entries(BAD)) writeFileSync(join(folder, name), make());
	const zips = {
		'00 展开数GB.zip': zipOf(flood((at) => `${at}.txt`)),
		'12 穿越.zip': zipOf(OUTSIDE.map((name) => ({ name, bytes: '这不是年度报告。' })))
	};
	for (const [name, bytes] of Object.entries(zips)) writeFileSync(join(folder, name), bytes);
	writeFileSync(join(folder, '08 过大.txt'), '规章');
	truncateSync(join(folder, '08 过大.txt'), LIMITS.fileBytes + 1);
	execFileSync('mkfifo', [join(folder, '16 管道.txt')]);
	symlinkSync('17 自指.txt', join(folder, '17 自指.txt'));
	// A folder in itself is no file that is missing, and is not walked again.
	symlinkSync('.', join(folder, '18 文件夹自含'));
	const others = ['00 展开数GB.zip', '08 过大.txt', '16 管道.txt', '17 自指.txt'];
	return [...Object.keys(BAD), ...INSIDE, ...others].sort();
}

interface FileRow {
	readonly source: string;
	readonly status: string;
	readonly reason: string | null;
}

/** What the command said and left behind. */
interface Ran {
	readonly code: number | null;
	readonly summary: Summary;
	readonly said: readonly string[];
	readonly files: readonly FileRow[];
	readonly counts: { readonly reports: number; readonly cells: number; readonly findings: number };
}

async function ingested(given: string, store: string): Promise<Ran> {
	const args = ['--import', 'tsx', 'scripts/ingest.ts', given, '--store', store, '--json'];
	const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
	const [out, said, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'exit') as Promise<[number | null]>
	]);
	if (code !== 0) throw new Error(`ended with ${code}: ${said}`);
	const database = await openDatabase(store);
	try {
		const [counts] = await database.rows<Ran['counts']>(`SELECT
			(SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM cells) AS cells,
			(SELECT count(*) FROM findings) AS findings`);
		if (!counts) throw new Error('no counts');
		return {
			code,
			summary: JSON.parse(out) as Summary,
			said: said.split('\n').filter((line) => line !== ''),
			files: await database.rows<FileRow>('SELECT source, status, reason FROM files'),
			counts
		};
	} finally {
		await database.close();
	}
}

let folder: string;
let refused: string[];
let ran: Ran;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'gouji-hostile-'));
	const given = join(folder, 'given');
	mkdirSync(given);
	putReports(given);
	refused = putHostile(given);
	ran = await ingested(given, join(folder, 'store'));
}, MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an ingest of hostile files with reports among them', () => {
	it('reads each report', () => {
		const read = ran.files.filter(({ status }) => status === 'report');
		expect(read.map(({ source }) => source).sort()).toEqual(REPORTS);
		expect(ran.counts.reports).toBe(REPORTS.length);
	});

	it('refuses each other file by its name, and in a Chinese sentence', () => {
		const flooding = /^00 展开数GB\.zip\/\d+\.txt$/;
		const rejected = ran.files.filter(({ status }) => status === 'rejected');
		const sources = rejected.map(({ source }) => source);
		expect(sources.filter((source) => !flooding.test(source)).sort()).toEqual(refused);
		for (const { source, reason } of rejected) {
			expect(reason, source).toMatch(/[一-龥]{4}/);
			expect(ran.said).toContain(`拒收 ${source}：${reason}`);
		}
	});

	it('says nothing else but its table: no stack, no warning', () => {
		const others = ran.said.filter((line) => !/^拒收 |^[┌│├└]/.test(line));
		expect(others).toEqual([expect.stringMatching(/^已发布快照 [0-9a-f]+，用时 [\d.]+ 秒$/)]);
	});

	it('gives a summary that agrees with the store', () => {
		const count = (wanted: string) => ran.files.filter(({ status }) => status === wanted).length;
		expect(ran.summary).toMatchObject({
			files: ran.files.length,
			reports: count('report'),
			rejected: count('rejected'),
			cells: ran.counts.cells,
			findings: ran.counts.findings,
			unresolved: 0,
			unchanged: 0,
			dropped: 0
		});
	});

	it('writes nothing by the names of a ZIP', () => {
		expect(readdirSync(folder).sort()).toEqual(['given', 'store']);
		const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		expect(names.filter((name) => name.includes('逃出'))).toEqual([]);
	});
});
