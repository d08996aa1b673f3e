import { count } from '../../chart/number.ts';
import type { Words } from '../zh.ts';

export const outcomes: Words['outcomes'] = {
	empty: 'The chosen reports give no outcomes, or nothing but zeros. Loosen the filters.',
	title: (year, who, granted, handled) =>
		`Of ${handled} applications that agencies (${who}) closed in ${year}, ${granted} were granted in full or in part`,
	titleHandled: (year, who, handled) => `${handled} applications ended in ${year} (${who})`,
	titleEmpty: 'The reports chosen tell of no application that ended',
	shares: 'shares',
	counts: 'counts',
	byYearShares: 'Outcomes by year: shares',
	byYearCounts: 'Outcomes by year: counts',
	byGroup: (year, what) => `Outcomes by ${what}, ${year}`,
	what: { agency: 'agency', province: 'province', city: 'city', kind: 'kind of agency' },
	chooseBy: 'Side by side',
	chooseYear: 'Year',
	chooseRank: 'Order',
	ranks: {
		count: 'applications closed',
		share: 'share granted in full or in part',
		refused: 'share refused',
		unable: 'share that could not be provided',
		unprocessed: 'share not processed',
		other: 'share otherwise handled'
	},
	chooseOrder: 'Direction',
	orders: { desc: 'highest first', asc: 'lowest first' },
	whole: (n) => `The whole ranking (${count(n)})`,
	small: 'rank those with fewer than 30 too',
	smallNote: '* Fewer than 30 applications: the shares say little.',
	smallLeftOut: (n) => `${count(n)} with fewer than 30 applications are not ranked by share.`,
	shown: (n, all) => `${count(n)} of ${count(all)}.`,
	show: 'Show',
	reasons: (outcome) => `${outcome}: single reasons by year`,
	open: 'Open',
	applicants: 'Who applies: new applications, shares by year',
	balance: 'Received, closed and carried over, by year',
	balanceHeads: ['Received', 'Carried in', 'All outcomes', 'Carried out'],
	carried: 'Carried over',
	carriedNote:
		'The last column is what is carried out as a share of what was received and carried in. Figures are sums of what reports say; reports without a figure are left out, so the two sides need not balance. “Total of outcomes” adds the one cell in which each report states its total, while the title and the charts of outcomes add the cells of every outcome; reports whose total is blank, unreadable or not the sum of its cells make the two differ.',
	remedies: 'Reconsideration and litigation by year',
	lost: 'Share corrected',
	lostNote:
		'The share of corrected results among those upheld or corrected; other results and pending cases are not in it.',
	fewNote: '* Fewer than 10 upheld or corrected: it says little.',
	ranked: 'Ranked by agency or region:',
	year: 'Year',
	noRemedies: 'The chosen reports give no remedies.',
	noBalance: 'The chosen reports give no applications.',
	agency: 'Agency'
};
