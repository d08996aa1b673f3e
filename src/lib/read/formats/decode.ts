import chardet from 'chardet';
import type { ReasonDetail, Rejection, RejectionCode } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';

/** A file's characters, or why it has none. */
export type Decoded =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly rejection: Rejection };

/** First bytes of formats that are not text, and what people call them. */
const FORMATS: readonly (readonly [readonly number[], string])[] = [
	[[0x25, 0x50, 0x44, 0x46], 'PDF 文件'],
	[[0x89, 0x50, 0x4e, 0x47], 'PNG 图片'],
	[[0xff, 0xd8, 0xff], 'JPEG 图片'],
	[[0x47, 0x49, 0x46, 0x38], 'GIF 图片'],
	[[0x1f, 0x8b], 'GZIP 压缩文件'],
	[[0x49, 0x49, 0x2a, 0x00], 'TIFF 图片'],
	[[0x4d, 0x4d, 0x00, 0x2a], 'TIFF 图片'],
	[[0x52, 0x61, 0x72, 0x21], 'RAR 压缩包'],
	[[0x37, 0x7a, 0xbc, 0xaf], '7z 压缩包']
];

/** Words that hardly any report lacks; they tell an encoding from bytes that merely decode as it. */
const FAMILIAR = /政府|公开|公開|信息|資訊|报告|報告|机关|機關|年度/;

/** Bytes that chardet is shown; it reads slowly, and the first thousands tell. */
const SAMPLE = 64 * 1024;

/**
 * The text of a file in UTF-8, UTF-16, GB18030 or Big5.
 *
 * @param most characters that it may have: those of one report, unless the file holds several
 */
export function decode(bytes: Uint8Array, most: number = LIMITS.textLength): Decoded {
	if (bytes.length === 0)
		return rejected('empty', '文件是空的（0 字节）。请重新导出或下载后再导入。');
	if (bytes.length > LIMITS.fileBytes) {
		return rejected(
			'too_large',
			`文件有 ${bytes.length} 字节，超过上限 ${LIMITS.fileBytes} 字节。请拆分或删去无关内容后再导入。`,
			{ of: 'bytes', most: LIMITS.fileBytes, number: bytes.length }
		);
	}
	const format = FORMATS.find(([magic]) => magic.every((byte, index) => bytes[index] === byte));
	if (format) {
		return rejected(
			'binary',
			`这是${format[1]}，不是文本。请另存为 UTF-8 文本（.txt 或 .md）后再导入。`,
			{ format: format[1].split(' ')[0] }
		);
	}
	const text = textOf(bytes);
	if (text === null) return undecodable(bytes);
	if (isBinary(text)) return notText();
	if (text.length > most) {
		return rejected(
			'too_large',
			`文件有 ${text.length} 个字符，超过上限 ${most} 个。请删去无关内容后再导入。`,
			{ of: 'characters', most, number: text.length }
		);
	}
	if (/^\s*$/.test(text))
		return rejected('empty', '文件里只有空白，没有文字。请重新导出或下载后再导入。');
	return { ok: true, text };
}

function rejected(code: RejectionCode, reason: string, detail?: ReasonDetail): Decoded {
	return { ok: false, rejection: { code, reason, detail } };
}

function notText(): Decoded {
	return rejected(
		'binary',
		'文件内容是二进制数据，不是文本。请确认文件没有损坏，并另存为 UTF-8 文本后再导入。'
	);
}

function textOf(bytes: Uint8Array): string | null {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
	if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
	// Digits, tabs and line breaks have a NUL each in UTF-16, and in no other text.
	if (bytes.subarray(0, SAMPLE).includes(0)) {
		const wide = familiar('utf-16le', bytes) ?? familiar('utf-16be', bytes);
		if (wide !== null) return wide;
	}
	const utf8 = decodeAs('utf-8', bytes) ?? decodeAs('utf-8', withoutCutCharacter(bytes));
	return utf8 ?? familiar('gb18030', bytes) ?? familiar('big5', bytes);
}

/** A page that says its encoding is GB2312, GBK or GB18030; its words may be written as entities. */
const SAYS_GB = /charset\s*=\s*["']?\s*(?:gb|x-gbk)/i;

/** The text of bytes in an encoding, where it has words that hardly any report lacks. */
function familiar(encoding: string, bytes: Uint8Array): string | null {
	const text = decodeAs(encoding, bytes);
	if (text === null) return null;
	const said = encoding === 'gb18030' && SAYS_GB.test(text.slice(0, 4096));
	return said || FAMILIAR.test(text) ? text : null;
}

/** The first bytes of a file as a character each, to look for marks in ASCII. */
export function bytewise(bytes: Uint8Array, most: number): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, most)).toString(
		'latin1'
	);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** The bytes without a last character that was cut in two, as in a broken-off download. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
	const lead = bytes.subarray(-3).findLastIndex((byte) => byte >= 0xc0);
	return lead === -1 ? bytes : bytes.subarray(0, Math.max(0, bytes.length - 3) + lead);
}

/** Control characters that no text holds: one, or a NUL, is a slip; many are no text. */
function isBinary(text: string): boolean {
	// eslint-disable-next-line no-control-regex
	const controls = text.slice(0, SAMPLE).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g);
	return controls !== null && controls.length * 100 > Math.min(text.length, SAMPLE);
}

function undecodable(bytes: Uint8Array): Decoded {
	const sample = bytes.subarray(0, SAMPLE);
	if (sample.filter((byte) => byte < 9).length * 100 > sample.length) return notText();
	const guess = chardet.detect(sample);
	const line = lineOfDamage(bytes);
	const seen = guess === null || guess === 'UTF-8' ? '' : `，看起来像 ${guess}`;
	return rejected(
		'encoding',
		`文件不是 UTF-8、UTF-16、GB18030 或 Big5 编码${seen}（按 UTF-8 读到第 ${line} 行时出错）。请用文本编辑器另存为 UTF-8 后再导入。`,
		seen === '' || guess === null ? { line } : { line, encoding: guess }
	);
}

/** The line up to which the bytes are UTF-8. */
function lineOfDamage(bytes: Uint8Array): number {
	const text = new TextDecoder('utf-8').decode(bytes);
	const damage = text.indexOf('\ufffd');
	return text.slice(0, damage === -1 ? text.length : damage).split('\n').length;
}
