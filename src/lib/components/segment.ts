import type { Address } from '../form/index.ts';
import type { ShownCell } from './form-cell.ts';

/** A stretch of a report's text: plain, or the characters of one cell. */
export interface Segment {
	readonly text: string;
	readonly address: Address | null;
	/** Whether it is in the stretch that was asked for. */
	readonly stretch?: boolean;
}

/** A half-open span of a text, in UTF-16 code units. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/**
 * A report's text cut at its cells' places. Places never overlap; one that did would be left
 * plain, since characters must stand once.
 */
export function segmentsOf(text: string, cells: readonly ShownCell[]): Segment[] {
	const placed = cells
		.flatMap(({ address, start, end }) =>
			start === null || end === null ? [] : [{ address, start, end }]
		)
		.sort((a, b) => a.start - b.start || a.end - b.end);
	const segments: Segment[] = [];
	let at = 0;
	for (const { address, start, end } of placed) {
		if (start < at || end > text.length) continue;
		if (start > at) segments.push({ text: text.slice(at, start), address: null });
		segments.push({ text: text.slice(start, end), address });
		at = end;
	}
	if (at < text.length) segments.push({ text: text.slice(at), address: null });
	return segments;
}

/** A plain segment cut at the ends of a stretch that runs through it; a cell's stays whole. */
function cut(segment: Segment, from: number, { start, end }: Stretch): Segment[] {
	const { text, address } = segment;
	if (from + text.length <= start || from >= end) return [segment];
	if (address !== null) return [{ ...segment, stretch: true }];
	const [first, last] = [Math.max(0, start - from), Math.min(text.length, end - from)];
	return [
		{ text: text.slice(0, first), address },
		{ text: text.slice(first, last), address, stretch: true },
		{ text: text.slice(last), address }
	].filter((part) => part.text !== '');
}

/** The segments of a text with a stretch of it marked. */
export function withStretch(segments: readonly Segment[], stretch: Stretch | null): Segment[] {
	if (!stretch) return [...segments];
	let at = 0;
	return segments.flatMap((segment) => {
		const from = at;
		at += segment.text.length;
		return cut(segment, from, stretch);
	});
}

/** The line, from 1, in which a place of the text stands. */
export function lineAt(segments: readonly Segment[], place: number): number {
	let [line, at] = [1, 0];
	for (const { text } of segments) {
		if (at >= place) break;
		line += text.slice(0, place - at).split('\n').length - 1;
		at += text.length;
	}
	return line;
}
