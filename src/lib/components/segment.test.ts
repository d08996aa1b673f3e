import { expect, it } from 'vitest';
import type { ShownCell } from './form-cell.ts';
import { segmentsOf, withStretch } from './segment.ts';

const cell = (address: string, start: number | null, end: number | null): ShownCell => ({
	address,
	status: start === null ? 'missing' : 'reported',
	value: null,
	raw: null,
	deduced: null,
	start,
	end,
	page: null,
	correction: null
});

it('cuts a text at its places and loses no character', () => {
	const text = '规章\t0\t\t2';
	const segments = segmentsOf(text, [
		cell('c', 6, 7),
		cell('a', 3, 4),
		cell('b', 5, 5),
		cell('d', null, null)
	]);
	expect(segments.map(({ text }) => text).join('')).toBe(text);
	expect(segments.filter(({ address }) => address)).toEqual([
		{ text: '0', address: 'a' },
		{ text: '', address: 'b' },
		{ text: '2', address: 'c' }
	]);
});

it('leaves a place plain that overlaps another or lies outside the text', () => {
	const segments = segmentsOf('12345', [cell('a', 0, 3), cell('b', 2, 4), cell('c', 4, 9)]);
	expect(segments).toEqual([
		{ text: '123', address: 'a' },
		{ text: '45', address: null }
	]);
});

it('marks a stretch of a text, through its cells and without cutting them', () => {
	const text = '规章\t12\t\t2';
	const segments = segmentsOf(text, [cell('a', 3, 5), cell('b', 6, 6), cell('c', 7, 8)]);
	const marked = (start: number, end: number) => withStretch(segments, { start, end });
	for (const [start, end] of [
		[0, 1],
		[1, 4],
		[4, 8],
		[2, 99],
		[50, 60]
	] as const) {
		expect(
			marked(start, end)
				.map(({ text }) => text)
				.join('')
		).toBe(text);
	}
	expect(marked(1, 4).filter(({ stretch }) => stretch)).toEqual([
		{ text: '章\t', address: null, stretch: true },
		{ text: '12', address: 'a', stretch: true }
	]);
	expect(marked(50, 60).some(({ stretch }) => stretch)).toBe(false);
	expect(withStretch(segments, null)).toEqual(segments);
});
