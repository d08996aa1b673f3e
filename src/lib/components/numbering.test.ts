import { expect, test } from 'vitest';
import { EDITIONS, OUTCOMES } from '../form/index.ts';
import { numberingIn } from './numbering.ts';

test.each([
	['（七）', '(7) '],
	['二、', '2. '],
	['3.', '3. '],
	['其中：', 'of which: '],
	['', '']
])('%s is “%s” in English, and as printed in Chinese', (numbering, english) => {
	expect(numberingIn('en', numbering)).toBe(english);
	expect(numberingIn('zh', numbering)).toBe(numbering);
});

test('no numbering of the form stays Chinese in English', () => {
	const items = EDITIONS.flatMap(({ sections }) =>
		sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.items))
	);
	for (const { numbering } of [...items, ...OUTCOMES]) {
		expect(numberingIn('en', numbering)).toMatch(/^[\x20-\x7e]*$/);
	}
});
