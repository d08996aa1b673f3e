import type { Report, Span } from '../form/index.ts';

/** What ends a sentence, and what parts its clauses: no comma within a figure. */
const END = /[。！？；!?;]/gu;
const PART = /(?<!\d),|,(?!\d{3}(?!\d))/gu;

/** A stretch of words without spaces, their digits and signs plain, and where each character stands. */
interface Words {
	readonly text: string;
	/** For each character of `text`, where it stands in the report’s text, in UTF-16 code units. */
	readonly places: readonly number[];
}

/** A clause of a sentence. */
export interface Clause extends Words {
	/** What stands before it in its sentence. */
	readonly before: string;
}

/** Where sentences stand; none goes on behind a cell. */
function* sentencesOf({ text, cells }: Report): Generator<Span> {
	const cellsFirst = cells
		.flatMap(({ place }) => place ?? [])
		.sort((one, other) => one.start - other.start);
	let from = 0;
	for (const { start, end } of [...cellsFirst, { start: text.length, end: text.length }]) {
		const stretch = text.slice(from, start);
		let at = 0;
		for (const { index } of stretch.matchAll(END)) {
			yield { start: from + at, end: from + index };
			at = index + 1;
		}
		if (at < stretch.length) yield { start: from + at, end: start };
		from = Math.max(from, end);
	}
}

/** Signs and digits as wide as a Chinese character, and how far off their plain forms are. */
const WIDE = { first: 0xff01, last: 0xff5e, by: 0xfee0 };
const SPACE = /\s/u;

function wordsAt(text: string, { start, end }: Span): Words {
	let plain = '';
	const places: number[] = [];
	for (let place = start; place < end; place += 1) {
		const code = text.charCodeAt(place);
		const isWide = code >= WIDE.first && code <= WIDE.last;
		const character = isWide ? String.fromCharCode(code - WIDE.by) : text.charAt(place);
		if (SPACE.test(character)) continue;
		plain += character;
		places.push(place);
	}
	return { text: plain, places };
}

function* clausesIn({ text, places }: Words): Generator<Clause> {
	let from = 0;
	for (const { index } of [...text.matchAll(PART), { index: text.length }]) {
		yield {
			text: text.slice(from, index),
			places: places.slice(from, index),
			before: text.slice(0, from)
		};
		from = index + 1;
	}
}

/**
 * The clauses of a report’s sentences, in their order; what stands in cells is none.
 *
 * @param asked whether a sentence is asked for, as it stands in the text
 */
export function* clausesOf(
	report: Report,
	asked: (sentence: string) => boolean
): Generator<Clause> {
	for (const place of sentencesOf(report)) {
		if (asked(report.text.slice(place.start, place.end))) {
			yield* clausesIn(wordsAt(report.text, place));
		}
	}
}
