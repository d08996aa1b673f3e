import { describe, expect, it } from 'vitest';
import { hrefAt, shortAddresses, wholeHrefAt } from './addresses.ts';
import type { StackFigure } from './figure.ts';

const part = (hrefs?: readonly (string | null)[]) => ({
	...({ name: '', colour: 'c1', words: 'ink', pattern: 'plain', values: [1, 2] } as const),
	...(hrefs && { hrefs })
});
const figureOf = (...parts: readonly StackFigure['parts'][number][]): StackFigure => ({
	...{ kind: 'stack', categories: ['2019', '2020'], shares: false, unitLabel: '件' },
	...{ rulesAfter: [], ruleLabel: '', direction: 'columns', smallBelow: 0 },
	parts
});

describe('the addresses of a stack', () => {
	const figure = figureOf(
		part(['/reports?level=county&year=2019', '/reports?level=county&year=2020']),
		part([null, '/reports?level=county&year=2020&outcome=other']),
		part()
	);

	it('are the same when what they start with is told once', () => {
		const short = shortAddresses(figure);
		expect(short.hrefStart).toBe('/reports?level=county&year=20');
		expect(short.parts[1]?.hrefs).toEqual([null, '20&outcome=other']);
		for (const index of [0, 1]) {
			for (const place of [0, 1, 2]) {
				expect(hrefAt(short, place, index)).toBe(hrefAt(figure, place, index));
			}
		}
		expect(hrefAt(short, 1, 1)).toBe('/reports?level=county&year=2020&outcome=other');
		expect(hrefAt(short, 1, 0)).toBeNull();
		expect(hrefAt(short, 2, 0)).toBeNull();
	});

	it('lead to what is behind a whole too', () => {
		const whole = { ...figure, wholeHrefs: [null, '/reports?year=2020'] };
		const short = shortAddresses(whole);
		expect(short.hrefStart).toBe('/reports?');
		expect(wholeHrefAt(short, 0)).toBeNull();
		expect(wholeHrefAt(short, 1)).toBe('/reports?year=2020');
		expect(hrefAt(short, 1, 1)).toBe('/reports?level=county&year=2020&outcome=other');
		expect(wholeHrefAt(figure, 1)).toBeNull();
	});

	it('may be one, or none', () => {
		expect(hrefAt(shortAddresses(figureOf(part(['/a', null]))), 0, 0)).toBe('/a');
		expect(shortAddresses(figureOf(part())).hrefStart).toBe('');
	});
});
