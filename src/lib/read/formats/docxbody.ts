import { laidOut } from './docxtable.ts';
import { childOf, elementsOf, escaped, localName, xmlAttribute, xmlWords } from './xml.ts';
import type { XmlElement, XmlNode } from './xml.ts';

/** What stands in a cell that keeps the place of columns which a row does not have. */
export const NO_CELL = '\u2060';

/** What stands for a picture or an object in a cell: something is shown, and it is no text. */
const OBJECT = '\ufffc';

const NAMESPACE =
	/\sxmlns(?::([\w.-]+))?\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

/** Elements of which a reader of the document sees nothing. */
const UNSEEN: ReadonlySet<string> = new Set([
	...['del', 'moveFrom', 'delText', 'delInstrText', 'sectPr', 'tblPr', 'tblGrid', 'tblPrEx'],
	...['trPr', 'tcPr', 'rPr', 'proofErr', 'bookmarkStart', 'bookmarkEnd', 'softHyphen'],
	...['lastRenderedPageBreak', 'commentReference', 'annotationRef', 'footnoteRef', 'endnoteRef'],
	...['separator', 'continuationSeparator', 'rt', 'rubyPr', 'sdtPr', 'sdtEndPr', 'altChunk']
]);

/** Elements that mammoth reads as they should be read, with what is in them. */
const KEPT: ReadonlySet<string> = new Set([
	...['document', 'body', 'footnotes', 'endnotes', 'footnote', 'endnote', 'p', 'txbxContent']
]);

/** Elements that mammoth reads as they stand. */
const WHOLE: ReadonlySet<string> = new Set(['t', 'instrText', 'tab', 'br']);

/** Fonts of signs that mammoth knows; the signs of other fonts are their own characters. */
const SIGNS = /symbol|dings/i;

/**
 * The body of a Word document, rewritten so that mammoth reads of it just what is shown, each cell
 * in its column. mammoth drops what stands in simple fields, ruby, text of two directions, formulas
 * and signs of ordinary fonts; shows hidden text; knows no cells merged the old way (`hMerge`), and
 * no columns left out at the start of a row (`gridBefore`); and closes a head of the table above
 * cells that reach out of it (`tblHeader`). Each of these would lose a figure, or shift one.
 */
export class WordBody {
	private readonly prefix: string;
	private cellsOpen = 0;

	/** @param notes the kinds of note that the document has: `footnote`, `endnote` */
	constructor(
		root: XmlElement,
		private readonly notes: ReadonlySet<string>
	) {
		const found = NAMESPACE.exec(` ${root.tag}`);
		this.prefix = found?.[1] === undefined ? '' : `${found[1]}:`;
	}

	/** An element with all below it as mammoth should read it. */
	tidied(element: XmlElement): XmlElement {
		return { ...element, children: this.inside(element) };
	}

	private inside(element: XmlElement): XmlNode[] {
		return elementsOf(element).flatMap((child) => this.read(child));
	}

	private read(element: XmlElement): XmlNode[] {
		const name = this.wordName(element);
		if (name === null) return this.foreign(element);
		if (UNSEEN.has(name)) return [];
		if (WHOLE.has(name)) return [element];
		if (KEPT.has(name)) return [this.tidied(element)];
		switch (name) {
			case 'pPr':
				return childOf(childOf(element, 'rPr'), 'del')
					? [this.made('pPr', [this.made('rPr', [this.made('del')])])]
					: [];
			case 'r':
				return this.run(element);
			case 'tbl':
				return [this.made('tbl', laidOut(this, element))];
			case 'tc':
				return [this.cell(element)];
			case 'sdt':
				return this.within(element, 'sdtContent');
			case 'ruby':
				return this.within(element, 'rubyBase');
			case 'hyperlink':
				return this.link(element);
			case 'fldChar':
				return [{ ...element, children: [] }];
			case 'footnoteReference':
			case 'endnoteReference':
				return this.notes.has(name.slice(0, -9)) ? [element] : [];
			case 'drawing':
			case 'pict':
			case 'object':
				return this.drawn(element);
			default:
				return this.mark(name, element);
		}
	}

	/** One character written as an element; any other element is read through. */
	private mark(name: string, element: XmlElement): XmlNode[] {
		if (name === 'cr') return [this.made('br')];
		if (name === 'ptab') return [this.made('tab')];
		if (name === 'noBreakHyphen') return [this.words('-')];
		if (name !== 'sym') return this.inside(element);
		if (SIGNS.test(xmlAttribute(element, 'font') ?? '')) return [element];
		const code = parseInt(xmlAttribute(element, 'char') ?? '', 16);
		return [this.words(code <= 0xffff ? String.fromCharCode(code) : OBJECT)];
	}

	/** The name of an element of Word's own; null for those of drawings, formulas and the like. */
	private wordName({ name }: XmlElement): string | null {
		if (this.prefix === '') return name.includes(':') ? null : name;
		return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : null;
	}

