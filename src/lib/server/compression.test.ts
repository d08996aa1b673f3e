import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { acceptedEncoding, compressed } from './compression.ts';

const PAGE = '<p>规范性文件</p>'.repeat(500);
const page = (headers: Record<string, string> = {}, body = PAGE) =>
	new Response(body, { headers: { 'content-type': 'text/html', ...headers } });

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test.each([
	['gzip, deflate, br', 'br'],
	['gzip', 'gzip'],
	['br;q=0, gzip;q=0.5', 'gzip'],
	['identity', null],
	['', null],
	[null, null]
])('of %s, %s is taken', (header, expected) => {
	expect(acceptedEncoding(header)).toBe(expected);
});

test('a page is compressed as the client accepts, and says so', async () => {
	const brotli = await compressed(page({ etag: '"1"' }), 'gzip, br');
	expect(brotli.headers.get('content-encoding')).toBe('br');
	expect(brotli.headers.get('vary')).toBe('accept-encoding');
	expect(brotli.headers.get('etag')).toBe('W/"1"');
	expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe(PAGE);
	const gzip = await compressed(page(), 'gzip');
	expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(PAGE);
});

test('a short page, and one for a client that accepts nothing, stay as they are', async () => {
	const short = await compressed(page({}, '<p>'), 'br');
	expect(short.headers.has('content-encoding')).toBe(false);
	expect(await short.text()).toBe('<p>');
	const plain = await compressed(page(), null);
	expect(plain.headers.get('vary')).toBe('accept-encoding');
	expect(await plain.text()).toBe(PAGE);
});

test('downloads and other files are streamed as they are', async () => {
	for (const response of [
		page({ 'content-disposition': 'attachment', 'content-type': 'application/json' }),
		page({ 'content-type': 'text/csv' }),
		page({ 'content-encoding': 'gzip' })
	]) {
		expect(await compressed(response, 'br')).toBe(response);
	}
});

test('status and headers are kept', async () => {
	const response = new Response(PAGE, {
		status: 404,
		headers: { 'content-type': 'text/html', 'x-kept': 'yes' }
	});
	const answer = await compressed(response, 'br');
	expect([answer.status, answer.headers.get('x-kept')]).toEqual([404, 'yes']);
});
