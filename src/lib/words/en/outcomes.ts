import type { Words } from '../zh.ts';

export const outcomes: Words['outcomes'] = {
	empty: 'These reports give no outcomes, or zero for every one. Loosen the filters to see more.',
	title: (year, granted, handled) =>
		`Of ${handled} applications settled in ${year}, ${granted} were granted in full or in part`,
	titleEmpty: 'How applications ended',
	shares: 'Shares',
	counts: 'Counts',
	byYearShares: 'Shares of outcomes, by year',
	byYearCounts: 'Counts of outcomes, by year',
	byAgency: (year) => `Agencies with most outcomes in ${year}`,
	stated: 'Total as reported',
	handled: 'Sum of outcomes',
	small: 'Shares of fewer than 30 applications say little.',
	agency: 'Agency'
};
