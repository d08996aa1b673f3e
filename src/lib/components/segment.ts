import type { Address } from '../form/index.ts';
import type { ShownCell } from './form-cell.ts';

/** A stretch of a report's text: plain, or the characters of one cell. */
export interface Segment {
	readonly text: string;
	readonly address: Address | null;
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
