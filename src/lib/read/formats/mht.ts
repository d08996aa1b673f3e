import PostalMime from 'postal-mime';
import { bytewise } from './decode.ts';

/** Bytes in which the headers of a saved page must stand. */
const BEGINNING = 8192;
/** `<`, with which pages begin and no header does. */
const TAG = 0x3c;

/** Whether bytes are a page saved as one file (MHTML, RFC 2557), as browsers and Word write them. */
export function isMht(bytes: Uint8Array): boolean {
	if (bytes[0] === TAG) return false;
	const head = bytewise(bytes, BEGINNING);
	if (!/^[\s\xef\xbb\xbf]*[\w-]+:[ \t]/.test(head)) return false;
	return (
		/^MIME-Version:\s*1/im.test(head) && /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(head)
	);
}

/** The page in a MHTML file; null where there is none. @throws {Error} where it is damaged */
export async function htmlInMht(bytes: Uint8Array): Promise<string | null> {
	const { html } = await PostalMime.parse(bytes, { maxNestingDepth: 16 });
	return html === undefined || html.trim() === '' ? null : html;
}
