import { expect, test } from 'vitest';
import { ADDRESSES, EDITIONS, editionForYear, FORM_CELLS } from './registry.ts';
import { seriesOf, standsFor } from './series.ts';
import { STATISTICS_PARTS } from './statistics.ts';
import { SUMS } from './sums.ts';

test('a whole form has the number of cells that the notice asks for', () => {
	expect(FORM_CELLS.get('free')).toEqual([]);
	expect(FORM_CELLS.get('2014')).toHaveLength(58);
	expect(FORM_CELLS.get('2019')).toHaveLength(22 + 23 * 7 + 15);
	expect(FORM_CELLS.get('2021')).toHaveLength(10 + 25 * 7 + 15);
	expect(ADDRESSES).toHaveLength(226 + 58);
});

test('every cell of applications and remedies stands in a sum of its edition', () => {
	for (const [form, cells] of FORM_CELLS) {
		const summed = new Set(SUMS.get(form)!.flatMap(({ left, right }) => [...left, ...right]));
		const loose = cells.filter(
			({ section, address }) =>
				['applications', 'remedies'].includes(section.code) && !summed.has(address)
		);
		expect(loose.map(({ address }) => address)).toEqual([]);
	}
});

test('the applications of 2019 have 37 sums', () => {
	const sums = SUMS.get('2019')!.filter(({ kind }) => kind !== 'remedy_total');
	expect(sums).toHaveLength(37);
});

test('the sums and parts of 2014 name rows of its form', () => {
	const rows = new Set(FORM_CELLS.get('2014')!.map(({ address }) => address));
	const sums = SUMS.get('2014')!;
	expect(sums.map(({ subject, left }) => [subject.split('/')[1], left.length])).toEqual([
		['received', 4],
		['closed', 2],
		['answered', 8],
		['answered_refused', 6],
		['staff', 2]
	]);
	const parts = Object.entries(STATISTICS_PARTS)
		.flat()
		.map((code) => `statistics/${code}/count`);
	for (const address of [...sums.flatMap(({ left, right }) => [...left, ...right]), ...parts]) {
		expect(rows).toContain(address);
	}
});

test('an edition is found by the year of the report', () => {
	expect(editionForYear(2007)).toBeNull();
	expect(editionForYear(2011)?.code).toBe('free');
	expect(editionForYear(2014)?.code).toBe('2014');
	expect(editionForYear(2018)?.code).toBe('2014');
	expect(editionForYear(2020)?.code).toBe('2019');
	expect(editionForYear(2026)?.code).toBe('2021');
});

test('every year from the first edition on has exactly one', () => {
	for (let year = 2008; year < 2030; year += 1) {
		const due = EDITIONS.filter(({ from, until }) => year >= from && year <= (until ?? year));
		expect(due).toHaveLength(1);
	}
});

test('a series never joins what only shares a name', () => {
	expect(seriesOf('disclosure/fees/amount')?.parts.map(({ form }) => form)).toEqual(['2021']);
	expect(seriesOf('disclosure/normative_documents/made')?.broken).toBe(true);
	expect(seriesOf('applications/other/total')?.parts[1]?.addresses).toHaveLength(3);
	expect(seriesOf('disclosure/licensing/decisions')?.parts).toHaveLength(2);
	expect(seriesOf('no/such/cell')).toBeNull();
	expect(seriesOf('statistics/refused_state_secret/count')?.parts.map(({ form }) => form)).toEqual([
		'2014'
	]);
	expect(seriesOf('statistics/fees_charged/count')).toMatchObject({
		unit: 'wan_yuan',
		parts: [{ form: '2014' }]
	});
});

test('what 2014 counted alike is one series with later years, and broken where it is only close', () => {
	const received = seriesOf('applications/received/total');
	expect(received?.broken).toBe(false);
	expect(received?.parts).toEqual(seriesOf('statistics/received/count')?.parts);
	expect(received?.parts.map(({ form }) => form)).toEqual(['2014', '2019', '2021']);
	expect(seriesOf('applications/granted/total')).toMatchObject({ broken: true });
	expect(seriesOf('applications/granted/natural_person')?.parts).toHaveLength(2);
	const refused = seriesOf('statistics/answered_refused/count');
	expect(refused?.broken).toBe(true);
	expect(refused?.parts.map(({ addresses }) => addresses.length)).toEqual([1, 8, 8]);
	expect(seriesOf('statistics/litigation_upheld/count')?.parts[1]?.addresses).toEqual([
		'remedies/litigation_direct/upheld',
		'remedies/litigation_after_reconsideration/upheld'
	]);
	expect(seriesOf('statistics/litigation_upheld/count')?.across).toEqual({
		section: 'remedies',
		label: {
			zh: '行政诉讼 · 结果维持（两类合计）',
			en: 'Litigation · Upheld (both kinds together)'
		}
	});
	expect(standsFor('statistics/reconsiderations/count')).toBe('remedies/reconsideration/total');
	expect(standsFor('statistics/litigations/count')).toBe('statistics/litigations/count');
	expect(standsFor('statistics/meetings/count')).toBe('statistics/meetings/count');
	expect(seriesOf('remedies/litigation_direct/upheld')?.parts.map(({ form }) => form)).toEqual([
		'2019',
		'2021'
	]);
});
