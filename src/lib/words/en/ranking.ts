import { count } from '../../chart/number.ts';
import type { Words } from '../zh.ts';

export const ranking: Words['ranking'] = {
	lists: 'What is ranked',
	of: { outcomes: 'Applications', reconsideration: 'Reconsideration', litigation: 'Litigation' },
	title: (years, who, what, column, first, value) =>
		`${what} ${years}, ${who}: highest in “${column}” is ${first} with ${value}`,
	titleMost: (years, who, what, column, first, n) =>
		`${what} ${years}, ${who}: ${first} has the most in “${column}”, ${n}`,
	titleOf: (years, who, what, column) => `${what} ${years} (${who}), ranked by “${column}”`,
	agencies: (who) => `agencies (${who})`,
	handled: 'Closed',
	open: 'Granted in full or in part, share',
	share: (outcome) => `${outcome}, share`,
	allYears: 'All chosen years together',
	added: (years) => `the years ${years} added together`,
	leftOut: {
		outcomes: (first) =>
			`of the years chosen only those from ${first} on are added: earlier ones have no outcomes`,
		remedies: (first) =>
			`of the years chosen only those from ${first} on are added: earlier ones are due on another form`
	},
	place: 'Rank',
	count: (n) => `${count(n)} ranked.`,
	few: {
		outcomes: {
			leftOut: (n) =>
				`${count(n)} with fewer than 30 applications closed are left out: their shares say little.`,
			ranked: (n) =>
				`Among them ${count(n)} with fewer than 30 applications closed, whose shares say little.`
		},
		remedies: {
			leftOut: (n) =>
				`${count(n)} with fewer than 10 cases upheld or corrected are left out: their shares say little.`,
			ranked: (n) =>
				`Among them ${count(n)} with fewer than 10 cases upheld or corrected, whose shares say little.`
		}
	},
	rankToo: 'Rank them too',
	leaveOut: 'Leave them out',
	notes: {
		outcomes:
			'A share is of the applications closed; rows that are not filled in are not among them. Equal figures share a rank; those without a figure come last and are no zeros. A click on a heading ranks by it, one way or the other.',
		remedies:
			'“Share corrected” is of results upheld or corrected; other results and pending cases are not in it. Litigation is suits brought directly and after reconsideration together; a report without either is left out. Only reports that count as the edition due for the year (of several years: the last) does are ranked.'
	},
	summedNote:
		'Shares are of the sums over the years, and so is what counts as too few. A year whose report is missing or gives no figure is left out of the sum and is no zero. An agency that changed its name stands under the one in its newest report.',
	download: 'Download the whole ranking (CSV)',
	empty: 'The reports chosen have nothing to rank'
};
