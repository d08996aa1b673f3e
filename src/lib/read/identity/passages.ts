import type { Document, PageFacts } from '../slot.ts';
import { isTitle, titleIn, withoutSpaces } from './title.ts';
import { joined, passageAt, unseen, type Passage } from './passage.ts';

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
/** Source lines looked at, in the text and in a page's head. */
const SOURCE_LINES = 8;

const BREADCRUMB = /[>»›]|当前位置|您的位置|所在位置/;
/** The name of a field of metadata, as a page or a document's head gives them. */
const FIELD =
	/(?:来\s*源|(?:发布|发文|公开|制发|信息|责任|成文|生成|编制)(?:机构|单位|机关|部门|主体|来源|者|时间|日期))\s*(?::|\t|$)/;
const FIELD_ALONE = /^[【[]?[^:\s]{2,6}[\]】]?\s*:?$/;

/** Finds the passages that identify a report. */
export function passagesOf({ text, page }: Document): Passages {
	const head = page ? pageLines(text, page) : headLines(text, HEAD_LINES);
	const pageTitles = (page?.titles ?? []).map(unseen).filter(isTitle);
	const { title, at } = page ? pageTitle(head, page) : titleIn(head);
	const crumbs = head.filter(({ words }) => BREADCRUMB.test(words));
	const fields = head.filter(({ words }) => FIELD.test(words));
	const asides = new Set([...crumbs, ...fields]);
	const before = head[at - 1];
	return {
		title: title ?? pageTitles[0] ?? null,
		pageTitles,
		aboveTitle:
			before && !asides.has(before) && before.words.length <= 40 ? withoutSpaces(before) : null,
		breadcrumbs: crumbs.filter(({ words }) => words.length <= 200).slice(0, 3),
		sourceLines: [...fieldsIn(fields, head), ...(page?.sourceLines ?? []).map(unseen)],
		narrative: head.slice(at + 1).filter((passage) => !asides.has(passage)),
		ending: tailLines(text, page ? pageEnd(text) : text.length)
	};
}

/** Lines with fields of metadata; a field whose value stands a line below, with that. */
function fieldsIn(fields: readonly Passage[], head: readonly Passage[]): Passage[] {
	const found = fields.flatMap((line) => {
		const { words } = line;
		if (words.length > 200) return [];
		if (!FIELD_ALONE.test(words)) return [line];
		const below = head[head.indexOf(line) + 1];
		return below && below.words.length <= 40 && !FIELD.test(below.words)
			? [joined({ ...line, words: words.replace(/:?$/, ':') }, below)]
			: [];
	});
	return found.slice(0, SOURCE_LINES);
}

/** Of the lines that may be a page's title, one that its head names too, or that names a year. */
function pageTitle(
	head: readonly Passage[],
	{ titles }: PageFacts
): { title: Passage | null; at: number } {
	const known = titles.map(squashed).join('\n');
	const all = head.filter(isTitle);
	const dated = all.filter(({ words }) => /20\d{2}|二[〇○零ＯOoО0]/.test(words));
	const named = dated.find(({ words }) => known.includes(squashed(words)));
	const title = named ?? dated[0] ?? all[0];
	return title ? { title: withoutSpaces(title), at: head.indexOf(title) } : { title: null, at: -1 };
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
