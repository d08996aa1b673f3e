import { LIMITS } from '../../limits.ts';
import { entriesOf, ZipTrouble } from './zip.ts';

/** What a ZIP holds, as the names in it tell. */
export type PackageKind = 'docx' | 'xlsx' | 'xlsb' | 'pptx' | 'odf' | 'ofd' | 'archive';

/**
 * Tells the office files among the ZIPs, by the parts that each must have (ECMA-376 part 2; ODF 1.2
 * part 3; GB/T 33190 for OFD): the others are archives of files.
 * @throws {ZipTrouble}
 */
export async function packageKind(bytes: Uint8Array): Promise<PackageKind> {
	const folders = new Set<string>();
	const names = new Set<string>();
	for await (const { path } of entriesOf(bytes)) {
		const name = path.replaceAll('\\', '/').toLowerCase();
		names.add(name);
		folders.add(name.slice(0, name.indexOf('/') + 1));
	}
	if (names.has('ofd.xml')) return 'ofd';
	if (names.has('mimetype') && names.has('content.xml')) return 'odf';
	if (!names.has('[content_types].xml')) return 'archive';
	if (names.has('xl/workbook.bin')) return 'xlsb';
	if (folders.has('word/')) return 'docx';
	if (folders.has('xl/')) return 'xlsx';
	return folders.has('ppt/') ? 'pptx' : 'archive';
}

/** The XML parts of an office file, by name. */
export type Parts = ReadonlyMap<string, string>;

/**
 * Unpacks the XML parts of a docx or xlsx. Every byte is counted before any parser sees one:
 * pictures and other parts stay packed.
 *
 * @param unneeded names of parts that nobody will read
 * @throws {ZipTrouble} also where two parts have one name, as two readers would then differ
 */
export async function partsOf(bytes: Uint8Array, unneeded?: RegExp): Promise<Parts> {
	const parts = new Map<string, string>();
	let left: number = LIMITS.packageBytes;
	for await (const entry of entriesOf(bytes)) {
		const name = entry.path.replaceAll('\\', '/').replace(/^\/+/, '');
		if (!/\.(?:xml|rels)$/i.test(name) || unneeded?.test(name)) continue;
		if (parts.has(name)) {
			throw new ZipTrouble(
				'damaged',
				`文件内部有两个“${name}”，无法确定以哪个为准。请重新另存后再导入。`
			);
		}
		const part = await entry.bytes(left);
		left -= part.length;
		parts.set(name, wordsOf(part));
	}
	return parts;
}

/** The characters of an XML part: UTF-16 where a mark says so, else UTF-8 (ECMA-376 part 2, 8.1.4). */
function wordsOf(part: Uint8Array): string {
	const [first, second] = part;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part);
	return new TextDecoder().decode(part);
}

/** The name of the main part, as the package's relations give it, or the usual one. */
export function mainPart(parts: Parts, usual: string): string | null {
	const relations = parts.get('_rels/.rels') ?? '';
	for (const [tag] of relations.matchAll(/<[^<>]*\/officeDocument"[^<>]*>/g)) {
		const target = /\sTarget="\/?([^"]+)"/.exec(tag)?.[1];
		if (target !== undefined && parts.has(target)) return target;
	}
	return parts.has(usual) ? usual : null;
}
