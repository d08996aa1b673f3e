import { fromBufferPromise, type Entry as RawEntry, type ZipFile } from 'yauzl';
import type { ReasonDetail } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';
import { crc32 } from './crc.ts';

/** Thrown for a ZIP that is damaged, encrypted or too large; the message is a sentence for people. */
export class ZipTrouble extends Error {
	constructor(
		readonly code: 'damaged' | 'empty' | 'encrypted' | 'too_large',
		message: string,
		readonly detail?: ReasonDetail,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}

/** One file or folder in a ZIP. */
export interface ZipEntry {
	/** The path as the ZIP gives it, decoded; nothing about it is safe. */
	readonly path: string;
	/** The bytes, at most `most` of them. @throws {ZipTrouble} */
	readonly bytes: (most: number) => Promise<Uint8Array>;
}

/** Whether bytes begin as a ZIP does, an empty one too. */
export function isZip(bytes: Uint8Array): boolean {
	const [first, second, third, fourth] = bytes;
	if (first !== 0x50 || second !== 0x4b) return false;
	return (third === 3 && fourth === 4) || (third === 5 && fourth === 6);
}

/**
 * The files of a ZIP, in the order of its directory.
 * @throws {ZipTrouble} where the directory is damaged or too long
 */
export async function* entriesOf(bytes: Uint8Array): AsyncGenerator<ZipEntry> {
	const zip = await opened(bytes);
	if (zip.entryCount > LIMITS.zipEntries) {
		throw new ZipTrouble(
			'too_large',
			`压缩包里有 ${zip.entryCount} 个条目，超过上限 ${LIMITS.zipEntries} 个。请分成几个压缩包后再导入。`,
			{ of: 'entries', most: LIMITS.zipEntries, number: zip.entryCount }
		);
	}
	const entries = zip.eachEntry();
	for (;;) {
		const next = await entries.next().catch((error: unknown) => {
			throw damaged(error);
		});
		if (next.done) return;
		const entry = next.value;
		yield { path: pathOf(entry), bytes: (most) => bytesOf(zip, entry, most) };
	}
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		return await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
	} catch (error) {
		throw damaged(error);
	}
}

function damaged(error: unknown): ZipTrouble {
	if (error instanceof ZipTrouble) return error;
	return new ZipTrouble(
		'damaged',
		'文件已损坏或没有下载完整，读不出内容（压缩包，或 docx、xlsx 文件）。请重新下载，或在原程序中重新保存后再导入。',
		undefined,
		{ cause: error }
	);
}

async function bytesOf(zip: ZipFile, entry: RawEntry, most: number): Promise<Uint8Array> {
	if (entry.isEncrypted()) {
		throw new ZipTrouble('encrypted', '压缩包里的这个文件设有密码。请解除密码后再导入。');
	}
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		const stream = await zip.openReadStreamPromise(entry);
		for await (const chunk of stream as AsyncIterable<Uint8Array>) {
			size += chunk.length;
			if (size > most) throw tooLarge(most);
			chunks.push(chunk);
		}
	} catch (error) {
		throw damaged(error);
	}
	const bytes = Buffer.concat(chunks);
	if (crc32(bytes) !== entry.crc32) throw damaged('CRC-32');
	return bytes;
}

function tooLarge(most: number): ZipTrouble {
	return new ZipTrouble(
		'too_large',
		`展开后超过上限 ${most} 字节，不像一份报告。请只给出年度报告本身。`,
		{ of: 'bytes', most }
	);
}

/** Bit 11 of an entry's flags: its name is in UTF-8 (APPNOTE 4.4.4). */
const NAME_IS_UTF8 = 0x800;
/** Info-ZIP's field of the name in UTF-8: version, CRC-32 of the plain name, name. */
const UNICODE_PATH = 0x7075;

/** The path of an entry: in UTF-8 where the ZIP says or shows so, else in GB18030. */
function pathOf(entry: RawEntry): string {
	const raw = entry.fileNameRaw;
	const field = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
	if (field && field.length > 5 && field[0] === 1 && field.readUInt32LE(1) === crc32(raw)) {
		return field.subarray(5).toString('utf8');
	}
	const utf8 = decodedAs('utf-8', raw);
	if (entry.generalPurposeBitFlag & NAME_IS_UTF8) return utf8 ?? raw.toString('utf8');
	const chinese = decodedAs('gb18030', raw);
	if (utf8 === null) return chinese ?? raw.toString('latin1');
	// Two bytes of GBK may happen to be a Latin, Greek or Cyrillic letter of UTF-8.
	const onlyLetters = !/[\u0800-\uffff]/.test(utf8);
	return onlyLetters && chinese !== null && /\p{Script=Han}/u.test(chinese) ? chinese : utf8;
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
