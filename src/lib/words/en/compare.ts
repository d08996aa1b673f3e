import type { Words } from '../zh.ts';

export const compare: Words['compare'] = {
	title: (measure, year, first, value) => `${measure} in ${year}: ${first} leads with ${value}`,
	titleEmpty: (measure) => `Compare: ${measure}`,
	choose: 'Measure to compare',
	show: 'Show',
	byYear: (measure) => `${measure}, by year`,
	ranking: (measure, year) => `${measure}, leading agencies in ${year}`,
	multiples: (measure) => `${measure}, each agency over the years`,
	total: 'Total',
	mean: 'Mean',
	median: 'Median',
	quartiles: 'Quartiles',
	spread: 'Total and spread',
	previous: (year) => String(year),
	notCollected: 'Not collected',
	multiplesNote:
		'Each panel has its own scale: look at changes only. Missing years are left empty.',
	rankingNote:
		'Own and rolled-up figures stand side by side and are not added. The thin bar is the year before.'
};
