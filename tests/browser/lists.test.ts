import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, visit } from './visit.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

const number = (text: string) => Number(text.replaceAll(',', ''));

/** The words of the cells of a table. */
const cellsOf = (page: Page, table: string) =>
	page
		.locator(`${table} tbody tr`)
		.evaluateAll((rows) =>
			rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()))
		);

describe('a list', () => {
	it.each(['/findings?year=2020', '/reports?cell=disclosure/licensing/decisions', '/agencies'])(
		'%s is its last page behind that',
		async (path) => {
			const address = `${site}${path}${path.includes('?') ? '&' : '?'}page=9999`;
			const here = await visit(browser, address, { javaScriptEnabled: false });
			const { searchParams } = new URL(here.page.url());
			expect(Number(searchParams.get('page'))).toBeLessThan(9999);
			expect(await here.page.locator('main tbody tr').count()).toBeGreaterThan(0);
			await leave(here);
		}
	);

	it.each(['/search?q=公开', '/coverage?generated=1'])('%s too', async (path) => {
		const response = await fetch(`${site}${path}&page=9999`);
		expect(response.status).toBe(200);
		expect(new URL(response.url).searchParams.get('page')).not.toBe('9999');
	});
});

describe('the agencies', () => {
	it('lead from each count to as many findings, under the same filters', async () => {
		const here = await visit(browser, `${site}/agencies?year=2020&sort=-warnings`);
		const counts = await here.page
			.locator('td a.severity-error, td a.severity-warning')
			.evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
		expect(counts.length).toBeGreaterThan(1);
		for (const [text, href] of counts.slice(0, 4)) {
			const list = await visit(browser, site + href!, { javaScriptEnabled: false });
			expect(await list.page.locator('h2#list').innerText()).toContain(`共 ${text} 处`);
			await leave(list);
		}
		await leave(here);
	});

	it('are downloaded as they are shown', async () => {
		const here = await visit(browser, `${site}/agencies?year=2020&sort=-reports`);
		const csv = await here.page.locator('a[href*="/agencies/list.csv"]').getAttribute('href');
		const rows = await records(site + csv!);
		expect(number((await here.page.locator('h1').innerText()).replace(/[^\d,]/g, ''))).toBe(
			rows.length
		);
		const shown = await cellsOf(here.page, '.list');
		expect(rows.slice(0, shown.length).map(({ warnings }) => Number(warnings))).toEqual(
			shown.map((row) => number(row.at(-1) ?? ''))
		);
		await leave(here);
		expect((await fetch(`${site}/agencies/list.csv?sort=nothing`)).status).toBe(400);
	});
});

describe('the reports behind a figure', () => {
	it.each([
		'outcome=refused&year=2020&current=1&scope=own',
		'cell=disclosure/licensing/decisions&figure=nonzero&year=2020&sort=agency'
	])('are downloaded as they are shown, and add up: %s', async (search) => {
		const here = await visit(browser, `${site}/reports?${search}`);
		const csv = await here.page.locator('a[href*="/reports/list.csv"]').getAttribute('href');
		const rows = await records(site + csv!);
		const title = await here.page.locator('h1').innerText();
		expect(number(/[\d,]+/.exec(title)?.[0] ?? '')).toBe(rows.length);
		const shown = await cellsOf(here.page, 'main');
		expect(shown.length).toBeGreaterThan(1);
		expect(rows.slice(0, shown.length).map(({ year }) => year)).toEqual(shown.map((row) => row[1]));
		const total = /合计 ([\d,.]+)/.exec(await here.page.locator('p.lead').innerText())?.[1];
		if (total !== undefined) {
			const counted = rows.filter(({ counted }) => counted === 'true');
			expect(counted.reduce((sum, { value }) => sum + Number(value), 0)).toBe(number(total));
		}
		await leave(here);
	});

	it('are refused in a download as they are on the page', async () => {
		for (const search of ['outcome=nothing', 'figure=blank', 'outcome=refused&sort=nothing']) {
			expect((await fetch(`${site}/reports/list.csv?${search}`)).status, search).toBe(400);
		}
	});
});

