import type { Words } from '../zh.ts';
import { plural } from './plural.ts';

export const reports: Words['reports'] = {
	title: (n) => plural(n, 'report'),
	titleOf: (n, what) => `${plural(n, 'report')}: ${what}`,
	empty: 'There is no such report.',
	emptyStep: ' Loosen the filters.',
	sums: (filled, total) => `${filled} of them have a figure; together ${total}`,
	noTotal: {
		none: (_) => 'None of them has a figure',
		groups: (filled) =>
			`${filled} of them have a figure; figures of several scopes or levels are not added`,
		editions: (filled) =>
			`${filled} of them have a figure; editions count different things here, which are not added`
	},
	within: (from, below, unit) =>
		`Only reports with a figure of ${from} or more and less than ${below}${unit}.`,
	anyFigure: 'List all, whatever the figure',
	lead: 'Each figure leads to its cell in the report, or to the cells that add up to it, and from there to its characters in the source.',
	agency: 'Agency',
	region: 'Region',
	level: 'Level',
	kind: 'Kind',
	scope: 'Scope',
	year: 'Year',
	published: 'Published',
	dateUnknown: 'date unknown',
	any: 'all',
	state: 'This figure',
	states: {
		reported: 'Reported',
		partial: 'In part',
		blank: 'Blank',
		missing: 'Missing',
		unreadable: 'Unreadable',
		nonzero: 'Other than 0',
		zero: 'Reported as 0',
		stock: 'Possibly a stock',
		not_collected: 'Not collected'
	},
	downloadList: 'Download this list (CSV)',
	download: 'Download these cells (CSV)',
	downloadReports: 'Download these reports (CSV)'
};
