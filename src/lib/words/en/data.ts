import { plural } from './plural.ts';
import type { Words } from '../zh.ts';
import { count } from '../../chart/number.ts';
import { LIMITS } from '../../limits.ts';

export const data: Words['data'] = {
	yes: 'yes',
	no: 'no',
	title: (n, table) => `${table}: ${plural(n, 'row')}`,
	lead: 'Choose a table and a slice, look at the first rows and at what they come to, download all of it. Levels, statuses, rules and the like are shown in words here and are codes in the file.',
	table: 'Table',
	tables: { reports: 'Reports', cells: 'Cells', findings: 'Findings', rules: 'Rules' },
	slice: 'Slice',
	choices: {
		section: 'Section',
		item: 'Item',
		measure: 'Measure',
		status: 'Status',
		rule: 'Rule',
		severity: 'Severity',
		origin: 'Origin'
	},
	any: 'all',
	several: (n) => `${count(n)} chosen`,
	words: {
		reports: 'Words in agency, title, source',
		cells: 'Words in agency, title, source',
		findings: 'Words in agency, title, message',
		rules: 'Words in the title'
	},
	choose: 'Show',
	position: (first, last, all) => `rows ${count(first)}–${count(last)} of ${count(all)}`,
	none: 'no rows',
	statuses: 'By status',
	rows: (n) => plural(n, 'row'),
	sum: 'Sum of the figures of all rows',
	addable: 'All rows are of one scope and one level.',
	notAddable:
		'The rows are of several scopes or levels: this sum serves to check the file and is no total.',
	supersededToo: 'Superseded versions of reports are among them.',
	currentOnly: 'Current versions only',
	fewColumns:
		'Sorted by figure, these columns alone are shown; raw text, place and the rest stand in the file, and behind each row.',
	empty: 'No rows under these filters.',
	emptyCell:
		'No edition of the form has such a cell: the section, item and measure chosen do not meet.',
	emptyPage: 'There is no such page.',
	clear: 'Clear all filters',
	clearCells: 'Choose another section, item and measure',
	firstPage: 'Back to the first page',
	download: 'Download all',
	workbookLimit: `XLSX holds ${count(LIMITS.workbookRows)} rows at most, the others any number`,
	workbookTooLarge: `More than ${count(LIMITS.workbookRows)} rows do not fit in XLSX; narrow the slice, or take another format`,
	link: 'Address of this slice',
	linkWhy: (snapshot) =>
		`Tomorrow it asks for just the same. The figures above come from snapshot ${snapshot}; once more reports are read in there is another one, and figures may change with it.`,
	sql: 'The SQL that gives these rows',
	sqlWhy:
		'Its values are written in: copy all of it, run it between double quotes on the command line, and the rows are those of the file:',
	copy: 'Copy',
	copied: 'Copied',
	dictionary: 'Data dictionary',
	columnsOf: (table) => `Columns of “${table}”`,
	column: 'Column',
	meaning: 'Meaning',
	type: 'Type',
	codes: 'Codes',
	types: {
		text: 'text',
		whole: 'whole number',
		figure: 'figure, six decimals at most',
		date: 'date',
		flag: 'true or false'
	},
	statusWhy: {
		reported: 'the source shows a figure',
		blank: 'the cell is there, empty or a dash; never zero',
		missing: 'the source has no such cell; never zero',
		unreadable: 'what stands there is no figure'
	},
	formCells: 'The cells of the form',
	formCellsWhy:
		'Three codes tell a cell in any edition: section/item/measure. Find it by name or by code with your browser’s own search (Ctrl+F).',
	edition: (label, notice, from, until) =>
		`${label} (${notice}; ${until === null ? `since ${from}` : `${from}–${until}`})`,
	item: 'Item',
	measures: 'Measures'
};
