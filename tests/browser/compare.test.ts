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

const asked = (address: string) => new URL(address).searchParams;

describe.each([true, false])('comparing, scripts on: %s', (javaScriptEnabled) => {
	it('takes any measure, one level at a time, by agency, region or kind, all in the address', async () => {
		const here = await visit(browser, `${site}/compare`, { javaScriptEnabled });
		const { page } = here;
		await page.locator('select[name=cell]').selectOption('applications/received/total');
		await page.locator('select[name=by]').selectOption('kind');
		await page.getByRole('button', { name: '显示' }).click();
		await page.waitForURL(/by=kind/);
		expect(asked(page.url()).get('cell')).toBe('applications/received/total');
		expect(await page.locator('#multiples h3').count()).toBeGreaterThan(2);

		const levels = page.getByRole('navigation', { name: /合计所加/ });
		await levels.getByRole('link', { name: /^县级/ }).first().click();
		await page.waitForURL(/level=county/);
		expect(asked(page.url()).get('by')).toBe('kind');
		expect(await levels.locator('[aria-current]').innerText()).toMatch(/^县级/);
		expect(await page.locator('#by-year .basis').innerText()).toContain('层级：县级');
		const csv = await page.locator('#by-year a[href*=".csv"]').getAttribute('href');
		expect(asked(site + csv).getAll('level')).toEqual(['county']);

		await page.goBack();
		expect(asked(page.url()).get('level')).toBeNull();
		await page.goForward();
		expect(await levels.locator('[aria-current]').innerText()).toMatch(/^县级/);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('shows provinces as tiles, each of which narrows the page to itself', async () => {
		const here = await visit(browser, `${site}/compare?level=city&at=2020`, { javaScriptEnabled });
		const tile = here.page.locator('#provinces .wide a').filter({ hasText: '广东' });
		await tile.click();
		await here.page.waitForURL((address) => address.searchParams.get('province') === '广东省');
		expect(await here.page.locator('#multiples').innerText()).toContain('清远市民政局');
		await leave(here);
	});

	it('sets agencies that are looked for beside each other', async () => {
		const here = await visit(browser, `${site}/compare`, { javaScriptEnabled });
		const { page } = here;
		for (const name of ['瓦房子镇', '清远市民政局']) {
			await page.locator('input[name=find]').fill(name);
			await page.getByRole('button', { name: '查找' }).last().click();
			await page.waitForURL(/find=/);
			await page.getByRole('link', { name: '加入', exact: true }).first().click();
			await page.waitForURL((address) => !address.searchParams.has('find'));
		}
		expect(asked(page.url()).getAll('agency')).toHaveLength(2);
		const panels = await page.locator('#multiples h3').allInnerTexts();
		expect(panels).toHaveLength(2);
		expect(panels.join()).toContain('瓦房子镇');
		await leave(here);
	});
});

it('rests the ranking of named agencies on their reports of the year that it says', async () => {
	const list = await visit(browser, `${site}/agencies?q=示例省甲市&level=city`);
	const named = await list.page
		.locator('main tbody a[href^="/agencies/"]')
		.evaluateAll((links) => links.slice(0, 2).map((link) => link.getAttribute('href')!.slice(10)));
	await leave(list);
	const search = named.map((agency) => `agency=${agency}`).join('&');
	const here = await visit(browser, `${site}/compare?${search}&at=2021`);
	expect(await here.page.locator('h1').innerText()).toContain('所选机关中');
	const basis = here.page.locator('#ranking .basis a').first();
	const href = (await basis.getAttribute('href')) ?? '';
	expect(asked(site + href).getAll('year')).toEqual(['2021']);
	expect(asked(site + href).getAll('agency')).toEqual(named);
	const rested = Number.parseInt(await basis.innerText());
	expect(rested).toBeGreaterThan(0);
	await here.page.goto(site + href);
	expect(await here.page.locator('h1').innerText()).toContain(`${rested} 份报告`);
	await leave(here);
});

it('says of every figure why it is empty, and offers no picture of it', async () => {
	const here = await visit(browser, `${site}/compare?year=2008`);
	const figures = here.page.locator('figure');
	expect(await figures.count()).toBe(5);
	for (const words of await figures.allInnerTexts()) expect(words).toContain('没有');
	expect(await here.page.getByRole('button', { name: 'SVG' }).count()).toBe(0);
	await leave(here);
});

it('rests a figure of one year on the reports of that year', async () => {
	const here = await visit(browser, `${site}/compare?at=2020`);
	const basis = here.page.locator('#ranking .basis a').first();
	expect(asked(site + (await basis.getAttribute('href'))).getAll('year')).toEqual(['2020']);
	await leave(here);
});

it('opens of each way to fill a figure in just the reports that do so', async () => {
	const here = await visit(browser, `${site}/compare?level=city&year=2020`);
	const links = await here.page
		.locator('#states tbody a')
		.evaluateAll((all) =>
			all.map((a) => [Number(a.textContent.replaceAll(',', '')), a.getAttribute('href') ?? ''])
		);
	expect(links.length).toBeGreaterThan(1);
	for (const [n, href] of links as [number, string][]) {
		await here.page.goto(site + href);
		expect(await here.page.locator('h1').innerText(), href).toMatch(new RegExp(`^${n} 份报告`));
	}
	await leave(here);
});

it('ranks by the change on the year before, rises or falls first', async () => {
	const here = await visit(browser, `${site}/compare?level=city&at=2021`);
	const { page } = here;
	const changes = async () => {
		const cells = await page.locator('#ranking tbody td:last-child').allTextContents();
		return cells.map((text) => Number(text.replace(/[+±,]/g, '').replace('−', '-')));
	};
	await page.locator('select[name=rank]').selectOption('change');
	await page.getByRole('button', { name: '显示' }).click();
	await page.waitForURL(/rank=change/);
	const falling = await changes();
	expect(falling.length).toBeGreaterThan(1);
	expect(falling).toEqual(falling.toSorted((a, b) => b - a));
	await page.locator('select[name=order]').selectOption('asc');
	await page.getByRole('button', { name: '显示' }).click();
	await page.waitForURL(/order=asc/);
	const rising = await changes();
	expect(rising).toEqual(rising.toSorted((a, b) => a - b));
	expect(here.problems).toEqual([]);
	await leave(here);
});

it('never adds two editions of a measure that only sounds alike', async () => {
	const here = await visit(browser, `${site}/compare?cell=disclosure/normative_documents/made`);
	const heads = await here.page.locator('#by-year thead th').allTextContents();
	expect(heads.filter((head) => /20(19|21) 年版/.test(head))).toHaveLength(2);
	await leave(here);
	const uncollected = await visit(browser, `${site}/compare?cell=disclosure/procurement/amount`);
	expect(await uncollected.page.locator('#by-year svg').first().textContent()).toContain('未设');
	await leave(uncollected);
});
