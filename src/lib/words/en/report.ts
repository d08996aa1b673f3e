import type { Words } from '../zh.ts';
import { count, size } from '../../chart/number.ts';

export const report: Words['report'] = {
	title: (agency, year) => `${agency}: annual report on information disclosure, ${year}`,
	noAgency: 'Agency unsettled',
	noYear: 'year unsettled',
	year: (year) => String(year),
	form: 'Form',
	source: 'Source text',
	sourceTab: 'Source',
	halves: 'Form and source',
	inStep: 'Scroll together',
	keys: 'Arrow keys move from cell to cell, Enter opens its record, Esc closes it',
	otherYears: 'Reports of this agency for other years',
	versions: 'Other versions for this year',
	noDate: 'date unknown',
	sourceHint:
		'A cell opens its record and shows its characters in the source; a figure in the source leads back to its cell.',
	findings: 'Findings',
	noFindings: 'No rule found anything.',
	evidence: 'Evidence for agency and year',
	notes: 'Notes of the reader',
	noNotes: 'No doubts.',
	used: 'used',
	unused: 'not used',
	group: '3. Outcomes this year',
	organisations: 'Legal persons and other organisations',
	applicants: {
		natural_person: 'Natural persons',
		business: 'Busi\u00adnesses',
		research: 'Re\u00adsearch',
		social_org: 'Public inter\u00adest',
		legal_service: 'Legal ser\u00advices',
		other_org: 'Other'
	},
	otherEdition: 'Rows of another edition',
	noForm:
		'Reports for this year have no table: figures stand in the text alone, and none is inferred from it here.',
	tableLost:
		'No table of this report was read: it may be an attachment or a picture, or was lost on export. The report is kept; its cells are missing, which is not zero.',
	file: 'File',
	original: 'Original file',
	originalOf: (format: string | null, bytes: number | null) =>
		[format === 'text' ? 'text' : format?.toUpperCase(), bytes === null ? null : size(bytes)]
			.filter(Boolean)
			.join(', ') || 'open',
	noOriginal: 'The original file of this report was not kept',
	url: 'Published at',
	sha: 'Fingerprint',
	published: 'Published',
	scope: 'Scope',
	edition: 'Edition',
	editionOf: (label, notice) => (notice === null ? label : `${label} (${notice})`),
	replaced: 'A corrected version replaces this report; totals leave it out.',
	unresolved:
		'Agency or year could not be settled: the report merges with no agency. Say it in the manifest and ingest again.',
	unknown: 'unsettled',
	notFound: 'There is no such report',
	legend: 'Legend',
	legendFinding: 'corner mark: a finding',
	download: 'Download cells (CSV)',
	subject: {
		agency: 'agency',
		region: 'region',
		year: 'year',
		form: 'edition',
		published_on: 'date',
		scope: 'scope'
	},
	evidenceSource: {
		manifest: 'manifest',
		record: 'parsed data',
		title: 'title',
		source_line: 'source line or signature',
		breadcrumb: 'page path',
		narrative: 'narrative',
		table: 'table',
		path: 'file path'
	},
	note: {
		short_row: 'Fewer figures than columns: only what every placing agrees on is reported',
		long_row: 'More figures than columns',
		mended_row: 'Exactly one reading makes every sum hold; read so',
		row_not_found: 'The report has no such row',
		row_in_doubt: 'Which group the row is of, or which figure holds, is not certain: not used',
		no_table: 'No table was read, only the narrative; no figure is inferred from it',
		unreadable_figure: 'What stands here is no figure',
		unit_converted: 'Converted from the unit written to 10,000 yuan',
		record_contradicted: 'The parsed data’s own figure or status is not what its raw text says',
		place_contradicted: 'The place that the parsed data gives is not this figure’s; written apart',
		agency_unresolved: 'The evidence does not settle the agency',
		year_unresolved: 'The evidence does not settle the year'
	}
};

export const record: Words['record'] = {
	title: 'The chosen cell',
	cell: 'Cell',
	now: 'Now',
	read: 'As read',
	to: 'Corrected to',
	raw: 'Source',
	place: 'Place',
	pageName: 'Page',
	at: (line, start, end) => `line ${count(line)} (characters ${count(start)}–${count(end)})`,
	status: 'Status',
	format: 'Format of the source',
	text: 'text',
	close: 'Close',
	identities: 'Sums and bounds it takes part in',
	noIdentities: 'No sum or bound holds this cell.',
	answer: { pass: 'holds', fail: 'fails', undecided: 'undecided' },
	zeros: (n) => `${count(n)} more, all 0`,
	addition: 'The cells that are added to this figure',
	noSum: 'no figure',
	terms: (n) => `The form has no cell for it: ${count(n)} cells are added, each marked`,
	lacking: (n) => `${count(n)} of them without a figure: those that have one are added`,
	years: 'The same cell in the agency’s other years',
	page: (n: number) => `page ${count(n)}`,
	corrections: 'Corrections',
	putRight: 'Misread? Put this cell right',
	how: 'Fill in, copy the line, add it at the end of the office’s table of corrections (CSV), and give that to the next ingest with --corrections. The figure: a number (amounts in 10,000 yuan); blank for an empty cell, missing where the source has no such cell, unreadable for what is no figure; nothing at all withdraws an earlier correction.',
	figure: 'Should be',
	who: 'By',
	when: 'Day',
	why: 'Why',
	copy: 'Copy the line',
	copied: 'Copied',
	outcome: 'Outcome',
	state: {
		applied: 'corrected',
		dropped: 'file has changed: not applied',
		no_cell: 'no such cell: not applied',
		no_report: 'no report: not applied'
	}
};
