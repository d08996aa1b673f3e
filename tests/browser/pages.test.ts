import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { faintControls, seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, NARROW, visit, WIDE, type Visit } from './visit.ts';

const site = inject('site');
const PLACES = [
	'/',
	'/compare',
	'/outcomes',
	'/outcomes/ranking',
	'/findings',
	'/rules',
	'/coverage',
	'/agencies',
	'/data',
	'/check',
	'/search?q=公开',
	'/agencies/one',
	'/reports/one'
];

/** A sheet of A4 between margins of one centimetre. */
const PAPER = { width: 718, height: 1047 };

let browser: Browser;
let real: Readonly<Record<string, string>>;
beforeAll(async () => {
	browser = await launch(inject('program'));
	const reports = await records(`${site}/download/reports.csv?generated=0`);
	const town = reports.find(({ agency }) => agency?.includes('瓦房子镇'));
	if (!town) throw new Error('瓦房子镇 is not among the reports of the sample');
	real = town;
});
afterAll(() => browser.close());

/** The address of a place; a town of the sample stands for all agencies and reports. */
const addressOf = (place: string) =>
	site +
	place
		.replace('agencies/one', `agencies/${real.agency_id}`)
		.replace('reports/one', `reports/${real.report_id}`);

describe.each(PLACES)('%s', (place) => {
	/** The page on a wide screen, which the last test leaves. */
	let here: Visit;
	beforeAll(async () => {
		here = await visit(browser, addressOf(place));
	});
	afterAll(() => leave(here));

	it('answers with one heading, headers that guard it, and nothing in the console', async () => {
		await here.page.waitForLoadState('networkidle');
		expect(await here.page.locator('h1').count()).toBe(1);
		const headers = here.response.headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy).toContain("default-src 'self'");
		expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBeTruthy();
		expect(here.problems).toEqual([]);
	});

	it('has nothing that axe finds serious, light and dark, wide and narrow', async () => {
		for (const [viewport, colorScheme] of [
			[WIDE, 'light'],
			[WIDE, 'dark'],
			[NARROW, 'light']
		] as const) {
			await here.page.setViewportSize(viewport);
			await here.page.emulateMedia({ colorScheme });
			const found = await seriousViolations(here.page);
			expect(found, `${viewport.width} ${colorScheme}`).toEqual([]);
			expect(await faintControls(here.page), colorScheme).toEqual([]);
		}
		await here.page.setViewportSize(WIDE);
	});

	it('does not scroll sideways on a telephone, and says the same with scripts off', async () => {
		const on = await visit(browser, addressOf(place), { viewport: NARROW });
		const off = await visit(browser, addressOf(place), {
			viewport: NARROW,
			javaScriptEnabled: false
		});
		for (const { page } of [on, off]) {
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width).toBeLessThanOrEqual(NARROW.width);
			const astray = await page
				.locator('header nav a, .tools a, .tools button')
				.evaluateAll((all) =>
					all
						.map((element) => ({ element, box: element.getBoundingClientRect() }))
						.filter(({ box }) => box.right > innerWidth || box.height < 24 || box.width < 24)
						.map(({ element }) => element.textContent)
				);
			expect(astray, 'out of sight, or too small for a finger').toEqual([]);
		}
		const charts = (page: typeof on.page) => page.locator('figure svg').count();
		const heading = (page: typeof on.page) => page.locator('h1').innerText();
		expect(await charts(off.page)).toBe(await charts(on.page));
		expect(await heading(off.page)).toBe(await heading(on.page));
		await leave(on);
		await leave(off);
	});

	it('has no table cut off on paper', async () => {
		await here.page.setViewportSize(PAPER);
		await here.page.emulateMedia({ media: 'print' });
		const cut = await here.page
			.locator('.wide > table')
			.evaluateAll((tables) =>
				tables
					.filter((table) => table.getBoundingClientRect().right > innerWidth)
					.map((table) => table.parentElement?.getAttribute('aria-label'))
			);
		expect(cut).toEqual([]);
		await here.page.emulateMedia({ media: null });
		await here.page.setViewportSize(WIDE);
	});

	it('speaks English one click away, and keeps to it', async () => {
		const { page } = here;
		expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
		await page.getByRole('link', { name: 'English' }).first().click();
		await page.waitForURL(/lang=en/);
		expect(await page.locator('html').getAttribute('lang')).toBe('en');
		expect(await page.locator('nav').first().innerText()).not.toMatch(/\p{Script=Han}{2}/u);
	});
});

describe('an address that is not right', () => {
	it.each([
		['/?year=abc', 400, 'year'],
		['/findings?nonsense=1', 400, 'nonsense'],
		['/outcomes?level=village', 400, 'level'],
		['/reports/r0000000000000000', 404, ''],
		['/agencies/nobody', 404, ''],
		['/nowhere', 404, '']
	])('%s answers %i and names what is wrong', async (path, status, word) => {
		const response = await fetch(site + path);
		expect(response.status).toBe(status);
		expect(await response.text()).toContain(word);
	});

	it('is not a good filter that fits no report', async () => {
		expect((await fetch(`${site}/?year=2008`)).status).toBe(200);
	});
});
