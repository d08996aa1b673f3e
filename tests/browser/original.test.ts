import type { ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { command } from '../../scripts/bench/command.ts';
import { startSite } from '../../scripts/start/child.ts';
import { formPdf } from '../reading/pdfwriter.ts';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, NARROW, visit, WIDE } from './visit.ts';

/** A PDF of an office program with a 7 in one cell, and one whose font is not in the file. */
const OFFICE = '2019-zeros-office.pdf';
const CHANGE = 'disclosure/licensing/items_change';
const SONG = 'song.pdf';

let folder: string;
let server: ChildProcess;
let site: string;
let browser: Browser;
let pages: Map<string, string>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'gouji-original-'));
	const given = join(folder, 'given');
	mkdirSync(given);
	copyFileSync(join('tests/reading/pdf', OFFICE), join(given, OFFICE));
	const values = Array.from({ length: 200 }, (_, index) => String((index * 7) % 90));
	writeFileSync(join(given, SONG), formPdf('2021', values, { rotate: 90 }));
	copyFileSync('data/sample/real/003_c50ec127ad28e6ef.txt', join(given, 'text.txt'));
	await command('ingest', [given, '--store', join(folder, 'store')]);
	const started = await startSite(join(folder, 'store'));
	server = started.process;
	site = started.address;
	browser = await launch(inject('program'));
	const reports = await records(`${site}/download/reports.csv`);
	pages = new Map(
		reports.map(({ source, report_id }) => [source ?? '', `${site}/reports/${report_id}`])
	);
});
afterAll(async () => {
	await browser?.close();
	server?.kill();
	rmSync(folder, { recursive: true, force: true });
});

const drawn = (page: Page) => page.locator('canvas[data-drawn]').waitFor();

/** How many points of ink there are where the mark stands, and in a place where nothing is. */
function ink(page: Page) {
	return page.locator('canvas').evaluate((node) => {
		const canvas = node as HTMLCanvasElement;
		const frame = canvas.getBoundingClientRect();
		const mark = document.querySelector('.mark')!.getBoundingClientRect();
		const scale = canvas.width / frame.width;
		const dark = (left: number, top: number) => {
			const [x, y] = [(left - frame.left) * scale, (top - frame.top) * scale];
			const [width, height] = [mark.width * scale, mark.height * scale];
			const { data } = canvas.getContext('2d')!.getImageData(x, y, width, height);
			let count = 0;
			for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) count += 1;
			return count;
		};
		// The right margin of the page is white.
		const aside = frame.right - mark.width - 2;
		return { marked: dark(mark.left, mark.top), aside: dark(aside, mark.top) };
	});
}

