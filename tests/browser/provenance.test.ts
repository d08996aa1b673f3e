import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { leave, NARROW, visit } from './visit.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

/** From the list of reports behind a number, the characters of its first figure in the source. */
async function followed(page: Page): Promise<{ shown: string; marked: string }> {
	const figure = page.locator('tbody tr td.number a').first();
	const shown = await figure.innerText();
	await figure.click();
	await page.waitForURL(/\/reports\/r[0-9a-f]+/);
	const marked = await page.locator('.source mark.lit').first().innerText();
	return { shown, marked };
}

const digits = (text: string) => text.replace(/[^\d]/g, '');

it('a bar of a chart leads to its reports, whose sum it is, and on to the characters', async () => {
	const here = await visit(browser, `${site}/?generated=0`);
	const { page } = here;
	const total = await page.locator('#licensing tbody td a').first().textContent();
	await page.locator('#licensing .chart').hover();
	await page.waitForSelector('#licensing .stage svg path', { state: 'attached' });
	const href = await page.locator('#licensing tbody td a').first().getAttribute('href');
	const bar = page.locator('#licensing .stage svg path[fill^="var(--accent"]').first();
	await bar.click();
	await page.waitForURL(/\/reports\?/);
	expect(new URL(page.url()).search).toBe(new URL(site + href).search);
	expect(digits(await page.locator('.lead').innerText())).toContain(digits(total ?? ''));
	const { shown, marked } = await followed(page);
	expect(digits(marked)).toBe(digits(shown));
	await leave(here);
});

it.each(['/', '/compare', '/outcomes', '/compare?by=province&stat=median'])(
	'every number under the charts of %s is a link to what is behind it',
	async (path) => {
		const here = await visit(browser, site + path, { javaScriptEnabled: false });
		const tables = await here.page.locator('figure[id] details table').evaluateAll((all) =>
			all.map((table) => ({
				id: table.closest('figure')?.id ?? '',
				// The last columns count reports; what is not a figure has no digits alone.
				bare: [...table.querySelectorAll('tbody tr')].flatMap((row) =>
					[...row.querySelectorAll('td')]
						.slice(0, 1)
						.filter((cell) => /^[\d,.]+$/.test(cell.textContent.trim()) && !cell.querySelector('a'))
						.map((cell) => cell.textContent)
				)
			}))
		);
		expect(tables.length).toBeGreaterThan(2);
		for (const { id, bare } of tables) expect(bare, id).toEqual([]);
		await leave(here);
	}
);

it('a list of reports tells zero, blank, missing and not collected apart', async () => {
	const here = await visit(browser, `${site}/reports?cell=disclosure/procurement/amount`);
	const { page } = here;
	const counts: number[] = [];
	const states = page.getByRole('navigation', { name: '此项' });
	for (const state of ['已填', '空白', '缺', '无法辨认', '表式未设']) {
		await states.getByRole('link', { name: state, exact: true }).click();
		await page.waitForURL(/figure=/);
		counts.push(Number(digits((await page.locator('h1').innerText()).split('：')[0] ?? '')));
	}
	await states.getByRole('link', { name: '全部', exact: true }).click();
	await page.waitForURL((address) => !address.searchParams.has('figure'));
	const all = Number(digits((await page.locator('h1').innerText()).split('：')[0] ?? ''));
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
	expect(here.problems).toEqual([]);
	await leave(here);
});

it.each(['', '&lang=en'])(
	'a list of figures has them in view on a telephone%s',
	async (language) => {
		const address = `${site}/reports?cell=disclosure/licensing/decisions${language}`;
		const here = await visit(browser, address, { viewport: NARROW });
		const box = await here.page.locator('tbody td.number a').first().boundingBox();
		expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(NARROW.width);
		await leave(here);
	}
);
