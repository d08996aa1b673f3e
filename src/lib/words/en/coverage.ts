import { plural } from './plural.ts';
import type { Words } from '../zh.ts';
import { REASONS } from './reasons.ts';
import { count } from '../../chart/number.ts';

export const coverage: Words['coverage'] = {
	title: ({ year, expected, filed, late, lateByPractice, missing }) =>
		`For ${year}, ${plural(expected, 'agency is', 'agencies are')} to report: ` +
		(filed === expected ? 'all have filed' : `${count(filed)} filed`) +
		(late > lateByPractice ? `, ${count(late - lateByPractice)} of them late` : '') +
		(lateByPractice > 0 ? `, ${count(lateByPractice)} after the customary day` : '') +
		(missing > 0 ? `, and ${count(missing)} did not` : ''),
	titleEmpty: 'Coverage',
	empty: 'No agency in this selection is to report, and none has. Loosen or clear the filters.',
	emptyStore:
		'There is no report yet, and no roster. Once either is read in, this page tells who has filed and who has not.',
	basis: {
		roster: (n) => `The office’s roster says who is to report: ${count(n)} for this year.`,
		filed: (n) =>
			`No roster to go by: those who ever filed are expected from their first report on, ${count(n)} for this year. Who never filed is not among them, and the first year of each always counts as filed.`,
		both: (n, others) =>
			`The roster names ${count(n)} for this year; ${count(others)} more have no roster and are expected from their first report on.`
	},
	ignored:
		'Edition, scope, findings and the like say something of reports only, not of who is to report: they narrow nothing here.',
	rosterGet: 'Download the roster (CSV)',
	templateGet: 'Download a roster to complete, with all who ever filed (CSV)',
	how: 'How to give or replace the roster',
	howSteps: [
		'Download the list above and edit it as a spreadsheet: add who is missing, remove who need not report.',
		'Fill in the year or day of founding (founded) and of abolition (abolished): an organ reports for the year of its founding, and for none from that of its abolition on; empty means no limit. A renamed organ keeps one line with its former names in formerly, separated by semicolons, and reports under those count as its own; succeeded_by names the organ that took over.',
		'Save it as CSV and read it in. A new roster replaces the old one and stays in force:'
	],
	command: 'npm run ingest -- --roster ROSTER.csv',
	due: 'When reports are due, and what the states mean',
	dueRules: [
		'Departments: by 31 January of the next year (article 49 of the regulation). A government’s own report: by 31 March (same article).',
		'Townships and subdistricts: the regulation sets no day; 31 January is local practice, not law. Who files after it is “after the customary day”, and counted with the late.',
		'Report years up to 2018: by 31 March for everyone (article 31 of the regulation of 2008).',
		'Days are days in China. Of several versions the first one published counts; where one has no date and the others are late, the date is unknown.'
	],
	states: {
		on_time: 'on time',
		late: 'late',
		undated: 'no date',
		unreadable: 'unreadable',
		unresolved: 'unsettled',
		missing: 'not filed'
	},
	meanings: {
		on_time: 'published by the day it was due',
		late: 'published after it; townships and subdistricts, after the customary day',
		undated: 'filed, day of publication unknown',
		unreadable: 'a file is there that cannot be read, or its tables are lost',
		unresolved: 'a report of unsettled agency or year may be this one',
		missing: 'nothing was received'
	},
	none: 'not expected',
	noneMeaning: 'before its founding, after its abolition, or on no roster',
	extra: 'none was expected',
	choices: { expected: 'expected', filed: 'filed', unexpected: 'filed unexpectedly' },
	legend: 'Legend',
	byYear: 'Expected and filed, by year',
	year: 'Year',
	rate: 'Share filed',
	rateMeaning: 'Filed of expected; what is unreadable or unsettled does not count as filed',
	share: (filed, expected) => `${count(expected)} expected, ${count(filed)} filed`,
	groups: (year) => `${year} in groups`,
	by: 'Group',
	group: { region: 'by region', kind: 'by kind', level: 'by level' },
	groupHead: {
		province: 'Province',
		city: 'City',
		county: 'County',
		kind: 'Kind of agency',
		level: 'Level'
	},
	own: {
		province: '(national)',
		city: '(of the province itself)',
		county: '(of the city itself)',
		other: '(not said)'
	},
	grid: 'Agencies by year',
	gridOf: (what) => `Agencies by year, only: ${what}`,
	gridCount: (n) => plural(n, 'agency', 'agencies'),
	gridWhole: 'All agencies',
	gridEmpty: 'There is no such agency.',
	gridEmptyStep: 'See all agencies, or loosen the filters.',
	missingCsv: 'Download who did not file (CSV)',
	listCsv: 'Download this list (CSV)',
	parent: 'Parent organ',
	unlisted: 'not on the roster',
	unlistedMeaning: 'has filed, and stands on no roster',
	founded: (when) => `founded ${when}`,
	abolished: (when) => `abolished ${when}`,
	formerly: (names) => `formerly ${names}`,
	succeededBy: (name) => `succeeded by ${name}`,
	published: (when) => `published ${when}`,
	dueOn: (when) => `due ${when}`,
	customaryOn: (when) => `customary day ${when}`,
	daysLate: (days) => `${plural(days, 'day')} late`,
	publishedHead: 'Published',
	dueHead: 'Due',
	lateHead: 'Days late',
	listTitle: {
		unresolved: (n) => `${plural(n, 'report')} of unsettled agency or year`,
		rejected: (n) => `${plural(n, 'file')} not taken in`
	},
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
	reasonOf: ({ reasonCode, reasonDetail }) =>
		reasonCode ? REASONS[reasonCode](reasonDetail ?? {}) : '—',
	open: 'Open',
	showing: (shown, all) => `the first ${count(shown)} of ${count(all)}`,
	all: 'List all',
	back: 'Back to coverage',
	letter: {
		head: 'Letter',
		link: 'Draft a letter',
		title: (agency) => `Draft of a letter to ${agency} about its filings`,
		lead: 'Made from how it stands in these years, to be edited before use; it is in Chinese. It asks for what was not filed, for the reason of what came late, and for another copy of what is unreadable or unsettled; what came in time, or without a date, is left out. The blanks are to be filled in.',
		back: 'The filings of this agency',
		empty: 'Nothing in these years asks for a letter.'
	}
};
