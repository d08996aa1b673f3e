import { attributeOf, type Element } from './page.ts';

/** Elements of which nothing is text that a reader of the page sees. */
export const SILENT: ReadonlySet<string> = new Set([
	...['script', 'style', 'noscript', 'template', 'noframes', 'video', 'audio', 'datalist'],
	...['button', 'map', 'rt', 'rp', 'link']
]);

/** Elements that show something which may be a figure and is no text. */
export const OPAQUE: ReadonlySet<string> = new Set([
	...['img', 'input', 'embed', 'object', 'svg', 'canvas', 'iframe', 'select', 'textarea']
]);

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
	...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details'],
	...['dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'form', 'h1', 'h2', 'h3', 'h4'],
	...['h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'menu', 'ol', 'p', 'section'],
	...['summary', 'ul', 'xmp', 'listing', 'plaintext']
]);

/** Elements whose words never run together with a figure beside them: notes, and what is struck out. */
export const SET_APART: ReadonlySet<string> = new Set(['sup', 'sub', 's', 'strike', 'del']);

const HIDDEN_STYLE =
	/(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;

/** Whether a page says of an element that it does not show. */
export function isHidden(element: Element): boolean {
	if (element.attrs.length === 0) return false;
	if (attributeOf(element, 'hidden') !== null) return true;
	const style = attributeOf(element, 'style');
	return style !== null && HIDDEN_STYLE.test(style);
}
