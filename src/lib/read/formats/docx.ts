import mammoth from 'mammoth';
import { LIMITS } from '../../limits.ts';
import type { Document, Line } from '../slot.ts';
import { NO_CELL, WordBody } from './docxbody.ts';
import { readHtml } from './html.ts';
import { mainPart, partsOf } from './package.ts';
import { elementsOf, xmlOf, xmlTree, XmlTrouble, type XmlElement } from './xml.ts';

/** Parts that tell how a document looks, and who wrote it. */
const UNNEEDED =
	/^(?:docProps|customXml|word\/(?:theme|glossary))\/|^word\/(?:styles\w*|settings|fontTable|webSettings|numbering|comments\w*|people)\.xml$/i;

/** A part as mammoth asks for it. */
interface PartFile {
	readonly exists: (name: string) => boolean;
	readonly read: (name: string) => Promise<string>;
}

/**
 * A .docx as its text, and its tables as rows of a grid. mammoth turns the body into HTML; before,
 * what it would lose or misplace is put right in the XML (see `WordBody`). The properties of the
 * file are no evidence: Word keeps the title of the report that last year's was copied from.
 * @throws {ZipTrouble | XmlTrouble} as the file is damaged or too large
 */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
	const parts = await partsOf(bytes, UNNEEDED);
	const main = mainPart(parts, 'word/document.xml');
	const body = main === null ? undefined : parts.get(main);
	if (body === undefined) throw new XmlTrouble('damaged', '内部没有正文（word/document.xml）');
	const notes = ['footnotes', 'endnotes'].flatMap((kind) => {
		const xml = parts.get(`word/${kind}.xml`);
		return xml === undefined ? [] : [[`word/${kind}.xml`, xml] as const];
	});
	const html = await htmlOf(new Map([['word/document.xml', body], ...notes]));
	return withoutFillers(readHtml(`<html><body>${html}</body></html>`));
}

async function htmlOf(parts: ReadonlyMap<string, string>): Promise<string> {
	const kinds = new Set([...parts.keys()].map((name) => name.replace(/.*\/(.*)s\.xml$/, '$1')));
	const files = new Map(
		[...parts].map(([name, xml]) => {
			const root = xmlTree(xml);
			const body = new WordBody(root, kinds).tidied(root);
			if (sizeOf(body) > LIMITS.wordElements) {
				throw new XmlTrouble('too_large', `元素超过 ${LIMITS.wordElements} 个`, {
					of: 'elements',
					most: LIMITS.wordElements
				});
			}
			return [name, xmlOf(body)];
		})
	);
	const file: PartFile = {
		exists: (name) => files.has(name),
		read: (name) => Promise.resolve(files.get(name) ?? '')
	};
	// mammoth takes such a file in place of a path or a buffer; its types do not tell.
	const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
	// What styles would become in HTML is all the same here, and takes most of mammoth's time.
	const { value } = await mammoth.convertToHtml(input, {
		includeEmbeddedStyleMap: false,
		includeDefaultStyleMap: false
	});
	return value;
}

function sizeOf(element: XmlElement): number {
	return elementsOf(element).reduce((sum, child) => sum + sizeOf(child), 1);
}

/** The document without the cells that only keep the place of columns a row does not have. */
function withoutFillers(document: Document): Document {
	if (!document.text.includes(NO_CELL)) return document;
	const lines = document.lines.map((line): Line => {
		if (line.layout !== 'cells') return line;
		const slots = line.slots.filter(
			({ start, end }) => start !== end || document.text[start - 1] !== NO_CELL
		);
		return slots.length === line.slots.length ? line : { ...line, slots };
	});
	return { ...document, lines };
}
