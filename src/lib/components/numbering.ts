import type { Language } from '../form/index.ts';

const NUMERALS = '一二三四五六七八九';

/**
 * The form's own numbering before a label: `（七）` and `二、` as printed in Chinese, `(7) ` and
 * `2. ` in English.
 */
export function numberingIn(language: Language, numbering: string): string {
	if (language === 'zh' || numbering === '') return numbering;
	if (numbering === '其中：') return 'of which: ';
	const plain = numbering
		.replace(/[一二三四五六七八九]/g, (numeral) => String(NUMERALS.indexOf(numeral) + 1))
		.replace('（', '(')
		.replace('）', ')')
		.replace('、', '.');
	return `${plain} `;
}