describe('the page of an agency', () => {
	it('says that it tells of every year, and gives its figures away as it shows them', async () => {
		const [report] = await records(`${site}/download/reports.csv?generated=1&current=1&year=2020`);
		const address = `${site}/agencies/${report!.agency_id}`;
		const here = await visit(browser, `${address}?year=2020`);
		expect(await here.page.locator('header').last().innerText()).toContain('不起作用');
		const rows = await records(`${address}/measures.csv`);
		const shown = await cellsOf(here.page, 'section:has(#measures)');
		const years = new Set(rows.map(({ year }) => year)).size;
		expect(rows).toHaveLength(shown.length * years);
		expect(rows.slice(0, years).map(({ value }) => value && Number(value))).toEqual(
			shown[0]!.slice(1).map((cell) => (/\d/.test(cell) ? number(cell.replace('*', '')) : ''))
		);
		await leave(here);
		const whole = await visit(browser, address);
		expect(await whole.page.locator('header').last().innerText()).not.toContain('不起作用');
		await leave(whole);
		expect((await fetch(`${site}/agencies/anobody/measures.csv`)).status).toBe(404);
	});
});

it('a grid of all rules shows its totals at any width, in English too', async () => {
	for (const width of [1360, 800]) {
		const here = await visit(browser, `${site}/findings?by=city&lang=en`, {
			viewport: { width, height: 900 }
		});
		const astray = await here.page
			.locator('.long')
			.locator('xpath=..')
			.evaluate((scroller) => {
				const edge = scroller.getBoundingClientRect().right + 1;
				const cells = [...scroller.querySelectorAll('thead .total, tbody td:last-child')];
				return cells.filter((cell) => cell.getBoundingClientRect().right > edge).length;
			});
		expect(astray, `${width}`).toBe(0);
		await leave(here);
	}
});

describe('a table', () => {
	it('of rules is downloaded with its counts, under its filters', async () => {
		const here = await visit(browser, `${site}/rules?year=2020`);
		const csv = await here.page.locator('a[href*="/rules/list.csv"]').getAttribute('href');
		const rows = await records(site + csv!);
		const shown = (await cellsOf(here.page, '.list')).filter((row) => row.length > 1);
		const counts = new Map(
			shown.map((row) => [row[0], [3, 4, 6, 7].map((at) => number(row[at]!))])
		);
		expect(rows).toHaveLength(shown.length);
		for (const { title, failing, decided, undecided, findings } of rows) {
			expect([failing, decided, undecided, findings].map(Number), title).toEqual(counts.get(title));
		}
		await leave(here);
	});

	it.each(['years', 'groups'])('of filings by %s is downloaded as shown', async (name) => {
		const here = await visit(browser, `${site}/coverage?generated=1&by=kind`);
		const link = here.page.locator(`a[href*="/coverage/${name}.csv"]`);
		const rows = await records(site + (await link.getAttribute('href'))!);
		const shown = await cellsOf(here.page, `section:has(a[href*="/coverage/${name}.csv"])`);
		expect(rows.map(({ expected, filed }) => [expected, filed].map(Number))).toEqual(
			shown.map((row) => [row[1]!, row[2]!].map(number))
		);
		expect(rows.length).toBeGreaterThan(1);
		await leave(here);
	});

	it('of outcomes leads to the cells that it adds, and no others', async () => {
		const here = await visit(browser, `${site}/outcomes?generated=1`);
		const csv = here.page.locator('#balance a[href*="/download/cells.csv"]').first();
		const rows = await records(site + (await csv.getAttribute('href'))!);
		const added = (year: string, item: string) =>
			rows
				.filter((row) => row.year === year && row.item === item)
				.reduce((sum, { value }) => sum + Number(value), 0);
		const shown = await cellsOf(here.page, '#balance');
		expect(shown.length).toBeGreaterThan(1);
		for (const [year, ...figures] of shown) {
			const items = ['received', 'carried_in', 'outcomes_total', 'carried_out'];
			expect(items.map((item) => added(year!, item))).toEqual(
				figures.slice(0, 4).map((figure) => number(figure))
			);
		}
		expect(new Set(rows.map(({ measure }) => measure))).toEqual(new Set(['total']));
		await leave(here);
	});
});
