import type { Rejection, RejectionCode } from '../../form/index.ts';
import type { Document } from '../slot.ts';
import { decode } from './decode.ts';
import { readHtml } from './html.ts';
import { htmlIn, PageTooLarge } from './page.ts';
import { isPdf, readPdf } from './pdf.ts';
import { readText } from './text.ts';

/** A file's text and tables, or why it has none. */
export type Opened =
	| { readonly ok: true; readonly document: Document }
	| { readonly ok: false; readonly rejection: Rejection };

/** Opens a file in the format that its content shows, whatever its name says. */
export async function openDocument(bytes: Uint8Array): Promise<Opened> {
	if (isPdf(bytes)) return readPdf(bytes);
	const decoded = decode(bytes);
	if (!decoded.ok) return decoded;
	return openText(decoded.text);
}

/** Opens decoded characters: a page, a text with tables of a page inside, or plain text. */
function openText(content: string): Opened {
	const html = htmlIn(content);
	if (html === 'none') return { ok: true, document: readText(content) };
	try {
		const document = readHtml(content, html === 'inside');
		if (document.text.trim() !== '') return { ok: true, document };
	} catch (error) {
		if (!(error instanceof PageTooLarge)) throw error;
		return rejected('too_large', `${error.message}，不像一份报告。请只保存报告的正文后再导入。`);
	}
	return rejected(
		'empty',
		'网页里没有可见的文字（正文可能由脚本另行载入）。请在浏览器中打开后另存，再导入。'
	);
}

/** A rejection with its reason for people: what is wrong, where, and what to do. */
export function rejected(
	code: RejectionCode,
	reason: string
): { readonly ok: false; readonly rejection: Rejection } {
	return { ok: false, rejection: { code, reason } };
}
