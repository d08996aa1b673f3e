import { tableFromIPC, type Table } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import { smallCorpus } from '../queries/small-corpus.ts';
import { DOWNLOADS, tableQuery, type DownloadTable } from '../queries/table.ts';
import { tablePage } from '../queries/table-page.ts';
import {
	disposition,
	downloadBytes,
	downloadOf,
	fileName,
	FORMATS,
	type DownloadRequest,
	type Format
} from './download.ts';

let database: Database;
beforeAll(async () => {
	database = await smallCorpus();
});
afterAll(() => database.close());

const request = (
	table: DownloadTable,
	format: Format,
	filters: Partial<Filters> = {},
	byteOrderMark = true
): DownloadRequest => ({ table, format, filters: { ...NO_FILTERS, ...filters }, byteOrderMark });

async function bytesOf(asked: DownloadRequest): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const part of downloadBytes(database, asked, new AbortController().signal)) {
		parts.push(part);
	}
	return Buffer.concat(parts);
}

type Row = Readonly<Record<string, unknown>>;
async function rowsOf(table: DownloadTable, filters: Partial<Filters> = {}): Promise<Row[]> {
	const { sql, params } = await tableQuery(database, table, { ...NO_FILTERS, ...filters });
	return database.rows<Row>(sql, params);
}

/** What a value is in a CSV, written anew for the test: figures as they are, texts made safe. */
function expectedText(value: unknown): string {
	if (value === null) return '';
	if (typeof value !== 'string') return JSON.stringify(value);
	return /^[=+\-@]/.test(value) ? `'${value}` : value;
}

describe('CSV', () => {
	test.each(DOWNLOADS)('%s read back are the rows', async (table) => {
		const bytes = await bytesOf(request(table, 'csv'));
		const [header, ...lines] = parse(bytes, { bom: true, record_delimiter: '\r\n' });
		const rows = await rowsOf(table);
		expect(rows.length).toBeGreaterThan(0);
		expect(header).toEqual(Object.keys(rows[0]!));
		expect(lines).toEqual(rows.map((row) => Object.values(row).map(expectedText)));
	});

	test('begins with a byte-order mark unless told otherwise, and ends its lines with CRLF', async () => {
		const marked = (await bytesOf(request('rules', 'csv'))).toString();
		const bare = (await bytesOf(request('rules', 'csv', {}, false))).toString();
		expect(marked).toBe(`\uFEFF${bare}`);
		expect(bare.split('\r\n')).toEqual([
			'rule,severity,title,description,formula,basis,forms',
			'some_rule,warning,一,二,三,四,2019 2021',
			''
		]);
	});

	test('no text is a formula, figures stay figures, line breaks and quotes are kept', async () => {
		const cells = (await bytesOf(request('cells', 'csv', { item: ['other'] }))).toString();
		expect(cells).toContain(`other,total,4,'+4,reported,,,,,,,,`);
		const findings = (await bytesOf(request('findings', 'csv'))).toString();
		expect(findings).toContain(`"'=规范性文件, ""45"" > 23"`);
		expect(findings).toContain('"合计\n7"');
	});

	test('amounts are exact and short, and null is nothing', async () => {
		const amounts = (await bytesOf(request('cells', 'csv', { item: ['procurement'] }))).toString();
		const values = parse<{ value: string }>(amounts, { bom: true, columns: true });
		expect(values.map(({ value }) => value).sort()).toEqual(['0.1', '0.2', '20.26849']);
		const blanks = (await bytesOf(request('cells', 'csv', { status: ['blank'] }))).toString();
		expect(blanks).toContain('disclosure,licensing,decisions,,,blank,,,,,,,,');
	});

	test('without rows there is still a header', async () => {
		const bytes = await bytesOf(request('cells', 'csv', { section: ['remedies'] }, false));
		expect(bytes.toString()).toBe(
			'report_id,section,item,measure,value,raw,status,char_start,char_end,deduced,page,box,corrected,read_value,agency,province,city,county,year\r\n'
		);
	});
});

