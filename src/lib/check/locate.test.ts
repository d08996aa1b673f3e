import { describe, expect, test } from 'vitest';
import { APPLICANTS, FORM_CELLS, type Address, type FormCode } from '../form/index.ts';
import { checkReport } from './check.ts';
import { fixtureReport, type Given } from './fixture.ts';
import { located } from './locate.ts';

/** A table of applications whose every sum holds, with a figure above 0 in every cell. */
function soundTable(form: FormCode): Record<Address, number> {
	const rows = FORM_CELLS.get(form)!.filter(({ section }) => section.code === 'applications');
	const items = [...new Set(rows.map(({ item }) => item))];
	const table: Record<Address, number> = {};
	const parts = APPLICANTS.map(({ code }) => code).filter((code) => code !== 'total');
	parts.forEach((applicant, column) => {
		const outcomes = items.filter(({ outcome }) => outcome !== null);
		outcomes.forEach(({ code }, row) => {
			table[`applications/${code}/${applicant}`] = 1 + ((row * 7 + column * 3) % 11);
		});
		const total = outcomes.reduce(
			(sum, { code }) => sum + table[`applications/${code}/${applicant}`]!,
			0
		);
		table[`applications/outcomes_total/${applicant}`] = total;
		table[`applications/carried_out/${applicant}`] = 2 + column;
		table[`applications/carried_in/${applicant}`] = 1 + column;
		table[`applications/received/${applicant}`] = total + 1;
	});
	for (const { code } of items) {
		table[`applications/${code}/total`] = parts.reduce(
			(sum, applicant) => sum + table[`applications/${code}/${applicant}`]!,
			0
		);
	}
	return table;
}

const report = (form: FormCode, cells: Record<Address, Given>, notes = {}) =>
	fixtureReport({ form, year: form === '2019' ? 2020 : 2022, cells, ...notes });

describe.each(['2019', '2021'] as const)('edition %s', (form) => {
	const sound = soundTable(form);

	test('the table to start from is sound', () => {
		expect(checkReport(report(form, sound)).findings).toEqual([]);
		expect(located(report(form, sound))).toEqual([]);
	});

	test.each([1, -1, 40])('every single cell that is wrong by %i is located', (error) => {
		const addresses = Object.keys(sound);
		expect(addresses).toHaveLength(form === '2019' ? 161 : 175);
		for (const address of addresses) {
			const wrong = report(form, { ...sound, [address]: sound[address]! + error });
			expect(located(wrong), address).toEqual([{ address, suggestion: sound[address] }]);
		}
	});

	test('two cells that are wrong by unequal amounts are both located', () => {
		const wrong = report(form, {
			...sound,
			'applications/granted/business': sound['applications/granted/business']! + 3,
			'applications/carried_in/research': sound['applications/carried_in/research']! + 5
		});
		expect(located(wrong)).toEqual([
			{
				address: 'applications/carried_in/research',
				suggestion: sound['applications/carried_in/research']
			},
			{
				address: 'applications/granted/business',
				suggestion: sound['applications/granted/business']
			}
		]);
	});

	test('two equal errors have more than one explanation and none is given', () => {
		const wrong = report(form, {
			...sound,
			'applications/granted/business': sound['applications/granted/business']! + 3,
			'applications/unable_unclear/research': sound['applications/unable_unclear/research']! + 3
		});
		expect(located(wrong)).toEqual([]);
	});
});

describe('what a finding says of the cell', () => {
	const sound = soundTable('2019');
	const address = 'applications/granted/business';
	const wrong = { ...sound, [address]: sound[address]! + 3 };

	test('each failing sum names the same suspect', () => {
		const { findings } = checkReport(report('2019', wrong));
		expect(findings.map(({ rule }) => rule)).toEqual(['applicants_total', 'outcomes_total']);
		for (const finding of findings) {
			expect(finding).toMatchObject({ suspect: address, suggestion: sound[address] });
			expect(finding.origin).toBe('agency');
		}
	});

	test('a note on the row makes it our reading and not the agency’s', () => {
		const noted = report('2019', wrong, { notes: [{ code: 'long_row', at: address }] });
		expect(checkReport(noted).findings.map(({ origin }) => origin)).toEqual(['reading', 'reading']);
	});

	test('a doubt elsewhere in the report accuses nobody', () => {
		const noted = report('2019', wrong, {
			notes: [{ code: 'short_row', at: 'remedies/reconsideration/total' }]
		});
		expect(checkReport(noted).findings.map(({ origin }) => origin)).toEqual(['unknown', 'unknown']);
	});

	test.each([3, 40])(
		'nothing is located where a sum of the cell, wrong by %i, is open',
		(error) => {
			const blank = report('2019', {
				...sound,
				[address]: sound[address]! + error,
				'applications/granted/research': 'blank'
			});
			const { findings } = checkReport(blank);
			expect(findings.map(({ rule }) => rule)).toContain('outcomes_total');
			for (const { suspect } of findings) expect(suspect).toBeNull();
		}
	);

	test('a short row elsewhere does not hinder the location', () => {
		const short = report('2019', { ...wrong, 'applications/unable_unclear/research': 'missing' });
		expect(located(short)).toEqual([{ address, suggestion: sound[address] }]);
	});
});
