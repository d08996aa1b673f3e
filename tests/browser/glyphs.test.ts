import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser.ts';
import { drawn } from './glyphs.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

describe('Chinese characters', () => {
	it('are drawn, each in its own shape and none as the box of a missing one', async () => {
		const page = await browser.newPage();
		const characters = '政府信息公开年度报告总览空缺未设';
		// A code point for private use, which no font draws as anything but a box.
		const shapes = await drawn(page, `${characters}\u{10FFFD}`);
		const box = shapes.get('\u{10FFFD}');
		for (const character of characters) {
			const shape = shapes.get(character) ?? '';
			expect(shape.split('1').length, character).toBeGreaterThan(40);
			expect(shape, character).not.toBe(box);
		}
		expect(new Set(characters.split('').map((character) => shapes.get(character))).size).toBe(
			characters.length
		);
	});
});
