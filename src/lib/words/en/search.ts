import { count } from '../../chart/number.ts';
import type { Words } from '../zh.ts';
import { plural } from './plural.ts';

export const search: Words['search'] = {
	label: 'Search',
	placeholder: 'Agency, pinyin, rule, words',
	go: 'Search',
	kinds: { agency: 'Agency', region: 'Region', rule: 'Rule', cell: 'Measure' },
	suggested: (n: number) =>
		n === 0 ? 'No suggestions; press Enter to search the reports' : plural(n, 'suggestion'),
	suggestions: 'Suggestions',
	former: (name: string) => `also ${name}`,
	ask: 'Search',
	askLead:
		'Type into the box at the top: an agency’s name or the first letters of its pinyin (such as jyj), a region, a rule, a measure of the form, or words and figures of the reports.',
	title: (q, { agencies, regions, rules, cells, texts }) => {
		const found = [
			agencies > 0 ? plural(agencies, 'agency', 'agencies') : null,
			regions > 0 ? plural(regions, 'region') : null,
			rules > 0 ? plural(rules, 'rule') : null,
			cells > 0 ? plural(cells, 'measure') : null,
			texts && texts.count > 0
				? `the words in ${texts.exact ? '' : 'at most '}${plural(texts.count, 'report')}`
				: null
		].filter((part) => part !== null);
		return `Search for “${q}”${found.length > 0 ? ': ' : ''}${found.join(', ')}`;
	},
	nothing: (q: string) => `Nothing found for “${q}”`,
	nothingStep: 'Try fewer characters, other words, or only the first letters of an agency’s name.',
	nothingFiltered: 'The filters may have left it out:',
	clear: 'Search without filters',
	browse: 'Browse all agencies',
	agencies: 'Agencies',
	allAgencies: (n: number) => `All ${count(n)} agencies`,
	regions: 'Regions',
	rules: 'Rules',
	cells: 'Measures of the form',
	more: (n: number) => `${count(n)} more`,
	reports: (n: number) => plural(n, 'report'),
	words: 'Words of the reports',
	exact: (n: number) => `${plural(n, 'report has', 'reports have')} these words, the newest first.`,
	about: (n: number) =>
		`At most ${count(n)} reports have these words, the newest first. They are counted by pairs of characters, which may be a few too many; those listed were checked against the text.`,
	near: (n: number) =>
		`Not listed: ${plural(n, 'report')} of this page with the characters but not the phrase.`,
	noWords: 'No report has these words.',
	tooShort: 'To search the words of the reports, type two characters or more, or a number.',
	times: (n: number) => plural(n, 'place'),
	year: (year: number | null) => (year === null ? 'year unsettled' : `report for ${year}`),
	unnamed: '(unnamed agency)'
};
