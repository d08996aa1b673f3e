import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser.ts';
import { MARKUP } from './hostile.ts';
import { records, type Record } from './records.ts';
import { leave, visit } from './visit.ts';

const site = inject('site');
const MADE = 'disclosure/normative_documents/made';

let browser: Browser;
let reports: Record[];
beforeAll(async () => {
	browser = await launch(inject('program'));
	reports = await records(`${site}/download/reports.csv?generated=0`);
});
afterAll(() => browser.close());

/** The page of the sample’s report that came in a file. */
function addressOf(file: string): string {
	const report = reports.find(({ source }) => source?.includes(file));
	if (!report) throw new Error(`no report from ${file}`);
	return `${site}/reports/${report.report_id}`;
}

describe.each([true, false])('a cell of a report, scripts on: %s', (javaScriptEnabled) => {
	it('marks its characters in the source when it is clicked, and is marked from there', async () => {
		const here = await visit(browser, addressOf('003_'), { javaScriptEnabled });
		const cell = here.page.locator(`td[data-address="${MADE}"]`);
		const place = here.page.locator(`mark[data-address="${MADE}"]`);
		const isMarked = (element: typeof cell) =>
			element.evaluate((node) => node.matches(':target, .lit'));
		expect(await cell.innerText()).toMatch(/^45\b/);
		expect(await isMarked(place)).toBe(false);
		await cell.locator('a').click();
		expect(await place.innerText()).toBe('45');
		expect(await isMarked(place)).toBe(true);
		expect(new URL(here.page.url()).hash).not.toBe('');
		await place.locator('a').click();
		expect(await isMarked(cell)).toBe(true);
		await leave(here);
	});
});

describe('the form of a report', () => {
	it('shows every cell of its edition once, and each that has a place in the source', async () => {
		const [cells, here] = await Promise.all([
			records(`${site}/download/cells.csv?form=2019&generated=0`),
			visit(browser, addressOf('003_'))
		]);
		const own = cells.filter(({ report_id }) => here.page.url().endsWith(report_id ?? '-'));
		expect(own).toHaveLength(198);
		const shown = await here.page
			.locator('td[data-address]')
			.evaluateAll((all) => all.map((cell) => cell.getAttribute('data-address')));
		expect(shown.sort()).toEqual(
			own.map(({ section, item, measure }) => `${section}/${item}/${measure}`).sort()
		);
		const placed = own.filter(({ char_start }) => char_start !== '');
		expect(await here.page.locator('mark[data-address]').count()).toBe(placed.length);
		await leave(here);
	});

	it('never shows a cell that was cut off or left empty as a zero', async () => {
		for (const [file, status, count] of [
			['000_', 'missing', 12],
			['004_', 'blank', 138]
		] as const) {
			const here = await visit(browser, addressOf(file));
			const values = here.page.locator(`td.${status} .value`);
			expect(await values.count()).toBe(count);
			for (const value of await values.allInnerTexts()) expect(value).not.toMatch(/\d/);
			await leave(here);
		}
	});
});

describe('the record of a cell', () => {
	it('shows the reading and gives the line that would put it right', async () => {
		const here = await visit(browser, addressOf('003_'));
		await here.page.locator(`td[data-address="${MADE}"] a`).click();
		const record = here.page.locator('.record');
		expect(await record.innerText()).toContain('“45”');
		await record.locator('summary').click();
		await record.locator('input').first().fill('23');
		expect(await record.locator('[data-line]').innerText()).toMatch(
			/003_[^,]*,disclosure,normative_documents,made,23,,\d{4}-\d\d-\d\d,,[0-9a-f]{64}$/
		);
		expect(here.problems).toEqual([]);
		await leave(here);
	});
});

describe('a report whose text holds markup', () => {
	it('is shown as it is written, and never becomes part of the page', async () => {
		const here = await visit(browser, addressOf('hostile'));
		expect(await here.page.title()).not.toBe('hurt');
		expect(await here.page.locator('img[src="x"]').count()).toBe(0);
		expect(await here.page.locator('main').innerText()).toContain(MARKUP);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('gives its original file out as it came, where nothing in it can run', async () => {
		const response = await fetch(`${addressOf('hostile')}/original`);
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(response.headers.get('content-security-policy')).toMatch(
			/^sandbox; default-src 'none';/
		);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(await response.text()).toContain(MARKUP);
	});

	it('is found by its words without harm', async () => {
		const search = `q=${encodeURIComponent('<img src=x')}`;
		const here = await visit(browser, `${site}/agencies?${search}`);
		expect(await here.page.locator('img[src="x"]').count()).toBe(0);
		expect(here.problems).toEqual([]);
		await leave(here);
	});
});
