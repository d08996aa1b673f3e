import { describe, expect, it } from 'vitest';
import { FORM_CELLS, FORM_CODES, type Address } from '../form/index.ts';
import type { Figures } from './figures.ts';
import { identitiesOf } from './identity.ts';
import { RULES } from './rules.ts';

const reporting = (figures: Readonly<Record<Address, number | null>>): Figures => ({
	cells: Object.entries(figures).map(([address, value]) => ({
		address,
		value,
		status: value === null ? 'missing' : 'reported'
	}))
});

describe('the identities of a cell', () => {
	it('are the row, the column and the balance for a total of outcomes', () => {
		const found = identitiesOf('2021', reporting({}), 'applications/outcomes_total/total');
		expect(found.map(({ rule }) => rule).sort()).toEqual([
			'applicants_total',
			'application_balance',
			'outcomes_total'
		]);
		expect(found.every(({ answer }) => answer === 'undecided')).toBe(true);
	});

	it('are the bounds on both sides for what was disclosed', () => {
		const report = reporting({
			'disclosure/normative_documents/made': 45,
			'disclosure/normative_documents/disclosed': 23,
			'disclosure/normative_documents/public_total': null
		});
		const found = identitiesOf('2019', report, 'disclosure/normative_documents/disclosed');
		expect(found.map(({ rule, answer }) => [rule, answer])).toEqual([
			['disclosed_over_public_total', 'undecided'],
			['made_over_disclosed', 'fail']
		]);
	});

	it('name rules that there are, and the cell itself among their terms', () => {
		const codes = new Set(RULES.map(({ code }) => code));
		for (const form of FORM_CODES) {
			for (const { address } of FORM_CELLS.get(form) ?? []) {
				for (const { rule, left, right } of identitiesOf(form, reporting({}), address)) {
					expect(codes).toContain(rule);
					expect([...left, ...right]).toContain(address);
				}
			}
		}
	});

	it('leave out what no sum holds', () => {
		expect(identitiesOf('2021', reporting({}), 'disclosure/fees/amount')).toEqual([]);
		expect(identitiesOf('free', reporting({}), 'disclosure/fees/amount')).toEqual([]);
	});
});
