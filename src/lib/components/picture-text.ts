import { element, plainColour } from './plain-drawing.ts';

/** One line of text at a place. */
interface Line {
	readonly text: string;
	readonly left: number;
	readonly top: number;
	readonly bottom: number;
}

/** The lines that a text of the page is broken into, where the browser put them. */
function linesOf(node: Text): Line[] {
	const lines: { text: string; left: number; top: number; bottom: number }[] = [];
	const range = document.createRange();
	for (let index = 0; index < node.data.length; index += 1) {
		range.setStart(node, index);
		range.setEnd(node, index + 1);
		const box = range.getBoundingClientRect();
		if (box.width === 0) continue;
		const last = lines.at(-1);
		if (last && Math.abs(last.top - box.top) < 2) last.text += node.data[index];
		else
			lines.push({
				text: node.data[index] ?? '',
				...{ left: box.left, top: box.top, bottom: box.bottom }
			});
	}
	return lines;
}

/** The words of a part of the page, outside its drawings, each line where it stands from an origin. */
export function writtenWords(part: Element, origin: DOMRect): SVGElement[] {
	const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	const words: SVGElement[] = [];
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		const parent = node.parentElement;
		if (!parent || parent.closest('svg, .hidden-visually')) continue;
		const style = getComputedStyle(parent);
		for (const { text, left, top, bottom } of linesOf(node)) {
			const place = { x: left - origin.left, y: (top + bottom) / 2 - origin.top };
			const look = {
				fill: plainColour(style.color)?.colour ?? null,
				'font-size': style.fontSize,
				'font-weight': style.fontWeight,
				'dominant-baseline': 'central'
			};
			words.push(element('text', { ...place, ...look }, text.trimEnd()));
		}
	}
	return words;
}

/** The swatches of a legend, each where it stands from an origin. */
export function swatches(part: Element, origin: DOMRect): SVGElement[] {
	return [...part.querySelectorAll('.swatch')].map((swatch) => {
		const style = getComputedStyle(swatch);
		const { left, top, width, height } = swatch.getBoundingClientRect();
		const ground = plainColour(style.backgroundColor);
		return element('rect', {
			x: left - origin.left + 0.5,
			y: top - origin.top + 0.5,
			width: width - 1,
			height: height - 1,
			fill: ground && ground.opacity > 0 ? ground.colour : 'none',
			stroke: plainColour(style.borderTopColor)?.colour ?? null,
			'stroke-dasharray': style.borderTopStyle === 'dashed' ? '3 2' : null
		});
	});
}

/** What begins no line: it hangs over the end of the one before. */
const CLOSING = /[，。；：、！？）》”]/;

/** A text in lines no wider than a width; a Latin word is kept whole where it fits a line. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const character of text) {
		if (line !== '' && measure(line + character) > width && !CLOSING.test(character)) {
			const word = /^[!-~]$/.test(character) ? (/[!-~]+$/.exec(line)?.[0] ?? '') : '';
			const cut = word === line ? line.length : line.length - word.length;
			lines.push(line.slice(0, cut).trim());
			line = line.slice(cut);
		}
		line += character;
	}
	return line.trim() === '' ? lines : [...lines, line.trim()];
}
