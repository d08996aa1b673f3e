import { describe, expect, it } from 'vitest';
import { simplified } from './simplified.ts';

describe('simplified', () => {
	it.each([
		['臺灣、爲、為、裡、裏、於、後、徵收、總計', '台湾、为、为、里、里、于、后、征收、总计'],
		['行政規範性檔案', '行政规范性文件'],
		['市檔案局政府資訊公開', '市档案局政府信息公开'],
		['資訊内容', '信息内容'],
		['上一年專案數量', '上一年项目数量'],
		['行政複議、覆議', '行政复议、复议'],
		['甲市資訊中心', '甲市资讯中心']
	])('%s', (text, expected) => {
		expect(simplified(text)).toBe(expected);
	});

	it.each(['乾县、乾安县、瞭望、著作、於潜', '示例省甲市乙县教育局\t1\t20%', '𠀀𡃁'])(
		'leaves simplified text as it is: %s',
		(text) => {
			expect(simplified(text)).toBe(text);
		}
	);

	it('blanks pinyin out, and no other words in brackets', () => {
		const readings = '行(xíng)政(zhèng)许(xǔ)可(kě)'.repeat(3);
		const read = simplified(`${readings}单位（km）`);
		expect(read).toHaveLength(readings.length + 6);
		expect(read.replaceAll('\u200b', '')).toBe(`${'行政许可'.repeat(3)}单位（km）`);
		expect(simplified('甲市(jiǎ)、面积(km)')).toBe('甲市(jiǎ)、面积(km)');
	});

	it('keeps every length', () => {
		const all = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('');
		expect(simplified(all)).toHaveLength(all.length);
	});
});
