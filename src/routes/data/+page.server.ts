import { SCHEMAS } from '$lib/server/tables';
import { DOWNLOADS, tablePreview } from '$lib/server/queries';
import { BadFilter } from '$lib/server/filters';
import { asking } from '../asking';
import type { PageServerLoad } from './$types';

const FORMATS = ['csv', 'xlsx', 'json', 'parquet', 'arrow'] as const;

function tableNamed(asked: string | null) {
	if (!asked) return 'reports';
	const table = DOWNLOADS.find((name) => name === asked);
	if (!table) throw new BadFilter('table', asked, `应为 ${DOWNLOADS.join('、')}`, `one of ${DOWNLOADS.join(', ')}`);
	return table;
}

/** A value of a preview as text; what is no text in a table would not be read as one. */
const shown = (value: unknown) =>
	value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean'
		? (value ?? null)
		: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);

export const load: PageServerLoad = async (event) => {
	const table = tableNamed(event.url.searchParams.get('table'));
	const { database, filters, language, search, options, kept } = await asking(event, ['table']);
	const preview = await kept(`preview ${table}`, () => tablePreview(database, table, filters));
	return {
		table,
		tables: DOWNLOADS,
		count: preview.count,
		columns: preview.columns.map((name) => {
			const field = SCHEMAS[table].fields.find((candidate) => candidate.name === name);
			return { name, description: field?.metadata.get(language) ?? name };
		}),
		rows: preview.rows.map((row) => preview.columns.map((name) => shown(row[name]))),
		downloads: FORMATS.map((format) => ({
			format,
			href: `/download/${table}.${format}${search === '' ? '' : `?${search}`}`
		})),
		options
	};
};
