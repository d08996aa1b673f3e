import type { Cases } from './case.ts';

const A = 'applications';

/** An application granted to a natural person, with all its sums. */
const GRANTED = {
	[`${A}/received/natural_person`]: 2,
	[`${A}/received/total`]: 2,
	[`${A}/granted/natural_person`]: 2,
	[`${A}/granted/total`]: 2,
	[`${A}/outcomes_total/natural_person`]: 2,
	[`${A}/outcomes_total/total`]: 2
};

export const APPLICATION_CASES: Cases = {
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
	]
};
