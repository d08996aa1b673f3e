import { expect, test } from 'vitest';
import { wrapped } from './picture-text.ts';
import { plainColour } from './plain-drawing.ts';

test.each([
	['rgb(28, 79, 130)', '#1c4f82', 1],
	['rgba(0, 0, 0, 0)', '#000000', 0],
	['color(srgb 1 0.5 0)', '#ff8000', 1],
	['color(srgb 0.1 0.2 0.3 / 0.5)', '#1a334d', 0.5]
])('%s is %s', (computed, colour, opacity) => {
	expect(plainColour(computed)).toEqual({ colour, opacity });
});

test('what is no colour is none', () => {
	for (const computed of ['none', 'url(#pattern)', 'oklch(0.5 0.1 20)', '']) {
		expect(plainColour(computed)).toBeNull();
	}
});

test('a text is broken where it gets too wide, at a space where one is near', () => {
	const measure = (text: string) => text.length;
	expect(wrapped('据一百份报告缺三空二', 4, measure)).toEqual(['据一百份', '报告缺三', '空二']);
	expect(wrapped('rests on many reports', 10, measure)).toEqual(['rests on', 'many', 'reports']);
	expect(wrapped('据一百份，缺三', 4, measure)).toEqual(['据一百份，', '缺三']);
	expect(wrapped('', 4, measure)).toEqual([]);
});
