import { joined, rewritten, type Passage } from './passage.ts';

const TITLE_LENGTH = 80;
const TITLE = /(?:政府信息公开|政务公开|信息公开).*(?:报告|年报)/;
const BREADCRUMB = /[>»›]|当前位置|您的位置/;
/** Fields of a page's table of metadata, one of which may be the name of its column of reports. */
const METADATA = /索\s*引\s*号|主题(?:分类|词)|文\s*号\s*:|有\s*效\s*性/;
/** Lines in which a title is looked for. */
const TITLE_LINES = 30;
const BARE_YEAR = /^(?:19|20)\d{2}年?度?$/;
/** A number or a day that stands above a title and is no part of it. */
const NUMBER_OR_DAY =
	/[〔[【(]\s*20\d{2}\s*[〕\]】)]\s*第?\d|\d{4}[-年./]\d{1,2}[-月./]|^\d+$|索引号|附件/;

/** Whether words may be a report's title. */
export function isTitle({ words }: Passage): boolean {
	return (
		words.length <= TITLE_LENGTH &&
		words.includes('报') &&
		TITLE.test(/\s/.test(words) ? words.replace(/\s/g, '') : words) &&
		!BREADCRUMB.test(words) &&
		!METADATA.test(words) &&
		!/[。；，]/.test(words)
	);
}

/** A line without the spaces that spread its characters: 甲 市 教 育 局. */
export function withoutSpaces(line: Passage): Passage {
	if (!/\s/.test(line.words)) return line;
	return rewritten(line, (character) => (/\s/.test(character) ? '' : character));
}

/** The title among the first lines, in one line or broken over two, and the line where it ends. */
export function titleIn(head: readonly Passage[]): { title: Passage | null; at: number } {
	const lines = head.slice(0, TITLE_LINES);
	const whole = ownTitle(lines);
	const wholeLine = lines[whole];
	if (wholeLine) return { title: withoutSpaces(wholeLine), at: whole };
	for (let at = 1; at < lines.length; at += 1) {
		const [first, second] = [lines[at - 1], lines[at]];
		if (!first || !second || !isPiece(first) || !isPiece(second)) continue;
		const both = joined(withoutSpaces(first), withoutSpaces(second));
		if (isTitle(both)) return { title: both, at };
	}
	const listed = lines.filter(isTitle);
	const [only] = listed;
	if (only && listed.length === 1) return { title: withoutSpaces(only), at: lines.indexOf(only) };
	const bare = lines.slice(0, 5).findIndex(({ words }) => BARE_YEAR.test(words));
	return { title: lines[bare] ?? null, at: bare };
}

const YEAR = /20\d{2}|二[〇○零ＯOoО0]/;

/** The day behind a title in a list of reports. */
const LISTED = /[[(【（\s]*20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])】）]*$/;

/**
 * The line that is the report's own title; -1 where there is none. An entry of a list is none: its
 * day stands behind it. Of titles of several years below each other the last stands above the report.
 */
function ownTitle(lines: readonly Passage[]): number {
	const titles = lines.map((line) => isTitle(line) && !LISTED.test(line.words));
	const first = titles.indexOf(true);
	if (first === -1) return -1;
	// Above a list its column's own name may stand: 政府信息公开年报.
	const dated = titles.findIndex((isOne, at) => isOne && YEAR.test(lines[at]?.words ?? ''));
	const listed = lines.slice(first, dated).some(({ words }) => LISTED.test(words));
	const own = listed ? dated : first;
	const behind = titles.indexOf(false, own);
	const last = (behind === -1 ? lines.length : behind) - 1;
	const years = lines.slice(own, last + 1).map(({ words }) => YEAR.exec(words)?.[0]);
	return new Set(years).size > 1 ? last : own;
}

/** Whether a line may be a piece of a title: short, and no number or day of its own. */
export function isPiece({ words }: Passage): boolean {
	return words.length <= 40 && !/[。；，:]/.test(words) && !NUMBER_OR_DAY.test(words);
}

/** The title with the line above it, where that may be its first half. */
export function wholeTitle(title: Passage, above: Passage | null): Passage {
	if (!above || title.unseen || !isPiece(above) || above.end > title.start) return title;
	return joined(above, title);
}
