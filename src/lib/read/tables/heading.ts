import type { Span } from '../../form/index.ts';

/** Characters of a heading, and how far above a table one is looked for. */
const HEADING_LENGTH = 60;
const REACH = 40_000;

/** A year in words that may be a heading; one within a number or a date, as in 索引号, is none. */
const HEADING =
	/^[^。，；]*(?<![\d/-])(20\d{2})(?![\d/-]|\.\d)\s*年?\s*度?[^。，；]*(?:报告|年报|数据|情况|统计)[^。，；]*$|^[（(]?(20\d{2})\s*年?度?[）)]?$/;

/** A heading over what another year's report says: an annex, or that report's own title. */
const OF_REPORT = /^附|信息公开.*(?:报告|年报)/;

/** A heading's words, in a line that may be one; null for a line of a text. */
function headingIn(line: string): { readonly words: string; readonly year: number } | null {
	const words = line.replace(/^[#*\s|]+|[*\s|]+$/g, '').normalize('NFKC');
	const found = words.length <= HEADING_LENGTH ? HEADING.exec(words) : null;
	return found && { words, year: Number(found[1] ?? found[2]) };
}

/** The stretches of a text that stand under the heading of another year's report. */
export function stretchesOfOtherYears(text: string, year: number): Span[] {
	const stretches: { start: number; end: number }[] = [];
	let open: { start: number; end: number } | null = null;
	let start = 0;
	for (const line of text.split('\n')) {
		const heading =
			line.length <= 2 * HEADING_LENGTH && OF_REPORT.test(line.replace(/^[#*\s|]+/, ''))
				? headingIn(line)
				: null;
		if (heading && heading.year === year) open = null;
		else if (heading && !open) stretches.push((open = { start, end: text.length }));
		start += line.length + 1;
		if (open) open.end = start;
	}
	return stretches;
}

/** A heading that is nothing but a year, over one of several tables of a section. */
const BARE = /^[（(]?(20\d{2})\s*年\s*度?[）)]?[:：]?$/;

/** The heading of a section of a report: 三、收到和处理政府信息公开申请情况. */
const OF_SECTION = /^[#*\s]*[一二三四五六七八][、.．]\D*情况[*\s]*$/;

/**
 * The stretches of a text under nothing but another year, in sections in which other tables stand
 * under the report's own: 2019年, a table, 2020年, a table. Two years right below each other head
 * columns, and no tables.
 */
export function stretchesUnderYears(text: string, year: number): Span[] {
	const stretches: Span[] = [];
	let headings: { readonly year: number; readonly start: number }[] = [];
	const close = (end: number) => {
		const own = headings.some((heading) => heading.year === year);
		headings.forEach((heading, index) => {
			if (!own || heading.year === year) return;
			stretches.push({ start: heading.start, end: headings[index + 1]?.start ?? end });
		});
		headings = [];
	};
	let start = 0;
	let adjoining = false;
	for (const line of text.split('\n')) {
		const words = line.length <= HEADING_LENGTH ? line.trim() : '';
		const named = BARE.exec(words.normalize('NFKC'))?.[1];
		if (OF_SECTION.test(words)) close(start);
		if (named !== undefined && adjoining) headings = [];
		else if (named !== undefined) headings.push({ year: Number(named), start });
		if (line.trim() !== '') adjoining = named !== undefined;
		start += line.length + 1;
	}
	close(text.length);
	return stretches;
}

/** The year that the last heading above a place names, such as 甲市教育局2020年政府信息公开工作年度报告. */
export function yearAbove(text: string, offset: number): number | null {
	const lines = text.slice(Math.max(0, offset - REACH), offset).split('\n');
	for (const line of lines.reverse()) {
		const heading = headingIn(line);
		if (heading) return heading.year;
	}
	return null;
}
