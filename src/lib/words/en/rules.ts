import { plural } from './plural.ts';
import type { Words } from '../zh.ts';

export const rules: Words['rules'] = {
	title: (n) => plural(n, 'rule'),
	lead: 'Rules check the ties within one report. Blank is not zero: where a sum cannot be settled for a missing part, the answer is “undecided”.',
	formula: 'Formula',
	basis: 'Basis',
	forms: 'Editions',
	description: 'Description',
	hits: 'Findings',
	reports: 'Reports',
	hitsByYear: 'By year',
	all: 'All rules',
	notFound: 'There is no such rule'
};
