import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { records, type Record } from './records.ts';
import { inView, leave, NARROW, visit, WIDE } from './visit.ts';

const site = inject('site');
const DECISIONS = 'disclosure/licensing/decisions';
const MADE = 'disclosure/normative_documents/made';

let browser: Browser;
let reports: Record[];
/** An invented agency of the sample with six years, and the real town with one. */
let long: string;
let town: string;
/** An invented township, which has five peers. */
let township: string;
beforeAll(async () => {
	browser = await launch(inject('program'));
	reports = await records(`${site}/download/reports.csv?current=1`);
	const counts = new Map<string, number>();
	for (const { agency_id, resolved } of reports) {
		if (agency_id && resolved === 'true') counts.set(agency_id, (counts.get(agency_id) ?? 0) + 1);
	}
	long = [...counts].find(([, count]) => count === 6)?.[0] ?? '';
	township = reports.find(({ agency }) => agency === '示例省甲市丙县丁镇人民政府')?.agency_id ?? '';
	town = reports.find(({ agency }) => agency?.includes('瓦房子镇'))?.agency_id ?? '';
});
afterAll(() => browser.close());

const ofAgency = (id: string) => reports.filter(({ agency_id }) => agency_id === id);

/** How many sheets of A4 the page prints on. */
async function sheets(address: string): Promise<number> {
	const here = await visit(browser, address);
	const pdf = await here.page.pdf({
		format: 'A4',
		margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' }
	});
	await leave(here);
	const found = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
	if (!found) throw new Error('no page in the PDF');
	return found;
}

