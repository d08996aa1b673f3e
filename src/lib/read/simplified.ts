import variantsOfHongKong from 'opencc-js/dict/HKVariantsRev';
import charactersOfTradition from 'opencc-js/dict/TSCharacters';
import variantsOfTaiwan from 'opencc-js/dict/TWVariantsRev';

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

/** Characters that simplified text uses too, such as 乾 in 乾县: those of GB 2312. */
function ofSimplifiedText(): ReadonlySet<string> {
	const bytes: number[] = [];
	for (let row = 0xb0; row <= 0xf7; row += 1) {
		for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
	}
	return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
}

/** The pairs of a dictionary between single UTF-16 code units; of several, the first. */
function pairsOf(dictionary: string): [string, string][] {
	return dictionary.split('|').flatMap((entry): [string, string][] => {
		const [from = '', to = ''] = entry.split(' ');
		return from.length === 1 && to.length === 1 && from !== to ? [[from, to]] : [];
	});
}

/** For each code unit that simplified text does not use, the one that it uses instead; 0 for none. */
function tableOfCharacters(): Uint16Array {
	const table = new Uint16Array(0x10000);
	const kept = ofSimplifiedText();
	const simple = new Map(pairsOf(charactersOfTradition));
	const variants = [...pairsOf(variantsOfTaiwan), ...pairsOf(variantsOfHongKong)];
	const all = [...variants.map(([from, to]) => [from, simple.get(to) ?? to] as const), ...simple];
	for (const [from, to] of all) {
		if (!kept.has(from)) table[from.charCodeAt(0)] = to.charCodeAt(0);
	}
	return table;
}

const TABLE = tableOfCharacters();
const CHUNK = 8192;

function charactersOf(text: string): string {
	let at = 0;
	while (at < text.length && TABLE[text.charCodeAt(at)] === 0) at += 1;
	if (at === text.length) return text;
	const parts = [text.slice(0, at)];
	for (; at < text.length; at += CHUNK) {
		const codes = new Uint16Array(Math.min(CHUNK, text.length - at));
		for (let index = 0; index < codes.length; index += 1) {
			const code = text.charCodeAt(at + index);
			codes[index] = TABLE[code] || code;
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
