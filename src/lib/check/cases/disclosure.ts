import type { Cases } from './case.ts';

const D = 'disclosure';

export const DISCLOSURE_CASES: Cases = {
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
	]
};
