import type { Evidence } from '../../form/index.ts';
import { partOf, placeOf, type Passage, type Passages } from './passages.ts';

const DAY = /(20\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?/;
const PUBLISHED = /(?:发布|公开|成文|生成)(?:时间|日期)\s*(?:[:：]|\t)\s*/;

interface DayWord {
	readonly date: string;
	readonly passage: Passage;
}

/** The day that a passage names first, as an ISO date; null for none, or one that never was. */
function dayIn(passage: Passage, from = 0): DayWord | null {
	const found = DAY.exec(passage.words.slice(from));
	if (!found) return null;
	const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
	const time = new Date(Date.UTC(year, month - 1, day));
	const part = partOf(passage, found[0].trim(), from);
	if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day || !part) return null;
	return { date: time.toISOString().slice(0, 10), passage: part };
}

/** The day of publication: the manifest's, a source line's, or that under the signature. */
export function dateOf(
	{ sourceLines, ending }: Passages,
	manifest: string | null
): { date: string | null; evidence: Evidence[] } {
	const published = sourceLines.map((line) => {
		const at = PUBLISHED.exec(line.words);
		return at ? dayIn(line, at.index) : null;
	});
	const signed = ending.map((line) => (line.words.length <= 16 ? dayIn(line) : null));
	const days = [...published, ...signed].filter((day) => day !== null);
	const evidence: Evidence[] = days.map(({ passage }, index) => ({
		subject: 'published_on',
		source: 'source_line',
		text: passage.words,
		place: placeOf(passage),
		used: manifest === null && index === 0
	}));
	if (manifest === null) return { date: days[0]?.date ?? null, evidence };
	const told: Evidence = {
		subject: 'published_on',
		source: 'manifest',
		text: manifest,
		place: null,
		used: true
	};
	return { date: manifest, evidence: [told, ...evidence] };
}
