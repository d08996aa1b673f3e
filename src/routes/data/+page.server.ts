import { SCHEMAS } from '$lib/server/tables';
import { DOWNLOADS, tablePreview } from '$lib/server/queries';
import { BadFilter } from '$lib/server/filters';
import { asking } from '../asking';
import { reportsOf, shownValue, type Said } from './value';
import type { PageServerLoad } from './$types';

const FORMATS = ['csv', 'xlsx', 'json', 'parquet', 'arrow'] as const;

function tableNamed(asked: string | null) {
	if (!asked) return 'reports';
	const table = DOWNLOADS.find((name) => name === asked);
	if (!table) throw new BadFilter('table', asked, `应为 ${DOWNLOADS.join('、')}`, `one of ${DOWNLOADS.join(', ')}`);
	return table;
}

export const load: PageServerLoad = async (event) => {
	const table = tableNamed(event.url.searchParams.get('table'));
	const { database, filters, language, words, search, options, invented, kept } = await asking(event, { keys: ['table'], sorted: true });
	const preview = await kept(`preview ${table}`, () => tablePreview(database, table, filters));
	const reports = await kept(`reports of ${table}`, () => reportsOf(database, preview.rows));
	const made = new Set(reports.flatMap((row) => (row.generated ? [row.reportId] : [])));
	const said: Said = { language, words, reports };
	return {
		table,
		tables: DOWNLOADS,
		count: preview.count,
		invented: table !== 'rules' && (made.size > 0 || (await invented())),
		columns: preview.columns.map((name) => {
			const field = SCHEMAS[table].fields.find((candidate) => candidate.name === name);
			return { name, description: field?.metadata.get(language) ?? name };
		}),
		rows: preview.rows.map((row) => ({
			invented: made.has(String(row.report_id)),
			values: preview.columns.map((name) => shownValue(table, name, row, said))
		})),
		downloads: FORMATS.map((format) => ({
			format,
			href: `/download/${table}.${format}${search === '' ? '' : `?${search}`}`
		})),
		options
	};
};
