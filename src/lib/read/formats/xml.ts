import type { ReasonDetail } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';

/** An element of an XML part: its tag as it stands, and what is in it. */
export interface XmlElement {
	/** The name with its prefix, as it stands. */
	readonly name: string;
	/** The name and the attributes, as they stand between the brackets. */
	readonly tag: string;
	children: XmlNode[];
}

/** An element, or words with their entities as they stand. */
export type XmlNode = XmlElement | string;

/** Thrown for XML that is broken, or larger or deeper than any real document's. */
export class XmlTrouble extends Error {
	constructor(
		readonly code: 'damaged' | 'too_large',
		message: string,
		readonly detail?: ReasonDetail
	) {
		super(message);
	}
}

const TAG = /<(\/?)([^\s<>/="'!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/y;

/**
 * The root element of an XML part of an office file, within limits of number and depth. There is no
 * DOCTYPE in such parts, and none is read: it is how entity bombs come in.
 * @throws {XmlTrouble}
 */
export function xmlTree(xml: string): XmlElement {
	const root: XmlElement = { name: '', tag: '', children: [] };
	const open = [root];
	let elements = 0;
	for (let at = 0; at < xml.length;) {
		const parent = open[open.length - 1] ?? root;
		const next = xml.indexOf('<', at);
		const end = next === -1 ? xml.length : next;
		if (end > at && open.length > 1) parent.children.push(xml.slice(at, end));
		if (next === -1) break;
		const special = specialAt(xml, next);
		if (special) {
			if (special.words !== '') parent.children.push(special.words);
			at = special.end;
			continue;
		}
		TAG.lastIndex = next;
		const found = TAG.exec(xml);
		if (!found) throw broken();
		const [whole, closing, name = '', rest = ''] = found;
		at = next + whole.length;
		if (closing === '/') {
			if (open.length === 1 || open.pop()?.name !== name) throw broken();
			continue;
		}
		elements += 1;
		if (elements > LIMITS.partElements) {
			throw new XmlTrouble('too_large', `元素超过 ${LIMITS.partElements} 个`, {
				of: 'elements',
				most: LIMITS.partElements
			});
		}
		const empty = rest.endsWith('/');
		const element = { name, tag: name + (empty ? rest.slice(0, -1) : rest), children: [] };
		parent.children.push(element);
		if (empty) continue;
		open.push(element);
		if (open.length > LIMITS.partDepth) {
			throw new XmlTrouble('too_large', `元素嵌套超过 ${LIMITS.partDepth} 层`, {
				of: 'levels',
				most: LIMITS.partDepth
			});
		}
	}
	const [first] = elementsOf(root);
	if (open.length > 1 || !first) throw broken();
	return first;
}

function broken(): XmlTrouble {
	return new XmlTrouble('damaged', '内部的 XML 不完整');
}

/** A comment, an instruction or raw words that begin here; null where a tag does. */
function specialAt(xml: string, at: number): { words: string; end: number } | null {
	const ending = (mark: string) => {
		const end = xml.indexOf(mark, at);
		if (end === -1) throw broken();
		return end;
	};
	if (xml.startsWith('<?', at)) return { words: '', end: ending('?>') + 2 };
	if (!xml.startsWith('<!', at)) return null;
	if (xml.startsWith('<!--', at)) return { words: '', end: ending('-->') + 3 };
	if (!xml.startsWith('<![CDATA[', at)) {
		throw new XmlTrouble('damaged', '内部的 XML 含有 DOCTYPE');
	}
	const end = ending(']]>');
	return { words: escaped(xml.slice(at + 9, end)), end: end + 3 };
}

/** The elements among an element's children. */
export function elementsOf({ children }: XmlElement): XmlElement[] {
	return children.filter((child) => typeof child !== 'string');
}

/** A name without its prefix. */
export function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** The first child of a local name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
	return element?.children.find(
		(child): child is XmlElement => typeof child !== 'string' && localName(child.name) === name
	);
}

const ATTRIBUTE = /\s(?:[^\s=:"']+:)?([^\s=:"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An attribute's value by its local name; null where there is none. */
export function xmlAttribute(element: XmlElement | undefined, name: string): string | null {
	if (!element) return null;
	for (const [, found, double, single] of element.tag.matchAll(ATTRIBUTE)) {
		if (found === name) return unescaped(double ?? single ?? '');
	}
	return null;
}

/** The words in an element, with whatever stands in the elements below. */
export function xmlWords(element: XmlElement): string {
	return unescaped(rawWords(element));
}

function rawWords(element: XmlElement): string {
	return element.children
		.map((child) => (typeof child === 'string' ? child : rawWords(child)))
		.join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'"
};

function unescaped(words: string): string {
	if (!words.includes('&')) return words;
	return words.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, ...found) => {
		const [decimal, hex, name] = found as (string | undefined)[];
		if (name !== undefined) return ENTITIES[name] ?? whole;
		const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

/** Words with the characters escaped that XML reads as its own. */
export function escaped(words: string): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An element as XML again. */
export function xmlOf({ name, tag, children }: XmlElement): string {
	if (children.length === 0) return `<${tag}/>`;
	const inside = children.map((child) => (typeof child === 'string' ? child : xmlOf(child)));
	return `<${tag}>${inside.join('')}</${name}>`;
}
