import { expect, it } from 'vitest';
import { remembering } from './remembering.ts';

it('asks once for the same words, and also where the answer is none', () => {
	const asked: string[] = [];
	const question = remembering((words) => {
		asked.push(words);
		return words === '无' ? null : words.length;
	});
	expect(['规章', '无', '规章', '无'].map(question)).toEqual([2, null, 2, null]);
	expect(asked).toEqual(['规章', '无']);
});

it('forgets what is too much, and never remembers prose', () => {
	let asked = 0;
	const question = remembering(() => (asked += 1));
	for (let number = 0; number <= 20_000; number += 1) question(String(number));
	expect(question('0')).toBe(20_002);
	const prose = '文'.repeat(121);
	expect(question(prose)).toBe(20_003);
	expect(question(prose)).toBe(20_004);
});
