import { describe, expect, it } from 'vitest';
import { asideOf, namesOf, placedDistribution } from './distribution.ts';
import type { DistributionFigure } from './figure.ts';

const figureOf = (
	counts: readonly number[],
	given: Partial<DistributionFigure> = {}
): DistributionFigure => ({
	kind: 'distribution',
	name: '本年处理决定数量',
	unitLabel: '件',
	countLabel: '机关数',
	axisLabel: '件',
	bins: counts.map((count, index) => ({
		...{ label: String(index), count, own: false, note: '', href: null }
	})),
	quartiles: [],
	own: null,
	...given
});

describe('the names of classes', () => {
	const labels = ['0–1,999', '2,000–3,999', '4,000–5,999', '6,000–7,999', '8,000–9,999'];

	it('stand side by side where there is room', () => {
		expect(namesOf(['0', '1', '2–4'], 90, 11)).toEqual([['0'], ['1'], ['2–4']]);
		expect(namesOf(labels, 110, 12).flat()).toEqual(labels);
	});

	it('are broken at their dash, and stand by turns lower where that is not enough', () => {
		expect(namesOf(labels, 50, 11)[1]).toEqual(['2,000–', '3,999']);
		expect(namesOf(labels, 28, 11).slice(0, 2)).toEqual([
			['0–', '1,999'],
			['', '', '2,000–', '3,999']
		]);
	});
});

describe('the count on a bar', () => {
	it('stands in the middle where no mark goes through it', () => {
		expect(asideOf(21, [-140])).toBe(0);
	});

	it('gives way to each mark that would go through it', () => {
		const aside = asideOf(21, [0, 9]);
		expect(aside).toBeCloseTo(-13.5);
		expect(asideOf(21, [0, -9])).toBeCloseTo(13.5);
	});
});

describe('a distribution', () => {
	it.each(['wide', 'narrow'] as const)('draws bars in proportion to their counts, %s', (room) => {
		const { bins, foot, top } = placedDistribution(figureOf([40, 10, 0, 1]), room);
		const [most, some, none, one] = bins.map(({ height }) => height);
		expect(most! / some!).toBeCloseTo(4);
		expect(none).toBe(0);
		expect(one! / most!).toBeCloseTo(1 / 40);
		for (const bin of bins) {
			expect(bin.y + bin.height).toBeCloseTo(foot);
			expect(bin.y).toBeGreaterThan(top);
		}
		expect(bins.map(({ count }) => count?.text)).toEqual(['40', '10', undefined, '1']);
	});

	it('has lines at whole counts alone, the lowest at zero, each in the height of the bars', () => {
		for (const most of [1, 2, 7, 79, 12_345]) {
			const { lines, foot, top, bins } = placedDistribution(figureOf([most, 0]), 'wide');
			expect(lines[0]).toMatchObject({ text: '0', y: foot });
			for (const { text, y } of lines) {
				expect(text).toMatch(/^[\d,]+$/);
				expect(y).toBeGreaterThanOrEqual(top);
				const counted = ((foot - y) / bins[0]!.height) * most;
				expect(counted).toBeCloseTo(Number(text.replaceAll(',', '')));
			}
			expect(lines.length).toBeGreaterThan(1);
		}
	});

	it('marks quartiles and the own figure at their places along the classes', () => {
		const { bins, quartiles, own } = placedDistribution(
			figureOf([4, 4], {
				quartiles: [0.5, 1, 1.5].map((position) => ({ position, name: '', value: '' })),
				own: { position: 1.5, value: '1', label: '本机关 1', href: '/' }
			}),
			'wide'
		);
		const middles = bins.map(({ x, width }) => x + width / 2);
		expect(quartiles[0]).toBeCloseTo(middles[0]!);
		expect(quartiles[1]).toBeCloseTo((middles[0]! + middles[1]!) / 2);
		expect(own?.x).toBeCloseTo(middles[1]!);
		expect(own?.label).toMatchObject({ text: '本机关 1', anchor: 'middle' });
	});

	it.each(['wide', 'narrow'] as const)('keeps all words within its room, %s', (room) => {
		const many = figureOf(
			Array.from({ length: 12 }, () => 1_234),
			{ own: { position: 0.1, value: '1', label: '本机关 1,234,567', href: '/' } }
		);
		const placed = placedDistribution(
			{
				...many,
				bins: many.bins.map((bin) => ({ ...bin, label: '10,000–19,999' }))
			},
			room
		);
		const { width, height, own, axisName, bins } = placed;
		expect(own?.label.anchor).toBe('start');
		for (const { x, y } of [axisName, ...bins.flatMap(({ names }) => names)]) {
			expect(x).toBeLessThan(width);
			expect(y + 6).toBeLessThanOrEqual(height);
		}
	});
});