describe('JSON', () => {
	test.each(DOWNLOADS)('%s read back are the rows', async (table) => {
		const bytes = await bytesOf(request(table, 'json'));
		expect(JSON.parse(bytes.toString())).toEqual(await rowsOf(table));
	});

	test('without rows it is an empty array', async () => {
		const bytes = await bytesOf(request('cells', 'json', { section: ['remedies'] }));
		expect(JSON.parse(bytes.toString())).toEqual([]);
	});
});

/** The rows of an Arrow table as plain values; figures come in millionths. */
function plainRows(table: Table): Row[] {
	return Array.from({ length: table.numRows }, (_, index): Row =>
		Object.fromEntries<unknown>(
			table.schema.fields.map((field, column) => {
				const value: unknown = table.getChildAt(column)?.get(index) ?? null;
				if (value === null || typeof value === 'string' || typeof value === 'boolean') {
					return [field.name, value];
				}
				if (String(field.type).startsWith('Decimal')) {
					const [low = 0, high = 0] = value as Uint32Array;
					return [field.name, (low + high * 2 ** 32) / 1e6];
				}
				if (String(field.type).startsWith('Date')) {
					return [field.name, new Date(value as number).toISOString().slice(0, 10)];
				}
				return [field.name, Number(value)];
			})
		)
	);
}

describe('Arrow', () => {
	test.each(DOWNLOADS)('%s read back are the rows', async (table) => {
		const read = tableFromIPC(await bytesOf(request(table, 'arrow')));
		expect(plainRows(read)).toEqual(await rowsOf(table));
	});

	test('without rows there is still a schema', async () => {
		const read = tableFromIPC(await bytesOf(request('cells', 'arrow', { section: ['remedies'] })));
		expect([read.numRows, read.numCols]).toEqual([0, 19]);
	});
});

describe('Parquet', () => {
	test.each(DOWNLOADS)('%s read back are the rows', async (table) => {
		const file = join(database.scratch, `read-back-${table}.parquet`);
		await writeFile(file, await bytesOf(request(table, 'parquet')));
		const read = await database.rows<Row>('SELECT * FROM read_parquet($file)', { file });
		expect(read).toEqual(await rowsOf(table));
	});

	test('leaves no file behind, whether read to the end or not', async () => {
		const before = await readdir(database.scratch);
		await bytesOf(request('cells', 'parquet'));
		const abandoned = downloadBytes(
			database,
			request('cells', 'parquet'),
			new AbortController().signal
		);
		await abandoned.next();
		await abandoned.return(undefined);
		expect(await readdir(database.scratch)).toEqual(before);
	});
});

/** The rows of a workbook's only sheet, as a spreadsheet shows them. */
async function sheetOf(asked: DownloadRequest) {
	const [sheet] = await readExcelFile(await bytesOf(asked));
	return sheet!.data;
}

describe('workbook', () => {
	test.each(DOWNLOADS)('%s read back are the rows', async (table) => {
		const [header, ...lines] = await sheetOf(request(table, 'xlsx'));
		const rows = await rowsOf(table);
		expect(rows.length).toBeGreaterThan(0);
		expect(header).toEqual(Object.keys(rows[0]!));
		expect(lines).toEqual(rows.map((row) => Object.values(row)));
	});

	test('no text is a formula, figures are numbers, null is empty', async () => {
		const cells = await sheetOf(request('cells', 'xlsx', { item: ['other'] }));
		expect(cells.map((row) => row.slice(4, 8))).toContainEqual([4, '+4', 'reported', null]);
		const findings = await sheetOf(request('findings', 'xlsx'));
		expect(findings.flat()).toContain('=规范性文件, "45" > 23');
	});
});

