import type { Element } from './page.ts';

/**
 * What an element is to the text of a page:
 *
 * - `silent`: nothing of it is text that a reader of the page sees
 * - `opaque`: it shows something which may be a figure and is no text
 * - `block`: it stands on lines of its own
 * - `apart`: its words never run together with a figure beside them: notes, and what is struck out
 * - `inline`: its words are its parent's
 */
export type Role =
	| 'silent'
	| 'opaque'
	| 'block'
	| 'apart'
	| 'inline'
	| 'frame'
	| 'title'
	| 'meta'
	| 'break'
	| 'table'
	| 'row'
	| 'cell'
	| 'group'
	| 'link'
	| 'part'
	| 'pre';

const NAMES: Readonly<Record<Exclude<Role, 'inline'>, readonly string[]>> = {
	silent: [
		...['script', 'style', 'noscript', 'template', 'noframes', 'video', 'audio', 'datalist'],
		...['button', 'map', 'rt', 'rp', 'link']
	],
	opaque: [...['img', 'input', 'embed', 'object', 'svg', 'canvas', 'iframe', 'select', 'textarea']],
	block: [
		...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details'],
		...['dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'form', 'h1', 'h2', 'h3'],
		...['h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'menu', 'ol', 'p'],
		...['section', 'summary', 'ul', 'xmp', 'listing', 'plaintext']
	],
	apart: ['sup', 'sub', 's', 'strike', 'del'],
	frame: ['head', 'html'],
	title: ['title'],
	meta: ['meta'],
	break: ['br'],
	table: ['table'],
	row: ['tr'],
	cell: ['td', 'th'],
	group: ['tbody', 'thead', 'tfoot'],
	link: ['a'],
	part: ['nav', 'footer'],
	pre: ['pre']
};

const ROLES = new Map(
	Object.entries(NAMES).flatMap(([role, names]) => names.map((name) => [name, role as Role]))
);

/** What an element is to the text. */
export function roleOf({ tagName, attrs }: Element): Role {
	const role = ROLES.get(tagName) ?? 'inline';
	return role === 'inline' && attrs.some(isStruck) ? 'apart' : role;
}

const isStruck = ({ name, value }: Element['attrs'][number]) =>
	name === 'style' && STRUCK_STYLE.test(value);

const HIDDEN_STYLE =
	/(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:;|!|$))/i;
const STRUCK_STYLE = /text-decoration(?:-line)?\s*:[^;]*line-through/i;

/** Whether a page says of an element that it does not show. */
export function isHidden(element: Element): boolean {
	for (const { name, value } of element.attrs) {
		if (name === 'hidden' || (name === 'style' && HIDDEN_STYLE.test(value))) return true;
	}
	return false;
}
