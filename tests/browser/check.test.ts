import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { zipOf } from '../reading/formats/zip.ts';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { MARKUP } from './hostile.ts';
import { leave, NARROW, visit, type Visit } from './visit.ts';

const site = inject('site');
const WRONG_SUMS = 'tests/reading/world/documents/sums-that-do-not-hold.txt';
/** A row of the file whose parts are 33 and whose total is 0. */
const WRONG = 'applications/granted/total';

let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

type Upload = Parameters<Page['setInputFiles']>[1];

async function check({ page }: Visit, file: Upload): Promise<void> {
	await page.setInputFiles('input[type=file]', file);
	await page.getByRole('button', { name: '核对' }).click();
}
const heading = ({ page }: Visit) => page.locator('h1').innerText();
const said = ({ page }: Visit) => page.locator('main').innerText();
const bytesOf = (name: string, content: string | Buffer) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(content)
});

/** Every file of a folder, with its size and the time it was written. */
const listing = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => ({ name, at: statSync(join(folder, name)) }))
		.map(({ name, at }) => `${name} ${at.size} ${at.mtimeMs}`)
		.sort();

describe.each([
	{ store: 'a store', address: site, javaScriptEnabled: true },
	{ store: 'a store', address: site, javaScriptEnabled: false },
	{ store: 'no store', address: inject('emptySite'), javaScriptEnabled: false }
])('a file given to $store, scripts on: $javaScriptEnabled', ({ address, javaScriptEnabled }) => {
	it('is read and checked, and nothing of it is kept', async () => {
		const before = listing(inject('store'));
		const here = await visit(browser, `${address}/check`, { javaScriptEnabled });
		await check(here, WRONG_SUMS);
		await expect.poll(() => heading(here)).toMatch(/^丙镇人民政府 2022 年.*\d+ 处不平/);
		const cell = here.page.locator(`td[data-address="${WRONG}"]`);
		expect(await cell.getAttribute('class')).toContain('mark-error');
		const finding = here.page.locator('tr', { hasText: '各类申请人合计 33，总计填报 0' });
		await finding.getByRole('link', { name: '原文' }).click();
		const place = here.page.locator(`mark[data-address="${WRONG}"]`);
		expect(await place.innerText()).toBe('0');
		const isMarked = (element: typeof cell) =>
			element.evaluate((node) => node.matches(':target, .lit'));
		await expect.poll(() => isMarked(place)).toBe(true);
		await cell.locator('a').click();
		expect(new URL(here.page.url()).search).toBe('');
		const record = here.page.locator('.record');
		expect(await record.count()).toBe(javaScriptEnabled ? 1 : 0);
		if (javaScriptEnabled) {
			expect(await record.innerText()).toMatch(/不符\s*各类申请人合计/);
			const term = record.locator('[data-term="applications/granted/natural_person"]').first();
			expect(await term.innerText()).toMatch(/^自然人 \d+$/);
			await term.click();
			await expect.poll(() => record.locator('h3').innerText()).toBe('予以公开 · 自然人');
			expect(new URL(here.page.url()).search).toBe('');
		}
		expect(here.problems).toEqual([]);
		expect(listing(inject('store'))).toEqual(before);
		await leave(here);
	});
});

it('names the file that is chosen in the language of the page', async () => {
	const here = await visit(browser, `${site}/check`);
	const field = here.page.locator('.drop');
	expect(await field.innerText()).toMatch(/^选择文件\s+还没有选$/);
	await here.page.setInputFiles('input[type=file]', WRONG_SUMS);
	await expect.poll(() => field.innerText()).toContain('sums-that-do-not-hold.txt');
	await leave(here);
});

it('is told in English with nothing that axe finds serious, and on paper without the form', async () => {
	const here = await visit(browser, `${site}/check?lang=en`, {
		viewport: NARROW,
		colorScheme: 'dark'
	});
	await here.page.setInputFiles('input[type=file]', WRONG_SUMS);
	await here.page.getByRole('button', { name: 'Check', exact: true }).click();
	await expect.poll(() => heading(here)).toContain('sums and bounds fail');
	expect(await seriousViolations(here.page)).toEqual([]);
	const width = await here.page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(NARROW.width);
	await here.page.emulateMedia({ media: 'print' });
	const isThere = (name: string) => here.page.locator(name).first().isVisible();
	expect(await isThere('#findings-title')).toBe(true);
	expect(await isThere('#evidence-title')).toBe(true);
	for (const name of ['#give-title', '.source', 'header']) expect(await isThere(name)).toBe(false);
	expect(here.problems).toEqual([]);
	await leave(here);
});

it('may be pasted as text, which may hold markup', async () => {
	const here = await visit(browser, `${site}/check`);
	const text = readFileSync(WRONG_SUMS, 'utf8').replaceAll('丙镇人民政府', `${MARKUP}丙镇人民政府`);
	await here.page.getByRole('textbox', { name: '或粘贴文字' }).fill(text);
	await here.page.getByRole('button', { name: '核对' }).click();
	await expect.poll(() => heading(here)).toContain('处不平');
	expect(await said(here)).toContain(MARKUP);
	expect(await here.page.locator('img[src="x"]').count()).toBe(0);
	expect(await here.page.title()).not.toBe('hurt');
	expect(here.problems).toEqual([]);
	await leave(here);
});

