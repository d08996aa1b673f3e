import { count } from '../../chart/number.ts';
import type { Words } from '../zh.ts';
import { plural } from './plural.ts';

export const compare: Words['compare'] = {
	title: (measure, year, who, first, value) =>
		`${measure}, ${year}: the most (${who}) is ${first} with ${value}`,
	named: 'agencies chosen',
	titleEmpty: (measure) => `Compare: ${measure}`,
	choose: 'Measure',
	chooseBy: 'Side by side',
	chooseYear: 'Ranked by',
	chooseStat: 'Of each group',
	chooseAxis: 'Axis of small charts',
	by: {
		agency: 'agencies',
		province: 'provinces',
		city: 'cities',
		county: 'counties',
		kind: 'kinds of agency'
	},
	stats: { total: 'total', median: 'median' },
	axes: { own: 'each its own', shared: 'the same' },
	newest: 'newest year with figures',
	show: 'Show',
	find: 'Add an agency',
	findLabel: 'Name of an agency',
	findGo: 'Find',
	foundNone: (q) => `No agency has “${q}” in its name.`,
	add: 'Add',
	added: 'added',
	byYear: (measure) => `${measure}: totals by year`,
	overYears: (years, reports) =>
		`Sum of ${years} (of ${plural(reports, 'report')} with a figure): `,
	stocksNotAdded:
		'Each year’s figure is what there was then, or holds what was carried in or is pending: years are not added, as the same would be counted again.',
	editionsNotAdded: 'The editions of these years count different things, which are not added.',
	spreadOf: (measure) => `${measure}: how the reports’ figures are spread`,
	spreadNote:
		'Boxes reach from quartile to quartile, the line is the median (its figure beside it where there is room), whiskers reach from 10% to 90%. Blank and missing cells are no zeros and are left out.',
	statesOf: (measure) => `${measure}: how reports fill it in`,
	statesNote: 'Shares of all reports of the year. Blank, missing and not collected are no zeros.',
	states: {
		above: 'a figure',
		stock: 'possibly a stock, left out',
		zero: 'zero',
		blank: 'blank',
		missing: 'missing',
		unreadable: 'unreadable',
		notCollected: 'not collected'
	},
	tilesOf: (measure, year, stat) => `${measure}: ${stat} by province, ${year}`,
	tilesNote:
		'One tile a province, all of one size, about where it lies. Shades are fifths of the provinces that have a figure. A tile narrows the page to its province.',
	ranking: (measure, year, what) =>
		`${measure}: leading ${what}${year === null ? '' : `, ${year}`}`,
	multiples: (measure, what) => `${measure}: ${what} over the years`,
	chooseRank: 'Ranked on',
	ranks: {
		value: 'the figure of the year',
		change: 'change on the year before',
		growth: 'change on the year before, %'
	},
	rankedOf: {
		value: (n, all) => `${count(n)} of ${count(all)} with a figure that year.`,
		change: (n, all) => `${count(n)} of ${count(all)} with a figure in both years.`,
		growth: (n, all) =>
			`${count(n)} of ${count(all)} with a figure in both years and at least 30 in the first; those with fewer are left out.`
	},
	rankedTitle: (measure, year, rank, order) =>
		`${measure}${year === null ? '' : `, ${year}`}: by ${rank}, ${order}`,
	noChange:
		'Nothing has a figure in both the year and the one before, which has to be among the years chosen.',
	notJoined:
		'The edition of this year counts something else than the one before: the year’s own figures rank.',
	titleChange: {
		rise: (measure, year, who, first, change) =>
			`${measure}, ${year}: the greatest rise on the year before (${who}) is ${first} with ${change}`,
		fall: (measure, year, who, first, change) =>
			`${measure}, ${year}: the greatest fall on the year before (${who}) is ${first} with ${change}`
	},
	shown: (n, all) => `${count(n)} of ${count(all)}.`,
	total: 'Total',
	median: 'Median',
	quartiles: 'Quartiles',
	spread: 'Totals and spread',
	previous: (year) => String(year),
	notCollected: 'not collected',
	brokenNote:
		'In spreads, side by side and in rankings, only reports in the edition due for the year count: figures of two editions are not set together.',
	ownAxis:
		'Each chart has an axis of its own: compare shapes, not heights. Gaps are years without a figure.',
	sharedAxis: 'All charts have the same axis. Gaps are years without a figure.',
	rankingNote: 'The thin bar is the year before.'
};
