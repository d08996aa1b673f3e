import type { Span } from '../../form/index.ts';
import { trimmed, type Document, type PageFacts } from '../slot.ts';

/** A stretch of the text, with its words. */
export interface Passage extends Span {
	readonly words: string;
	/** True for words of a page's head, which stand nowhere in its text. */
	readonly unseen?: boolean;
}

/** Where a passage stands in the text; null for words that stand elsewhere. */
export function placeOf({ start, end, unseen }: Passage): Span | null {
	return unseen ? null : { start, end };
}

/** The parts of a report's text that tell who reports, and on what year. */
export interface Passages {
	readonly title: Passage | null;
	/** What a page's head says the title is. */
	readonly pageTitles: readonly Passage[];
	/** The line before the title, which may hold the first half of it. */
	readonly aboveTitle: Passage | null;
	readonly breadcrumbs: readonly Passage[];
	/** Lines such as 发布时间:2021-01-27 来源:朝阳县. */
	readonly sourceLines: readonly Passage[];
	/** The first paragraphs. */
	readonly narrative: readonly Passage[];
	/** The last lines: a signature and a date. */
	readonly ending: readonly Passage[];
}

const HEAD_LINES = 60;
/** A page has navigation and metadata before its report. */
const PAGE_HEAD_LINES = 200;
const TAIL_LINES = 6;
const WORDS = 2000;
const TITLE_LENGTH = 80;

const TITLE = /(?:政府信息公开|政务公开|信息公开).*(?:报告|年报)/;
const BREADCRUMB = /[>＞»›]|当前位置|您的位置/;
const SOURCE_LINE =
	/(?:来\s*源|发布(?:机构|单位|机关|时间|日期|部门)|公开(?:机构|日期|单位)|成文日期|生成日期)\s*(?:[:：]|\t)/;
const MARKUP = /^[#*_\s]+|[#*_\s]+$/g;

/** Finds the passages that identify a report. */
export function passagesOf({ text, page }: Document): Passages {
	const head = page ? pageLines(text, page) : headLines(text, HEAD_LINES);
	const at = page ? pageTitleIndex(head, page) : titleIndex(head);
	const isAside = ({ words }: Passage) => BREADCRUMB.test(words) || SOURCE_LINE.test(words);
	const before = head[at - 1];
	const pageTitles = (page?.titles ?? []).filter((words) => TITLE.test(words)).map(unseen);
	return {
		title: head[at] ?? pageTitles[0] ?? null,
		pageTitles,
		aboveTitle: before && !isAside(before) && before.words.length <= 40 ? before : null,
		breadcrumbs: head
			.filter(({ words }) => BREADCRUMB.test(words) && words.length <= 200)
			.slice(0, 3),
		sourceLines: [
			...head.filter(({ words }) => SOURCE_LINE.test(words) && words.length <= 200).slice(0, 6),
			...(page?.sourceLines ?? []).map(unseen)
		],
		narrative: head.slice(at + 1).filter((passage) => !isAside(passage)),
		ending: tailLines(text, page ? pageEnd(text) : text.length)
	};
}

const unseen = (words: string): Passage => ({ start: 0, end: words.length, words, unseen: true });

/** Whether words may be a report's title. */
function isTitle({ words }: Passage): boolean {
	return (
		words.length <= TITLE_LENGTH &&
		TITLE.test(words) &&
		!BREADCRUMB.test(words) &&
		!/[。；，]/.test(words)
	);
}

function titleIndex(head: readonly Passage[]): number {
	const titled = head.slice(0, 30).findIndex(isTitle);
	if (titled >= 0) return titled;
	return head.slice(0, 5).findIndex(({ words }) => /^(?:19|20)\d{2}年?度?$/.test(words));
}

/** Of the lines that may be a page's title, one that its head names too, or that names a year. */
function pageTitleIndex(head: readonly Passage[], { titles }: PageFacts): number {
	const known = titles.map(squashed).join('\n');
	const dated = (line: Passage) => isTitle(line) && /20\d{2}|二[〇○零Oo]/.test(line.words);
	const named = head.findIndex((line) => dated(line) && known.includes(squashed(line.words)));
	if (named >= 0) return named;
	const withYear = head.findIndex(dated);
	return withYear >= 0 ? withYear : head.findIndex(isTitle);
}

const squashed = (words: string) => words.replace(/\s+/g, '');

/** The first lines of a page without those that are links, as in a site's navigation. */
function pageLines(text: string, { links }: PageFacts): Passage[] {
	let next = 0;
	return headLines(text, PAGE_HEAD_LINES, (line) => {
		let linked = 0;
		while ((links[next]?.end ?? Infinity) <= line.start) next += 1;
		for (let at = next; (links[at]?.start ?? Infinity) < line.end; at += 1) {
			const link = links[at];
			if (link) linked += Math.min(link.end, line.end) - Math.max(link.start, line.start);
		}
		return linked * 2 < line.end - line.start || BREADCRUMB.test(line.words);
	});
}

/** Words at the foot of a government site's pages. */
const FOOT =
	/^.{0,40}(?:版权所有|ICP备|公网安备|网站标识码|主办单位|主办[:：]|承办[:：]|上一篇|下一篇|打印本页|关闭窗口)/m;

/** Where the foot of a page begins in the second half of its text. */
function pageEnd(text: string): number {
	const half = Math.floor(text.length / 2);
	const found = FOOT.exec(text.slice(half));
	return found ? half + found.index : text.length;
}

function headLines(
	text: string,
	most: number,
	counts: (line: Passage) => boolean = () => true
): Passage[] {
	const lines: Passage[] = [];
	for (let start = 0; start < text.length && lines.length < most;) {
		const newline = text.indexOf('\n', start);
		const end = newline === -1 ? text.length : newline;
		const passage = passageAt(text, start, end);
		if (passage && counts(passage)) lines.push(passage);
		start = end + 1;
	}
	return lines;
}

function tailLines(text: string, from: number): Passage[] {
	const lines: Passage[] = [];
	for (let end = from; end > 0 && lines.length < TAIL_LINES;) {
		const start = text.lastIndexOf('\n', end - 1) + 1;
		const passage = passageAt(text, start, end);
		if (passage) lines.unshift(passage);
		end = start - 1;
	}
	return lines;
}

/** A line without spaces and Markdown's marks around it; null where nothing is left. */
function passageAt(text: string, from: number, to: number): Passage | null {
	const span = trimmed(text, from, Math.min(to, from + WORDS));
	const line = text.slice(span.start, span.end);
	const words = line.replace(MARKUP, '');
	if (words === '') return null;
	const start = span.start + line.indexOf(words);
	return { start, end: start + words.length, words };
}

/** A part of a passage, as a passage of its own. */
export function partOf(passage: Passage, words: string, from = 0): Passage | null {
	const index = words === '' ? -1 : passage.words.indexOf(words, from);
	if (index === -1) return null;
	const start = passage.start + index;
	const part = { start, end: start + words.length, words };
	return passage.unseen ? { ...part, unseen: true } : part;
}
