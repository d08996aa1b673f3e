const SVG = 'http://www.w3.org/2000/svg';

/** An element of a drawing, with attributes that are not null. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | number | null>>,
	text?: string
): SVGElement {
	const made = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) {
		if (value !== null) made.setAttribute(key, String(value));
	}
	if (text !== undefined) made.textContent = text;
	return made;
}

const hex = (share: number) =>
	Math.round(Math.min(1, Math.max(0, share)) * 255)
		.toString(16)
		.padStart(2, '0');

/**
 * A computed colour as every program reads it: `#rrggbb`, and how opaque it is. Browsers give
 * `rgb()` for plain colours and `color(srgb …)` for mixed ones, which word processors cannot read.
 */
export function plainColour(computed: string): { colour: string; opacity: number } | null {
	const match = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(computed.trim());
	const [red, green, blue, alpha = 1] = (match?.[2] ?? '').split(/[\s,/]+/).map(Number);
	if (!match || red === undefined || green === undefined || blue === undefined) return null;
	const whole = match[1] === 'color' ? 1 : 255;
	return {
		colour: `#${[red, green, blue].map((part) => hex(part / whole)).join('')}`,
		opacity: alpha
	};
}

/** What a drawing's elements are painted and written with, as attributes that need no style sheet. */
const WRITTEN = ['font-size', 'font-weight', 'text-anchor', 'dominant-baseline'];
const DRAWN = ['stroke-width', 'stroke-dasharray', 'opacity'];
const SHAPES = 'path, rect, circle, ellipse, line, polyline, polygon, text, tspan, use, image';

function paint(copy: Element, style: CSSStyleDeclaration, key: 'fill' | 'stroke'): void {
	const value = style.getPropertyValue(key);
	// A pattern or gradient of the drawing itself keeps its name.
	if (value.startsWith('url(')) return;
	const plain = plainColour(value);
	copy.setAttribute(key, plain && plain.opacity > 0 ? plain.colour : 'none');
	if (!plain || plain.opacity === 0) return;
	const opacity = plain.opacity * Number(style.getPropertyValue(`${key}-opacity`) || 1);
	if (opacity < 1) copy.setAttribute(`${key}-opacity`, String(opacity));
}

/** What is so without being said. */
const UNSAID = new Set(['', 'none', 'auto', 'normal']);

function settle(original: Element, copy: Element): void {
	const style = getComputedStyle(original);
	paint(copy, style, 'fill');
	paint(copy, style, 'stroke');
	for (const key of copy.matches('text, tspan') ? [...WRITTEN, ...DRAWN] : DRAWN) {
		const value = style.getPropertyValue(key).replaceAll('px', '');
		if (UNSAID.has(value) || (key === 'opacity' && value === '1')) copy.removeAttribute(key);
		else copy.setAttribute(key, value);
	}
	copy.removeAttribute('style');
	copy.removeAttribute('class');
}

/** Groups hand on colours that each shape in them says for itself by now. */
function clear(group: Element): void {
	for (const name of ['fill', 'stroke', 'style', 'class']) group.removeAttribute(name);
}

const isHidden = (shape: Element) =>
	shape.closest('defs') === null && getComputedStyle(shape).display === 'none';

/** A drawing on its page as one that stands alone, its colours plain, at a place in another drawing. */
export function plainDrawing(
	svg: SVGSVGElement,
	place: { x: number; y: number; width: number; height: number }
): SVGElement {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const originals = [...svg.querySelectorAll(SHAPES)];
	const copies = [...copy.querySelectorAll(SHAPES)];
	originals.forEach((original, index) => {
		const shape = copies[index];
		if (!shape) return;
		if (isHidden(original)) shape.remove();
		else settle(original, shape);
	});
	copy.querySelectorAll('style, script').forEach((sheet) => sheet.remove());
	copy.querySelectorAll('g').forEach(clear);
	// A link leads nowhere outside its page.
	for (const link of [...copy.querySelectorAll('a')].reverse()) {
		const group = element('g', {});
		group.append(...link.childNodes);
		link.replaceWith(group);
	}
	const view = copy.getAttribute('viewBox') ?? `0 0 ${place.width} ${place.height}`;
	// As on its page: a word may stand a little over the edge.
	const drawing = element('svg', { ...place, viewBox: view, overflow: 'visible' });
	drawing.append(...copy.childNodes);
	return drawing;
}
