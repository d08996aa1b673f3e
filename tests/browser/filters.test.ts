import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser.ts';
import { leave, visit } from './visit.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

describe.each([true, false])('the filters, scripts on: %s', (javaScriptEnabled) => {
	it('stand in the address, come back from it, and can be cleared', async () => {
		const here = await visit(browser, `${site}/findings?generated=0`, { javaScriptEnabled });
		const bar = here.page.locator('form', { has: here.page.locator('details') }).first();
		const year = bar.locator('details', { has: here.page.locator('[name="year"]') });
		await year.locator('summary').click();
		await year.locator('[name="year"][value^="2020"]').first().check();
		await year.getByRole('button').click();
		await here.page.waitForURL(/year=2020/);
		expect(here.page.url()).toContain('generated=0');
		expect(await year.locator('summary').innerText()).toContain('2020');
		await here.page.reload();
		expect(await year.locator('[name="year"][value^="2020"]').first().isChecked()).toBe(true);
		await bar.locator('a[aria-label]').first().click();
		await here.page.waitForURL((url) => !url.searchParams.has('year'));
		expect(here.page.url()).toContain('generated=0');
		await leave(here);
	});

	it('go along to the next page, and to what is downloaded there', async () => {
		const here = await visit(browser, `${site}/?year=2020&generated=0`, { javaScriptEnabled });
		await here.page.locator('nav a[href^="/outcomes"]').first().click();
		await here.page.waitForURL(/\/outcomes/);
		const search = new URL(here.page.url()).searchParams;
		expect(search.get('year')).toBe('2020');
		expect(search.get('generated')).toBe('0');
		const download = await here.page.locator('a[href*="/download/"]').first().getAttribute('href');
		expect(download).toContain('year=2020');
		expect(download).toContain('generated=0');
		await leave(here);
	});
});

it.each([660, 768])('a panel widens no page of %i px', async (width) => {
	const here = await visit(browser, `${site}/compare`, { viewport: { width, height: 900 } });
	const chips = here.page.locator('.bar details > summary');
	for (let index = 0; index < (await chips.count()); index += 1) {
		await chips.nth(index).click();
		const across = await here.page.evaluate(() => document.documentElement.scrollWidth);
		expect(across, await chips.nth(index).innerText()).toBe(width);
		await chips.nth(index).click();
	}
	await leave(here);
});