describe('an agency of six years', () => {
	it('tells its story on two sheets of paper at most', async () => {
		expect(await sheets(`${site}/agencies/${long}`)).toBeLessThanOrEqual(2);
		expect(await sheets(`${site}/agencies/${town}`)).toBeLessThanOrEqual(2);
	});

	it('has every report and its source, and each year in its charts', async () => {
		const here = await visit(browser, `${site}/agencies/${long}`);
		const main = here.page.locator('main');
		for (const { report_id, year } of ofAgency(long)) {
			expect(await main.locator(`a[href="/reports/${report_id}/original"]`).count()).toBe(1);
			expect(await main.locator('.panel').first().innerText()).toContain(year);
		}
		expect(await main.locator('.panel .break').count()).toBeGreaterThan(0);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it.each([true, false])(
		'leads in two clicks from a bar to the characters in the source, scripts on: %s',
		async (javaScriptEnabled) => {
			const here = await visit(browser, `${site}/agencies/${long}`, { javaScriptEnabled });
			const bar = here.page.locator(`[data-measure="${DECISIONS}"] a`).last();
			const said = (await bar.locator('title').textContent()) ?? '';
			await bar.click();
			const cell = here.page.locator(`td[data-address="${DECISIONS}"]`);
			await expect.poll(() => cell.evaluate((node) => node.matches('.lit'))).toBe(true);
			const [year = '', figure = ''] = said.split(' ');
			expect(await here.page.locator('h1').innerText()).toContain(year);
			expect(await cell.locator('.value').innerText()).toBe(figure);
			await cell.locator('a').click();
			const place = here.page.locator(`mark[data-address="${DECISIONS}"]`);
			await expect.poll(() => place.evaluate((node) => node.matches('.lit, :target'))).toBe(true);
			expect(here.problems).toEqual([]);
			await leave(here);
		}
	);

	it('shows its place among peers for the measure and year of the URL, set without a script', async () => {
		const here = await visit(browser, `${site}/agencies/${long}`, { javaScriptEnabled: false });
		const form = here.page.locator('form[action*="#peers"]');
		// Nothing that no report of the collection can tell.
		const choices = form.locator('select[name="peer_measure"]').first();
		expect(await choices.innerText()).toContain('行政许可');
		expect(await choices.innerText()).not.toContain('2014 年版');
		await form.locator('select[name="peer_measure"]').first().selectOption(MADE);
		await form.locator('select[name="peer_year"]').selectOption('2020');
		await form.locator('button').click();
		const asked = new URL(here.page.url()).searchParams;
		expect(asked.getAll('peer_measure')[0]).toBe(MADE);
		expect(asked.get('peer_year')).toBe('2020');
		const peers = here.page.locator(`#peers-${MADE.replaceAll('/', '-')}`);
		const own = ofAgency(long).find(({ year }) => year === '2020');
		const link = peers.locator('.own a');
		expect(await link.getAttribute('href')).toContain(`/reports/${own?.report_id}?cell=${MADE}`);
		await leave(here);
	});

	it('leads from each class of its peers, drawn or in the table, to the reports in it', async () => {
		const here = await visit(browser, `${site}/agencies/${township}`);
		const { page } = here;
		const peers = page.locator(`#peers-${DECISIONS.replaceAll('/', '-')}`);
		const classes = await peers
			.locator('tbody td a[href^="/reports?"]')
			.evaluateAll((links) =>
				links.map((link) => [link.getAttribute('href') ?? '', link.textContent] as const)
			);
		expect(classes.length).toBeGreaterThan(1);
		for (const [href, count] of classes) {
			const list = await (await fetch(site + href)).text();
			expect(/<h1[^>]*>\s*(\d+) 份报告/.exec(list)?.[1], href).toBe(count);
		}
		const bars = peers.locator('.room.wide a[href^="/reports?"]');
		expect(
			await bars.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
		).toEqual(classes.map(([href]) => href));
		await bars.last().focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/reports\?.*from=.*below=/);
		expect(page.url().replace(site, '')).toBe(classes.at(-1)?.[0]);
		await leave(here);
	});

	it('leads from a part of its outcomes to the cells of the report that add up to it', async () => {
		const here = await visit(browser, `${site}/agencies/${township}`);
		const { page } = here;
		await page.locator('#outcomes .chart').hover();
		await page.waitForSelector('#outcomes .stage svg path', { state: 'attached' });
		const parts = page.locator('#outcomes .stage svg path[fill="var(--unable)"]');
		// Parts of zero have no height, and the legend's mark has little.
		const drawn = await parts.evaluateAll((all) =>
			all.findIndex((part) => part.getBoundingClientRect().height > 20)
		);
		await parts.nth(drawn).click();
		await page.waitForURL(/\/reports\/r\w+\?sum=unable/);
		const addition = page.locator('#addition');
		const [whole = 0, ...terms] = (await addition.locator('b').allInnerTexts()).map(Number);
		expect(whole).toBeGreaterThan(0);
		expect(terms.reduce((sum, term) => sum + term, 0)).toBe(whole);
		expect(await page.locator('td.added').count()).toBe(terms.length);
		expect(await page.locator('mark.added').count()).toBe(terms.length);
		const first = await addition.locator('a').first().getAttribute('data-term');
		await expect.poll(() => inView(page, `mark[data-address="${first}"]`)).toBe(true);
		await addition.getByRole('link').first().click();
		await page.waitForURL(/sum=unable.*cell=applications\/unable_not_held\/total/);
		await page.locator('td.lit[data-address="applications/unable_not_held/total"]').waitFor();
		expect(await addition.count()).toBe(1);
		await leave(here);
	});

	it('says its outcomes by year, with no share of fewer than thirty applications', async () => {
		const here = await visit(browser, `${site}/agencies/${long}`);
		const table = here.page.locator('[aria-label="办理结果：件数与份额"]');
		const wholes = (await table.locator('tfoot td').allInnerTexts()).map((text) =>
			Number(text.replaceAll(',', ''))
		);
		expect(wholes).toHaveLength(6);
		for (const [index, whole] of wholes.entries()) {
			const column = await table.locator(`tbody td:nth-of-type(${index + 1})`).allInnerTexts();
			expect(column.some((text) => text.includes('%'))).toBe(whole >= 30);
		}
		await leave(here);
	});

	it('has nothing that axe finds serious, and fits a telephone', async () => {
		const here = await visit(browser, `${site}/agencies/${long}`);
		for (const [viewport, colorScheme] of [
			[WIDE, 'dark'],
			[NARROW, 'light']
		] as const) {
			await here.page.setViewportSize(viewport);
			await here.page.emulateMedia({ colorScheme });
			expect(await seriousViolations(here.page), `${viewport.width}`).toEqual([]);
		}
		const width = await here.page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(NARROW.width);
		await leave(here);
	});
});

describe('a real agency of one year', () => {
	it('says that its peers are too few, and draws none of them', async () => {
		const here = await visit(browser, `${site}/agencies/${town}`);
		const peers = here.page.locator('section:has(> #peers)');
		expect(await peers.innerText()).toContain('不足 5 个，不画分布');
		expect(await peers.locator('svg').count()).toBe(0);
		await leave(here);
	});

	it.each([
		['peer_measure=disclosure/licensing/nothing', 'peer_measure'],
		['peer_year=soon', 'peer_year']
	])('with %s is refused by name', async (query, key) => {
		const response = await fetch(`${site}/agencies/${town}?${query}`);
		expect(response.status).toBe(400);
		expect(await response.text()).toContain(key);
	});

	it('is there for a year without a report, and says so', async () => {
		const here = await visit(browser, `${site}/agencies/${town}?peer_year=2008`);
		expect(await here.page.locator('main').innerText()).toContain('没有 2008 年的报告');
		await leave(here);
	});
});
