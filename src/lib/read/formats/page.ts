import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { ReasonDetail } from '../../form/index.ts';
import { LIMITS } from '../../limits.ts';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;

/** Thrown for a page with more elements, or deeper ones, than any real page has. */
export class PageTooLarge extends Error {
	constructor(
		message: string,
		readonly detail: ReasonDetail
	) {
		super(message);
	}
}

const BEGINNING = 2048;
const PAGE =
	/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|style|script|div|table|center|p|span|font|h[1-6])[\s>:])/i;
const TABLE = /<table[\s>]/i;
const CELL = /<t[dh][\s>]/i;

/**
 * How much of a text is HTML: all of it in a `page`; the tables alone in `inside`, as in Markdown
 * with HTML tables, where the lines of the text still count.
 */
export function htmlIn(text: string): 'page' | 'inside' | 'none' {
	if (PAGE.test(text.slice(0, BEGINNING).replace(/^\ufeff/, ''))) return 'page';
	if (!text.includes('<')) return 'none';
	return TABLE.test(text) && CELL.test(text) ? 'inside' : 'none';
}

/** The elements of a page as browsers build them, within limits of number and depth. */
export function treeOf(html: string): Tree.Document {
	elements = 0;
	depth = 0;
	return parse(html, { treeAdapter });
}

/** Elements of the page being parsed so far; a page is parsed in one go. */
let elements = 0;
/** Elements of it that are open. */
let depth = 0;

/** One for all pages: parsing is slower with one that it has not seen before. */
const treeAdapter: typeof defaultTreeAdapter = {
	...defaultTreeAdapter,
	createElement(name, namespace, attributes) {
		elements += 1;
		if (elements > LIMITS.pageElements) {
			throw new PageTooLarge(`网页的标签超过 ${LIMITS.pageElements} 个`, {
				of: 'elements',
				most: LIMITS.pageElements
			});
		}
		return defaultTreeAdapter.createElement(name, namespace, attributes);
	},
	createCommentNode: () => defaultTreeAdapter.createCommentNode(''),
	onItemPush() {
		depth += 1;
		if (depth > LIMITS.pageDepth) {
			throw new PageTooLarge(`网页的标签嵌套超过 ${LIMITS.pageDepth} 层`, {
				of: 'levels',
				most: LIMITS.pageDepth
			});
		}
	},
	onItemPop() {
		depth -= 1;
	}
};

/** An element's attribute; null where it has none of that name. */
export function attributeOf({ attrs }: Element, name: string): string | null {
	return attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** What is done with the nodes of a page, in the order in which they stand. */
export interface Visitor<Kind> {
	text(words: string): void;
	/** Begins an element; gives what it is, or null to leave out all that is in it. */
	enter(element: Element): Kind | null;
	/** Ends an element. */
	leave(kind: Kind): void;
}

interface Frame<Kind> {
	readonly nodes: readonly Node[];
	readonly kind: Kind | null;
	next: number;
}

/** Walks the nodes below one, without recursion. */
export function walk<Kind>(
	root: { readonly childNodes: readonly Node[] },
	visitor: Visitor<Kind>
): void {
	const open: Frame<Kind>[] = [{ nodes: root.childNodes, kind: null, next: 0 }];
	for (let frame = open[0]; frame;) {
		const node = frame.nodes[frame.next];
		frame.next += 1;
		if (!node) {
			if (frame.kind !== null) visitor.leave(frame.kind);
			open.pop();
			frame = open[open.length - 1];
		} else if (node.nodeName === '#text') {
			visitor.text((node as Tree.TextNode).value);
		} else if ('tagName' in node) {
			const kind = visitor.enter(node);
			if (kind === null) continue;
			frame = { nodes: node.childNodes, kind, next: 0 };
			open.push(frame);
		}
	}
}
