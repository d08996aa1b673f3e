import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, NARROW, visit } from './visit.ts';

const site = inject('site');
/** Words of the town’s report; a line end stands among them in no layout. */
const WORDS = '公开的范围和深度都有增加';

let browser: Browser;
let town: { readonly agency_id?: string; readonly report_id?: string };
beforeAll(async () => {
	browser = await launch(inject('program'));
	const reports = await records(`${site}/download/reports.csv?generated=0`);
	town = reports.find(({ agency }) => agency === '瓦房子镇') ?? {};
	expect(town.agency_id).toBeTruthy();
});
afterAll(() => browser.close());

const box = (page: Page) => page.locator('header').getByRole('combobox');
const options = (page: Page) => page.locator('header').getByRole('option');

describe('the box at the top', () => {
	it.each(['瓦房子镇', '瓦房', 'wfzz', 'wafangzi', 'cyxwfzz'])(
		'leads from %s to the agency, by keys alone',
		async (typed) => {
			const here = await visit(browser, `${site}/`);
			await here.page.keyboard.press('/');
			await here.page.keyboard.type(typed);
			await options(here.page).filter({ hasText: '瓦房子镇' }).first().waitFor();
			await here.page.keyboard.press('ArrowDown');
			const id = await box(here.page).getAttribute('aria-activedescendant');
			expect(await here.page.locator(`[id="${id}"]`).innerText()).toContain('瓦房子镇');
			await here.page.keyboard.press('Enter');
			await here.page.waitForURL(`**/agencies/${town.agency_id}`);
			expect(here.problems).toEqual([]);
			await leave(here);
		}
	);

	it('leads from a former name of the roster to the agency, which tells it', async () => {
		const here = await visit(browser, `${site}/`);
		const { page } = here;
		await box(page).fill('甲市国土资源局');
		const found = options(page).filter({ hasText: '示例省甲市自然资源局' }).first();
		expect(await found.innerText()).toContain('又名');
		await found.click();
		await page.waitForURL(/\/agencies\//);
		const facts = await page.locator('main dl').first().innerText();
		expect(facts).toMatch(/曾用名\s+示例省甲市国土资源局/);
		expect(facts).toMatch(/上级机关\s+示例省甲市人民政府/);
		await leave(here);
	});

	it('leads to a region, a rule and a measure with a click', async () => {
		const here = await visit(browser, `${site}/`);
		for (const [typed, kind, address] of [
			['朝阳县', '地区', /\/\?.*county=%E6%9C%9D%E9%98%B3%E5%8E%BF/],
			['办理结果合计', '规则', /\/rules\/\w+$/],
			['行政许可处理决定', '指标', /\/compare\?.*item=licensing.*measure=decisions/]
		] as const) {
			await box(here.page).fill(typed);
			await options(here.page).filter({ hasText: kind }).first().click();
			await here.page.waitForURL(address);
			expect(await options(here.page).count()).toBe(0);
		}
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('asks nothing while characters are being composed, and closes at Escape', async () => {
		const here = await visit(browser, `${site}/`);
		const asked: string[] = [];
		here.page.on('request', (request) => {
			const { pathname, searchParams } = new URL(request.url());
			if (pathname === '/search/suggest') asked.push(searchParams.get('q') ?? '');
		});
		const session = await here.page.context().newCDPSession(here.page);
		await box(here.page).focus();
		for (const text of ['w', 'wa', 'wafang']) {
			await session.send('Input.imeSetComposition', {
				text,
				selectionStart: text.length,
				selectionEnd: text.length
			});
			await here.page.waitForTimeout(200);
		}
		expect(asked).toEqual([]);
		await session.send('Input.insertText', { text: '瓦房' });
		await options(here.page).first().waitFor();
		expect(asked).toEqual(['瓦房']);
		expect(await box(here.page).getAttribute('aria-expanded')).toBe('true');
		expect(await seriousViolations(here.page)).toEqual([]);
		await here.page.keyboard.press('Escape');
		expect(await box(here.page).getAttribute('aria-expanded')).toBe('false');
		expect(await box(here.page).inputValue()).toBe('瓦房');
		await leave(here);
	});
});

describe.each([true, false])('the page of what was found, scripts on: %s', (javaScriptEnabled) => {
	it('leads from words to their characters in the source', async () => {
		const here = await visit(browser, `${site}/?year=2020`, { javaScriptEnabled });
		const field = here.page.locator('header input[name="q"]');
		await field.fill(WORDS.slice(2));
		await field.press('Enter');
		await here.page.waitForURL(/\/search\?.*year=2020/);
		const passage = here.page.locator('mark').first();
		expect(await passage.innerText()).toBe(WORDS.slice(2));
		await here.page.locator(`a[href*="/reports/${town.report_id}?at="]`).first().click();
		await here.page.waitForURL(/\/reports\/.*#at/);
		const found = here.page.locator('mark.stretch');
		expect((await found.allInnerTexts()).join('')).toBe(WORDS.slice(2));
		await expect.poll(() => found.first().evaluate(isInView)).toBe(true);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('lists agencies, regions, rules and measures with their links', async () => {
		const here = await visit(browser, `${site}/search?q=朝阳县`, { javaScriptEnabled });
		await here.page.locator(`a[href="/agencies/${town.agency_id}"]`).first().waitFor();
		await here.page.locator('a[href^="/?province="][href*="county="]').first().click();
		await here.page.waitForURL(/county=/);
		await here.page.goto(`${site}/search?q=合计`);
		await here.page.locator('a[href^="/rules/"]').first().waitFor();
		await here.page.goto(`${site}/search?q=行政许可处理决定数量`);
		await here.page.locator('main a[href^="/compare?"]').first().click();
		await here.page.waitForURL(/measure=decisions/);
		await leave(here);
	});
});

/** Whether an element lies in the window, and in what scrolls around it. */
function isInView(element: Element): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	return bottom > 0 && top < innerHeight;
}

describe('what is not found', () => {
	it.each([
		'不会有这几个字',
		'<img src=x onerror=alert(1)>',
		"'; DROP TABLE figures; --",
		'%',
		'公'
	])('is said, with a next step: %s', async (q) => {
		const address = `${site}/search?q=${encodeURIComponent(q)}`;
		const here = await visit(browser, address, { viewport: NARROW });
		await here.page.waitForLoadState('networkidle');
		expect(await here.page.locator('h1').count()).toBe(1);
		expect(await here.page.locator('main a').count()).toBeGreaterThan(0);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('leaves the filters to be cleared', async () => {
		const here = await visit(browser, `${site}/search?q=瓦房子镇&year=2008`);
		await here.page.getByRole('link', { name: '清除筛选条件再查' }).click();
		await here.page.waitForURL((url) => !url.searchParams.has('year'));
		await here.page.locator(`a[href="/agencies/${town.agency_id}"]`).first().waitFor();
		await leave(here);
	});

	it('answers a wrong address as other pages do', async () => {
		expect((await fetch(`${site}/search?nonsense=1`)).status).toBe(400);
		expect((await fetch(`${site}/search/suggest?nonsense=1`)).status).toBe(400);
		expect((await fetch(`${site}/search/suggest`)).status).toBe(200);
		expect((await fetch(`${site}/search?q=${'公'.repeat(200)}`)).status).toBe(200);
		expect((await fetch(`${site}/search?q=${'公'.repeat(201)}`)).status).toBe(400);
	});
});
