import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { fileFormat } from './file-format.ts';
import { collectOriginals, Originals, readOriginal } from './originals.ts';
import { originalHeaders } from './served-original.ts';
import { originalFile } from './store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('the format of a file', () => {
	it.each([
		['html', bytesOf('\ufeff  <!DOCTYPE html><p>')],
		['html', bytesOf('<div class="x"><table>')],
		['pdf', latin('%PDF-1.7\n%âãÏÓ')],
		['docx', latin('PK\u0003\u0004..[Content_Types].xml..word/document.xml')],
		['xlsx', latin('PK\u0003\u0004..[Content_Types].xml..xl/workbook.xml')],
		['zip', latin('PK\u0003\u0004..a.txt')],
		['doc', latin('ÐÏ\u0011à¡±\u001aá')],
		['xls', latin('ÐÏ\u0011à¡±\u001aáW\0o\0r\0k\0b\0o\0o\0k\0')],
		['mht', bytesOf('From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related')],
		['json', bytesOf(' {"a": 1}')],
		['text', bytesOf('甲局 2020 年 <保密>')],
		['html', latin('\xff\xfe<\0h\0t\0m\0l\0>\0')]
	])('%s is told by its content', (format, bytes) => {
		expect(fileFormat(bytes)).toBe(format);
	});
});

describe('an original file that is given out', () => {
	const sha256 = 'f'.repeat(64);
	const headers = (text: string | Uint8Array, source: string) =>
		originalHeaders(typeof text === 'string' ? bytesOf(text) : text, { source, sha256 });

	it('runs nothing, loads nothing and has no origin, whatever it is', () => {
		for (const content of ['<html><script>1</script>', '甲局', '{"a":1}']) {
			const given = headers(content, 'a');
			expect(given['content-security-policy']).toMatch(/^sandbox; default-src 'none';/);
			expect(given['x-content-type-options']).toBe('nosniff');
			expect(given.etag).toBe(`"${sha256}"`);
		}
		const pdf = headers(latin('%PDF-1.4'), 'a.pdf')['content-security-policy'];
		expect(pdf).toMatch(/^default-src 'none';/);
	});

	it.each([
		['甲局', 'a.html', 'text/plain; charset=utf-8', 'inline; filename="a.html.txt"'],
		['<html>', '里/a.exe', 'text/html', 'inline; filename="a.exe.html"'],
		['<html>', 'a.doc', 'text/html', 'inline; filename="a.doc"'],
		['{"a":1}', 'a.json', 'application/json', 'attachment; filename="a.json"'],
		['甲局', 'a\r\nSet-Cookie: x".txt', 'text/plain', 'inline; filename="a_Set-Cookie_ x_.txt"']
	])('has the type of its content and a safe name: %j as %j', (content, source, type, name) => {
		const given = headers(content, source);
		expect(given['content-type']).toContain(type);
		expect(given['content-disposition']).toContain(name);
	});

	it('that is a plain text says its encoding', () => {
		const type = (bytes: Uint8Array) => headers(bytes, 'a.txt')['content-type'];
		expect(type(Uint8Array.from([0xbc, 0xd7, 0xbe, 0xd6]))).toBe('text/plain; charset=gb18030');
		expect(type(latin('\xff\xfe2u'))).toBe('text/plain; charset=utf-16le');
	});
});

describe('original files in a store', () => {
	const store = mkdtempSync(join(tmpdir(), 'gouji-originals-'));
	afterAll(() => rmSync(store, { recursive: true, force: true }));
	const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

	async function keep(...all: Uint8Array[]): Promise<string[]> {
		const originals = new Originals(store);
		for (const bytes of all) await originals.keep(hash(bytes), bytes);
		await originals.settled();
		return all.map(hash);
	}

	it('are kept compressed where that is smaller, and come back as they were', async () => {
		const long = bytesOf('0\t'.repeat(1_000));
		const [of, tiny, none] = await keep(long, bytesOf('x'), bytesOf(''));
		expect(Buffer.from(long).equals((await readOriginal(store, of!))!)).toBe(true);
		expect(await readOriginal(store, tiny!)).toHaveLength(1);
		expect(await readOriginal(store, none!)).toHaveLength(0);
		expect(statSync(`${originalFile(store, of!)}.gz`).size).toBeLessThan(100);
		expect(statSync(originalFile(store, tiny!)).size).toBe(1);
	});

	it('are written once where several files have the same bytes', async () => {
		const bytes = bytesOf('乙县\t'.repeat(100_000));
		const [of = ''] = await keep(bytes, bytes, bytes);
		expect(Buffer.from(bytes).equals((await readOriginal(store, of))!)).toBe(true);
	});

	it('are never written again, and are none where they are damaged or were never kept', async () => {
		const bytes = bytesOf('甲局'.repeat(100));
		const [of = ''] = await keep(bytes);
		writeFileSync(`${originalFile(store, of)}.gz`, 'damaged');
		await keep(bytes);
		expect(await readOriginal(store, of)).toBeNull();
		expect(await readOriginal(store, '0'.repeat(64))).toBeNull();
		expect(await readOriginal(store, '../../etc/passwd')).toBeNull();
	});

	it('go, with what a crash left, when nothing names them', async () => {
		const [kept = '', gone = ''] = await keep(bytesOf('kept'), bytesOf('gone'));
		writeFileSync(`${originalFile(store, kept)}.tmp`, 'half');
		await collectOriginals(store, new Set([kept]));
		expect(await readOriginal(store, kept)).not.toBeNull();
		expect(await readOriginal(store, gone)).toBeNull();
		expect(readdirSync(join(store, 'originals', kept.slice(0, 2)))).toEqual([kept]);
	});
});
