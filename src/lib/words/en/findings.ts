import { count } from '../../chart/number.ts';
import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const findings: Words['findings'] = {
	title: (withFindings, reports, share, n) =>
		`${count(withFindings)} of ${plural(reports, 'report')} (${share}) have findings, ${count(n)} in all`,
	titleNone: (reports) => `${plural(reports, 'report')} checked, nothing found`,
	none: 'No findings under these filters.',
	noneStep: 'Loosen the filters, or see what each rule said.',
	noneRules: 'What each rule said',
	lead: 'Each rule gives each report one of three answers: pass, fail, undecided. A finding is not yet an error; the source decides.',
	originLead:
		'“Stands in the source”: the figures stand plainly in the source, so the slip is in what was filed. “Reading in doubt”: the reader already doubted where a figure belongs, so it may be our misreading; nothing should be asked of the agency before the source was looked at. “Not told”: there is not enough to tell.',
	severity: 'Severity',
	report: 'Report',
	year: 'Year',
	rule: 'Rule',
	cell: 'Cell',
	message: 'What was found',
	observed: 'Reported',
	expected: 'By the formula',
	suggestion: 'Suggested',
	suspect: 'Suspect',
	origin: 'Origin',
	origins: { agency: 'Stands in the source', reading: 'Reading in doubt', unknown: 'Not told' },
	observedExpected: (observed, expected) => `reported ${observed}, by the formula ${expected}`,
	other: 'The report compared with',
	wordsToldIn: 'These words in the text',
	wholeReport: 'about the report as a whole',
	reportedOnly: (observed) => `reported ${observed}`,
	suspected: (observed, suggestion) =>
		`${observed} should be ${suggestion}, and every sum it stands in holds`,
	pass: 'Pass',
	fail: 'Fail',
	undecided: 'Undecided',
	byRule: 'By rule',
	byYear: 'By year',
	list: 'One by one',
	listOf: (n) => `One by one: ${plural(n, 'finding')}`,
	grid: (by) => `What each rule found, by ${by.toLowerCase()}`,
	groupings: {
		year: 'Year',
		province: 'Province',
		city: 'City',
		county: 'County',
		level: 'Level',
		kind: 'Kind of agency',
		form: 'Edition'
	},
	unplaced: {
		year: 'Year unsettled',
		province: 'No province',
		city: 'In no city',
		county: 'In no county',
		level: 'Level unsettled',
		kind: 'Kind unsettled',
		form: 'Edition unsettled'
	},
	switches: { by: 'By', show: 'Cells', origin: 'Origin', severity: 'Severity' },
	shows: { count: 'findings', share: 'share of reports' },
	any: 'all',
	total: 'Total',
	allRules: 'All rules',
	rest: (n) => `${plural(n, 'other')}`,
	idle: 'the rule does not apply to these reports',
	idleRules: 'Rules that do not apply to these reports',
	cellTitle: (n, reports, decided, share, undecided) =>
		`${plural(n, 'finding')} in ${plural(reports, 'report')}; ${share} of the ${count(decided)} that could be decided${
			undecided > 0 ? `; ${count(undecided)} more could not` : ''
		}`,
	ground: (fewest) =>
		`The deeper the ground, the greater the share of reports with such a finding among those that could be decided, however many there are; fewer than ${fewest} get no ground. Undecided reports are not counted in it.`,
	narrowed:
		'Filters for cells, words or origin narrow the findings; shares still rest on all reports that the rule could decide.',
	steps: { below: (share) => `under ${share}`, above: (share) => `${share} and more` },
	basisCurrent: 'current versions only',
	basisSuperseded: 'replaced versions only',
	superseded: 'See the replaced versions',
	letter: {
		link: 'Draft a letter',
		linkOfRule: 'Draft a letter about this rule',
		title: (agency, rules) =>
			`Draft of a letter to ${agency}${rules.length === 0 ? '' : `: ${rules.join(', ')}`}`,
		lead: 'Made from these findings, to be edited before use; it is in Chinese. Notes stand apart; what the reader doubted is left out and only counted. The blanks are to be filled in.',
		back: 'These findings',
		backToReport: 'This report',
		empty: 'There is nothing to write about.'
	}
};
