import { expect, test } from 'vitest';
import { ADDRESSES, editionForYear, FORM_CELLS } from './registry.ts';
import { seriesOf } from './series.ts';
import { SUMS } from './sums.ts';

test('a whole form has the number of cells that the notice asks for', () => {
	expect(FORM_CELLS.get('2019')).toHaveLength(22 + 23 * 7 + 15);
	expect(FORM_CELLS.get('2021')).toHaveLength(10 + 25 * 7 + 15);
	expect(ADDRESSES).toHaveLength(226);
});

test('every cell of applications and remedies stands in a sum of its edition', () => {
	for (const [form, cells] of FORM_CELLS) {
		const summed = new Set(SUMS.get(form)!.flatMap(({ left, right }) => [...left, ...right]));
		const loose = cells.filter(
			({ section, address }) => section.code !== 'disclosure' && !summed.has(address)
		);
		expect(loose.map(({ address }) => address)).toEqual([]);
	}
});

test('the applications of 2019 have 37 sums', () => {
	const sums = SUMS.get('2019')!.filter(({ kind }) => kind !== 'remedy_total');
	expect(sums).toHaveLength(37);
});

test('an edition is found by the year of the report', () => {
	expect(editionForYear(2018)).toBeNull();
	expect(editionForYear(2020)?.code).toBe('2019');
	expect(editionForYear(2026)?.code).toBe('2021');
});

test('a series never joins what only shares a name', () => {
	expect(seriesOf('disclosure/fees/amount')?.parts.map(({ form }) => form)).toEqual(['2021']);
	expect(seriesOf('disclosure/normative_documents/made')?.broken).toBe(true);
	expect(seriesOf('applications/other/total')?.parts[1]?.addresses).toHaveLength(3);
	expect(seriesOf('disclosure/licensing/decisions')?.parts).toHaveLength(2);
	expect(seriesOf('no/such/cell')).toBeNull();
});
