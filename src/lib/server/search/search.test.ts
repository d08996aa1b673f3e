import { describe, expect, it } from 'vitest';
import { decodePostings, encodePostings } from './postings.ts';
import { isOneToken, tokensOf } from './tokens.ts';
import { foldedText, unitsOf } from './units.ts';
import { WordIndex } from './word-index.ts';

const said = (text: string) => unitsOf(text).map(({ unit }) => unit);

describe('units of a text', () => {
	it('are characters, whole numbers and small words, without what stands between', () => {
		expect(said('本机关，共收到\n申请 45 件。')).toEqual([...'本机关共收到申请', '45', '件']);
		expect(said('OFD格式 PDF/A-1')).toEqual(['ofd', ...'格式', 'pdf', 'a', '1']);
	});

	it('are the same in traditional characters, in full width and among radicals', () => {
		expect(said('政府信息公開')).toEqual([...'政府信息公开']);
		expect(said('２０２０年ＡＢ')).toEqual(['2020', '年', 'ab']);
		expect(said('⼈民')).toEqual([...'人民']);
	});

	it('join the groups of a number, and keep its decimals', () => {
		expect(said('1,234件')).toEqual(['1234', '件']);
		expect(said('1，234，567')).toEqual(['1234567']);
		expect(said('20.268490万元')).toEqual(['20.268490', ...'万元']);
		expect(said('2019,2020')).toEqual(['2019', '2020']);
		expect(said('1,2345')).toEqual(['1', '2345']);
		expect(said('3.')).toEqual(['3']);
	});

	it('know where they stand', () => {
		const text = '（公開） 1,234 件';
		const cut = unitsOf(text).map(({ start, end }) => text.slice(start, end));
		expect(cut).toEqual(['公', '開', '1,234', '件']);
	});

	it('make names comparable', () => {
		expect(foldedText('甲市 教育局（本级）')).toBe('甲市教育局本级');
	});
});

describe('tokens of a phrase', () => {
	it('are pairs, and numbers and words by themselves', () => {
		expect(tokensOf([...'公开', '45', '件'])).toEqual(['公开', '开 45', '开 45 件', '45 件']);
		expect(tokensOf(['45', '件'])).toEqual(['45', '45 件']);
		expect(tokensOf(['45', '23'])).toEqual(['45', '23']);
		expect(tokensOf(['公'])).toEqual([]);
		expect(isOneToken([...'公开'])).toBe(true);
		expect(isOneToken([...'公开权'])).toBe(false);
		expect(isOneToken(['45', '23'])).toBe(false);
		expect(isOneToken(['请', '45', '件'])).toBe(true);
	});
});

const ordinalsOf = (bits: Uint8Array) =>
	Array.from({ length: 8 * bits.length }, (_, at) => at).filter(
		(at) => (bits[at >> 3]! & (0x80 >> (at & 7))) !== 0
	);

describe('postings', () => {
	it.each([
		[[], 10],
		[[0], 1],
		[[9], 10],
		[[0, 4_999], 5_000],
		[[3, 200, 20_000], 30_000],
		[Array.from({ length: 5_000 }, (_, at) => at), 5_000],
		[Array.from({ length: 1_000 }, (_, at) => 5 * at), 5_000]
	] as const)('come back as they went in', (ordinals, size) => {
		const bytes = encodePostings(ordinals, size);
		expect(ordinalsOf(decodePostings(bytes, size))).toEqual(ordinals);
		expect(bytes.length).toBeLessThanOrEqual(1 + Math.ceil(size / 8));
	});
});

describe('the index of words', () => {
	it('lists the reports of each token, in the order asked for', () => {
		const index = new WordIndex();
		for (const text of ['公开 45 件', '公开、公开', '不公', '45']) index.add(text);
		const listed = Object.fromEntries(
			[...index.postings([3, 1, 2, 0])].map(({ token, postings }) => [
				token,
				ordinalsOf(decodePostings(postings, 4))
			])
		);
		expect(listed).toEqual({
			公开: [1, 3],
			'开 45': [3],
			'45': [0, 3],
			'45 件': [3],
			'开 45 件': [3],
			开公: [1],
			不公: [2]
		});
	});

	it('holds as many tokens as there are', () => {
		const index = new WordIndex();
		const characters = Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + at));
		const text = characters.flatMap((one) => characters.map((other) => one + other)).join('');
		index.add(text);
		const folded = foldedText(text);
		const pairs = new Set(Array.from(folded.slice(1), (_, at) => folded.slice(at, at + 2)));
		expect(new Set([...index.postings([0])].map(({ token }) => token))).toEqual(pairs);
		expect(pairs.size).toBeGreaterThan(150_000);
	});
});
