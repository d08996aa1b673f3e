import { describe, expect, it } from 'vitest';
import { binsOf, positionOf } from './bins.ts';

const edges = (values: readonly number[]) => binsOf(values).map(({ from }) => from);

describe('the classes of a histogram', () => {
	it('hold every value once', () => {
		for (const values of [
			[0, 0, 3, 17, 250, 9_999, 10_000],
			[1, 1, 1],
			[0, 0],
			[-4, -1, 0, 36],
			[0, 0.0004, 20.26849, 12_000.5],
			[0, 1_000_000_000_000]
		]) {
			const bins = binsOf(values);
			expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
			expect(bins.length).toBeLessThanOrEqual(20);
			for (const [index, bin] of bins.entries()) {
				expect(bin.from).toBeLessThan(bin.until);
				expect(bins[index + 1]?.from ?? bin.until).toBe(bin.until);
			}
		}
	});

	it('are one whole number each where the values are few', () => {
		expect(edges([0, 1, 4])).toEqual([0, 1, 2, 3, 4]);
	});

	it('grow where the values spread over decades, zero apart', () => {
		expect(edges([0, 1, 480])).toEqual([0, 1, 2, 5, 10, 20, 50, 100, 200]);
		expect(edges([0, 3, 90_000])).toEqual([
			0, 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000
		]);
	});

	it('are even where the greatest is no great multiple of the least', () => {
		expect(edges([52_000, 118_000, 230_000])).toEqual(
			Array.from({ length: 10 }, (_, index) => 40_000 + index * 20_000)
		);
	});

	it('are none where there are no values', () => {
		expect(binsOf([])).toEqual([]);
	});
});

describe('the place of a value along the classes', () => {
	it('is the middle of a class of one number, and a share of a wider one', () => {
		const bins = binsOf([0, 1, 480]);
		expect(positionOf(0, bins)).toBe(0.5);
		expect(positionOf(1, bins)).toBe(1.5);
		expect(positionOf(350, bins)).toBe(8.5);
	});

	it('is a share of the class that begins at zero where others lie below it', () => {
		const bins = binsOf([-9, 0, 5_000, 15_000]);
		const zero = bins.findIndex(({ from }) => from === 0);
		expect(zero).toBe(1);
		expect(positionOf(500, bins)).toBe(1.25);
	});
});
