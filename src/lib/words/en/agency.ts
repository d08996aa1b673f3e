import { count } from '../../chart/number.ts';
import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const agencies: Words['agencies'] = {
	title: (n) => plural(n, 'agency', 'agencies'),
	empty: 'No such agency.',
	emptyStep: 'Try another word, or loosen the filters.',
	download: 'Download these agencies (CSV)',
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

const listOf = (years: readonly number[]) => years.join(', ');

export const agency: Words['agency'] = {
	title: (name, span, reports) => `${name}: ${plural(reports, 'annual report')}, ${span}`,
	summary: {
		filed: (reports, span, missing) =>
			`${plural(reports, 'annual report')} on file for ${span}${missing.length === 0 ? '' : `, none for ${listOf(missing)}`}. `,
		newest: (year, figures) => `In ${year}: ${figures.join('; ')}. `,
		decisions: (n) => `${n} licensing decisions`,
		received: (n) => `${n} new applications for information`,
		endings: (whole, open, share) =>
			`${whole} concluded, of which ${open} granted or partly granted${share === null ? '' : ` (${share})`}`,
		found: (errors, warnings) =>
			errors + warnings === 0
				? 'No rule found an error or a warning.'
				: `The current reports hold ${plural(errors, 'error')} and ${plural(warnings, 'warning')}.`
	},
	parent: 'Parent organ',
	formerNames: 'Former names',
	changes: 'Changes',
	formerName: (name, years) => `${name} (${years})`,
	filed: 'Years on file',
	outcomes: 'How applications ended, by year',
	outcomesTable: 'Outcomes: counts and shares',
	outcomesNote: 'Years with fewer than 30 concluded applications show counts and no shares.',
	outcomesEmpty: 'The reports give no outcomes, or all of them are 0.',
	outcome: 'Outcome',
	whole: 'All of them',
	reports: 'Reports and their sources',
	report: 'Report',
	year: 'Year',
	published: 'Published',
	filing: {
		in_time: 'in time',
		late: 'late',
		after_custom: 'after custom',
		not_told: '',
		unknown: 'date unknown'
	},
	filingNote:
		'Days after article 49 of the Regulation: departments by 31 January, local governments by 31 March of the next year; for townships and subdistricts it sets none, and 31 January is custom. For 2018 and before it was 31 March for all.',
	form: 'Edition',
	cells: 'Cells with a figure',
	notFilled: 'Blank, missing, unreadable',
	scope: 'Scope',
	state: 'Version',
	current: 'current',
	replaced: 'replaced',
	sources: 'Sources',
	original: 'original file',
	webPage: 'web page',
	findings: 'Findings, by year',
	findingsOf: (year) => String(year),
	more: (n) => `${count(n)} more`,
	allFindings: 'All findings',
	wholeStory:
		'This page tells of all years of one agency: the year and other filters in its address have no effect here.',
	notFound: 'There is no such agency',
	multiples: 'Every measure over the years',
	multiplesNote:
		'A figure leads to its cell in the report. Dashed rule: the edition changes, and the two sides are not joined; hollow: possibly a stock of items, not the year’s decisions; hatched: the year’s edition does not collect it; a year with neither bar nor figure: no report, or not filled in.',
	zero: '0 in every year that gives a figure: ',
	measures: 'All figures',
	measure: 'Measure',
	noReport: 'no report',
	noYear: 'year unsettled',
	level: 'Level',
	kind: 'Kind',
	region: 'Region',
	none: 'No current report has a settled year, so there is nothing to list by year.'
};

export const peers: Words['peers'] = {
	title: 'Among its peers',
	measure: 'Measure',
	year: 'Year',
	show: 'Show',
	who: (level, kind, year, form, scope) =>
		`Peers: ${[level, kind].join(', ')}; ${year}, ${form}, ${scope}`,
	scopeUnknown: 'scope unsettled',
	near: (province) => `in ${province}`,
	everywhere: 'in all provinces (fewer than 10 in its own)',
	figureTitle: (name, rank) =>
		rank === null
			? `${name}: its peers`
			: `${name}: ${rank.shared > 1 ? 'joint ' : ''}rank ${count(rank.place)} of ${count(rank.of)}`,
	ownLabel: 'This agency',
	own: (value) => `This agency ${value}`,
	reports: (n) => plural(n, 'report') + ' of peers',
	filled: (n) => `${count(n)} with a figure`,
	stock: (n) => `${count(n)} possibly a stock`,
	rank: ({ place, of, shared }) =>
		`${shared > 1 ? 'joint ' : ''}rank ${count(place)} of ${count(of)}, largest first${shared > 1 ? ` (shared by ${count(shared)})` : ''}`,
	q1: 'lower quartile',
	median: 'median',
	q3: 'upper quartile',
	agencies: (n) => plural(n, 'agency', 'agencies'),
	countLabel: 'agencies',
	axis: (unit, even) => (even ? unit : `${unit} (classes that widen)`),
	note: 'Three thin dashed rules: the quartiles; the thick one: this agency.',
	noteQuartiles: 'Three thin dashed rules: the quartiles.',
	few: (filled) =>
		`Only ${plural(filled, 'peer')} with this figure, fewer than 5: no distribution is drawn.`,
	noReport: (year) => `The agency has no report for ${year}. Choose another year.`,
	unsettled:
		'Level, kind or year of this agency is not settled, so it has no peers. State them in the manifest and ingest again.',
	ownNone: 'The agency gives no figure here'
};
