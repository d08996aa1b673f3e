import type { Evidence } from '../../form/index.ts';
import { partOf, placeOf, type Passage } from './passage.ts';
import type { Passages } from './passages.ts';
import { plainDigits } from './year.ts';

const DAY = /(20\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?/;
const CHINESE_DAY =
	/(二[〇○零ＯOoО0][〇○零ＯOoО0一二三四五六七八九]{2})\s*年\s*([一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/;
const PUBLISHED =
	/(?:(?:发布|公开|成文|生成|发文|发稿|制发|公布|更新|信息)(?:时间|日期)|日期|时间)\s*(?:[:：]|\t)\s*/;

/** A month or a day in Chinese, as 十一 or 二十. */
function chineseNumber(words: string): number {
	const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
	const digit = (word: string | undefined) => Number(plainDigits(word ?? ''));
	const ten = words.includes('十') ? (tens === '' ? 10 : digit(tens) * 10) : 0;
	return ten + (ones === '' ? 0 : digit(ones));
}

/** A day that a passage names, as an ISO date. */
interface DayWord {
	readonly date: string;
	readonly passage: Passage;
}

/** The day that a passage names first; null for none, or one that never was. */
function dayIn(passage: Passage, from = 0): DayWord | null {
	const words = passage.words.slice(from);
	const found = DAY.exec(words);
	const chinese = found ? null : CHINESE_DAY.exec(words);
	if (found) return dayOf(passage, from, found[0], found.slice(1).map(Number));
	if (!chinese) return null;
	const [whole, year = '', month = '', day = ''] = chinese;
	const numbers = [Number(plainDigits(year)), chineseNumber(month), chineseNumber(day)];
	return dayOf(passage, from, whole, numbers);
}

function dayOf(
	passage: Passage,
	from: number,
	words: string,
	numbers: readonly number[]
): DayWord | null {
	const [year = NaN, month = NaN, day = NaN] = numbers;
	const time = new Date(Date.UTC(year, month - 1, day));
	const part = partOf(passage, words.trim(), from);
	if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day || !part) return null;
	return { date: time.toISOString().slice(0, 10), passage: part };
}

/** The days on which a report may have been published, best first. */
export function daysIn({ sourceLines, ending }: Passages): DayWord[] {
	const published = sourceLines.map((line) => {
		const at = PUBLISHED.exec(line.words);
		return at ? dayIn(line, at.index) : null;
	});
	const signed = ending.map((line) => (line.words.length <= 16 ? dayIn(line) : null));
	return [...published, ...signed].filter((day) => day !== null);
}

/**
 * The day of publication: the manifest's, a source line's, or that under the signature. A day before
 * the last month of the report's year is another's (a page's, an older report's): no report is
 * published before its year ends, but for the few of December.
 *
 * @param year the report's year, as far as it is settled
 */
export function dateOf(
	days: readonly DayWord[],
	year: number | null,
	manifest: string | null
): { date: string | null; evidence: Evidence[] } {
	const fits = ({ date }: DayWord) => year === null || date >= `${year}-12-01`;
	const chosen = manifest === null ? days.find(fits) : undefined;
	const evidence: Evidence[] = days.map((day) => ({
		subject: 'published_on',
		source: 'source_line',
		text: day.passage.words,
		place: placeOf(day.passage),
		used: day === chosen
	}));
	if (manifest === null) return { date: chosen?.date ?? null, evidence };
	const told: Evidence = {
		subject: 'published_on',
		source: 'manifest',
		text: manifest,
		place: null,
		used: true
	};
	return { date: manifest, evidence: [told, ...evidence] };
}
