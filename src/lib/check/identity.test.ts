import { describe, expect, it } from 'vitest';
import { FORM_CELLS, FORM_CODES, type Address, type FormCode } from '../form/index.ts';
import type { Figures } from './figures.ts';
import { identitiesIn } from './identity.ts';
import { RULES } from './rules.ts';

const reporting = (figures: Readonly<Record<Address, number | null>>): Figures => ({
	cells: Object.entries(figures).map(([address, value]) => ({
		address,
		value,
		status: value === null ? 'missing' : 'reported'
	}))
});

const found = (form: FormCode, report: Figures, address: Address) =>
	identitiesIn(form, report).filter(({ left, right }) => [...left, ...right].includes(address));

describe('the identities of a cell', () => {
	it('are the row, the column and the balance for a total of outcomes', () => {
		const identities = found('2021', reporting({}), 'applications/outcomes_total/total');
		expect(identities.map(({ rule }) => rule).sort()).toEqual([
			'applicants_total',
			'application_balance',
			'outcomes_total'
		]);
		expect(identities.every(({ answer }) => answer === 'undecided')).toBe(true);
	});

	it('are the bounds on both sides for what was disclosed', () => {
		const report = reporting({
			'disclosure/normative_documents/made': 45,
			'disclosure/normative_documents/disclosed': 23,
			'disclosure/normative_documents/public_total': null
		});
		const identities = found('2019', report, 'disclosure/normative_documents/disclosed');
		expect(identities.map(({ rule, answer }) => [rule, answer])).toEqual([
			['disclosed_over_public_total', 'undecided'],
			['made_over_disclosed', 'fail']
		]);
	});

	it('name rules that there are, and cells of the edition', () => {
		const codes = new Set(RULES.map(({ code }) => code));
		for (const form of FORM_CODES) {
			const addresses = new Set(FORM_CELLS.get(form)?.map(({ address }) => address));
			for (const { rule, left, right } of identitiesIn(form, reporting({}))) {
				expect(codes).toContain(rule);
				for (const address of [...left, ...right]) expect(addresses).toContain(address);
			}
		}
	});

	it('leave out what no sum holds', () => {
		expect(found('2021', reporting({}), 'disclosure/fees/amount')).toEqual([]);
		expect(found('free', reporting({}), 'disclosure/fees/amount')).toEqual([]);
	});
});
