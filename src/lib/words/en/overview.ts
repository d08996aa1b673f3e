import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const overview: Words['overview'] = {
	title: (span, agencies, reports) =>
		`${span}: ${plural(reports, 'annual report')} of ${plural(agencies, 'agency', 'agencies')}`,
	titleWithDecisions: (year, who, filled, decisions) =>
		`In ${year}, ${plural(filled, `report (${who})`, `reports (${who})`)} gave ${decisions} licensing decisions`,
	empty: 'No reports under these filters',
	emptyStore: 'There are no reports yet',
	emptyStoreWhy: (files) =>
		`${plural(files, 'file')} read in, ${files === 1 ? 'and it was' : 'all'} rejected.`,
	emptyStoreLead: 'Read reports in first',
	emptyStoreStep: 'Why, and what to do',
	corpus: 'In the collection',
	quality: 'Cells and findings',
	reports: 'Reports',
	agencies: 'Agencies',
	years: 'Years',
	cells: 'Cells',
	errors: 'Errors',
	warnings: 'Warnings',
	unresolved: 'Agency or year unsettled',
	rejected: 'Files rejected',
	superseded: 'Replaced by corrections',
	ofThem: 'of them invented',
	hideInvented: 'Hide invented data',
	showInvented: 'Show invented data',
	licensing: 'Licensing decisions, total by year',
	procurement: 'Government procurement, amount by year',
	outcomes: 'How applications ended, by year',
	findings: 'Notable findings',
	allFindings: 'All findings',
	byRule: 'What each rule said',
	procurementNote:
		'The 2021 edition does not ask about procurement: not collected, which is not zero.',
	outcomesNote:
		'“Otherwise handled” is one row in the 2019 edition, the sum of three in the 2021 one. Shares are of the outcomes reported. The 2014 edition classes answers differently and is not in this chart.',
	editionBreak: 'Form changes',
	notCollected: 'Not collected',
	stockNote:
		'Dashed bars: in some reports the figure equals last year’s items plus the change, so it is possibly a stock.'
};
