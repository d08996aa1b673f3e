import { filters } from './en/filters.ts';
import { status, cell, unit } from './en/cell.ts';
import { figure, basis } from './en/figure.ts';
import { counted } from './en/counted.ts';
import { overview } from './en/overview.ts';
import { findings } from './en/findings.ts';
import { rules } from './en/rules.ts';
import { outcomes } from './en/outcomes.ts';
import { ranking } from './en/ranking.ts';
import { agencies, agency, peers } from './en/agency.ts';
import { report, record } from './en/report.ts';
import { reports } from './en/reports.ts';
import { original } from './en/original.ts';
import { compare } from './en/compare.ts';
import { coverage } from './en/coverage.ts';
import { data } from './en/data.ts';
import { search } from './en/search.ts';
import { check } from './en/check.ts';
import { count } from '../chart/number.ts';
import { englishDay } from './day.ts';
import type { Words } from './zh.ts';

/** Every word of the interface in English. */
export const en: Words = {
	name: 'Gouji',
	tagline: 'Annual reports on government information disclosure: totals, comparison, checks',
	skip: 'Skip to content',
	places: {
		overview: 'Overview',
		compare: 'Compare',
		outcomes: 'Outcomes',
		findings: 'Findings',
		rules: 'Rules',
		coverage: 'Coverage',
		agencies: 'Agencies',
		data: 'Downloads',
		check: 'Check'
	},
	placesLabel: 'Places',
	search,
	letter: { copy: 'Copy the text', copied: 'Copied' },
	theme: { label: 'Theme', auto: 'Auto', light: 'Light', dark: 'Dark' },
	language: { label: 'Language', other: '中文', otherCode: 'zh' },
	invented: 'Invented data',
	inventedShort: ' (invented)',
	inventedWhy: 'Made up for demonstration; no agency’s data',
	filters,
	status,
	cell,
	unit,
	figure,
	basis,
	counted,
	overview,
	findings,
	rules,
	outcomes,
	ranking,
	agencies,
	agency,
	peers,
	report,
	record,
	reports,
	original,
	compare,
	coverage,
	data,
	check,
	pager: {
		label: 'Pages',
		previous: 'Previous',
		next: 'Next',
		position: (page, pages) => `Page ${count(page)} of ${count(pages)}`
	},
	bare: 'There are no reports in the store, so no page has anything to list. Ingest reports first, then reload this page:',
	ingest: 'npm run ingest -- YOUR-REPORTS',
	error: {
		400: 'A filter in the address is wrong',
		404: 'There is no such page',
		500: 'Something went wrong',
		503: 'No data to show at present',
		step400: 'Put the filter in the address right, or clear all filters.',
		step404:
			'The address may be mistyped, or the report has left the store. Start from the overview.',
		step500: 'Try again later; if it stays so, tell whoever runs this.',
		step503:
			'There are no data yet, or the database is busy. On a new machine, ingest reports first, then reload:',
		home: 'To the overview',
		again: 'Reload this page',
		clear: 'Clear all filters'
	},
	years: (first, last) =>
		first === null || last === null
			? 'year unsettled'
			: first === last
				? String(first)
				: `${first}–${last}`,
	day: englishDay,
	footer: {
		snapshot: 'Snapshot',
		noSnapshot: 'no data',
		source: 'Data come from the annual reports that agencies publish; the source decides.'
	},
	list: ', ',
	colon: ': ',
	period: '.',
	open: ' (',
	close: ')'
};
