import { LIMITS } from '../../limits.ts';
import type { Document } from '../slot.ts';
import { readCsv } from './csvtext.ts';
import { decode } from './decode.ts';
import { readDoc } from './doc.ts';
import { DocEncrypted } from './docpieces.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { htmlInMht, isMht } from './mht.ts';
import { isOle, OleFile } from './ole.ts';
import { rejected, type Opened } from './opened.ts';
import { packageKind, type PackageKind } from './package.ts';
import { htmlIn, PageTooLarge } from './page.ts';
import { isPdf, readPdf } from './pdf.ts';
import { readText } from './text.ts';
import { readXlsx } from './xlsx.ts';
import { XmlTrouble } from './xml.ts';
import { isZip, ZipTrouble } from './zip.ts';

/** Opens a file in the format that its content shows, whatever its name says. */
export async function openDocument(bytes: Uint8Array): Promise<Opened> {
	const opening = bytes.length > LIMITS.fileBytes ? null : openBinary(bytes);
	if (opening) return opening;
	const decoded = decode(bytes);
	if (!decoded.ok) return decoded;
	const other = OTHER_TEXTS.find(({ mark }) => mark.test(decoded.text.slice(0, 2048)));
	return other
		? rejected('unsupported', other.reason, { format: other.format })
		: openText(decoded.text);
}

/** Opens a file in a format that its first bytes tell; null for one that is text. */
function openBinary(bytes: Uint8Array): Promise<Opened> | null {
	if (isZip(bytes)) return openOffice('文件', () => openPackage(bytes));
	if (isOle(bytes)) return openOffice('文件', () => Promise.resolve(openOle(bytes)));
	if (isPdf(bytes)) return readPdf(bytes);
	if (isMht(bytes)) return openOffice('网页存档（mht）', () => openMht(bytes));
	return null;
}

/** Office formats that are written in characters and are no text for people. */
const OTHER_TEXTS = [
	{
		mark: /^\s*\{\\rtf/,
		format: 'rtf',
		reason:
			'这是 RTF 文件（有的以 .doc 为扩展名），不能读取。请用 Word 或 WPS 打开后另存为 .docx 再导入。'
	},
	{
		mark: /^\s*<\?xml[^]*(?:progid="(?:Word|Excel)|<pkg:package|<w:wordDocument)/,
		format: 'xml',
		reason:
			'这是 Word 或 Excel 的 XML 文件，不能读取。请用 Word 或 WPS 打开后另存为 .docx 或 .xlsx 再导入。'
	}
] as const;

/** Why the ZIPs of other kinds hold no report that can be read. */
const OTHER_PACKAGES: Readonly<Record<Exclude<PackageKind, 'docx' | 'xlsx'>, string>> = {
	xlsb: '这是二进制的 Excel 工作簿（xlsb），不能读取。请另存为 .xlsx 后再导入。',
	pptx: '这是演示文稿（pptx），不能读取。请导出为 .docx 或 PDF 后再导入。',
	odf: '这是 OpenDocument 文件（odt、ods），不能读取。请另存为 .docx 或 .xlsx 后再导入。',
	ofd: '这是 OFD 版式文件，不能读取。请转换为 PDF 或 .docx 后再导入。',
	archive: '这是压缩包里的压缩包，层数太多，没有展开。请解压后再导入。'
};

async function openPackage(bytes: Uint8Array): Promise<Opened> {
	const kind = await packageKind(bytes);
	if (kind === 'docx') return whole(await readDocx(bytes), 'Word 文件');
	if (kind === 'xlsx') return whole(await readXlsx(bytes), 'Excel 工作簿');
	return rejected('unsupported', OTHER_PACKAGES[kind], { format: kind });
}

/** Opens a file in one of the old formats of Office, told apart by the streams in it. */
function openOle(bytes: Uint8Array): Opened {
	const file = new OleFile(bytes);
	const { names } = file;
	if (names.has('EncryptedPackage')) throw new DocEncrypted();
	if (names.has('WordDocument')) return whole(readDoc(file), 'Word 文件');
	if (names.has('Workbook') || names.has('Book')) {
		return rejected(
			'unsupported',
			'这是旧版 Excel 工作簿（xls），不能读取。请在 Excel 或 WPS 中另存为 .xlsx 后再导入。',
			{ format: 'xls' }
		);
	}
	return rejected(
		'unsupported',
		'这是旧版 Office 文件，里面没有 Word 正文。请另存为 .docx 或 .xlsx 后再导入。',
		{ format: 'ole' }
	);
}

async function openMht(bytes: Uint8Array): Promise<Opened> {
	const html = await htmlInMht(bytes);
	if (html === null) {
		return rejected('empty', '网页存档（mht）里没有网页。请在浏览器中重新另存为网页后再导入。');
	}
	return openText(html);
}

/** Opens an office file; what is wrong with it becomes a rejection, never an exception. */
async function openOffice(name: string, open: () => Promise<Opened>): Promise<Opened> {
	try {
		return await open();
	} catch (error) {
		return rejectionOf(name, error);
	}
}

function rejectionOf(name: string, error: unknown): Opened {
	if (error instanceof DocEncrypted) {
		return rejected('encrypted', '文件设有打开密码。请解除密码、另存后再导入。');
	}
	if (error instanceof ZipTrouble) return rejected(error.code, error.message, error.detail);
	if (error instanceof PageTooLarge) return tooLarge(error);
	const words = error instanceof Error ? error.message : String(error);
	if (error instanceof XmlTrouble && error.code === 'too_large') {
		return rejected(
			'too_large',
			`${name}的${words}，不像一份报告。请只保存报告的正文后再导入。`,
			error.detail
		);
	}
	return rejected(
		'damaged',
		`${name}已损坏，读不出内容（${words.slice(0, 80)}）。请在原程序中重新另存后再导入。`
	);
}

const tooLarge = ({ message, detail }: PageTooLarge) =>
	rejected('too_large', `${message}，不像一份报告。请只保存报告的正文后再导入。`, detail);

/** A document with words in it; a rejection where nothing stands in the file. */
function whole(document: Document, name: string): Opened {
	if (document.text.length > LIMITS.textLength) {
		return rejected(
			'too_large',
			`${name}有 ${document.text.length} 个字符，超过上限 ${LIMITS.textLength} 个。请删去无关内容后再导入。`,
			{ of: 'characters', most: LIMITS.textLength, number: document.text.length }
		);
	}
	if (document.text.trim() !== '') return { ok: true, document };
	return rejected('empty', `${name}里没有文字（可能只有图片）。请改用有文字的文件后再导入。`);
}

/** Opens decoded characters: a page, a text with tables of a page inside, or plain text. */
function openText(content: string): Opened {
	const html = htmlIn(content);
	if (html === 'none') return { ok: true, document: readCsv(content) ?? readText(content) };
	try {
		const document = readHtml(content, html === 'inside');
		if (document.text.trim() !== '') return { ok: true, document };
	} catch (error) {
		if (!(error instanceof PageTooLarge)) throw error;
		return tooLarge(error);
	}
	return rejected(
		'empty',
		'网页里没有可见的文字（正文可能由脚本另行载入）。请在浏览器中打开后另存，再导入。'
	);
}
