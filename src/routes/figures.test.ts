import { describe, expect, it } from 'vitest';
import { seriesOf } from '$lib/form';
import type { SeriesByYear, YearPoint } from '$lib/server/queries';
import { wordsOf } from '$lib/words/words';
import { duePoint, strayNotes, yearsFigure } from './figures';

const words = wordsOf('zh');
const zh = { language: 'zh', words } as const;

const point = (year: number, changes: Partial<YearPoint> = {}): YearPoint => ({
	...{ year, total: null, p10: null, p25: null, median: null, p75: null, p90: null },
	...{ reports: 10, filled: 10, reported: 10, zero: 0, blank: 0, missing: 0, unreadable: 0 },
	...{ notCollected: 0, possiblyStock: 0, partial: 0, generated: 0 },
	...changes
});

function answerOf(address: string, changes: Partial<SeriesByYear>): SeriesByYear {
	const series = seriesOf(address);
	if (!series) throw new Error(`no series at ${address}`);
	const basis = { scope: 'own', level: 'county', stockLeftOut: false } as const;
	const none = { generated: 0, scopeUnknown: 0, withoutYear: 0, otherScope: 0 };
	return {
		series,
		points: [],
		byVariant: [],
		basis: { ...point(0), ...basis, ...none },
		...changes
	};
}

/** Each year some reports are in the edition due for the other, so that no year has one total. */
const mixed = answerOf('disclosure/normative_documents/made', {
	points: [point(2020), point(2021)],
	byVariant: [
		{ ...point(2020, { total: 30, median: 3 }), variant: 0 },
		{ ...point(2020, { total: 1, median: 1 }), variant: 1 },
		{ ...point(2021, { total: 2, median: 2 }), variant: 0 },
		{ ...point(2021, { total: 50, median: 5 }), variant: 1 }
	]
});

describe('a series whose editions count things that are close but not the same', () => {
	it('is drawn edition by edition where no year has a total of one', () => {
		const figure = yearsFigure(mixed, '本年新制作数量', '', zh);
		expect(figure?.editions.map(({ values }) => values)).toEqual([
			[30, 2],
			[1, 50]
		]);
	});

	it('is spread over the reports in the edition due for the year', () => {
		expect([2020, 2021].map((year) => duePoint(mixed, year)?.median)).toEqual([3, 5]);
	});

	it('is not drawn where there is no figure at all', () => {
		const empty = answerOf('disclosure/normative_documents/made', { points: [point(2020)] });
		expect(yearsFigure(empty, '', '', zh)).toBeNull();
	});
});

it('says once of all years that their figures come from reports in another edition', () => {
	const stray = answerOf('disclosure/procurement/amount', {
		points: [
			point(2020),
			...[2021, 2022].map((year) => point(year, { reports: 10, notCollected: 8 }))
		]
	});
	expect(strayNotes(stray, words)).toEqual([words.figure.otherEdition('2021、2022', 4)]);
});
