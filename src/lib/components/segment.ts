import type { Address } from '../form/index.ts';
import type { ShownCell } from './form-cell.ts';

/** A stretch of a report's text: plain, or the characters of one cell. */
export interface Segment {
	readonly text: string;
	readonly address: Address | null;
	/** Whether it is the place that the address bar asks for. */
	readonly found?: boolean;
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

/** The fragment of the place that is asked for. */
export const FOUND_ID = 'found';

/** Segments in which the place `start-end` is told from what stands around it. */
export function withPlace(segments: readonly Segment[], place: string | null): Segment[] {
	const [, from, to] = /^(\d{1,8})-(\d{1,8})$/.exec(place ?? '') ?? [];
	if (from === undefined || to === undefined) return [...segments];
	let end = 0;
	return segments.flatMap((segment) => {
		const begin = end;
		end += segment.text.length;
		const cut = (at: number) => Math.min(Math.max(at - begin, 0), segment.text.length);
		const [first, last] = [cut(Number(from)), cut(Number(to))];
		if (first >= last) return [segment];
		// The characters of a cell stay together: they are one link.
		if (segment.address !== null) return [{ ...segment, found: true }];
		return [
			{ ...segment, text: segment.text.slice(0, first) },
			{ ...segment, text: segment.text.slice(first, last), found: true },
			{ ...segment, text: segment.text.slice(last) }
		].filter(({ text }) => text !== '');
	});
}
