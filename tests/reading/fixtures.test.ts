import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { filesIn, FIXTURES, reportIn } from './files.ts';

/** A cell in one word: its figure, `_` blank, `?` missing, `!` unreadable; a deduced one behind `=`. */
function word({ status, value, deduced }: Cell): string {
	const stands = { reported: String(value), blank: '_', missing: '?', unreadable: '!' }[status];
	return deduced === null ? stands : `${stands}=${deduced}`;
}

/** A fixture's file: plain text where the name says nothing else. */
const fileOf = (name: string) => (name.includes('.') ? name : `${name}.txt`);

/** What stands in one row of a fixture, cell by cell. */
async function row(name: string, item: string): Promise<string> {
	const { cells } = await reportIn(FIXTURES, fileOf(name));
	return cells
		.filter(({ address }) => address.startsWith(`${item}/`))
		.map(word)
		.join(' ');
}

const notes = async (name: string) =>
	(await reportIn(FIXTURES, fileOf(name))).notes.map(({ code }) => code);
const statuses = async (name: string) =>
	new Set((await reportIn(FIXTURES, fileOf(name))).cells.map(({ status }) => status));

const WHOLE = {
	'applications/received': '3 1 0 0 0 0 4',
	'applications/carried_in': '0 0 0 0 0 0 0',
	'applications/granted': '2 1 0 0 0 0 3',
	'applications/refused_admin_query': '1 0 0 0 0 0 1',
	'applications/outcomes_total': '3 1 0 0 0 0 4'
};

const PAGE_2019 = {
	...WHOLE,
	'disclosure/regulations': '0 0 0',
	'disclosure/normative_documents': '3 3 12',
	'disclosure/licensing': '5 1 6',
	'applications/carried_out': '0 0 0 0 0 0 0',
	'remedies/reconsideration': '1 0 0 0 1',
	'remedies/litigation_after_reconsideration': '0 0 0 0 0'
};

const PAGE_2021 = {
	...PAGE_2019,
	'disclosure/normative_documents': '3 1 12',
	'disclosure/licensing': '57',
	'disclosure/fees': '20.5',
	'applications/other_other': '0 0 0 0 0 0 0'
};

/** What the 统计表 of most fixtures gives: rows of each group, and those whose words stand twice. */
const STATISTICS = {
	'statistics/disclosed_on_own_initiative': '1286',
	'statistics/normative_documents_issued': '19',
	'statistics/disclosed_in_gazette': '21',
	'statistics/disclosed_on_wechat': '158',
	'statistics/disclosed_otherwise': '34',
	'statistics/responses_to_public_concern': '8',
	'statistics/press_conferences_by_leaders': '4',
	'statistics/online_interviews_by_leaders': '3',
	'statistics/responses_otherwise': '9',
	'statistics/received': '60',
	'statistics/received_by_letter': '10',
	'statistics/closed_on_time': '53',
	'statistics/answered_granted': '18',
	'statistics/answered_refused': '7',
	'statistics/refused_safety_stability': '0',
	'statistics/refused_not_government_information': '3',
	'statistics/reconsideration_upheld': '7',
	'statistics/reconsideration_corrected': '2',
	'statistics/reconsideration_other': '3',
	'statistics/litigation_upheld': '5',
	'statistics/litigation_corrected': '1',
	'statistics/litigation_other': '4',
	'statistics/complaints': '16',
	'statistics/fees_charged': '0.35',
	'statistics/staff': '70',
	'statistics/funds': '25.6',
	'statistics/people_trained': '640'
};

