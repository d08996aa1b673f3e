import type { Passages } from './identity/passages.ts';
import type { Document } from './slot.ts';

/** Characters of sentences below which a text is a notice's, or a page's around a lost report. */
const SENTENCES = 150;
/** Headings that make a report of a text without a title. */
const HEADINGS = 3;

const TITLE_END = /(?:报告|年报)(?:\s*[（(《].*)?$/;
/** Papers about reports: a notice that asks for them, rules for writing them, a comment on them. */
const ABOUT_REPORTS = /通知|通报|指南|办法|规定|规范|模板|格式|解读|公告|函$/;
const HEADING =
	/^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十][)）])?\s*(?:概述|概况|总体情况|基本情况|主动公开|(?:政府信息)?依申请公开|复议|行政复议|存在的?(?:主要)?问题|主要问题|收费)/;
const SENTENCE = /[^。]{12,}。/;

/**
 * Whether a text is a report by its words alone: a report's title, or several of its headings, and
 * a narrative in sentences about disclosure.
 */
export function isNarrated({ text }: Document, { title }: Passages): boolean {
	let sentences = 0;
	let headings = 0;
	let about = false;
	for (const line of text.split('\n')) {
		const words = line.trim();
		if (words.length <= 40 && HEADING.test(words)) headings += 1;
		if (words.length < 20 || !SENTENCE.test(words.slice(0, 2000))) continue;
		sentences += words.length;
		about ||= words.includes('公开');
	}
	const named = title !== null && TITLE_END.test(title.words) && !ABOUT_REPORTS.test(title.words);
	return about && sentences >= SENTENCES && (named || headings >= HEADINGS);
}
