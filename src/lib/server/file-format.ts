/** The formats that files are told apart by when they are kept and given out again. */
export const FILE_FORMATS = [
	'html',
	'pdf',
	'docx',
	'xlsx',
	'zip',
	'doc',
	'xls',
	'mht',
	'json',
	'text'
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How far a format's marks are looked for. */
const HEAD = 4_096;

const latin1 = new TextDecoder('latin1');

/** Characters of the first bytes, each byte one; zero bytes left out, so that UTF-16 shows too. */
const headOf = (bytes: Uint8Array) => latin1.decode(bytes.subarray(0, HEAD)).replaceAll('\0', '');

/** An archive's kind, by the names of its members; they stand uncompressed throughout the file. */
function zipFormat(bytes: Uint8Array): FileFormat {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (!buffer.includes('[Content_Types].xml')) return 'zip';
	if (buffer.includes('word/document')) return 'docx';
	return buffer.includes('xl/workbook') ? 'xlsx' : 'zip';
}

function oldOfficeFormat(bytes: Uint8Array): FileFormat {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return buffer.includes(Buffer.from('Workbook', 'utf16le')) ? 'xls' : 'doc';
}

/** The format of a file, by what stands at its beginning, whatever its name says. */
export function fileFormat(bytes: Uint8Array): FileFormat {
	const head = headOf(bytes);
	if (head.startsWith('PK\u0003\u0004')) return zipFormat(bytes);
	if (head.startsWith('ÐÏ\u0011à¡±\u001aá')) return oldOfficeFormat(bytes);
	if (head.slice(0, 1_024).includes('%PDF-')) return 'pdf';
	if (/^MIME-Version:/im.test(head) && /^Content-Type:\s*multipart/im.test(head)) return 'mht';
	if (/<(?:!doctype\s+html|html|head|body|meta|table|div|p|h\d)\b/i.test(head)) return 'html';
	return /^(?:ï»¿|ÿþ|þÿ)?\s*[[{]/.test(head) ? 'json' : 'text';
}
