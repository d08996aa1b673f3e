import type { Evidence, EvidenceSource } from '../../form/index.ts';
import { partOf, placeOf, type Passage, type Passages } from './passages.ts';

const CHINESE_DIGITS = '〇一二三四五六七八九';
const YEAR =
	/(?<![\d０-９])(20\d{2}|２０[０-９]{2}|二[〇○零ОO0][〇○零一二三四五六七八九]{2})(?![\d０-９])/g;

/** The year that a word such as 2020, ２０２０ or 二〇二〇 names. */
function yearIn(word: string): number {
	const digits = word
		.normalize('NFKC')
		.replace(/[○零ОO]/g, '〇')
		.replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
	return Number(digits);
}

/** A word that names a year. */
export interface YearWord {
	readonly year: number;
	readonly passage: Passage;
}

/** The years that stand in a passage. */
export function yearsIn(passage: Passage): YearWord[] {
	return [...passage.words.matchAll(YEAR)].flatMap((match) => {
		const part = partOf(passage, match[0], match.index);
		return part ? [{ year: yearIn(match[0]), passage: part }] : [];
	});
}

/** Words behind a year that make it the year of the report. */
const OF_REPORT = /^\s*年?\s*度?\s*(?:政府信息公开|政务公开|信息公开)/;
/** The period of the report: 统计期限自2020年1月1日起. */
const PERIOD = /(?:期限|时间|数据|统计)[^。]{0,20}$/;

/** Years of the first paragraphs: those of the report itself, else those that open a paragraph. */
function narrativeYears(narrative: readonly Passage[]): YearWord[] {
	const all = narrative
		.slice(0, 20)
		.flatMap((passage) => yearsIn(passage).map((word) => ({ ...word, within: passage })));
	const strong = all.filter(({ passage, within }) => {
		const at = passage.start - within.start;
		const behind = within.words.slice(at + passage.words.length);
		return (
			OF_REPORT.test(behind) || (/^年1月1日/.test(behind) && PERIOD.test(within.words.slice(0, at)))
		);
	});
	return strong.length > 0
		? strong
		: all.filter(({ passage, within }) => passage.start === within.start);
}

/** The year of a report, with what speaks for it, best first; null where nothing settles it. */
export function yearOf(
	passages: Passages,
	source: string,
	manifest: number | null
): { year: number | null; evidence: Evidence[] } {
	const path: Passage = { start: 0, end: source.length, words: source };
	const witnesses: [EvidenceSource, YearWord[]][] = [
		['title', passages.title ? yearsIn(passages.title) : []],
		['title', passages.pageTitles.flatMap(yearsIn)],
		['breadcrumb', passages.breadcrumbs.flatMap(yearsIn)],
		['narrative', narrativeYears(passages.narrative)],
		['path', yearsIn(path)]
	];
	const evidence: Evidence[] = [];
	let year = manifest;
	if (year !== null)
		evidence.push({
			subject: 'year',
			source: 'manifest',
			text: String(year),
			place: null,
			used: true
		});
	for (const [from, words] of witnesses) {
		const [first] = words;
		if (!first) continue;
		const agreed = words.every((word) => word.year === first.year);
		const used = year === null && agreed;
		evidence.push({
			subject: 'year',
			source: from,
			text: first.passage.words,
			place: from === 'path' ? null : placeOf(first.passage),
			used
		});
		if (used) year = first.year;
	}
	return { year, evidence };
}
