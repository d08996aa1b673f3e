import { expect, it } from 'vitest';
import type { ShownCell } from './form-cell.ts';
import { segmentsOf, withPlace } from './segment.ts';

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

it('tells the place that is asked for, and keeps the characters of a cell together', () => {
	const segments = segmentsOf('规章共 36 件', [cell('a', 4, 6)]);
	expect(withPlace(segments, '1-5')).toEqual([
		{ text: '规', address: null },
		{ text: '章共 ', address: null, found: true },
		{ text: '36', address: 'a', found: true },
		{ text: ' 件', address: null }
	]);
	for (const nothing of [null, '', '5-1', '90-99', '1', 'x-y', '-1-3', '1-999999999999']) {
		expect(withPlace(segments, nothing)).toEqual(segments);
	}
});
