import { plural } from './plural.ts';
import type { Words } from '../zh.ts';
import { count } from '../../chart/number.ts';

export const figure: Words['figure'] = {
	csv: 'CSV',
	csvTitle: 'Download this chart’s data (CSV)',
	xlsx: 'XLSX',
	xlsxTitle: 'Download this chart’s data (XLSX, 100,000 rows at most)',
	sqlTitle: 'The rows this chart rests on, and the SQL that gives them',
	svg: 'SVG',
	png: 'PNG',
	patterns: 'Patterns',
	patternsTitle: 'Mark the parts with patterns, not by colour alone',
	link: 'Link',
	linkTitle: 'Address of this chart',
	table: 'Data table',
	tableOfCounts: 'Data table (shared with the chart of counts)',
	sql: 'Data',
	year: 'Year',
	name: 'Name',
	total: 'Total',
	filledColumn: 'Reports with a figure',
	reportsColumn: 'All reports',
	gap: 'no data',
	withUnit: (name, unit) => `${name} (${unit})`,
	empty:
		'No data here: no report under these filters gives this figure. Loosen the filters to see more.',
	otherEdition: (years, n) =>
		`The form in force for ${years} does not ask for this: the figures there come from ${plural(n, 'report')} that used the form of other years.`,
	chartOf: (title) => `Chart: ${title}. Its data stand in the table below it.`
};

export const basis: Words['basis'] = {
	on: 'Rests on ',
	reports: (n) => plural(n, 'report'),
	filled: (n, all) => `${count(n)} of ${plural(all, 'report')} with a figure`,
	notNarrowed: 'Rule, severity and status do not narrow totals and charts',
	reported: (n) => `${count(n)} reported`,
	partial: (n) => `${count(n)} of them in part: the cells that have a figure are added`,
	blank: (n) => `${count(n)} blank`,
	missing: (n) => `${count(n)} missing`,
	unreadable: (n) => `${count(n)} unreadable`,
	notCollected: (n) => `${count(n)} not collected`,
	stock: (n) => `${count(n)} possibly a stock`,
	stockLeftOut: (n) => `${count(n)} possible stocks left out`,
	otherScope: (n) => `${count(n)} of another scope left out`,
	scopeUnknown: (n) => `${count(n)} of unknown scope`,
	withoutYear: (n) => `${count(n)} without a year left out`,
	invented: (n) => `${count(n)} of them invented`,
	incomplete: (n) => `${count(n)} with rows missing`,
	scope: {
		not_consolidated: 'without rolled-up figures',
		own: 'own figures',
		consolidated: 'rolled-up figures',
		unknown: 'reports whose scope is not settled',
		all: 'own and rolled-up side by side, never added'
	},
	level: {
		national: 'level: national',
		province: 'level: province',
		city: 'level: city',
		county: 'level: county',
		township: 'level: township',
		unsettled: 'level not settled'
	},
	separator: ', ',
	end: '; ',
	notAddable: 'no total: different scopes or levels cannot be added'
};
