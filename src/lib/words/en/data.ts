import { plural } from './plural.ts';
import type { Words } from '../zh.ts';
import { count } from '../../chart/number.ts';
import { LIMITS } from '../../limits.ts';

export const data: Words['data'] = {
	yes: 'yes',
	no: 'no',
	title: (n, table) => `${table}: ${plural(n, 'row')}`,
	lead: `Choose a table and a slice, look at the first rows, download all of it. Levels, statuses, rules and the like are shown in words here and are codes in the file. CSV, JSON, Parquet and Arrow have no row limit, XLSX holds ${count(LIMITS.workbookRows)} rows at most.`,
	table: 'Table',
	tables: { reports: 'Reports', cells: 'Cells', findings: 'Findings', rules: 'Rules' },
	preview: (shown, all) => `first ${count(shown)} of ${plural(all, 'row')}`,
	empty: 'No rows under these filters. Loosen them to see more.',
	download: 'Download all',
	link: 'This address gives the same slice tomorrow, as long as the data stay the same',
	dictionary: 'Columns'
};
