import { describe, expect, test } from 'vitest';
import { FORM_CELLS, type Address } from '../form/index.ts';
import { checkReport } from './check.ts';
import { fixtureReport, type Fixture } from './fixture.ts';
import { REPORT_RULES, RULES } from './rules.ts';

const A = 'applications';
const D = 'disclosure';
const R = 'remedies';

/** An application granted to a natural person, with all its sums. */
const GRANTED = {
	[`${A}/received/natural_person`]: 2,
	[`${A}/received/total`]: 2,
	[`${A}/granted/natural_person`]: 2,
	[`${A}/granted/total`]: 2,
	[`${A}/outcomes_total/natural_person`]: 2,
	[`${A}/outcomes_total/total`]: 2
};

/** For each rule: the answer expected for its subject in each report. */
interface Case extends Fixture {
	readonly name: string;
	readonly subject: Address | null;
	readonly answer: 'pass' | 'fail' | 'undecided';
}

const CASES: Readonly<Record<string, readonly Case[]>> = {
	application_balance: [
		{
			name: 'all that came in was concluded',
			subject: `${A}/outcomes_total/natural_person`,
			cells: GRANTED,
			answer: 'pass'
		},
		{
			name: 'one came in and nothing was concluded',
			subject: `${A}/outcomes_total/natural_person`,
			cells: { [`${A}/received/natural_person`]: 1 },
			answer: 'fail'
		},
		{
			name: 'carried in is blank and what came in is less than what was concluded',
			subject: `${A}/outcomes_total/natural_person`,
			cells: {
				...GRANTED,
				[`${A}/received/natural_person`]: 1,
				[`${A}/carried_in/natural_person`]: 'blank'
			},
			answer: 'undecided'
		},
		{
			name: 'both sides have blanks',
			subject: `${A}/outcomes_total/natural_person`,
			cells: {
				[`${A}/received/natural_person`]: 'blank',
				[`${A}/carried_out/natural_person`]: 'blank'
			},
			answer: 'undecided'
		}
	],
	applicants_total: [
		{ name: 'a total of its parts', subject: `${A}/granted/total`, cells: GRANTED, answer: 'pass' },
		{
			name: 'a total that its parts do not make',
			subject: `${A}/granted/total`,
			cells: { ...GRANTED, [`${A}/granted/total`]: 3 },
			answer: 'fail'
		},
		{
			name: 'blank parts, and the others already make the total',
			subject: `${A}/granted/total`,
			cells: { ...GRANTED, [`${A}/granted/business`]: 'blank' },
			answer: 'pass'
		},
		{
			name: 'all parts blank and a total of 0',
			subject: `${A}/granted/total`,
			cells: Object.fromEntries(
				['natural_person', 'business', 'research', 'social_org', 'legal_service', 'other_org'].map(
					(measure) => [`${A}/granted/${measure}`, 'blank' as const]
				)
			),
			answer: 'pass'
		},
		{
			name: 'blank parts, and the others exceed the total',
			subject: `${A}/granted/total`,
			cells: { ...GRANTED, [`${A}/granted/total`]: 1, [`${A}/granted/business`]: 'blank' },
			answer: 'fail'
		},
		{
			name: 'blank parts, and the others fall short of the total',
			subject: `${A}/granted/total`,
			cells: { ...GRANTED, [`${A}/granted/total`]: 3, [`${A}/granted/business`]: 'blank' },
			answer: 'undecided'
		},
		{
			name: 'a missing part, though the others make the total',
			subject: `${A}/granted/total`,
			cells: { ...GRANTED, [`${A}/granted/business`]: 'missing' },
			answer: 'undecided'
		},
		{
			name: 'an unreadable part, and the others exceed the total',
			subject: `${A}/granted/total`,
			cells: { ...GRANTED, [`${A}/granted/total`]: 1, [`${A}/granted/business`]: 'unreadable' },
			answer: 'fail'
		},
		{
			name: 'a blank total is not zero',
			subject: `${A}/granted/total`,
			cells: { ...GRANTED, [`${A}/granted/total`]: 'blank' },
			answer: 'undecided'
		},
		{
			name: 'a row wholly blank',
			subject: `${A}/granted/total`,
			cells: Object.fromEntries(
				[
					'natural_person',
					'business',
					'research',
					'social_org',
					'legal_service',
					'other_org',
					'total'
				].map((measure) => [`${A}/granted/${measure}`, 'blank' as const])
			),
			answer: 'undecided'
		}
	],
	outcomes_total: [
		{
			name: 'a total of its rows',
			subject: `${A}/outcomes_total/total`,
			cells: GRANTED,
			answer: 'pass'
		},
		{
			name: 'a row not in the total',
			subject: `${A}/outcomes_total/total`,
			cells: { ...GRANTED, [`${A}/other/total`]: 1 },
			answer: 'fail'
		},
		{
			name: 'the three rows of 2021 belong to the total',
			form: '2021',
			year: 2021,
			subject: `${A}/outcomes_total/business`,
			cells: { [`${A}/other_unpaid_fee/business`]: 1, [`${A}/outcomes_total/business`]: 1 },
			answer: 'pass'
		},
		{
			name: 'a row cut off',
			subject: `${A}/outcomes_total/total`,
			cells: { ...GRANTED, [`${A}/other/total`]: 'missing' },
			answer: 'undecided'
		}
	],
	remedy_total: [
		{
			name: 'a total of its results',
			subject: `${R}/reconsideration/total`,
			cells: { [`${R}/reconsideration/upheld`]: 1, [`${R}/reconsideration/total`]: 1 },
			answer: 'pass'
		},
		{
			name: 'a total of 0 beside a part of 5',
			subject: `${R}/reconsideration/total`,
			cells: { [`${R}/reconsideration/upheld`]: 5 },
			answer: 'fail'
		},
		{
			name: 'an unreadable part',
			subject: `${R}/reconsideration/total`,
			cells: { [`${R}/reconsideration/upheld`]: 'unreadable' },
			answer: 'undecided'
		}
	],
	disclosed_over_public_total: [
		{ name: 'as many as are public', subject: `${D}/regulations/disclosed`, answer: 'pass' },
		{
			name: 'disclosed 8, public total 0',
			subject: `${D}/normative_documents/disclosed`,
			cells: { [`${D}/normative_documents/disclosed`]: 8 },
			answer: 'fail'
		},
		{
			name: 'a blank public total',
			subject: `${D}/normative_documents/disclosed`,
			cells: {
				[`${D}/normative_documents/disclosed`]: 8,
				[`${D}/normative_documents/public_total`]: 'blank'
			},
			answer: 'undecided'
		}
	],
	made_over_disclosed: [
		{
			name: 'all that was made was disclosed',
			subject: `${D}/normative_documents/made`,
			cells: {
				[`${D}/normative_documents/made`]: 7,
				[`${D}/normative_documents/disclosed`]: 7,
				[`${D}/normative_documents/public_total`]: 7
			},
			answer: 'pass'
		},
		{
			name: '45 made, 23 disclosed',
			subject: `${D}/normative_documents/made`,
			cells: {
				[`${D}/normative_documents/made`]: 45,
				[`${D}/normative_documents/disclosed`]: 23,
				[`${D}/normative_documents/public_total`]: 23
			},
			answer: 'fail'
		},
		{
			name: 'disclosed is blank',
			subject: `${D}/normative_documents/made`,
			cells: {
				[`${D}/normative_documents/made`]: 1,
				[`${D}/normative_documents/disclosed`]: 'blank'
			},
			answer: 'undecided'
		},
		{
			name: 'made is blank',
			subject: `${D}/normative_documents/made`,
			cells: { [`${D}/normative_documents/made`]: 'blank' },
			answer: 'undecided'
		}
	],
	invalid_count: [
		{
			name: 'a negative change',
			subject: `${D}/licensing/items_change`,
			cells: { [`${D}/licensing/items_change`]: -3 },
			answer: 'pass'
		},
		{
			name: 'an amount with six decimals',
			subject: `${D}/procurement/amount`,
			cells: { [`${D}/procurement/amount`]: 20.268491 },
			answer: 'pass'
		},
		{
			name: 'an amount with seven decimals',
			subject: `${D}/procurement/amount`,
			cells: { [`${D}/procurement/amount`]: 20.2684911 },
			answer: 'fail'
		},
		{
			name: 'a negative count',
			subject: `${A}/received/business`,
			cells: { [`${A}/received/business`]: -1 },
			answer: 'fail'
		},
		{
			name: 'half an application',
			subject: `${A}/received/business`,
			cells: { [`${A}/received/business`]: 0.5 },
			answer: 'fail'
		},
		{
			name: 'a change that is no whole number',
			subject: `${D}/licensing/items_change`,
			cells: { [`${D}/licensing/items_change`]: 0.5 },
			answer: 'fail'
		},
		{
			name: 'a blank cell',
			subject: `${A}/received/business`,
			cells: { [`${A}/received/business`]: 'blank' },
			answer: 'undecided'
		}
	],
	issued_over_in_force: [
		{
			name: 'issued and repealed within the year',
			form: '2021',
			year: 2022,
			subject: `${D}/normative_documents/issued`,
			cells: {
				[`${D}/normative_documents/issued`]: 3,
				[`${D}/normative_documents/in_force`]: 2,
				[`${D}/normative_documents/repealed`]: 1
			},
			answer: 'pass'
		},
		{
			name: 'issued and in force nowhere',
			form: '2021',
			year: 2022,
			subject: `${D}/normative_documents/issued`,
			cells: { [`${D}/normative_documents/issued`]: 3, [`${D}/normative_documents/in_force`]: 2 },
			answer: 'fail'
		},
		{
			name: 'repealed is not known',
			form: '2021',
			year: 2022,
			subject: `${D}/normative_documents/issued`,
			cells: {
				[`${D}/normative_documents/issued`]: 3,
				[`${D}/normative_documents/repealed`]: 'missing'
			},
			answer: 'undecided'
		}
	],
	stock_in_decisions: [
		{
			name: 'decisions of their own',
			subject: `${D}/licensing/decisions`,
			cells: {
				[`${D}/licensing/items_last_year`]: 56,
				[`${D}/licensing/items_change`]: 6,
				[`${D}/licensing/decisions`]: 35
			},
			answer: 'pass'
		},
		{ name: 'nothing but zeros', subject: `${D}/licensing/decisions`, answer: 'pass' },
		{
			name: '6, 4, 10',
			subject: `${D}/licensing/decisions`,
			cells: {
				[`${D}/licensing/items_last_year`]: 6,
				[`${D}/licensing/items_change`]: 4,
				[`${D}/licensing/decisions`]: 10
			},
			answer: 'fail'
		},
		{
			name: 'a lone 增 for the change',
			subject: `${D}/licensing/decisions`,
			cells: { [`${D}/licensing/items_change`]: 'unreadable' },
			answer: 'undecided'
		}
	],
	statistics_total: [
		{
			name: 'four ways make the whole',
			form: '2014',
			cells: { 'statistics/received/count': 3, 'statistics/received_online/count': 3 },
			subject: 'statistics/received/count',
			answer: 'pass'
		},
		{
			name: 'a refusal without its reason',
			form: '2014',
			cells: { 'statistics/answered_refused/count': 2, 'statistics/answered/count': 2 },
			subject: 'statistics/answered_refused/count',
			answer: 'fail'
		},
		{
			name: 'the answers hold where refusals are counted once, not by their reasons too',
			form: '2014',
			cells: {
				'statistics/answered_refused/count': 2,
				'statistics/refused_privacy/count': 2,
				'statistics/answered/count': 2
			},
			subject: 'statistics/answered/count',
			answer: 'pass'
		},
		{
			name: 'a part that is not there',
			form: '2014',
			cells: { 'statistics/staff/count': 3, 'statistics/staff_part_time/count': 'missing' },
			subject: 'statistics/staff/count',
			answer: 'undecided'
		}
	],
	part_over_whole: [
		{
			name: 'all of them',
			form: '2014',
			cells: {
				'statistics/press_conferences/count': 3,
				'statistics/press_conferences_by_leaders/count': 3
			},
			subject: 'statistics/press_conferences_by_leaders/count',
			answer: 'pass'
		},
		{
			name: 'more than all',
			form: '2014',
			cells: {
				'statistics/disclosed_on_own_initiative/count': 3,
				'statistics/normative_documents_disclosed/count': 4
			},
			subject: 'statistics/normative_documents_disclosed/count',
			answer: 'fail'
		},
		{
			name: 'a blank whole',
			form: '2014',
			cells: {
				'statistics/online_interviews/count': 'blank',
				'statistics/online_interviews_by_leaders/count': 4
			},
			subject: 'statistics/online_interviews_by_leaders/count',
			answer: 'undecided'
		}
	],
	no_table: [
		{ name: 'a table', subject: null, answer: 'pass' },
		{
			name: 'prose of a year without a form',
			form: 'free',
			year: 2011,
			subject: null,
			answer: 'pass'
		},
		{
			name: 'prose of no known year',
			form: 'free',
			year: null,
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'no cell of the form',
			cells: Object.fromEntries(
				FORM_CELLS.get('2019')!.map(({ address }) => [address, 'missing' as const])
			),
			subject: null,
			answer: 'fail'
		}
	],
	edition_of_year: [
		{ name: '2019 edition for 2020', subject: null, answer: 'pass' },
		{ name: '2019 edition for 2022', year: 2022, subject: null, answer: 'fail' },
		{ name: '2021 edition for 2020', form: '2021', subject: null, answer: 'fail' },
		{ name: '2014 edition for 2019', form: '2014', year: 2019, subject: null, answer: 'fail' },
		{ name: '2014 edition for 2013', form: '2014', year: 2013, subject: null, answer: 'fail' },
		{ name: '2014 edition for 2016', form: '2014', year: 2016, subject: null, answer: 'pass' },
		{ name: 'prose for 2010', form: 'free', year: 2010, subject: null, answer: 'pass' },
		{ name: 'a year before any', form: 'free', year: 2007, subject: null, answer: 'undecided' },
		{
			name: 'a form taken from the year alone',
			year: 2020,
			cells: Object.fromEntries(
				FORM_CELLS.get('2019')!.map(({ address }) => [address, 'missing' as const])
			),
			subject: null,
			answer: 'undecided'
		},
		{ name: 'a year that is not settled', year: null, subject: null, answer: 'undecided' }
	],
	period_of_year: [
		{
			name: 'the year of the report',
			words: '统计期限为 ２０２０ 年1月1日\n至12月31日。\n',
			subject: null,
			answer: 'pass'
		},
		{
			name: 'the year before',
			words: '所列数据自2019年1月1日起至2019年12月31日止。\n',
			subject: null,
			answer: 'fail'
		},
		{
			name: 'its own year beside another',
			words: '2020年1月1日至12月31日收到5件，2019年1月1日至12月31日收到3件。\n',
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'several years together',
			words: '2015年1月1日至2019年12月31日累计收到9件。\n',
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'part of a year',
			words: '2019年3月1日至12月31日。\n',
			subject: null,
			answer: 'undecided'
		},
		{
			name: 'a year that is not settled',
			year: null,
			words: '2019年1月1日至12月31日。\n',
			subject: null,
			answer: 'undecided'
		}
	]
};

