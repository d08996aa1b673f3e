import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../limits.ts';
import { decode } from './decode.ts';

const TEXT = '政府信息公开年度报告\n规章\t0\n';
const utf8 = new TextEncoder().encode(TEXT);
/** 政府 in GB18030. */
const GB18030 = Uint8Array.of(0xd5, 0xfe, 0xb8, 0xae);

function utf16(text: string, little: boolean): Uint8Array {
	const bytes = new Uint8Array(2 + 2 * text.length);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff, little);
	[...text].forEach((char, index) => view.setUint16(2 + 2 * index, char.charCodeAt(0), little));
	return bytes;
}

const rejectionOf = (bytes: Uint8Array) => {
	const decoded = decode(bytes);
	return decoded.ok ? null : decoded.rejection;
};

describe('decode', () => {
	it.each([
		['UTF-8', utf8],
		['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)],
		['UTF-16, little end first', utf16(TEXT, true)],
		['UTF-16, big end first', utf16(TEXT, false)]
	])('reads %s', (_, bytes) => {
		expect(decode(bytes)).toEqual({ ok: true, text: TEXT });
	});

	it('reads GB18030', () => {
		expect(decode(GB18030)).toEqual({ ok: true, text: '政府' });
	});

	it('reads a download broken off inside a character', () => {
		expect(decode(utf8.subarray(0, 8))).toEqual({ ok: true, text: '政府' });
	});

	it.each([
		['empty', new Uint8Array(0)],
		['empty', new TextEncoder().encode(' \n\u3000\t')],
		['too_large', new Uint8Array(LIMITS.fileBytes + 1)],
		['binary', new TextEncoder().encode('%PDF-1.7')],
		['binary', new Uint8Array(1000)],
		['binary', Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) & 255)],
		['encoding', Uint8Array.of(0x74, 0xe9, 0x6c, 0xe9, 0x70, 0x68, 0x6f, 0x6e, 0x65)]
	])('rejects as %s with a sentence', (code, bytes) => {
		const rejection = rejectionOf(bytes);
		expect(rejection?.code).toBe(code);
		expect(rejection?.reason).toMatch(/[一-龥].*。$/);
	});

	it('names the line up to which the bytes are UTF-8', () => {
		const bytes = Uint8Array.of(...new TextEncoder().encode('一\n二\nabc'), 0xff, 0xfe, 0xfd, 0x41);
		const rejection = rejectionOf(bytes);
		expect(rejection?.reason).toContain('第 3 行');
		expect(rejection?.detail?.line).toBe(3);
	});
});

describe('an encoding without a mark', () => {
	/** 政府 in Big5, as mirrors in traditional characters have it. */
	const BIG5 = Uint8Array.of(0xac, 0x46, 0xa9, 0xb2);
	it.each([
		['UTF-16, little end first', utf16(TEXT, true).subarray(2), TEXT],
		['UTF-16, big end first', utf16(TEXT, false).subarray(2), TEXT],
		[
			'UTF-16 of a page',
			utf16('<html><p>政府信息公开</p></html>', true).subarray(2),
			'<html><p>政府信息公开</p></html>'
		],
		['Big5', BIG5, '政府']
	])('%s is told by words that reports have', (_, bytes, text) => {
		expect(decode(bytes)).toEqual({ ok: true, text });
	});

	it('is UTF-8 where a NUL slipped in', () => {
		const text = `${TEXT.repeat(20)}\0`;
		expect(decode(new TextEncoder().encode(text))).toEqual({ ok: true, text });
	});
});
