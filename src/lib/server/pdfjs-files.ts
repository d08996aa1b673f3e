import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What of pdf.js a browser may ask for, by its name: the folder in its package, and the type. */
const SERVED: readonly {
	readonly name: RegExp;
	readonly folder: string;
	readonly type: string;
}[] = [
	{ name: /^pdf\.worker\.min\.mjs$/, folder: 'legacy/build', type: 'text/javascript' },
	// Which character a code means, in fonts for Chinese that the file does not carry.
	{ name: /^[\w-]+\.bcmap$/, folder: 'cmaps', type: 'application/octet-stream' },
	// The fourteen fonts that no PDF has to carry.
	{ name: /^[\w-]+\.(?:pfb|ttf)$/, folder: 'standard_fonts', type: 'application/octet-stream' }
];

/** A file of pdf.js for browsers, as its package has it; null for any other name. */
export async function pdfjsFile(
	name: string
): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null> {
	const served = SERVED.find((each) => each.name.test(name));
	if (!served) return null;
	// Found when it is first asked for: a server that shows no PDF reads nothing of pdf.js.
	const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
	try {
		return { bytes: await readFile(join(folder, served.folder, name)), type: served.type };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