describe('a result in another language', () => {
	const inEnglish = async (here: Visit) => {
		await here.page.getByRole('link', { name: 'English' }).click();
		await expect.poll(() => heading(here)).toContain('17 sums and bounds fail');
	};

	it('is that of the same file', async () => {
		const here = await visit(browser, `${site}/check`);
		await check(here, WRONG_SUMS);
		await expect.poll(() => heading(here)).toContain('17 处不平');
		await inEnglish(here);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('is that of the same text, there and back', async () => {
		const here = await visit(browser, `${site}/check`);
		await here.page
			.getByRole('textbox', { name: '或粘贴文字' })
			.fill(readFileSync(WRONG_SUMS, 'utf8'));
		await here.page.getByRole('button', { name: '核对' }).click();
		await expect.poll(() => heading(here)).toContain('17 处不平');
		await inEnglish(here);
		await here.page.getByRole('link', { name: '中文' }).click();
		await expect.poll(() => heading(here)).toContain('17 处不平');
		await leave(here);
	});

	it('is none where something else was chosen since', async () => {
		const here = await visit(browser, `${site}/check`);
		await check(here, WRONG_SUMS);
		await expect.poll(() => heading(here)).toContain('17 处不平');
		await here.page.setInputFiles('input[type=file]', bytesOf('a.txt', '今日菜单'));
		await here.page.getByRole('link', { name: 'English' }).click();
		await expect.poll(() => heading(here)).toBe('Check a report that is not in the store');
		await leave(here);
	});
});

describe('what is no report', () => {
	it('has its reason, and so has a form without a file', async () => {
		const here = await visit(browser, `${site}/check`);
		await here.page.getByRole('button', { name: '核对' }).click();
		await expect.poll(() => said(here)).toContain('请选一个文件');
		await check(here, bytesOf(`..\\..\\${MARKUP}.txt`, '今日菜单'));
		await expect.poll(() => said(here)).toContain('没有找到政府信息公开工作年度报告的标题');
		expect(await here.page.locator('img[src="x"]').count()).toBe(0);
		const large = Buffer.alloc(16 * 1024 * 1024 + 1, 'a');
		await check(here, bytesOf('large.txt', large));
		await expect.poll(() => said(here)).toContain('超过 16 MB');
		await check(here, bytesOf('bomb.zip', zipOf([{ name: 'a.txt', bytes: Buffer.alloc(2e7) }])));
		await expect.poll(() => heading(here)).toBe('bomb.zip：没有读成报告');
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('is told with a status too where no script runs', async () => {
		const form = new FormData();
		form.set('text', '今日菜单');
		const asked = { method: 'POST', body: form, headers: { origin: site, accept: 'text/html' } };
		const answer = await fetch(`${site}/check`, asked);
		expect(answer.status).toBe(422);
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.text()).toContain('没有找到政府信息公开工作年度报告的标题');
	});
});

describe('a file of several', () => {
	it('has them in a list, and the first report shown', async () => {
		const here = await visit(browser, `${site}/check`);
		const files = [
			{ name: '说明.txt', bytes: '请看附件' },
			{ name: '丙镇.txt', bytes: readFileSync(WRONG_SUMS) }
		];
		await check(here, bytesOf('all.zip', zipOf(files)));
		await expect.poll(() => heading(here)).toMatch(/^丙镇人民政府 2022 年/);
		const rows = here.page.locator('.members tbody tr');
		expect(await rows.first().innerText()).toMatch(/说明\.txt.*没有找到/s);
		expect(await rows.nth(1).innerText()).toMatch(/丙镇\.txt.*下面细看的/s);
		await here.page.setViewportSize(NARROW);
		const card = here.page.locator('.members .wide');
		expect(await card.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
		await here.page.reload();
		await check(here, bytesOf('none.zip', zipOf(files.slice(0, 1))));
		await expect.poll(() => said(here)).toContain('文件里有 1 份。 没有一份读成报告。');
		await leave(here);
	});
});

describe('a form from elsewhere, or one that is too large', () => {
	const send = (path: string, origin: string, host: string, text: string) => {
		const form = new FormData();
		form.set('text', text);
		return fetch(site + path, { method: 'POST', body: form, headers: { origin, accept: host } });
	};

	it('is refused before anything is read', async () => {
		expect((await send('/check', 'http://evil.example', 'text/html', '一')).status).toBe(403);
		expect((await send('/check', '', 'text/html', '一')).status).toBe(403);
		expect((await send('/theme', site, 'text/html', '一'.repeat(1e5))).status).toBe(413);
	});
});

it('stops reading when it is told to', async () => {
	const here = await visit(browser, `${site}/check`);
	await check(here, WRONG_SUMS);
	await here.page.getByRole('button', { name: '停止' }).click();
	await expect.poll(() => said(here)).toContain('已停止');
	expect(await here.page.locator('.pair').count()).toBe(0);
	await leave(here);
});