	/** Makes an element of Word's own. */
	made(name: string, children: XmlNode[] = [], attributes = ''): XmlElement {
		const whole = this.prefix + name;
		return { name: whole, tag: whole + attributes, children };
	}

	/** An attribute of Word's own, as it is written in a tag. */
	attribute(name: string, value: number | string): string {
		return ` ${this.prefix}${name}="${value}"`;
	}

	private words(words: string): XmlElement {
		return this.made('t', [escaped(words)], ' xml:space="preserve"');
	}

	private within(element: XmlElement, name: string): XmlNode[] {
		const child = childOf(element, name);
		return child ? this.inside(child) : [];
	}

	/** The rows of a table, and of what wraps them, that are shown. */
	rowsIn(element: XmlElement): XmlElement[] {
		return this.piecesIn(element, 'tr').filter((row) => {
			const properties = childOf(row, 'trPr');
			return !childOf(properties, 'del') && !isOn(childOf(properties, 'hidden'));
		});
	}

	/** The cells of a row, and of what wraps them. */
	cellsIn(row: XmlElement): XmlElement[] {
		return this.piecesIn(row, 'tc');
	}

	private piecesIn(element: XmlElement, name: string): XmlElement[] {
		return elementsOf(element).flatMap((child) => {
			const found = this.wordName(child);
			if (found === name) return [child];
			return found !== null && !UNSEEN.has(found) ? this.piecesIn(child, name) : [];
		});
	}

	/** What stands in a cell. */
	contentOf(cell: XmlElement): XmlNode[] {
		this.cellsOpen += 1;
		const content = this.inside(cell);
		this.cellsOpen -= 1;
		return content;
	}

	/** A cell that stands in no row. */
	private cell(element: XmlElement): XmlElement {
		return this.made('tc', this.contentOf(element));
	}

	/** A cell that keeps the place of columns which its row does not have. */
	filler(): XmlNode[] {
		return [this.made('p', [this.made('r', [this.words(NO_CELL)])])];
	}

	private run(element: XmlElement): XmlNode[] {
		const properties = childOf(element, 'rPr');
		if (isOn(childOf(properties, 'vanish'))) return [];
		const struck = isOn(childOf(properties, 'strike')) || isOn(childOf(properties, 'dstrike'));
		const raised = childOf(properties, 'vertAlign');
		const kept = [...(struck ? [this.made('strike')] : []), ...(raised ? [raised] : [])];
		const look = kept.length > 0 ? [this.made('rPr', kept)] : [];
		return [this.made('r', [...look, ...this.inside(element)])];
	}

	/** A link within the document, as of a table of contents; other links are their words. */
	private link(element: XmlElement): XmlNode[] {
		const anchor = xmlAttribute(element, 'anchor');
		const inside = this.inside(element);
		if (anchor === null) return inside;
		return [this.made('hyperlink', inside, this.attribute('anchor', 'a'))];
	}

	/** What is drawn: the words of its text boxes, or a sign that something is shown in a cell. */
	private drawn(element: XmlElement): XmlNode[] {
		const boxes = this.boxesIn(element);
		if (boxes.length > 0) return [this.made('pict', boxes)];
		const shows = this.cellsOpen > 0 && holds(element, ['blip', 'imagedata', 'OLEObject', 'chart']);
		return shows ? [this.words(OBJECT)] : [];
	}

	private boxesIn(element: XmlElement): XmlElement[] {
		return elementsOf(element).flatMap((child) => {
			if (this.wordName(child) === 'txbxContent') return [this.tidied(child)];
			return localName(child.name) === 'AlternateContent'
				? this.boxesIn(alternative(child))
				: this.boxesIn(child);
		});
	}

	/** An element of another kind than Word's own. */
	private foreign(element: XmlElement): XmlNode[] {
		const name = localName(element.name);
		if (name === 'AlternateContent') return this.inside(alternative(element));
		if (name === 'oMath') {
			// Apart, as the parts of 1/2 are no 12.
			const pieces = piecesOf(element, 't').map(xmlWords);
			return [this.made('r', [this.words(pieces.join(' '))])];
		}
		return this.inside(element);
	}
}

/** The one of several writings of a thing that older programs read, or the first. */
function alternative(element: XmlElement): XmlElement {
	return childOf(element, 'Fallback') ?? childOf(element, 'Choice') ?? element;
}

/** Whether a property that is on or off is there, and on. */
function isOn(property: XmlElement | undefined): boolean {
	return property !== undefined && !/^(?:false|0|off)$/.test(xmlAttribute(property, 'val') ?? '');
}

function holds(element: XmlElement, names: readonly string[]): boolean {
	return elementsOf(element).some(
		(child) => names.includes(localName(child.name)) || holds(child, names)
	);
}

function piecesOf(element: XmlElement, name: string): XmlElement[] {
	return elementsOf(element).flatMap((child) =>
		localName(child.name) === name ? [child] : piecesOf(child, name)
	);
}
