import { describe, expect, it } from 'vitest';
import { slim } from './slim.ts';

const OPEN =
	'<svg width="640" height="300" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300">';
const drawing = (...lines: string[]) => slim([OPEN, ...lines, '</svg>'].join('\n'));
const bar = (x: number, fill: string) =>
	`<path d="M${x} 10l5 0l0 -8l-5 0Z" fill="${fill}" stroke="var(--ink)" ecmeta_index="0"></path>`;
const word = (text: string, x: number) =>
	`<text dominant-baseline="central" text-anchor="middle" style="font-size:12px;" y="6" transform="translate(${x} 20.04)" fill="var(--ink)">${text}</text>`;
const ground = (x: number, fill: string) =>
	`<path d="M-5 -6l10 0l0 12l-10 0Z" transform="translate(${x} 26)" fill="${fill}"></path>`;
const inside = (svg: string) => svg.replace(/^<svg[^>]*>|<\/svg>$/g, '');

describe('a slim drawing', () => {
	it('tells bars of one look once, with the patterns on them', () => {
		const svg = drawing(
			bar(1, 'red'),
			bar(1, 'url(#zr1-p0)'),
			bar(9, 'red'),
			bar(9, 'url(#zr1-p0)')
		);
		const shape = 'M1 10h5v-8h-5ZM9 10h5v-8h-5Z';
		expect(inside(svg)).toBe(
			`<path d="${shape}" fill="red" stroke="var(--ink)"/><path d="${shape}" fill="url(#drawn1-p0)" stroke="var(--ink)"/>`
		);
	});

	it('keeps the order of what may lie over one another', () => {
		const svg = drawing(bar(1, 'red'), bar(2, 'blue'), bar(3, 'red'));
		expect(svg.match(/fill="\w+"/g)).toEqual(['fill="red"', 'fill="blue"', 'fill="red"']);
		const worded = drawing(bar(1, 'red'), word('甲', 1), bar(3, 'red'));
		expect(worded.match(/<(?:path|text)/g)).toEqual(['<path', '<text', '<path']);
	});

	it('puts the grounds of words together under all of them, each where it was', () => {
		const svg = drawing(ground(10, 'red'), word('9%', 10), ground(30, 'red'), word('7%', 30));
		expect(inside(svg)).toBe(
			'<path d="M5 20h10v12h-10ZM25 20h10v12h-10Z" fill="red"/>' +
				'<g text-anchor="middle" fill="var(--ink)"><text x="10" y="26">9%</text><text x="30" y="26">7%</text></g>'
		);
	});

	it('leaves out what is neither filled nor outlined', () => {
		expect(inside(drawing('<path d="M0 0l1 0Z" fill="none"></path>'))).toBe('');
	});

	it('leaves turned texts and shapes that are not told from one point where they stand', () => {
		const turned =
			'<text transform="matrix(0,-1,1,0,5,6)" fill="var(--ink)" style="font-size:11px;">甲</text>';
		expect(drawing(turned)).toContain('transform="matrix(0,-1,1,0,5,6)"');
		expect(drawing(turned)).toContain('font-size:11px');
		const round = '<path d="M3 0A3 3 0 0 1 6 3Z" transform="translate(7 8)" fill="red"></path>';
		expect(inside(drawing(round))).toBe(
			'<path d="M3 0A3 3 0 0 1 6 3Z" transform="translate(7 8)" fill="red"/>'
		);
	});
});
