import { count } from '../../chart/number.ts';
import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const rules: Words['rules'] = {
	title: (n, hits) => `${plural(n, 'rule')}, ${hits} of which found something`,
	titleMost: (n, hits, most, reports) =>
		`${plural(n, 'rule')}, ${hits} of which found something; most often “${most}”, in ${plural(reports, 'report')}`,
	lead: 'Rules check the ties within one report, and between it and the year before or other reports. Blank is not zero: where a sum cannot be settled for a missing part, the answer is “undecided”.',
	basisCurrent:
		'Rests on current versions. What is counted is reports; one report may have several findings.',
	formula: 'Formula',
	basis: 'Basis',
	forms: 'Editions',
	severity: 'Severity',
	severityWhy: {
		error: 'The relation or the figure itself cannot hold: something is wrong.',
		warning:
			'Against what the form or the regulation asks; whether it is wrong the agency must say.',
		info: 'A sign to look at, not enough to call it wrong.'
	},
	description: 'Description',
	hits: 'Findings',
	failing: 'Reports failing',
	decided: 'Reports decided',
	share: 'Share failing',
	undecided: 'Reports undecided',
	findings: 'Findings',
	reports: 'Reports',
	answer: (share, reports, decided) =>
		`${count(reports)} of the ${plural(decided, 'report')} that could be decided fail, ${share}`,
	answerNone: (decided) => `All ${plural(decided, 'report')} that could be decided pass`,
	answerNever: 'No report could be decided',
	hitsByYear: 'Fail, pass and undecided by year',
	chartNote:
		'Counted in reports: one failure makes a report fail; no failure and one pass make it pass; where nothing could be decided it is undecided. Editions that the rule does not apply to are left out.',
	sharesByYear: 'Share failing by year',
	byRegion: (by) => `Highest share failing, by ${by.toLowerCase()}`,
	byKind: 'Highest share failing, by kind of agency',
	few: (n) => `Groups with fewer than ${n} decided reports are left out.`,
	noGroups: 'No group has enough reports that could be decided.',
	undecidedTitle: 'Why it could not be decided',
	undecidedWhy:
		'Where a cell of the formula is blank, missing or unreadable and the other figures settle nothing, the rule gives no answer, and the report is not in the whole that shares are of.',
	undecidedReports: (n, whole) =>
		`${plural(n, 'report')} with something that the rule could not decide, ${count(whole)} of them with nothing that it could`,
	undecidedNone: 'Nothing was left undecided.',
	undecidedCells: {
		blank: (n) => `a blank cell in the formula: ${plural(n, 'report')}`,
		missing: (n) => `a cell of the formula missing in the source: ${plural(n, 'report')}`,
		unreadable: (n) => `an unreadable cell in the formula: ${plural(n, 'report')}`
	},
	undecidedReport: {
		blank: (n) => `a blank cell in the form: ${plural(n, 'report')}`,
		missing: (n) => `a cell of the form missing in the source: ${plural(n, 'report')}`,
		unreadable: (n) => `an unreadable cell in the form: ${plural(n, 'report')}`
	},
	withoutYear: (n) => `year unsettled: ${plural(n, 'report')}`,
	withoutTable: (n) => `no table was read: ${plural(n, 'report')}`,
	overlapping: 'A report may count in several.',
	examples: 'Examples',
	examplesWhy:
		'Reports invented to show the rule, which judged them just now; cells that are not listed are 0.',
	exampleOf: (year, form) => `${year === null ? 'Year unsettled' : `Report for ${year}`}, ${form}`,
	exampleBeside: (year, form) => `Beside it: report for ${year}, ${form}`,
	exampleWords: (beginning, characters) =>
		characters === null ? `“${beginning}”` : `“${beginning}”, ${plural(characters, 'character')}`,
	exampleEmpty: 'Every cell of the form is missing',
	exampleFree: 'Narrative only, no table',
	examplePass: 'The rule says: pass',
	exampleFail: 'The rule says: fail',
	exampleUndecided: 'The rule says: undecided',
	unit: 'reports',
	list: 'One by one',
	allFindings: 'All of them',
	all: 'All rules',
	beyond: 'Not yet checked',
	beyondWhy:
		'Of the figures that the narrative tells, four are held against the table: applications received and carried over, normative documents made, reconsiderations. The others are not checked: no finding says nothing of them.',
	notFound: 'There is no such rule'
};
