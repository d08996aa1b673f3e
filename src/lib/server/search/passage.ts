import type { Place } from './phrases.ts';

/** A stretch of a passage: words that were looked for, or what stands around them. */
export interface PassagePart {
	readonly text: string;
	readonly found: boolean;
}

/** Characters of a text that are shown before the first place, and from it on. */
const BEFORE = 24;
const AFTER = 72;

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** Half of a pair of surrogates is not shown alone. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);

/** The words around the first place in a text, on one line, with every place in them told apart. */
export function passageOf(text: string, places: readonly Place[]): PassagePart[] {
	const first = places[0];
	if (!first) return [];
	const from = whole(text, Math.max(0, first.start - BEFORE));
	const to = whole(text, Math.min(text.length, Math.max(first.end, first.start + AFTER)));
	const parts: PassagePart[] = [];
	let left = from > 0 ? '…' : '';
	let at = from;
	for (const { start, end } of places) {
		if (start < at || end > to) continue;
		parts.push({ text: left + oneLine(text.slice(at, start)), found: false });
		parts.push({ text: oneLine(text.slice(start, end)), found: true });
		left = '';
		at = end;
	}
	parts.push({ text: oneLine(text.slice(at, to)) + (to < text.length ? '…' : ''), found: false });
	return parts.filter((part) => part.text !== '');
}
