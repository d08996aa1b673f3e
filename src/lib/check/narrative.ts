import type { Report } from '../form/index.ts';

/** What ends a sentence, with a closing bracket or quotation mark that belongs to it. */
const END = /[。！？][”’」』）)》]*/u;
const COMMA = /[，,；;]/u;
const YEAR = /(?:19|20)\d{2}(?=\s*年)/gu;

/**
 * A sentence without what stands before it on lines of its own: titles, headings, dates, a page's
 * navigation. It begins with the first line that has a comma, or else with the last.
 */
function withoutHeadings(words: string): string {
	const lines = words.split('\n').filter((line) => line.trim() !== '');
	const first = lines.findIndex((line) => COMMA.test(line));
	return lines.slice(first === -1 ? -1 : first).join('');
}

/** The text before the first cell and behind the last; all of it where no cell has a place. */
function aroundTables({ text, cells }: Report): string {
	let start = text.length;
	let end = 0;
	for (const { place } of cells) {
		if (!place) continue;
		start = Math.min(start, place.start);
		end = Math.max(end, place.end);
	}
	return start < end ? `${text.slice(0, start)}\n${text.slice(end)}` : text;
}

/**
 * The sentences around a report's tables, one after the other, without spaces and without the
 * digits of years. What is no sentence is left out, as pages put different things around one text.
 */
export function narrativeOf(report: Report): string {
	const pieces = aroundTables(report).split(new RegExp(`(${END.source})`, 'u'));
	let narrative = '';
	for (let index = 0; index + 1 < pieces.length; index += 2) {
		narrative += withoutHeadings(pieces[index] ?? '') + pieces[index + 1];
	}
	return narrative.replace(YEAR, '').replace(/[\s\u3000\u00a0]/gu, '');
}
