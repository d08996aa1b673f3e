import type { Schema } from 'apache-arrow';
import { filtersToSearch, type Filters } from '../filters.ts';
import type { Database } from '../database.ts';
import { DOWNLOAD_SCHEMAS, DOWNLOADS, tableQuery, type DownloadTable } from '../queries/table.ts';
import { arrow } from './arrow.ts';
import { csv } from './csv.ts';
import { ExportQuery } from './export-query.ts';
import { json } from './json.ts';
import { parquet } from './parquet.ts';
import { workbook } from './workbook.ts';

/** What is to be downloaded. */
export interface DownloadRequest {
	readonly table: DownloadTable;
	readonly format: Format;
	readonly filters: Filters;
	/** Whether a CSV begins with a byte-order mark. */
	readonly byteOrderMark: boolean;
}

interface FormatOfFile {
	readonly contentType: string;
	write(query: ExportQuery, schema: Schema, request: DownloadRequest): AsyncGenerator<Uint8Array>;
}

/** Every format that a table may be downloaded in, by the ending of its file. */
export const FORMATS = {
	csv: {
		contentType: 'text/csv; charset=utf-8',
		write: (query, schema, { byteOrderMark }) => csv(query, schema, { byteOrderMark })
	},
	json: { contentType: 'application/json', write: json },
	xlsx: {
		contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		write: (query, schema, { table }) => workbook(query, schema, table)
	},
	parquet: { contentType: 'application/vnd.apache.parquet', write: (query) => parquet(query) },
	arrow: { contentType: 'application/vnd.apache.arrow.stream', write: arrow }
} as const satisfies Record<string, FormatOfFile>;
export type Format = keyof typeof FORMATS;

const isFormat = (ending: string): ending is Format => Object.hasOwn(FORMATS, ending);
const isTable = (name: string): name is DownloadTable =>
	DOWNLOADS.some((download) => download === name);

/** The table and the format that a file's name asks for; null where there are none such. */
export function downloadOf(file: string): Pick<DownloadRequest, 'table' | 'format'> | null {
	const dot = file.lastIndexOf('.');
	const table = file.slice(0, Math.max(dot, 0));
	const format = file.slice(dot + 1);
	return isTable(table) && isFormat(format) ? { table, format } : null;
}

/** The bytes of a download, made as they are taken. */
export async function* downloadBytes(
	database: Database,
	request: DownloadRequest,
	signal: AbortSignal
): AsyncGenerator<Uint8Array, void> {
	const { table, format, filters } = request;
	const query = new ExportQuery(database, await tableQuery(database, table, filters), signal);
	const writer: FormatOfFile = FORMATS[format];
	yield* writer.write(query, DOWNLOAD_SCHEMAS[table], request);
}

/** A file name that tells the table, the snapshot and the filters. */
export function fileName(request: DownloadRequest, snapshotId: string): string {
	const { table, format, filters } = request;
	const search = filtersToSearch({ ...filters, page: 1, sort: null, lang: null });
	const words = decodeURIComponent(search.replaceAll('+', ' '))
		.replace(/[^\p{L}\p{N}.=&-]+/gu, '_')
		.replaceAll('&', '_')
		.replaceAll('=', '-')
		.slice(0, 80);
	return ['gouji', table, snapshotId.slice(0, 12), words].filter(Boolean).join('-') + `.${format}`;
}

/** A Content-Disposition for a name that may hold Chinese. */
export function disposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
	const ascii = name.replace(/[^\x20-\x7e]+/g, '_').replaceAll('"', '_');
	const encoded = encodeURIComponent(name).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
