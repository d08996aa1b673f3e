import type { Span } from '../../form/index.ts';
import { slotAt, type Slot } from '../slot.ts';
import { exact, nothing, short, WAYS, WITH_TOTAL, type Columns, type Placing } from './placing.ts';
import type { Row } from './row.ts';

/**
 * Digits and dashes run together: one figure for one column, or a character for each. Of a row whose
 * parts end in their totals, they must add up.
 */
export function placeGlued(row: Row, width: number, text: string, part: number): Placing {
	const glued = row.values.find(({ kind }) => kind !== 'empty');
	if (!glued) return short(nothing(width));
	if (width === 1 && glued.figure) return exact([glued]);
	const cells = charactersOf(text, glued);
	const single = cells.length === width && cells.every(({ kind }) => kind !== 'text');
	const totalled = width >= WITH_TOTAL;
	const dashed = cells.some(({ kind }) => kind !== 'figure');
	if (single && (totalled ? addsUp(cells, part) : !dashed)) return exact(cells);
	// A sign before several figures may be the first cell's dash.
	const ways = dashed ? [] : splitsOf(text, glued, width, part);
	const [only] = ways;
	if (only && part < width && ways.length === 1) return exact(only.flatMap((slot) => slot ?? []));
	return {
		verdict: 'short',
		columns: nothing(width),
		unplaced: glued,
		ways: !totalled || single ? [] : ways
	};
}

/** Each character as a cell of its own. */
const charactersOf = (text: string, { start, end }: Span): readonly Slot[] =>
	Array.from({ length: end - start }, (_, at) => slotAt(text, start + at, start + at + 1));

/** Whether in each part of a row the last figure is the sum of the others; a dash adds nothing. */
function addsUp(slots: readonly Slot[], part: number): boolean {
	let sum = 0;
	return slots.every(({ figure }, index) => {
		if ((index + 1) % part !== 0) sum += figure?.number ?? 0;
		else if (figure?.number !== sum) return false;
		else sum = 0;
		return true;
	});
}

/**
 * Every way of cutting digits into figures, one for each column; none where they are too many. Where
 * several parts of a row have a total each, only those in which they add up.
 */
function splitsOf(text: string, { start, end }: Span, width: number, part: number): Columns[] {
	let ways: Slot[][] = [[]];
	for (let column = 0; column < width; column += 1) {
		const left = width - column - 1;
		ways = ways.flatMap((way) => {
			const from = way.at(-1)?.end ?? start;
			const longest = end - from - left;
			const lengths = left === 0 ? [longest] : Array.from({ length: longest }, (_, at) => at + 1);
			return lengths
				.map((length) => slotAt(text, from, from + length))
				.filter(({ figure }) => figure)
				.map((slot) => [...way, slot]);
		});
		if (part < width && (column + 1) % part === 0) ways = ways.filter((way) => addsUp(way, part));
		if (ways.length > WAYS) return [];
	}
	return ways;
}
