import type { Cases } from './case.ts';

const R = 'remedies';

export const TOTAL_CASES: Cases = {
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
	]
};