/** For each fixture, what its rows must give. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'short-row': {
		'applications/granted': '2 1 ?=0 ?=0 ?=0 ?=0 3',
		'applications/refused_admin_query': '1 ?=0 ?=0 ?=0 ?=0 ?=0 ?=1'
	},
	'lost-cell': {
		'disclosure/normative_documents': '? ? ?',
		'disclosure/licensing': '? 7 ?',
		'applications/granted': '?=2 1 0 0 0 0 3',
		'applications/refused_admin_query': '? ?=0 ?=0 ?=0 ?=0 ?=0 ?',
		'applications/unable_needs_creation': '? 0 0 0 0 0 ?'
	},
	'eight-figures': WHOLE,
	'eight-figures-in-doubt': { 'applications/granted': '!=2 !=1 !=0 !=0 !=0 !=0 !=3' },
	'glued-cells': {
		'disclosure/regulations': '0 0 0',
		'disclosure/normative_documents': '! ! !',
		'disclosure/licensing': '1 2 3',
		'disclosure/other_services': '12 3 15',
		'applications/received': '3 1 0 0 0 0 4',
		'applications/granted': '! ! ! ! ! ! !',
		'applications/partly_granted': '? ? ? ? ? ? ?'
	},
	'detached-below': WHOLE,
	'blank-form': { 'disclosure/licensing': '_ _ _', 'applications/received': '_ _ _ _ _ _ _' },
	'blank-marks': {
		'disclosure/regulations': '_ _ _',
		'disclosure/normative_documents': '_ 0 0',
		'applications/granted': '_=2 1 _=0 _=0 _=0 _=0 3'
	},
	'page-break': {
		...WHOLE,
		'applications/refused_enforcement_file': '0 0 0 0 0 0 0',
		'applications/unable_needs_creation': '0 0 0 0 0 0 0'
	},
	decoys: {
		...WHOLE,
		'disclosure/normative_documents': '0 0 0',
		'disclosure/licensing': '5 1 6',
		'remedies/reconsideration': '1 0 0 0 1'
	},
	'figures-as-written': {
		'disclosure/normative_documents': '1113 12 22',
		'disclosure/licensing': '9 98 !',
		'disclosure/other_services': '409 0 !',
		'disclosure/penalties': '3 -3 !',
		'disclosure/coercion': '! -8 !',
		'disclosure/fees': '2 5',
		'disclosure/procurement': '9 25.1'
	},
	'amounts-in-wan-yuan': { 'disclosure/fees': '205' },
	hybrid: {
		'disclosure/licensing': '7',
		'applications/other': '3 1 0 0 0 0 4',
		'applications/other_other': '? ? ? ? ? ? ?'
	},
	pipes: { ...WHOLE, 'disclosure/licensing': '5 1 6' },
	'words-between-spaces': {
		...WHOLE,
		'disclosure/licensing': '5 1 6',
		'remedies/reconsideration': '0 0 0 0 0'
	},
	'repeated-lines-removed': {
		'disclosure/penalties': '0 0 0',
		'applications/received': '? ? ? ? ? ? ?',
		'applications/granted': '? ? ? ? ? ? ?'
	},
	'long-labels-without-headings': { ...WHOLE, 'disclosure/other_services': '0 0 0' },
	'wrapped-labels': { ...WHOLE, 'disclosure/licensing': '1 1 1' },
	'page-with-navigation.html': PAGE_2021,
	'page-in-gb18030.html': PAGE_2021,
	'traditional-page.html': PAGE_2021,
	pinyin: {
		...WHOLE,
		'disclosure/licensing': '5 1 6',
		'applications/unprocessed_confirmation': '0 0 0 0 0 0 0',
		'applications/carried_out': '0 0 0 0 0 0 0'
	},
	'word.html': PAGE_2021,
	'contradictory-spans.html': PAGE_2019,
	'nested-tables.html': PAGE_2019,
	'html-in-markdown.md': PAGE_2019,
	'merged-cells.html': {
		...WHOLE,
		'applications/carried_in': '?=0 ?=0 ?=0 ?=0 ?=0 ?=0 ?=0',
		'applications/partly_granted': '?=0 ?=0 ?=0 ?=0 ?=0 ?=0 0',
		'applications/refused_state_secret': '?=0 0 0 0 0 0 0',
		'applications/refused_other_law': '?=0 0 0 0 0 0 0',
		'applications/refused_safety_stability': '0 0 0 0 0 0 0'
	},
	'blank-cells.html': {
		'applications/received': '3 _=0 _=0 _=0 _=0 _=0 3',
		'applications/carried_in': '_=0 1 _=0 _=0 _=0 _=0 1',
		'applications/partly_granted': '_=0 _=0 _=0 _=0 _=0 _=0 _=0',
		'remedies/litigation_direct': '_=0 _=0 _=0 _=0 0'
	},
	'columns-in-another-order.html': {
		'applications/received': '! ! ! ! ! ! !',
		'applications/granted': '2 0 1 0 0 0 3',
		'applications/outcomes_total': '3 0 1 0 0 0 4'
	},
	'cells-that-are-no-text.html': {
		...WHOLE,
		'disclosure/regulations': '! ! !',
		'disclosure/penalties': '12 ! 7',
		'disclosure/coercion': '4 9 _'
	},
	'split-and-cut-table.html': {
		'applications/received': '3 1 0 0 0 0 4',
		'applications/granted': '?=2 1 0 0 0 0 3',
		'applications/refused_admin_query': '?=1 ?=0 ?=0 ?=0 ?=0 ?=0 ?=1',
		'applications/unable_not_held': '0 0 0 0 0 0 0'
	},
	'statistics-with-rows-of-a-province': {
		...STATISTICS,
		'statistics/normative_documents_issued': '_',
		'statistics/disclosed_on_weibo': '42',
		'statistics/received_by_fax': '_=2',
		'statistics/complaints': '!',
		'statistics/litigations': '9'
	},
	'statistics-a-cell-a-line': {
		...STATISTICS,
		'statistics/closed_after_extension': '?=6',
		'statistics/answered': '57'
	},
	'statistics-between-spaces': { ...STATISTICS, 'statistics/received_online': '!=35' },
	'statistics-of-two-years': STATISTICS,
	'statistics-side-by-side.html': { ...STATISTICS, 'statistics/reconsiderations': '12' },
	'statistics-with-groups-over-rows.html': {
		...STATISTICS,
		'statistics/reconsiderations': '?',
		'statistics/litigations': '?'
	},
	'statistics-without-groups': {
		'statistics/received_in_person': '13',
		'statistics/received_online': '?=35',
		'statistics/disclosed_otherwise': '34',
		'statistics/reconsideration_upheld': '?',
		'statistics/reconsideration_corrected': '?',
		'statistics/litigation_upheld': '?',
		'statistics/litigation_other': '?',
		'statistics/people_trained': '640'
	},
	'statistics-above-labels': {
		'statistics/disclosed_on_own_initiative': '?',
		'statistics/received': '?',
		'statistics/people_trained': '?'
	},
	'statistics-beside-tables-of-2019': {
		...WHOLE,
		...STATISTICS,
		'disclosure/licensing': '5 1 6',
		'statistics/litigations': '9'
	},
	'prose-of-2011': { 'statistics/received': '' },
	'tables-as-pictures': {
		'disclosure/licensing': '? ? ?',
		'applications/received': '? ? ? ? ? ? ?'
	},
	'figures-above-labels': { 'applications/received': '? ? ? ? ? ? ?', 'disclosure/fees': '0 0' }
};

describe('fixtures', () => {
	it('are each described here', () => {
		expect(
			filesIn(FIXTURES)
				.map((name) => name.replace('.txt', ''))
				.sort()
		).toEqual(Object.keys(ROWS).sort());
	});

	const cases = Object.entries(ROWS).flatMap(([name, rows]) =>
		Object.entries(rows).map(([item, expected]) => ({ name, item, expected }))
	);
	it.each(cases)('$name gives $item as $expected', async ({ name, item, expected }) => {
		expect(await row(name, item)).toBe(expected);
	});

	it('never make a blank form a zero', async () => {
		expect(await statuses('blank-form')).toEqual(new Set(['blank']));
	});

	it('never give a figure that stands above its label to the row before', async () => {
		const cells = (await reportIn(FIXTURES, 'figures-above-labels.txt')).cells;
		const applications = cells.filter(({ address }) => address.startsWith('applications/'));
		expect(new Set(applications.map(({ status }) => status))).toEqual(new Set(['missing']));
	});

	it('say which doubts were met', async () => {
		expect(await notes('short-row')).toEqual([
			'short_row',
			'short_row',
			'mended_row',
			'mended_row'
		]);
		expect(await notes('eight-figures')).toEqual(['long_row', 'mended_row']);
		expect(await notes('eight-figures-in-doubt')).toEqual(['long_row']);
		expect(await notes('figures-as-written')).toContain('unit_converted');
		expect(await notes('page-break')).toEqual([]);
	});

	it('of the 统计表 say which doubts were met', async () => {
		expect(await notes('statistics-with-rows-of-a-province')).toEqual([
			'row_in_doubt',
			'unreadable_figure',
			'unit_converted'
		]);
		expect(await notes('statistics-of-two-years')).toEqual([]);
		expect(await notes('statistics-side-by-side.html')).toEqual([]);
		expect(await notes('statistics-above-labels')).toEqual(['no_table']);
	});

	it.each([
		['prose-of-2011', 'free', 2011, 0],
		['tables-as-pictures', '2019', 2020, 198],
		['statistics-of-two-years', '2014', 2017, 58],
		['statistics-beside-tables-of-2019', '2019', 2020, 198 + 58]
	] as const)('%s is a report of the form %s', async (name, form, year, cells) => {
		const report = await reportIn(FIXTURES, `${name}.txt`);
		expect(report).toMatchObject({ form, year, resolved: true });
		expect(report.cells).toHaveLength(cells);
	});

	it('without a table have no figure, and say so once', async () => {
		expect(await statuses('tables-as-pictures')).toEqual(new Set(['missing']));
		expect(await notes('tables-as-pictures')).toEqual(['no_table']);
		expect(await notes('prose-of-2011')).toEqual(['no_table']);
	});

	it('settle the edition by section 二, whatever the rest', async () => {
		expect((await reportIn(FIXTURES, 'hybrid.txt')).form).toBe('2021');
		expect((await reportIn(FIXTURES, 'hybrid.txt')).cells).toHaveLength(207);
	});
});

it('figures beside 其他处理 are those of its first row alone where that row’s label was lost', async () => {
	const page = readFileSync(
		join(import.meta.dirname, 'world/documents/numbering-in-single-signs.html'),
		'utf8'
	);
	const lost = page.replace(
		'<td>⒈申请人无正当理由逾期不补正',
		'<td"ut>⒈申请人无正当理由逾期不补正'
	);
	expect(lost).not.toBe(page);
	const reading = await readReport(new TextEncoder().encode(lost), 'a.html', null);
	const row = (item: string) =>
		reading.ok &&
		reading.report.cells
			.filter(({ address }) => address.startsWith(`applications/${item}/`))
			.map(({ value }) => value);
	expect(row('other_overdue_correction')).toEqual([0, 0, 0, 0, 0, 2, 2]);
	expect(row('other')).toEqual([]);
});
