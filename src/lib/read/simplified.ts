import { SIMPLIFIED } from '../characters.ts';

/**
 * Words of mirrors for words of the form, as long as these, where they stand for them; and
 * characters that only mean this in traditional text.
 */
const LOCAL_WORDS: readonly (readonly [RegExp, string])[] = [
	[/(?<=政府|获取|取得|相关|公开|事务|过程性|现成)资讯|资讯(?=公开|内容|处理费|管理)/g, '信息'],
	[/(?<=规范性)(?:档案|文档)/g, '文件'],
	[/覆议|複议/g, '复议'],
	[/後/g, '后'],
	[/於/g, '于'],
	[/徵/g, '征'],
	[/(?<=年|购|请|要)专案(?=数|名|总)/g, '项目']
];

const CHUNK = 8192;

function charactersOf(text: string): string {
	let at = 0;
	while (at < text.length && SIMPLIFIED[text.charCodeAt(at)] === 0) at += 1;
	if (at === text.length) return text;
	const parts = [text.slice(0, at)];
	for (; at < text.length; at += CHUNK) {
		const codes = new Uint16Array(Math.min(CHUNK, text.length - at));
		for (let index = 0; index < codes.length; index += 1) {
			const code = text.charCodeAt(at + index);
			codes[index] = SIMPLIFIED[code] || code;
		}
		parts.push(String.fromCharCode(...codes));
	}
	return parts.join('');
}

/** Pinyin in brackets behind its character, as in 行(xíng)政(zhèng). */
const PINYIN =
	/(?<=[㐀-鿿])[(（](?=[^)）]{0,6}[aeiouüɑ\u00e0-\u01dc])[a-züɑɡ\u00e0-\u01dc]{1,7}[)）]/g;
/** Fewer readings than this are an abbreviation or a unit in brackets. */
const FEWEST_READINGS = 10;

/** A text without its pinyin, in whose place stand as many spaces of no width. */
function withoutPinyin(text: string): string {
	if (!/[(（][a-z]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(text)) return text;
	const readings = text.match(PINYIN);
	if (!readings || readings.length < FEWEST_READINGS) return text;
	return text.replace(PINYIN, (reading) => '\u200b'.repeat(reading.length));
}

/** Ends of lines other than the usual ones: of old systems, of pages, of the web. */
const LINE_ENDS = /\r(?!\n)|[\f\v\u0085\u2028\u2029]/g;

/**
 * A text with plain ends of lines and in simplified characters, of the same length, so that places in it are places in the
 * text: character by character, with the local words of mirrors, and with pinyin blanked out.
 */
export function simplified(text: string): string {
	const characters = charactersOf(withoutPinyin(text.replace(LINE_ENDS, '\n')));
	if (characters === text && !text.includes('资讯')) return text;
	return LOCAL_WORDS.reduce((words, [local, word]) => words.replace(local, word), characters);
}