test('every rule about one report has valid, invalid and undecided cases', () => {
	for (const { code } of REPORT_RULES) {
		const answers = new Set(CASES[code]?.map(({ answer }) => answer));
		expect(answers, code).toEqual(new Set(['pass', 'fail', 'undecided']));
	}
});

describe.each(REPORT_RULES.map((rule) => ({ code: rule.code, rule })))(
	'$code',
	({ code, rule }) => {
		test.each(CASES[code] ?? [])('$name: $answer', ({ subject, answer, ...fixture }) => {
			const verdicts = rule.check(fixtureReport(fixture));
			const verdict = verdicts.find((candidate) => candidate.subject === subject);
			expect(verdict?.answer).toBe(answer);
			if (verdict?.answer !== 'fail') return;
			expect(verdict.finding).toMatchObject({ rule: code, severity: rule.severity, subject });
			expect(verdict.finding.message).toMatch(/[一-鿿].*\d/);
		});
	}
);

test('rules have codes of their own that are safe in a URL and a column name', () => {
	const codes = RULES.map(({ code }) => code);
	expect(new Set(codes).size).toBe(codes.length);
	for (const code of codes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
});

test('a finding names both figures', () => {
	const { findings } = checkReport(
		fixtureReport({
			cells: {
				'disclosure/normative_documents/made': 45,
				'disclosure/normative_documents/disclosed': 23,
				'disclosure/normative_documents/public_total': 23
			}
		})
	);
	expect(findings).toEqual([
		expect.objectContaining({
			rule: 'made_over_disclosed',
			severity: 'warning',
			subject: 'disclosure/normative_documents/made',
			observed: 45,
			expected: 23,
			origin: 'agency',
			message: '规范性文件：本年新制作数量 45，大于本年新公开数量 23，有文件制作后没有公开。'
		})
	]);
});

test('a wholly blank form has nothing to fail and nothing that passes a sum', () => {
	const whole = fixtureReport({});
	const blank = fixtureReport({
		cells: Object.fromEntries(whole.cells.map(({ address }) => [address, 'blank' as const]))
	});
	const { findings, tallies } = checkReport(blank);
	expect(findings).toEqual([]);
	expect(tallies.get('applicants_total')).toEqual({ pass: 0, fail: 0, undecided: 23 });
	expect(tallies.get('application_balance')).toEqual({ pass: 0, fail: 0, undecided: 7 });
	expect(tallies.get('invalid_count')).toEqual({ pass: 0, fail: 0, undecided: 198 });
});

test('a rule of another edition gives no tally', () => {
	const { tallies } = checkReport(fixtureReport({ form: '2021', year: 2021 }));
	expect(tallies.has('made_over_disclosed')).toBe(false);
	expect(tallies.get('issued_over_in_force')).toEqual({ pass: 2, fail: 0, undecided: 0 });
});
