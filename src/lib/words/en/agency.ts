import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const agencies: Words['agencies'] = {
	title: (n) => plural(n, 'agency', 'agencies'),
	empty: 'No such agency.',
	emptyStep: 'Try another word, or loosen the filters.',
	name: 'Agency',
	region: 'Region',
	level: 'Level',
	kind: 'Kind',
	reports: 'Reports',
	years: 'Years',
	errors: 'Errors',
	warnings: 'Warnings',
	unresolved: 'unsettled',
	unnamed: '(agency unsettled)',
	find: 'Find'
};

export const agency: Words['agency'] = {
	title: (name, span, reports) => `${name}: ${plural(reports, 'annual report')}, ${span}`,
	series: 'Over the years',
	outcomes: 'How applications ended, by year',
	reports: 'Reports',
	published: 'Published',
	form: 'Edition',
	cells: 'Cells',
	scope: 'Scope',
	current: 'current',
	replaced: 'replaced',
	findings: 'Findings',
	allFindings: (n) => `All ${plural(n, 'finding')}`,
	notFound: 'There is no such agency',
	measures: 'Every measure over the years',
	measure: 'Measure',
	noYear: 'year unsettled',
	level: 'Level',
	kind: 'Kind',
	region: 'Region'
};
