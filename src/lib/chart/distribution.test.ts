import { describe, expect, it } from 'vitest';
import { asideOf, namesOf } from './distribution.ts';
import type { DistributionFigure } from './figure.ts';

const figureOf = (labels: readonly string[], quartiles: readonly number[]): DistributionFigure => ({
	kind: 'distribution',
	name: '本年处理决定数量',
	unitLabel: '件',
	countLabel: '机关数',
	axisLabel: '件',
	bins: labels.map((label) => ({ label, count: 143, own: false, note: '', href: null })),
	quartiles: quartiles.map((position) => ({ position, name: '', value: '' })),
	own: null
});

describe('the names of classes', () => {
	it('stand side by side where there is room', () => {
		expect(namesOf(figureOf(['0', '1', '2–4'], []), 'narrow')).toMatchObject({ lines: 1 });
	});

	it('are broken at their dash, and stand by turns lower where that is not enough', () => {
		const labels = ['0–1,999', '2,000–3,999', '4,000–5,999', '6,000–7,999', '8,000–9,999'];
		expect(namesOf(figureOf(labels, []), 'wide').lines).toBe(1);
		expect(namesOf(figureOf(labels, []), 'narrow')).toMatchObject({ lines: 2 });
		const many = namesOf(figureOf([...labels, ...labels], []), 'narrow');
		expect(many.lines).toBe(4);
		expect(many.names.slice(0, 2)).toEqual(['0–\n1,999', '\n\n2,000–\n3,999']);
	});
});

describe('the count on a bar', () => {
	it('stands in the middle where no mark goes through it', () => {
		expect(asideOf(figureOf(['0', '1', '2'], [0.01]), 0, 'narrow')).toBe(0);
	});

	it('gives way to each mark that would go through it', () => {
		const figure = figureOf(['0', '1', '2'], [1.5, 1.6]);
		const aside = asideOf(figure, 1, 'narrow');
		expect(aside).toBeLessThan(-10);
		expect(aside).toBeGreaterThan(-20);
	});
});
