import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import type { Browser } from 'playwright-core';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, visit } from './visit.ts';

const site = inject('site');
const folder = mkdtempSync(join(tmpdir(), 'gouji-downloads-'));
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true });
});

async function bytes(path: string): Promise<Uint8Array> {
	const response = await fetch(site + path);
	expect(response.status, path).toBe(200);
	return new Uint8Array(await response.arrayBuffer());
}

async function rowsOfParquet(file: Uint8Array): Promise<number> {
	const path = join(folder, 'rows.parquet');
	writeFileSync(path, file);
	const connection = await (await DuckDBInstance.create()).connect();
	const reader = await connection.runAndReadAll('SELECT count(*) FROM read_parquet($path)', {
		path
	});
	return Number(reader.getRows()[0]?.[0]);
}

describe.each(['reports', 'cells', 'findings', 'rules'])('the download of %s', (table) => {
	it('has the same rows in every format', async () => {
		const rows = (await records(`${site}/download/${table}.csv`)).length;
		expect(rows).toBeGreaterThan(0);
		const json = JSON.parse(
			new TextDecoder().decode(await bytes(`/download/${table}.json`))
		) as unknown[];
		expect(json).toHaveLength(rows);
		expect(tableFromIPC(await bytes(`/download/${table}.arrow`)).numRows).toBe(rows);
		expect(await rowsOfParquet(await bytes(`/download/${table}.parquet`))).toBe(rows);
		expect([...(await bytes(`/download/${table}.xlsx`)).slice(0, 2)]).toEqual([0x50, 0x4b]);
	});
});

describe('a CSV download', () => {
	it('starts with a byte-order mark unless told otherwise, and ends its lines with CRLF', async () => {
		const marked = await bytes('/download/reports.csv');
		const plain = await bytes('/download/reports.csv?bom=0');
		expect([...marked.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect([...plain]).toEqual([...marked.slice(3)]);
		const text = new TextDecoder().decode(plain);
		expect(text.split('\r\n').length).toBe(text.split('\n').length);
	});

	it('keeps to the filters of the page', async () => {
		const reports = await records(`${site}/download/reports.csv`);
		const year2020 = await records(`${site}/download/reports.csv?year=2020&generated=0`);
		expect(year2020.length).toBe(
			reports.filter(({ year, generated }) => year === '2020' && generated === 'false').length
		);
		expect(year2020.length).toBeGreaterThan(0);
	});

	it('leaves a figure that is not there empty, with its status beside it', async () => {
		const cells = await records(`${site}/download/cells.csv?generated=0`);
		const without = cells.filter(({ status }) => status !== 'reported');
		expect(without.length).toBeGreaterThan(100);
		expect(without.every(({ value }) => value === '')).toBe(true);
		expect(
			cells.filter(({ status }) => status === 'reported').every(({ value }) => value !== '')
		).toBe(true);
	});
});

describe('the findings on their page', () => {
	it('are as many as the download of the same filters has rows', async () => {
		const here = await visit(browser, `${site}/findings?generated=0`);
		const rows = await records(`${site}/download/findings.csv?generated=0`);
		const words = (await here.page.locator('main').innerText()).replaceAll(',', '');
		expect(words).toMatch(new RegExp(`(?<!\\d)${rows.length}(?!\\d)`));
		await leave(here);
	});
});
