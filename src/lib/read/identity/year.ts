import type { Evidence, EvidenceSource } from '../../form/index.ts';
import { partOf, placeOf, unseen, type Passage } from './passage.ts';
import type { Passages } from './passages.ts';
import { wholeTitle } from './title.ts';

const CHINESE_DIGITS = '〇一二三四五六七八九';
const YEAR =
	/(?<![\d０-９])(20\d{2}|２０[０-９]{2}|二[〇○零ＯOoО0][〇○零ＯOoО0一二三四五六七八九]{2})(?![\d０-９])/g;

/** Words around a year that make it a document's number, or a part of a day. */
const NUMBER = /^\s*[〕\]）)]\s*第?\s*\d+\s*号/;
const DAY = /^\s*(?:年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月|[-/.]\s*\d{1,2}(?!\d))/;
/** The first day of a year: that of its period. */
const FIRST_DAY = /^\s*(?:年\s*0?1\s*月\s*0?1\s*日|[-/.]0?1[-/.]0?1(?!\d))/;

/** Digits of any dress as those of ASCII: ２０２０, 二〇二〇. */
export function plainDigits(words: string): string {
	return words
		.normalize('NFKC')
		.replace(/[○零OoО]/g, '〇')
		.replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}

/** A word that names a year. */
export interface YearWord {
	readonly year: number;
	readonly passage: Passage;
	/** What stands before and behind it. */
	readonly before: string;
	readonly behind: string;
}

function allYears(passage: Passage): YearWord[] {
	return [...passage.words.matchAll(YEAR)].flatMap((match) => {
		const [word] = match;
		const part = partOf(passage, word, match.index);
		if (!part) return [];
		const before = passage.words.slice(0, match.index);
		const behind = passage.words.slice(match.index + word.length);
		return [{ year: Number(plainDigits(word)), passage: part, before, behind }];
	});
}

/** The years that stand in a passage, without those of days and of documents' numbers. */
export function yearsIn(passage: Passage): YearWord[] {
	return allYears(passage).filter(isYear);
}

const isYear = ({ behind }: YearWord) => !NUMBER.test(behind) && !DAY.test(behind);

/** Words behind a year that make it the year of the report. */
const OF_REPORT = /^\s*年?\s*度?\s*(?:政府信息公开|政务公开|信息公开)/;
/** The period of the report: 统计期限自2020年1月1日起. */
const PERIOD = /(?:期限|期间|时间|数据|统计)[^。]{0,20}$/;
const PERIOD_GOES_ON = /^\s*(?:年\s*0?1\s*月\s*0?1\s*日|[-/.]0?1[-/.]0?1)\s*(?:起|至|到|—|-|~|－)/;

/** Paragraphs that are looked at. */
const PARAGRAPHS = 20;

/** The years whose first day opens the report's period. */
function periodsAmong(words: readonly YearWord[]): YearWord[] {
	return words.filter(({ before, behind }) => {
		if (PERIOD_GOES_ON.test(behind)) return true;
		return FIRST_DAY.test(behind) && PERIOD.test(before);
	});
}

/** Years of the first paragraphs: those of the report itself, else those that open a paragraph. */
function narrativeYears(words: readonly YearWord[]): YearWord[] {
	const all = words.filter(isYear);
	const strong = [...all.filter(({ behind }) => OF_REPORT.test(behind)), ...periodsAmong(words)];
	return strong.length > 0 ? strong : all.filter(({ before }) => before === '');
}

const PATH_DAY = /^(?:年\d{1,2}月|[-_/.]?(?:0[1-9]|1[0-2])(?!\d)|[-_/.][1-9][-_/.]\d{1,2}(?!\d))/;

/** Years of a path that are no part of a day, such as 2021/01/20. */
function pathYears(source: string): YearWord[] {
	return allYears(unseen(source)).filter(({ behind }) => !PATH_DAY.test(behind));
}

function titleYears({ title, aboveTitle }: Passages): YearWord[] {
	if (!title) return [];
	const own = yearsIn(title);
	return own.length > 0 ? own : yearsIn(wholeTitle(title, aboveTitle));
}

/**
 * Whether a title's year cannot be the report's: it is the year in whose first half the report was
 * published, and the text's own period is the year before.
 */
function isYearOfPublication(
	year: number,
	narrative: readonly YearWord[],
	published: string | null
): boolean {
	if (!published?.startsWith(`${year}-0`) || published >= `${year}-07`) return false;
	const periods = periodsAmong(narrative);
	return periods.length > 0 && periods.every((period) => period.year === year - 1);
}

/** The year of a report, with what speaks for it, best first; null where nothing settles it. */
export function yearOf(
	passages: Passages,
	source: string,
	manifest: number | null,
	published: string | null = null
): { year: number | null; evidence: Evidence[] } {
	const titled = titleYears(passages);
	const narrative = passages.narrative.slice(0, PARAGRAPHS).flatMap(allYears);
	const witnesses: [EvidenceSource, YearWord[]][] = [
		['title', titled],
		['title', passages.pageTitles.flatMap(yearsIn)],
		['breadcrumb', passages.breadcrumbs.flatMap(yearsIn)],
		['narrative', narrativeYears(narrative)],
		['path', pathYears(source)]
	];
	const [first] = titled;
	// A title that names two years, or one that cannot be, leaves the year open whatever the rest says.
	const open =
		first !== undefined &&
		(!agree(titled) || isYearOfPublication(first.year, narrative, published));
	const evidence: Evidence[] = [];
	if (manifest !== null) evidence.push(told(manifest));
	let year = manifest;
	for (const [from, words] of witnesses) {
		const [word] = words;
		if (!word) continue;
		const used = year === null && !open && agree(words);
		evidence.push(seen(from, word, used));
		if (used) year = word.year;
	}
	return { year, evidence };
}

function agree(words: readonly YearWord[]): boolean {
	return words.every(({ year }) => year === words[0]?.year);
}

function told(year: number): Evidence {
	return { subject: 'year', source: 'manifest', text: String(year), place: null, used: true };
}

function seen(source: EvidenceSource, { passage }: YearWord, used: boolean): Evidence {
	return { subject: 'year', source, text: passage.words, place: placeOf(passage), used };
}
