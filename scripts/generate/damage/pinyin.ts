/** Readings of the commonest characters of the form; others get none. */
const READINGS: Readonly<Record<string, string>> = {
	...{
		规: 'guī',
		章: 'zhāng',
		行: 'xíng',
		政: 'zhèng',
		许: 'xǔ',
		可: 'kě',
		处: 'chǔ',
		罚: 'fá',
		强: 'qiáng',
		制: 'zhì'
	},
	...{
		公: 'gōng',
		开: 'kāi',
		信: 'xìn',
		息: 'xī',
		申: 'shēn',
		请: 'qǐng',
		予: 'yǔ',
		以: 'yǐ',
		部: 'bù',
		分: 'fèn'
	},
	...{
		总: 'zǒng',
		计: 'jì',
		自: 'zì',
		然: 'rán',
		人: 'rén',
		其: 'qí',
		他: 'tā',
		本: 'běn',
		年: 'nián',
		数: 'shù'
	},
	...{
		量: 'liàng',
		结: 'jié',
		果: 'guǒ',
		维: 'wéi',
		持: 'chí',
		纠: 'jiū',
		正: 'zhèng',
		重: 'chóng',
		复: 'fù',
		文: 'wén',
		件: 'jiàn'
	}
};

/** A text with the reading of each character in brackets behind it, as some mirrors add it. */
export function pinyinOf(text: string): string {
	return [...text].map((mark) => (READINGS[mark] ? `${mark}(${READINGS[mark]})` : mark)).join('');
}
