import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, NARROW, visit } from './visit.ts';

const site = inject('site');
const store = inject('store');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

const DECISIONS = 'table=cells&item=licensing&measure=decisions';

/** The number in a page's title. */
async function rowsSaid(page: Page): Promise<number> {
	const title = await page.locator('h1').innerText();
	return Number(/[\d,]+(?= 行)/.exec(title)?.[0].replaceAll(',', ''));
}

async function csvOf(page: Page) {
	const href = await page.locator('.downloads a').first().getAttribute('href');
	return records(site + href!);
}

const added = (rows: readonly Readonly<Record<string, string>>[]) =>
	rows.reduce((sum, { value }) => sum + Number(value), 0);

/** What the query command gives for an SQL text that a person pastes between double quotes. */
function pasted(sql: string): Record<string, unknown>[] {
	const line = `"$NODE" --import tsx scripts/query.ts "${sql}" --store "$STORE" --format json`;
	const env = { ...process.env, NODE: process.execPath, STORE: store };
	const output = execFileSync('sh', ['-c', line], { env, encoding: 'utf8' });
	return JSON.parse(output) as Record<string, unknown>[];
}

describe('a slice of cells', () => {
	it('is chosen by the form’s labels, counted, added up, and downloaded as it is shown', async () => {
		const here = await visit(browser, `${site}/data?generated=0`);
		const { page } = here;
		await page.getByRole('link', { name: '单元格', exact: true }).click();
		await page.locator('select[name=item]').selectOption({ label: '行政许可' });
		await page.locator('select[name=measure]').selectOption({ label: '本年处理决定数量' });
		await page.getByRole('button', { name: '查看' }).click();
		await page.waitForURL(/measure=decisions/);
		expect(new URL(page.url()).searchParams.get('generated')).toBe('0');
		const rows = await csvOf(page);
		expect(rows.length).toBeGreaterThan(3);
		expect(await rowsSaid(page)).toBe(rows.length);
		const sum = await page.locator('tfoot td').first().innerText();
		expect(Number(sum.replaceAll(',', ''))).toBe(added(rows));
		const blanks = rows.filter(({ status }) => status === 'blank').length;
		await expect(page.locator('.statuses').innerText()).resolves.toContain(`空白 ${blanks} 行`);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('is narrowed by where its findings come from', async () => {
		const here = await visit(browser, `${site}/data?table=findings`);
		const { page } = here;
		const all = await rowsSaid(page);
		await page.locator('select[name=origin]').selectOption({ label: '来源即如此' });
		await page.getByRole('button', { name: '查看' }).click();
		await page.waitForURL(/origin=agency/);
		const rows = await csvOf(page);
		expect(rows.length).toBeLessThan(all);
		expect(new Set(rows.map(({ origin }) => origin))).toEqual(new Set(['agency']));
		expect(await rowsSaid(page)).toBe(rows.length);
		await leave(here);
	});

	it('leads from each row to its cell in the report', async () => {
		const here = await visit(browser, `${site}/data?${DECISIONS}`);
		await here.page.locator('tbody th a').first().click();
		await here.page.waitForURL(/\/reports\/r[0-9a-f]+\?cell=disclosure\/licensing\/decisions/);
		await leave(here);
	});

	it('is sorted and paged, and says so where there is no such page', async () => {
		const here = await visit(browser, `${site}/data?${DECISIONS}&sort=-value`);
		const values = await here.page
			.locator('.wide')
			.first()
			.locator('tbody td:nth-child(5)')
			.allInnerTexts();
		const figures = values.map((value) => Number(value.replaceAll(',', '')));
		const known = figures.filter((value) => !Number.isNaN(value));
		expect(known).toEqual([...known].sort((one, other) => other - one));
		await here.page.goto(`${site}/data?table=cells`);
		const before = await here.page.locator('tbody').first().innerText();
		await here.page.getByRole('link', { name: '下一页' }).click();
		await here.page.waitForURL(/page=2/);
		expect(await here.page.locator('tbody').first().innerText()).not.toBe(before);
		await here.page.goto(`${site}/data?table=cells&page=99999`);
		await here.page.getByRole('link', { name: '回到第一页' }).click();
		await here.page.waitForURL((url) => !url.searchParams.has('page'));
		await leave(here);
	});

	it('without rows says what to do next', async () => {
		const here = await visit(browser, `${site}/data?table=cells&section=remedies&item=licensing`);
		expect(await rowsSaid(here.page)).toBe(0);
		await here.page.getByRole('link', { name: '另选部分、事项、指标' }).click();
		await here.page.waitForURL((url) => !url.searchParams.has('item'));
		expect(await rowsSaid(here.page)).toBeGreaterThan(0);
		await leave(here);
	});
});

describe('the SQL of a slice', () => {
	it.each([
		DECISIONS,
		'table=cells&status=blank&status=missing&year=2020..2021',
		'table=cells&severity=error',
		'table=reports&current=1&q=市',
		'table=findings&sort=-expected',
		'table=reports&province=%24%28id%29%60x%60%22%27%21'
	])('of %s, pasted into the query command, gives the rows of the file', async (search) => {
		const here = await visit(browser, `${site}/data?${search}`, { javaScriptEnabled: false });
		const sql = await here.page.locator('#sql ~ pre, pre').first().innerText();
		const count = await rowsSaid(here.page);
		const rows = pasted(sql);
		expect(rows).toHaveLength(count);
		if (count > 0) {
			const file = await csvOf(here.page);
			expect(file).toHaveLength(count);
			const sum = rows.reduce((total, { value }) => total + Number(value ?? 0), 0);
			expect(sum).toBeCloseTo(added(file.map((row) => ({ value: row.value ?? '' }))), 6);
		}
		await leave(here);
	});
});

describe('the page of data', () => {
	it('has the same slice behind its address, and says which snapshot it came from', async () => {
		const here = await visit(browser, `${site}/data?${DECISIONS}&sort=-value&lang=zh`);
		const address = await here.page.locator('.address a').innerText();
		const health = (await (await fetch(`${site}/api/health`)).json()) as { snapshot: string };
		expect(await here.page.locator('main').innerText()).toContain(health.snapshot.slice(0, 12));
		const again = await visit(browser, address);
		expect(await again.page.locator('tbody').first().innerText()).toBe(
			await here.page.locator('tbody').first().innerText()
		);
		await leave(here);
		await leave(again);
	});

	it('holds the codes of the form by edition', async () => {
		const here = await visit(browser, `${site}/data?table=cells`);
		const words = await here.page.locator('main').textContent();
		for (const code of [
			'applications/refused_state_secret',
			'disclosure/procurement',
			'wan_yuan'
		]) {
			expect(words?.includes(code)).toBe(code !== 'wan_yuan');
		}
		await leave(here);
	});

	it.each(['reports', 'cells', 'findings', 'rules'])(
		'is accessible and fits a phone, table %s',
		async (table) => {
			const here = await visit(browser, `${site}/data?table=${table}`, { viewport: NARROW });
			expect(await seriousViolations(here.page)).toEqual([]);
			const width = await here.page.evaluate(() => document.documentElement.scrollWidth);
			expect(width).toBeLessThanOrEqual(NARROW.width);
			expect(here.problems).toEqual([]);
			await leave(here);
		}
	);

	it('names what is wrong in its address', async () => {
		for (const wrong of ['table=texts', 'table=cells&sort=agency', 'status=zero']) {
			const response = await fetch(`${site}/data?${wrong}`);
			expect(response.status, wrong).toBe(400);
		}
	});
});

async function saved(page: Page, figure: string, button: string): Promise<string> {
	const waiting: Promise<Download> = page.waitForEvent('download');
	await page.locator(`#${figure}`).getByRole('button', { name: button, exact: true }).click();
	return (await waiting).path();
}

describe('a chart', () => {
	it('leads to the rows that it rests on, in a file, a workbook and a page', async () => {
		const here = await visit(browser, `${site}/compare`);
		const figure = here.page.locator('#by-year');
		const href = (name: string) =>
			figure.getByRole('link', { name, exact: true }).getAttribute('href');
		const rows = await records(site + (await href('CSV'))!);
		const workbook = await fetch(site + (await href('XLSX'))!);
		expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
		await figure.getByRole('link', { name: '数据', exact: true }).click();
		await here.page.waitForURL(/\/data\?table=cells/);
		expect(await rowsSaid(here.page)).toBe(rows.length);
		await leave(here);
	});

	it.each([
		['by-year', '/compare'],
		['states', '/compare'],
		['multiples', '/compare'],
		['provinces', '/compare?level=city&at=2020']
	])('is saved as one picture that stands alone: %s', async (figure, path) => {
		const here = await visit(browser, site + path);
		const { page } = here;
		const title = await page.locator(`#${figure}-title`).innerText();
		const file = readFileSync(await saved(page, figure, 'SVG'), 'utf8');
		const svg = file.replaceAll('&amp;', '&');
		expect(svg).not.toMatch(/var\(|color-mix|color\(/);
		expect(svg.replaceAll(/<[^>]+>/g, '')).toContain(title.split('模拟数据')[0]!.trim());
		for (const part of ['模拟数据', '份报告', '数据快照', `${path}#${figure}`]) {
			expect(svg).toContain(part);
		}
		const drawings = svg.match(/<svg/g)?.length ?? 0;
		expect(drawings).toBeGreaterThan(figure === 'multiples' ? 3 : 1);
		if (figure === 'provinces') expect(svg).toContain('无数据');
		const png = readFileSync(await saved(page, figure, 'PNG'));
		expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
		await leave(here);
	});
});

it('numbers the rows of the form in English as in English', async () => {
	const here = await visit(browser, `${site}/data?table=cells&lang=en`);
	const items = await here.page.locator('details dd').allTextContents();
	expect(items.join()).toContain('(1) Granted');
	expect(items.filter((item) => /[一二三四五六七八九（）、]/.test(item))).toEqual([]);
	await leave(here);
});
