import { plural } from './plural.ts';
import type { Words } from '../zh.ts';
import { count } from '../../chart/number.ts';

export const coverage: Words['coverage'] = {
	title: (filed, cells, agencies) =>
		`${plural(agencies, 'agency', 'agencies')}: reports for ${count(filed)} of ${count(cells)} agency-years`,
	titleEmpty: 'Coverage',
	lead: 'No roster has been given, so only agencies that ever filed are listed; an empty place means not in the collection, not unpublished.',
	grid: 'Agencies by year',
	filed: 'in the collection',
	absent: 'not in the collection',
	unresolved: 'Reports whose agency or year is unsettled',
	rejected: 'Files rejected',
	noUnresolved: 'Agency and year of every report are settled.',
	noRejected: 'No file was rejected.',
	source: 'File',
	format: 'Format',
	archives: (n) =>
		`${count(n)} more files are archives or hold several reports; what is in them has rows of its own, as “archive/path in it”.`,
	reason: 'Reason and remedy',
	known: 'Known',
	candidates: 'Candidates (where they stand)',
	settle:
		'Download this manifest, fill in the agency or year that is empty, and ingest again: npm run ingest -- THE-SAME-FOLDER --manifest MANIFEST.csv.',
	manifest: (n: number) => `Download the manifest to fill in (CSV, ${plural(n, 'row')})`,
	why: {
		unresolved:
			'The evidence does not settle the agency or the year: name them in the manifest and ingest again.',
		rejected: 'Could not be read as a report; the reason as recorded:'
	},
	open: 'Open',
	showing: (shown, all) => `the first ${count(shown)} of ${count(all)}`,
	all: 'List all',
	back: 'Back to coverage'
};
