import { expect, it } from 'vitest';
import { chineseDay, englishDay } from './day.ts';

it.each([
	['2021-01-27', '2021 年 1 月 27 日', '27 January 2021'],
	['2021-12', '2021 年 12 月', 'December 2021'],
	['2022', '2022 年', '2022']
])('%s is written as people write it, on one line', (when, chinese, english) => {
	const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
	expect(spaced(chineseDay(when))).toBe(chinese);
	expect(spaced(englishDay(when))).toBe(english);
	expect(chineseDay(when)).not.toContain(' ');
});
