import { addressesOf } from '$lib/server/condition';
import { BadFilter, filtersToSearch } from '$lib/server/filters';
import { DOWNLOADS, reportNames, tablePage, type CellsSummary } from '$lib/server/queries';
import { cellForm, STATUSES, type Unit } from '$lib/form';
import { LIMITS } from '../../lib/limits.ts';
import { asking, type Asking } from '../asking';
import { choicesOf } from './choices';
import { columnsOf, editionsOf } from './dictionary';
import { shownValue, type Said } from './value';
import type { PageServerLoad } from './$types';

const FORMATS = ['csv', 'xlsx', 'json', 'parquet', 'arrow'] as const;

function tableNamed(asked: string | null) {
	if (!asked) return 'reports';
	const table = DOWNLOADS.find((name) => name === asked);
	if (!table) {
		throw new BadFilter(
			'table',
			asked,
			`应为 ${DOWNLOADS.join('、')}`,
			`one of ${DOWNLOADS.join(', ')}`
		);
	}
	return table;
}

/** The unit that all cells of a slice have; null where they have several. */
function unitOf({ filters }: Asking): Unit | null {
	const units = new Set(addressesOf(filters).map((address) => cellForm(address)?.measure.unit));
	return units.size === 1 ? ([...units][0] ?? null) : null;
}

/** What the cells of a slice come to: nothing is added up in several units. */
function shownSummary({ statuses, sum, addable }: CellsSummary, asked: Asking) {
	const unit = unitOf(asked);
	return {
		statuses: STATUSES.map((status) => ({ status, rows: statuses[status] })),
		sum: unit === null || sum === null ? null : { value: sum, unit, addable }
	};
}

export const load: PageServerLoad = async (event) => {
	const table = tableNamed(event.url.searchParams.get('table'));
	const asked = await asking(event, { keys: ['table'], sorted: true });
	const { database, filters, language, words, options, kept } = asked;
	const slice = await kept(`page of ${table}`, () => tablePage(database, table, filters));
	const ids = slice.rows.flatMap(({ report_id: id }) => (typeof id === 'string' ? [id] : []));
	const names = await kept(`names on page of ${table}`, () => reportNames(database, ids));
	const reports = new Map(names.map((name) => [name.reportId, name]));
	const said: Said = { language, words, reports };
	const dictionary = columnsOf(table, language, words);
	const search = filtersToSearch({ ...filters, lang: null, page: 1 });
	const isAboutCells = table === 'cells' || table === 'findings';
	return {
		table,
		tables: DOWNLOADS,
		count: slice.count,
		page: slice.page,
		pages: slice.pages,
		first: (slice.page - 1) * LIMITS.pageRows + 1,
		invented:
			table !== 'rules' && slice.count > 0 && (names.some(({ generated }) => generated) || (await asked.invented())),
		columns: dictionary.filter(({ name }) => slice.columns.includes(name)),
		whole: slice.columns.length === dictionary.length,
		sortable: slice.sortable,
		rows: slice.rows.map((row) => ({
			invented: reports.get(String(row.report_id))?.generated ?? false,
			values: slice.columns.map((name) => shownValue(table, name, row, said))
		})),
		summary: slice.summary && shownSummary(slice.summary, asked),
		superseded: table !== 'rules' && filters.current === null,
		noSuchCell: isAboutCells && addressesOf(filters).length === 0,
		choices: choicesOf(table, filters, language, words),
		q: filters.q ?? '',
		downloads: FORMATS.map((format) => ({
			format,
			href:
				format === 'xlsx' && slice.count > LIMITS.workbookRows
					? null
					: `/download/${table}.${format}${search === '' ? '' : `?${search}`}`
		})),
		link: `/data?${new URLSearchParams({ table }).toString()}${search === '' ? '' : `&${search}`}`,
		sql: slice.sql,
		dictionary,
		editions: isAboutCells ? editionsOf(language, words) : [],
		options: await options
	};
};
