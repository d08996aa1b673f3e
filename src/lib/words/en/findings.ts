import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const findings: Words['findings'] = {
	title: (n, reports) => `${plural(n, 'finding')} in ${plural(reports, 'report')}`,
	none: 'No findings under these filters.',
	noneStep: 'Loosen the filters, or see what each rule said.',
	lead: 'Each rule gives each report one of three answers: pass, fail, undecided. A finding is not yet an error; the source decides.',
	severity: 'Severity',
	report: 'Report',
	year: 'Year',
	rule: 'Rule',
	cell: 'Cell',
	message: 'What was found',
	observed: 'Reported',
	expected: 'Expected',
	suggestion: 'Suggested',
	suspect: 'Suspect',
	origin: 'Origin',
	origins: { agency: 'the agency', reading: 'the reading', unknown: 'unknown' },
	observedExpected: (observed, expected) => `reported ${observed}, expected ${expected}`,
	pass: 'Pass',
	fail: 'Fail',
	undecided: 'Undecided',
	byRule: 'By rule',
	byYear: 'By year',
	list: 'One by one',
	withFindings: 'Reports with findings',
	shareFail: 'Share failing'
};
