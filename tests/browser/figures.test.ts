import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, visit } from './visit.ts';

const site = inject('site');
let browser: Browser;
let reports: ReadonlyMap<string, Readonly<Record<string, string>>>;
beforeAll(async () => {
	browser = await launch(inject('program'));
	const rows = await records(`${site}/download/reports.csv`);
	reports = new Map(rows.map((row) => [row.report_id ?? '', row]));
});
afterAll(() => browser.close());

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** The CSV behind a figure, its values added up by a column of the reports they stand in. */
async function added(page: Page, id: string, column: 'year' | 'agency') {
	const href = await page
		.locator(`#${id} a[href*="/download/"][href*=".csv"]`)
		.getAttribute('href');
	const sums = new Map<string, number>();
	for (const { report_id: id = '', value } of await records(site + href)) {
		const name = reports.get(id)?.[column];
		if (!name || !value) continue;
		sums.set(name, rounded((sums.get(name) ?? 0) + Number(value)));
	}
	return sums;
}

/** A column of the table under a figure; what is no figure there is left out. */
async function shown(page: Page, id: string, column: number) {
	const rows = await page
		.locator(`#${id} details tbody tr`)
		.evaluateAll((all) =>
			all.map((row) => [...row.children].map((cell) => cell.textContent.trim()))
		);
	return new Map(
		rows.flatMap((row) => {
			const value = Number(row.at(column)?.replaceAll(',', ''));
			const name = row[0]?.replace(/（模拟）$/, '') ?? '';
			return Number.isNaN(value) ? [] : [[name, value] as const];
		})
	);
}

const FIGURES = [
	['/', 'licensing', 1],
	['/', 'procurement', 1],
	['/?generated=0', 'licensing', 1],
	['/?stock=0', 'licensing', 1],
	['/?scope=own&generated=1', 'licensing', 1],
	['/outcomes', 'counts', -1],
	['/outcomes?year=2020..2021', 'counts', -1],
	['/compare?cell=applications/received/total', 'by-year', 1],
	['/compare?cell=remedies/reconsideration/total', 'by-year', 1],
	['/compare?cell=disclosure/fees/amount', 'by-year', 1]
] as const;

describe('the CSV of a figure', () => {
	it.each(FIGURES)('%s #%s adds up by year to what the chart shows', async (path, id, column) => {
		const here = await visit(browser, site + path);
		const chart = await shown(here.page, id, column);
		expect(chart.size).toBeGreaterThan(0);
		expect(await added(here.page, id, 'year')).toEqual(chart);
		await leave(here);
	});

	it('holds every row that is added up for one outcome', async () => {
		const here = await visit(browser, `${site}/compare?cell=applications/other/total`);
		const chart = await shown(here.page, 'by-year', 1);
		const cells = await added(here.page, 'by-year', 'year');
		expect(chart.size).toBeGreaterThan(1);
		// A report with one of its three rows blank has no sum; its other two rows are in the CSV.
		for (const [year, value] of chart) expect(cells.get(year)).toBeGreaterThanOrEqual(value);
		await leave(here);
	});

	it('holds the agencies that a chart shows, and no other', async () => {
		const here = await visit(browser, `${site}/outcomes`);
		const chart = await shown(here.page, 'group-counts', -1);
		expect(await added(here.page, 'group-counts', 'agency')).toEqual(chart);
		await leave(here);
	});
});
