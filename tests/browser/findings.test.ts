import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { inView, leave, NARROW, visit, WIDE } from './visit.ts';

const site = inject('site');
const RULE = 'made_over_disclosed';
const MADE = 'disclosure/normative_documents/made';

let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

const grid = (page: Page) => page.locator('section', { has: page.locator('h2#grid') });
const rows = (page: Page) =>
	page.locator('section', { has: page.locator('h2#list') }).locator('tbody tr');
/** The counts of one rule, each a link to its list. */
const countsOf = (page: Page, rule: string) =>
	grid(page)
		.locator('tr', { has: page.locator(`th a[href*="/rules/${rule}"]`) })
		.locator('td a');
const number = (text: string) => Number(text.replaceAll(',', ''));
const query = (page: Page) => new URL(page.url()).searchParams;

it('leads from a figure that the text tells otherwise to the words in the source', async () => {
	const here = await visit(browser, `${site}/findings?rule=figure_in_text&generated=0`);
	const { page } = here;
	const finding = rows(page).first();
	const words = /“(.+)”/.exec(await finding.locator('.message').innerText())?.[1] ?? '-';
	await finding.locator('a[href*="?at="]').click();
	await page.waitForURL(/\/reports\/r\w+\?at=\d+-\d+#at/);
	const stretch = page.locator('.source .stretch');
	await expect.poll(() => stretch.allInnerTexts().then((parts) => parts.join(''))).toBe(words);
	await leave(here);
});

describe.each([true, false])('what is odd, scripts on: %s', (javaScriptEnabled) => {
	it('leads from the grid to the list, to the cell of a report, to its characters in the source', async () => {
		const here = await visit(browser, `${site}/findings?generated=0`, { javaScriptEnabled });
		const { page } = here;
		const first = countsOf(page, RULE).first();
		const found = number(await first.innerText());
		await first.click();
		await page.waitForURL(/rule=made_over_disclosed/);
		expect(query(page).get('generated')).toBe('0');
		expect(query(page).get('year')).toMatch(/^\d{4}$/);
		expect(await rows(page).count()).toBe(found);

		const finding = rows(page).filter({ hasText: '45' }).first();
		await finding.locator('.message a').first().click();
		await page.waitForURL(/\/reports\//);
		const cell = page.locator(`td[data-address="${MADE}"]`);
		expect(await cell.innerText()).toMatch(/^45\b/);
		expect(await cell.evaluate((node) => node.matches(':target, .lit'))).toBe(true);
		const place = page.locator(`mark[data-address="${MADE}"]`);
		if (javaScriptEnabled)
			await expect.poll(() => inView(page, `mark[data-address="${MADE}"]`)).toBe(true);
		await cell.locator('a').click();
		expect(await place.innerText()).toBe('45');
		// The page has scrolled below the pointer, which now rests on another cell and lights that.
		await place.hover();
		expect(await place.evaluate((node) => node.matches(':target, .lit'))).toBe(true);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('is told apart by region, as shares, and by whose slip it is, all in the address', async () => {
		const here = await visit(browser, `${site}/findings`, { javaScriptEnabled });
		const { page } = here;
		const view = (name: string) => page.locator('nav').getByRole('link', { name, exact: true });
		await view('机关类别').click();
		await page.waitForURL(/by=kind/);
		expect(await grid(page).locator('h2').innerText()).toContain('机关类别');
		await view('涉及报告占比').click();
		await page.waitForURL(/show=share/);
		expect(query(page).get('by')).toBe('kind');
		expect(await grid(page).locator('tfoot td').last().innerText()).toMatch(/^\d+\.\d%$/);
		await page
			.locator('nav')
			.getByRole('link', { name: /^读取存疑/ })
			.click();
		await page.waitForURL(/origin=reading/);
		for (const origin of await rows(page).locator('td.origin').allInnerTexts()) {
			expect(origin).toBe('读取存疑');
		}
		await page.goBack();
		await page.waitForURL((url) => !url.searchParams.has('origin'));
		expect(query(page).get('show')).toBe('share');
		await leave(here);
	});
});

describe('the grid of findings', () => {
	it.each(['year', 'city', 'kind', 'level', 'form'])(
		'by %s adds up to the list, and to its download',
		async (by) => {
			const here = await visit(browser, `${site}/findings?by=${by}`);
			const { page } = here;
			const all = grid(page).locator('tfoot td');
			const totals = (await all.allInnerTexts()).map(number);
			const whole = totals.at(-1);
			expect(totals.slice(0, -1).reduce((sum, total) => sum + total, 0)).toBe(whole);
			const csv = await page.locator('a[href*="/download/findings.csv"]').getAttribute('href');
			expect(await records(site + csv)).toHaveLength(whole ?? NaN);
			await leave(here);
		}
	);

	it('opens each count into a list of as many', async () => {
		const here = await visit(browser, `${site}/findings?by=level`);
		const counts = grid(here.page).locator('tbody td a');
		const links = await counts.evaluateAll((all) =>
			all.map((link) => [link.textContent, link.getAttribute('href')] as const)
		);
		expect(links.length).toBeGreaterThan(3);
		for (const [text, href] of links.slice(0, 6)) {
			const list = await visit(browser, site + href);
			expect(await list.page.locator('h2#list').innerText()).toContain(`共 ${text} 处`);
			await leave(list);
		}
		await leave(here);
	});

	it('never says what a cell should be where only a formula says so', async () => {
		for (const [lang, formula, demand] of [
			['zh', '按公式得', '应为'],
			['en', 'By the formula', 'should be']
		] as const) {
			const here = await visit(browser, `${site}/findings?rule=applicants_total&lang=${lang}`);
			expect(await rows(here.page).count()).toBeGreaterThan(0);
			const heads = await here.page
				.locator('h2#list')
				.locator('xpath=../..')
				.locator('th[scope="col"]')
				.allInnerTexts();
			expect(heads.join(' ')).toContain(formula);
			expect(heads.join(' ')).not.toContain(demand);
			await leave(here);
		}
	});

	it('says what is wrong with a view that there is not', async () => {
		for (const [search, key] of [
			['by=village', 'by'],
			['show=all', 'show'],
			['origin=nobody', 'origin']
		]) {
			const response = await fetch(`${site}/findings?${search}`);
			expect(response.status).toBe(400);
			expect(await response.text()).toContain(key);
		}
	});

	it('has a sentence in place of what no report has', async () => {
		const here = await visit(browser, `${site}/findings?year=2008`);
		expect(await here.page.locator('h1').innerText()).toContain('没有报告');
		expect(await grid(here.page).count()).toBe(0);
		expect(await rows(here.page).count()).toBe(0);
		await leave(here);
	});
});

describe('a letter to an agency', () => {
	it('is drafted from the findings of one agency, and leaves out what the reader doubted', async () => {
		const found = await records(`${site}/download/findings.csv?rule=${RULE}&generated=0`);
		const reports = await records(`${site}/download/reports.csv?generated=0`);
		const report = reports.find(({ report_id }) => report_id === found[0]?.report_id);
		const here = await visit(browser, `${site}/findings?agency=${report?.agency_id}`);
		const { page } = here;
		await page.getByRole('link', { name: '起草核对函' }).click();
		await page.waitForURL(/\/findings\/letter\?agency=/);
		const text = await page.locator('article').innerText();
		expect(text).toContain(`${report?.agency}：`);
		expect(text).toContain(found[0]?.message);
		expect(text).toContain('本年新制作数量 ≤ 本年新公开数量');
		expect(await seriousViolations(page)).toEqual([]);
		expect(here.problems).toEqual([]);
		await leave(here);
		const unaddressed = await fetch(`${site}/findings/letter?year=2023`, { redirect: 'manual' });
		expect([unaddressed.status, unaddressed.headers.get('location')]).toEqual([
			303,
			'/findings?year=2023'
		]);
	});

	it('is drafted from the page of a report about that report alone', async () => {
		const found = await records(`${site}/download/findings.csv?rule=${RULE}&generated=0`);
		const reportId = found[0]!.report_id!;
		const here = await visit(browser, `${site}/reports/${reportId}`);
		await here.page.getByRole('link', { name: '起草核对函' }).click();
		await here.page.waitForURL(/\/findings\/letter\?report=/);
		expect(await here.page.locator('article h3').count()).toBe(1);
		expect(await here.page.locator('article').innerText()).toContain(found[0]!.message);
		expect(here.problems).toEqual([]);
		await leave(here);
		expect((await fetch(`${site}/findings/letter?report=rnone`)).status).toBe(400);
	});
});

describe.each([`/findings?rule=${RULE}&generated=0`, `/rules/${RULE}?generated=0`])(
	'a letter about one rule, from %s',
	(path) => {
		it('stands beside each of its findings, and says that it is about this rule alone', async () => {
			const here = await visit(browser, site + path, { javaScriptEnabled: false });
			const { page } = here;
			await rows(page).getByRole('link', { name: '就此条规则致函' }).first().click();
			await page.waitForURL(/\/findings\/letter\?/);
			expect(query(page).getAll('rule')).toEqual([RULE]);
			expect(query(page).get('generated')).toBe('0');
			expect(await page.locator('h1').innerText()).toMatch(/：.+$/);
			expect(await page.locator('article h2').innerText()).toMatch(/“.+”有关数据的函/);
			for (const point of await page.locator('article li').allInnerTexts()) {
				expect(point).toContain('本年新制作数量 ≤ 本年新公开数量');
			}
			expect(here.problems).toEqual([]);
			await leave(here);
		});
	}
);

describe('the page of a rule', () => {
	it('is reached from the rules, and shows what the rule says of its examples and of the reports', async () => {
		const here = await visit(browser, `${site}/rules`);
		const { page } = here;
		await page.locator(`a[href^="/rules/${RULE}"]`).first().click();
		await page.waitForURL(/\/rules\/made_over_disclosed/);
		expect(await page.locator('.formula').innerText()).toContain('≤');
		const examples = page.locator('.example');
		expect(await examples.locator('h3').allInnerTexts()).toEqual([
			'规则的回答：相符',
			'规则的回答：不符',
			'规则的回答：无法判断'
		]);
		expect(await examples.nth(1).innerText()).toContain('大于');
		expect(await page.locator('#answers svg').count()).toBeGreaterThan(0);
		await page.locator('h2#list ~ .tools a').first().click();
		await page.waitForURL(/\/findings\?rule=made_over_disclosed/);
		expect(await rows(page).count()).toBeGreaterThan(0);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it.each([`/rules/${RULE}`, '/rules/edition_of_year', '/findings?by=kind&show=share'])(
		'%s has nothing that axe finds serious, and fits a telephone',
		async (path) => {
			const here = await visit(browser, site + path);
			for (const colorScheme of ['light', 'dark'] as const) {
				await here.page.setViewportSize(WIDE);
				await here.page.emulateMedia({ colorScheme });
				expect(await seriousViolations(here.page), colorScheme).toEqual([]);
			}
			await here.page.setViewportSize(NARROW);
			const width = await here.page.evaluate(() => document.documentElement.scrollWidth);
			expect(width).toBeLessThanOrEqual(NARROW.width);
			await leave(here);
		}
	);

	it('speaks English throughout', async () => {
		const here = await visit(browser, `${site}/rules/${RULE}?lang=en`);
		const said = await here.page
			.locator('main h1, main h2, main h3, main dt, main thead')
			.allInnerTexts();
		for (const words of said) expect(words).not.toMatch(/\p{Script=Han}/u);
		await leave(here);
	});
});