describe('a cell of a report that came as a PDF', () => {
	it('leads from its record to its page, where its place is marked', async () => {
		const here = await visit(browser, pages.get(OFFICE)!);
		await here.page.locator(`td[data-address="${CHANGE}"] a`).click();
		await here.page.locator('.record').getByRole('link', { name: '第 1 页' }).click();
		await drawn(here.page);
		expect(new URL(here.page.url()).searchParams.get('cell')).toBe(CHANGE);
		await expect.poll(() => here.page.locator('.mark').count()).toBe(1);
		const { marked, aside } = await ink(here.page);
		expect(marked).toBeGreaterThan(5);
		expect(aside).toBe(0);
		expect(await here.page.locator('.cells').innerText()).toContain('“7”');
		await here.page.getByRole('link', { name: '回到表中此格' }).click();
		await expect.poll(() => here.page.locator('.record').count()).toBe(1);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('has pages that keys turn and enlarge, and that end where the PDF does', async () => {
		const here = await visit(browser, `${pages.get(OFFICE)!}/page/1`);
		await drawn(here.page);
		await here.page.getByText('第 1 页，共 2 页').waitFor();
		await here.page.locator('.stage').focus();
		await here.page.keyboard.press('+');
		const wider = () =>
			here.page.locator('.stage').evaluate((node) => node.scrollWidth / node.clientWidth);
		await expect.poll(wider).toBeCloseTo(1.5, 1);
		await here.page.keyboard.press('0');
		await expect.poll(wider).toBeCloseTo(1, 1);
		await here.page.keyboard.press('ArrowRight');
		await here.page.locator('canvas[data-drawn="2"]').waitFor();
		expect(here.page.url()).toMatch(/\/page\/2$/);
		expect(await here.page.getByRole('link', { name: '下一页' }).count()).toBe(0);
		await here.page.goto(`${pages.get(OFFICE)!}/page/9`);
		await here.page.getByText('这份 PDF 只有 2 页').waitFor();
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('is marked on a turned page too, set in a Chinese font that the file lacks', async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		const asked: string[] = [];
		page.on('response', (answer) => asked.push(new URL(answer.url()).pathname));
		await page.goto(`${pages.get(SONG)!}/page/1?cell=disclosure/licensing/decisions`);
		await drawn(page);
		await expect.poll(() => page.locator('.mark').count()).toBe(1);
		const { marked, aside } = await ink(page);
		expect(marked).toBeGreaterThan(5);
		expect(aside).toBe(0);
		expect(asked.filter((path) => path.endsWith('.bcmap'))).not.toEqual([]);
		await context.close();
	});
});

describe('the page of an original', () => {
	it('has nothing that axe finds serious, fits a telephone, and speaks English', async () => {
		const here = await visit(browser, `${pages.get(OFFICE)!}/page/1?cell=${CHANGE}`);
		await drawn(here.page);
		for (const [viewport, colorScheme] of [
			[WIDE, 'light'],
			[WIDE, 'dark'],
			[NARROW, 'light']
		] as const) {
			await here.page.setViewportSize(viewport);
			await here.page.emulateMedia({ colorScheme });
			expect(await seriousViolations(here.page), `${viewport.width} ${colorScheme}`).toEqual([]);
		}
		const width = await here.page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(NARROW.width);
		await here.page.goto(`${here.page.url()}&lang=en`);
		await here.page.getByText('page 1 of the original file').first().waitFor();
		expect(await here.page.locator('.tools').innerText()).not.toMatch(/\p{Script=Han}/u);
		await leave(here);
	});

	it('leads to the file itself where no script runs', async () => {
		const address = `${pages.get(OFFICE)!}/page/1?cell=${CHANGE}`;
		const here = await visit(browser, address, { javaScriptEnabled: false });
		const link = here.page.locator('a[href$="/original#page=1"]');
		expect(await link.count()).toBe(1);
		expect(await here.page.locator('main').innerText()).toContain('没有运行脚本');
		await leave(here);
	});

	it('says so where the PDF is damaged, and is none for other files and cells', async () => {
		const here = await visit(browser, `${pages.get(OFFICE)!}/page/1`);
		await here.page.route('**/original', (route) => route.fulfill({ body: 'no PDF' }));
		await here.page.reload();
		await here.page.getByText('这一页画不出来').waitFor();
		await leave(here);
		expect((await fetch(`${pages.get('text.txt')!}/page/1`)).status).toBe(404);
		expect((await fetch(`${pages.get(OFFICE)!}/page/0`)).status).toBe(404);
		expect((await fetch(`${pages.get(OFFICE)!}/page/1?cell=a/b/c`)).status).toBe(400);
	});

	it('is drawn by a worker that may load and send nothing', async () => {
		const version = '/pdfjs/any';
		const worker = await fetch(`${site}${version}/pdf.worker.min.mjs`);
		expect(worker.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
		expect(worker.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
		for (const name of ['pdf.sandbox.mjs', '..%2Fpackage.json', 'LICENSE']) {
			expect((await fetch(`${site}${version}/${name}`)).status, name).toBe(404);
		}
	});
});

describe('a report that came as another file', () => {
	it('leads to its original, and to no pages', async () => {
		const here = await visit(browser, pages.get('text.txt')!);
		expect(await here.page.locator('a[href*="/page/"]').count()).toBe(0);
		expect(await here.page.locator('a[href$="/original"]').count()).toBe(1);
		await leave(here);
	});
});
