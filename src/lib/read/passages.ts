import type { Span } from '../form/index.ts';
import { trimmed } from './slot.ts';

/** A stretch of the text, with its words. */
export interface Passage extends Span {
	readonly words: string;
}

/** The parts of a report's text that tell who reports, and on what year. */
export interface Passages {
	readonly title: Passage | null;
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
const TAIL_LINES = 6;
const WORDS = 2000;
const TITLE_LENGTH = 80;

const TITLE = /(?:政府信息公开|政务公开|信息公开).*(?:报告|年报)/;
const BREADCRUMB = /[>＞»›]|当前位置|您的位置/;
const SOURCE_LINE =
	/(?:来\s*源|发布(?:机构|单位|机关|时间|日期|部门)|公开(?:机构|日期|单位)|成文日期|生成日期)\s*[:：]/;
const MARKUP = /^[#*_\s]+|[#*_\s]+$/g;

/** Finds the passages that identify a report. */
export function passagesOf(text: string): Passages {
	const head = headLines(text);
	const at = titleIndex(head);
	const isAside = ({ words }: Passage) => BREADCRUMB.test(words) || SOURCE_LINE.test(words);
	const before = head[at - 1];
	return {
		title: head[at] ?? null,
		aboveTitle: before && !isAside(before) && before.words.length <= 40 ? before : null,
		breadcrumbs: head
			.filter(({ words }) => BREADCRUMB.test(words) && words.length <= 200)
			.slice(0, 3),
		sourceLines: head
			.filter(({ words }) => SOURCE_LINE.test(words) && words.length <= 200)
			.slice(0, 6),
		narrative: head.slice(at + 1).filter((passage) => !isAside(passage)),
		ending: tailLines(text)
	};
}

function titleIndex(head: readonly Passage[]): number {
	const titled = head
		.slice(0, 30)
		.findIndex(
			({ words }) =>
				words.length <= TITLE_LENGTH &&
				TITLE.test(words) &&
				!BREADCRUMB.test(words) &&
				!/[。；，]/.test(words)
		);
	if (titled >= 0) return titled;
	return head.slice(0, 5).findIndex(({ words }) => /^(?:19|20)\d{2}年?度?$/.test(words));
}

function headLines(text: string): Passage[] {
	const lines: Passage[] = [];
	for (let start = 0; start < text.length && lines.length < HEAD_LINES;) {
		const newline = text.indexOf('\n', start);
		const end = newline === -1 ? text.length : newline;
		const passage = passageAt(text, start, end);
		if (passage) lines.push(passage);
		start = end + 1;
	}
	return lines;
}

function tailLines(text: string): Passage[] {
	const lines: Passage[] = [];
	for (let end = text.length; end > 0 && lines.length < TAIL_LINES;) {
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
	return { start, end: start + words.length, words };
}
