import { customPinyin, pinyin } from 'pinyin-pro';

/**
 * Places whose characters are read otherwise than in other words, where the dictionary does not
 * know it. Readings after the official list of divisions; what is met in the wild is one more line.
 */
const PLACES: Readonly<Record<string, string>> = {
	大埔: 'da bu',
	单县: 'shan xian',
	歙县: 'she xian',
	浚县: 'xun xian',
	蔚县: 'yu xian',
	乐清: 'yue qing',
	乐亭: 'lao ting',
	尉犁: 'yu li',
	涡阳: 'guo yang',
	泌阳: 'bi yang',
	繁峙: 'fan shi',
	洪洞: 'hong tong',
	筠连: 'jun lian',
	珲春: 'hun chun',
	宕昌: 'tan chang',
	六合: 'lu he',
	黄陂: 'huang pi',
	吴堡: 'wu bu',
	红寺堡: 'hong si bu',
	牟定: 'mou ding',
	大箐山: 'da qing shan',
	万柏林: 'wan bai lin',
	莘庄: 'xin zhuang',
	曾都: 'zeng du',
	什邡: 'shi fang',
	喀什: 'ka shi',
	乌什: 'wu shi',
	阿图什: 'a tu shi',
	康巴什: 'kang ba shi',
	克什克腾: 'ke shi ke teng',
	塔什库尔干: 'ta shi ku er gan'
};

customPinyin(PLACES);

/** How a name is typed by those who do not switch to Chinese. */
export interface Spelling {
	/** The first letter of each syllable. */
	readonly initials: string;
	/** The whole syllables, without tones, with a space before each. */
	readonly pinyin: string;
}

/** In names of places and organs 都 is a capital, never the word for all. */
const syllableOf = (syllable: string, character: string | undefined) =>
	character === '都' ? 'du' : syllable;

/** The spelling of a name; what is no Chinese character is left out. */
export function spellingOf(name: string): Spelling {
	const all = pinyin(name, { toneType: 'none', type: 'all', v: true, nonZh: 'removed' });
	const syllables = all.map(({ pinyin: syllable, origin }) =>
		syllableOf(syllable, origin).toLowerCase()
	);
	return {
		initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
		pinyin: syllables.map((syllable) => ` ${syllable}`).join('')
	};
}
