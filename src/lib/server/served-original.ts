import { basename, extname } from 'node:path';
import { disposition } from './export/download.ts';
import { fileFormat, type FileFormat } from './file-format.ts';

/** How a format is given out: its type, the endings its files may have, and whether it is shown. */
interface Serving {
	readonly type: string;
	readonly endings: readonly [string, ...string[]];
	/** Shown in the browser; anything else is saved. */
	readonly inline: boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const SERVING: Readonly<Record<FileFormat, Serving>> = {
	html: { type: 'text/html', endings: ['.html', '.htm', '.doc', '.xls'], inline: true },
	pdf: { type: 'application/pdf', endings: ['.pdf'], inline: true },
	docx: {
		type: `${OFFICE}.wordprocessingml.document`,
		endings: ['.docx', '.docm'],
		inline: false
	},
	xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, endings: ['.xlsx', '.xlsm'], inline: false },
	zip: { type: 'application/zip', endings: ['.zip'], inline: false },
	doc: { type: 'application/msword', endings: ['.doc', '.wps'], inline: false },
	xls: { type: 'application/vnd.ms-excel', endings: ['.xls', '.et'], inline: false },
	mht: { type: 'application/octet-stream', endings: ['.mht', '.mhtml', '.eml'], inline: false },
	json: { type: 'application/json', endings: ['.json', '.jsonl', '.ndjson'], inline: false },
	text: { type: 'text/plain', endings: ['.txt', '.md', '.csv', '.tsv', '.text'], inline: true }
};

/**
 * For files that strangers wrote: nothing in them may run, load, send or be framed, and they have no
 * origin of their own. A page may bring its own styles, without which its tables are hard to read.
 */
const SANDBOX =
	"sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A browser's own PDF viewer does not start in a sandbox, and runs no script in the page's origin. */
const FOR_PDF =
	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The encoding of a plain text, so that no browser has to guess. */
function charsetOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'gb18030';
	}
}

/** A file name without folders or anything that a system would take for a command. */
function nameOf(source: string, { endings: [ending, ...others] }: Serving): string {
	const name = basename(source)
		.replace(/[\p{C}<>:"/\\|?*]+/gu, '_')
		.replace(/^\.+|[. ]+$/g, '_')
		.slice(-120);
	const known = [ending, ...others].includes(extname(name).toLowerCase());
	return known ? name : `${name}${ending}`;
}

/** The headers with which a report's original bytes can be given to anyone's browser. */
export function originalHeaders(
	bytes: Uint8Array,
	{ source, sha256 }: { readonly source: string; readonly sha256: string }
): Record<string, string> {
	const format = fileFormat(bytes);
	const serving = SERVING[format];
	// A page says its own encoding, which its bytes may belie; for texts it is known.
	const charset = serving.type === 'text/plain' ? `; charset=${charsetOf(bytes)}` : '';
	return {
		'content-type': serving.type + charset,
		'content-disposition': disposition(
			nameOf(source, serving),
			serving.inline ? 'inline' : 'attachment'
		),
		'content-security-policy': format === 'pdf' ? FOR_PDF : SANDBOX,
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-cache',
		etag: `"${sha256}"`
	};
}