/** How a file is read back: its rows, and the figures in its column `value`. */
const READERS: Readonly<Record<Format, (bytes: Buffer) => Promise<readonly unknown[][]>>> = {
	csv: async (bytes) => parse(bytes, { bom: true }).slice(1),
	json: async (bytes) => (JSON.parse(bytes.toString()) as Row[]).map((row) => Object.values(row)),
	xlsx: async (bytes) => (await readExcelFile(bytes))[0]!.data.slice(1),
	parquet: async (bytes) => {
		const file = join(database.scratch, 'slice.parquet');
		await writeFile(file, bytes);
		const rows = await database.rows<Row>('SELECT * FROM read_parquet($file)', { file });
		return rows.map((row) => Object.values(row));
	},
	arrow: async (bytes) => plainRows(tableFromIPC(bytes)).map((row) => Object.values(row))
};

const SLICES: readonly Partial<Filters>[] = [
	{},
	{ status: ['blank', 'missing'], form: ['2021'] },
	{ year: [{ from: 2020, to: 2020 }], current: true, generated: false },
	{ item: ['licensing'], measure: ['decisions'], stock: false },
	{ item: ['procurement'] },
	{ severity: ['warning'] },
	{ q: '教育' },
	{ province: ['没有这个省'] }
];
const VALUE = 4;

describe.each(Object.keys(FORMATS) as Format[])('as %s', (format) => {
	test.each(DOWNLOADS.flatMap((table) => SLICES.map((slice) => [table, slice] as const)))(
		'%s of %j have the rows and the sums that their page shows',
		async (table, slice) => {
			const page = await tablePage(database, table, { ...NO_FILTERS, ...slice });
			const rows = await READERS[format](await bytesOf(request(table, format, slice)));
			expect(rows).toHaveLength(page.count);
			const figures = rows.flatMap((row) => (row[VALUE] ? [Number(row[VALUE])] : []));
			const sum = figures.reduce((one, other) => one + other, 0);
			if (page.summary?.sum) expect(sum).toBeCloseTo(page.summary.sum, 6);
		}
	);
});

test.each(['cells', 'findings'] as const)('each row of %s tells of its report', async (table) => {
	const reports = new Map((await rowsOf('reports')).map((row) => [row.report_id, row]));
	const rows = parse<Record<string, string>>(await bytesOf(request(table, 'csv')), {
		bom: true,
		columns: true
	});
	expect(new Set(rows.map(({ agency }) => agency)).size).toBeGreaterThan(1);
	for (const row of rows) {
		const { agency, province, city, county, year } = reports.get(row.report_id)!;
		const own = [row.agency, row.province, row.city, row.county, row.year];
		expect(own).toEqual([agency, province, city, county, year].map(expectedText));
	}
});

describe('a download', () => {
	test('is sorted by any of its columns', async () => {
		const bytes = await bytesOf(request('reports', 'json', { sort: '-year' }));
		const years = (JSON.parse(bytes.toString()) as { year: number | null }[]).map(
			({ year }) => year
		);
		expect(years).toEqual([2021, 2021, 2020, 2020, 2020, 2020, 2020, 2019, 2019, null]);
	});

	test.each(Object.keys(FORMATS) as Format[])('as %s stops when nobody waits', async (format) => {
		const abort = new AbortController();
		abort.abort();
		const bytes = downloadBytes(database, request('cells', format), abort.signal);
		await expect(bytes.next()).rejects.toThrow('nobody waits');
		expect(await rowsOf('rules')).toHaveLength(1);
	});

	test('is named after its table, its snapshot and its filters', () => {
		expect(downloadOf('cells.csv')).toEqual({ table: 'cells', format: 'csv' });
		for (const wrong of ['cells', 'cells.exe', 'files.csv', 'cells.constructor', '.csv', '']) {
			expect(downloadOf(wrong)).toBeNull();
		}
		const filters = { year: [{ from: 2019, to: 2020 }], province: ['示例省'], page: 3 };
		const name = fileName(request('cells', 'csv', filters), 'abcdef0123456789');
		expect(name).toBe('gouji-cells-abcdef012345-year-2019..2020_province-示例省.csv');
		expect(disposition(name)).toBe(
			`attachment; filename="gouji-cells-abcdef012345-year-2019..2020_province-_.csv"; filename*=UTF-8''gouji-cells-abcdef012345-year-2019..2020_province-%E7%A4%BA%E4%BE%8B%E7%9C%81.csv`
		);
	});
});
