import type { Box } from '../../form/index.ts';
import type { Rect } from './pdfmatrix.ts';

export type Turn = 0 | 1 | 2 | 3;

/** Characters that a page shows at one place, in points from its top left. */
export interface Glyph extends Rect {
	/** One character, or the letters of a ligature; a space where the page sets one. */
	readonly text: string;
	/** The size of its font on the page. */
	readonly size: number;
	/** Quarter turns, clockwise, from text that reads to the right. */
	readonly turn: Turn;
	/** Where it stands on the page, also where the page was turned for reading. */
	readonly box: Box;
}

/** Radicals that Unicode does not count as the same as the character that they look like. */
const RADICALS = new Map(
	(
		'⺎兀⺟母⺠民⺩王⺫目⺬示⺮竹⺼肉⺾艹⻁虎⻄西⻅见⻆角⻉贝⻋车⻌辶⻍辶⻏邑⻐金⻑長⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风' +
		'⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⻳龟'
	)
		.match(/../gu)
		?.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)])
);

const ALIKE = /[\u2e80-\u2eff]|[\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06]/g;
/** Written by nobody: what a font says that does not know its characters. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\ufeff\ufffe\uffff]/g;

/**
 * A font's characters as they are compared: radicals of the Kangxi block and ligatures as plain
 * characters. Nothing else is made alike: a raised or a circled figure is no figure of a cell.
 */
export function plain(unicode: string): string {
	const shown = unicode.replace(CONTROLS, '');
	if (!ALIKE.test(shown)) return shown;
	return shown.replace(ALIKE, (word) => RADICALS.get(word) ?? word.normalize('NFKC'));
}

/** Scripts that a report in Chinese is written in, with the signs beside them. */
const EXPECTED =
	/[\u0020-\u007e\u00a0-\u00ff\u2000-\u206f\u2100-\u27bf\u2e80-\u30ff\u3200-\u9fff\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe6f\uff00-\uffef]|[\ud840-\ud887][\udc00-\udfff]/u;

/** Whether a font's word for a character is one that nobody writes in a report. */
export function isGarbled(unicode: string): boolean {
	return !EXPECTED.test(unicode) || unicode.includes('\ufffd');
}
