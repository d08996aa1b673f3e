import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../lib/limits.ts';
import { lookInto } from './given';

const formOf = (fields: Readonly<Record<string, string | File>>) => {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	return new Request('http://localhost/check', { method: 'POST', body });
};
const fileOf = (name: string, bytes: BlobPart = '政府信息公开') => new File([bytes], name);

describe('a form', () => {
	it('gives a file before a text, with the last part of its name', async () => {
		for (const name of ['../../etc/甲镇.txt', 'C:\\报告\\甲镇.txt', '甲镇.txt']) {
			const looked = await lookInto(formOf({ file: fileOf(name), text: '别的文字' }));
			expect(looked).toMatchObject({ given: { name: '甲镇.txt' } });
			expect('given' in looked && new TextDecoder().decode(looked.given.bytes)).toBe(
				'政府信息公开'
			);
		}
	});

	it('gives a text where no file was chosen', async () => {
		const looked = await lookInto(formOf({ file: fileOf('', ''), text: '政府信息公开' }));
		expect(looked).toEqual({
			given: { name: '', bytes: new TextEncoder().encode('政府信息公开') }
		});
	});

	it('gives a file without bytes too, which the reader then tells of', async () => {
		const looked = await lookInto(formOf({ file: fileOf('甲镇.txt', ''), text: '' }));
		expect(looked).toEqual({ given: { name: '甲镇.txt', bytes: new Uint8Array() } });
	});

	it('gives nothing where both are empty', async () => {
		expect(await lookInto(formOf({ file: fileOf('', ''), text: ' \n' }))).toEqual({
			problem: 'nothing'
		});
	});

	it('is refused where a file or a text is too large, or the form itself says it is', async () => {
		const large = new Uint8Array(LIMITS.fileBytes + 1);
		const why = { code: 'too_large', detail: { of: 'bytes', most: LIMITS.fileBytes } };
		expect(await lookInto(formOf({ file: fileOf('甲镇.txt', large) }))).toMatchObject({
			name: '甲镇.txt',
			why
		});
		expect(await lookInto(formOf({ text: '一'.repeat(LIMITS.fileBytes / 2) }))).toMatchObject({
			why
		});
		const headers = { 'content-length': String(LIMITS.checkFormBytes + 1) };
		const endless = new Request('http://localhost/check', {
			method: 'POST',
			headers,
			body: new ReadableStream(),
			duplex: 'half'
		} as RequestInit);
		expect(await lookInto(endless)).toMatchObject({ why });
	});

	it('that was cut short is told', async () => {
		const headers = { 'content-type': 'multipart/form-data; boundary=x' };
		const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf';
		const cut = new Request('http://localhost/check', { method: 'POST', headers, body });
		expect(await lookInto(cut)).toEqual({ problem: 'broken' });
	});
});
