import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser.ts';
import { MARKUP } from './hostile.ts';
import { records, type Record } from './records.ts';
import { cellId } from '../../src/lib/components/form-cell.ts';
import { inView, leave, NARROW, visit, type Visit } from './visit.ts';

const site = inject('site');
const MADE = 'disclosure/normative_documents/made';

let browser: Browser;
let reports: Record[];
beforeAll(async () => {
	browser = await launch(inject('program'));
	reports = await records(`${site}/download/reports.csv?generated=0`);
});
afterAll(() => browser.close());

/** The page of the sample’s report that came in a file. */
function addressOf(file: string): string {
	const report = reports.find(({ source }) => source?.includes(file));
	if (!report) throw new Error(`no report from ${file}`);
	return `${site}/reports/${report.report_id}`;
}

describe.each([true, false])('a cell of a report, scripts on: %s', (javaScriptEnabled) => {
	it('marks its characters in the source when it is clicked, and is marked from there', async () => {
		const here = await visit(browser, addressOf('003_'), { javaScriptEnabled });
		const cell = here.page.locator(`td[data-address="${MADE}"]`);
		const place = here.page.locator(`mark[data-address="${MADE}"]`);
		const isMarked = (element: typeof cell) =>
			element.evaluate((node) => node.matches(':target, .lit'));
		expect(await cell.innerText()).toMatch(/^45\b/);
		expect(await isMarked(place)).toBe(false);
		await cell.locator('a').click();
		expect(await place.innerText()).toBe('45');
		await expect.poll(() => isMarked(place)).toBe(true);
		await expect.poll(() => new URL(here.page.url()).searchParams.get('cell')).toBe(MADE);
		expect(new URL(here.page.url()).hash).not.toBe('');
		await place.locator('a').click();
		await expect.poll(() => isMarked(cell)).toBe(true);
		await leave(here);
	});
});

it('lights nothing where neither the pointer nor the focus is in the pair', async () => {
	const here = await visit(browser, addressOf('003_'));
	const { page } = here;
	const lit = page.locator('.pair .lit');
	await page.locator(`td[data-address="${MADE}"]`).hover();
	await expect.poll(() => lit.count()).toBe(2);
	await page.locator('h1').hover();
	await expect.poll(() => lit.count()).toBe(0);
	await leave(here);
});

describe('the form of a report', () => {
	it('shows every cell of its edition once, and each that has a place in the source', async () => {
		const [cells, here] = await Promise.all([
			records(`${site}/download/cells.csv?form=2019&generated=0`),
			visit(browser, addressOf('003_'))
		]);
		const own = cells.filter(({ report_id }) => here.page.url().endsWith(report_id ?? '-'));
		expect(own).toHaveLength(198);
		const shown = await here.page
			.locator('td[data-address]')
			.evaluateAll((all) => all.map((cell) => cell.getAttribute('data-address')));
		expect(shown.sort()).toEqual(
			own.map(({ section, item, measure }) => `${section}/${item}/${measure}`).sort()
		);
		const placed = own.filter(({ char_start }) => char_start !== '');
		expect(await here.page.locator('mark[data-address]').count()).toBe(placed.length);
		await leave(here);
	});

	it('never shows a cell that was cut off or left empty as a zero', async () => {
		for (const [file, status, count] of [
			['000_', 'missing', 12],
			['004_', 'blank', 138]
		] as const) {
			const here = await visit(browser, addressOf(file));
			const values = here.page.locator(`td.${status} .value`);
			expect(await values.count()).toBe(count);
			for (const value of await values.allInnerTexts()) expect(value).not.toMatch(/\d/);
			await leave(here);
		}
	});
});

describe('the record of a cell', () => {
	it.each([
		[MADE, 900],
		['remedies/reconsideration/total', 768],
		['remedies/reconsideration/total', 1080]
	])(
		'of %s, named by the address, is in view with the cell and its characters, %i high',
		async (address, height) => {
			const from = `${addressOf('003_')}#${cellId(address)}`;
			const here = await visit(browser, from, { viewport: { width: 1440, height } });
			await expect.poll(() => here.page.locator('#record').count()).toBe(1);
			for (const part of [
				'#record',
				...['mark', 'td'].map((tag) => `${tag}[data-address="${address}"]`)
			])
				await expect.poll(() => inView(here.page, part), { message: part }).toBe(true);
			await leave(here);
		}
	);

	it('shows the reading and gives the line that would put it right', async () => {
		const here = await visit(browser, addressOf('003_'));
		await here.page.locator(`td[data-address="${MADE}"] a`).click();
		const record = here.page.locator('.record');
		expect(await record.innerText()).toContain('“45”');
		await record.locator('summary').click();
		await record.locator('input').first().fill('23');
		expect(await record.locator('[data-line]').innerText()).toMatch(
			/003_[^,]*,disclosure,normative_documents,made,23,,\d{4}-\d\d-\d\d,,[0-9a-f]{64}$/
		);
		expect(here.problems).toEqual([]);
		await leave(here);
	});
});

const DISCLOSED = 'disclosure/normative_documents/disclosed';
const RECEIVED = 'applications/received/natural_person';
const cellIn = ({ page }: Visit, address: string) =>
	page.locator(`td[data-address="${address}"] a`);
const cellOf = ({ page }: Visit) => new URL(page.url()).searchParams.get('cell');

describe.each([true, false])('a link to a cell, scripts on: %s', (javaScriptEnabled) => {
	it('shows its record: the reading, the identities with their terms, years and peers', async () => {
		const address = `${addressOf('003_')}?cell=${MADE}`;
		const here = await visit(browser, address, { javaScriptEnabled });
		const record = here.page.locator('.record');
		const said = await record.innerText();
		expect(said).toContain('“45”');
		expect(said).toMatch(/第 \d+ 行/);
		expect(said).toMatch(/不符\s*新制作数量大于新公开数量/);
		expect(said).toContain('不足 5 个');
		await record.locator(`[data-term="${DISCLOSED}"]`).click();
		await expect.poll(() => cellOf(here)).toBe(DISCLOSED);
		await expect.poll(() => record.innerText()).toContain('“23”');
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('may name any stretch of the source, which is marked', async () => {
		const text = `${addressOf('003_')}?at=5-25`;
		const here = await visit(browser, text, { javaScriptEnabled });
		const marked = await here.page.locator('mark.stretch').allInnerTexts();
		expect(marked.join('').length).toBeGreaterThan(0);
		expect(marked.join('').length).toBeLessThanOrEqual(20);
		await leave(here);
	});
});

describe('the keys of a form', () => {
	it('move through its cells, open a record, close it, and come back', async () => {
		const here = await visit(browser, addressOf('003_'));
		const focused = () =>
			here.page.evaluate(() => document.activeElement?.closest('td')?.dataset.address);
		await cellIn(here, MADE).focus();
		await here.page.keyboard.press('ArrowRight');
		expect(await focused()).toBe(DISCLOSED);
		await here.page.keyboard.press('End');
		await here.page.keyboard.press('ArrowUp');
		expect(await focused()).toBe('disclosure/regulations/public_total');
		await here.page.keyboard.press('Enter');
		await expect.poll(() => cellOf(here)).toBe('disclosure/regulations/public_total');
		await expect.poll(() => here.page.evaluate(() => document.activeElement?.id)).toBe('record');
		await here.page.keyboard.press('Escape');
		await expect.poll(() => here.page.locator('.record').count()).toBe(0);
		await expect.poll(focused).toBe('disclosure/regulations/public_total');
		expect(cellOf(here)).toBeNull();
		await here.page.goBack();
		await expect.poll(() => here.page.locator('.record').count()).toBe(1);
		const stops = here.page.locator('td[data-address] > a[tabindex="0"]');
		expect(await stops.count()).toBe(1);
		expect(here.problems).toEqual([]);
		await leave(here);
	});
});

describe('a link that names a cell by its fragment alone', () => {
	it('opens its record, and going back leaves it', async () => {
		const here = await visit(browser, addressOf('003_'));
		await here.page
			.locator(`a[href="#f-${MADE.replaceAll('/', '-')}"]`)
			.first()
			.click();
		await expect.poll(() => cellOf(here)).toBe(MADE);
		await expect.poll(() => here.page.locator('.record').count()).toBe(1);
		await here.page.goBack();
		await expect.poll(() => here.page.locator('.record').count()).toBe(0);
		await here.page.goBack();
		await expect.poll(() => new URL(here.page.url()).hash).toBe('');
		expect(here.problems).toEqual([]);
		await leave(here);
	});
});

describe('form and source', () => {
	const scrolled = ({ page }: Visit) =>
		page.locator('.source').evaluate((source) => Math.round(source.scrollTop));
	const seen = ({ page }: Visit, address: string) =>
		page.locator(`mark[data-address="${address}"]`).evaluate((mark) => {
			const box = mark.closest('.source')!.getBoundingClientRect();
			const { top, bottom } = mark.getBoundingClientRect();
			return top >= box.top && bottom <= box.bottom;
		});

	it('scroll in step, either leading, until the reader lets them go', async () => {
		const here = await visit(browser, addressOf('003_'));
		const form = await here.page.locator('section.form').boundingBox();
		await here.page.mouse.move(form!.x + 40, 400);
		const bring = (top: number) =>
			cellIn(here, RECEIVED).evaluate(
				(cell, to) => window.scrollBy(0, cell.getBoundingClientRect().top - to),
				top
			);
		await bring(300);
		await expect.poll(() => seen(here, RECEIVED)).toBe(true);
		const source = (await here.page.locator('.source').boundingBox())!;
		const before = await here.page.evaluate(() => window.scrollY);
		await here.page.mouse.move(source.x + 40, source.y + 100);
		await here.page.mouse.wheel(0, 600);
		await expect.poll(() => here.page.evaluate(() => window.scrollY)).toBeGreaterThan(before);
		await here.page.getByRole('checkbox', { name: '同步滚动' }).uncheck();
		await expect.poll(() => here.page.url()).toContain('step=0');
		const still = await scrolled(here);
		await here.page.mouse.move(form!.x + 40, 400);
		await here.page.mouse.wheel(0, -400);
		await here.page.waitForTimeout(200);
		expect(await scrolled(here)).toBe(still);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('take turns on a narrow screen, and both stand where no script runs', async () => {
		const here = await visit(browser, addressOf('003_'), { viewport: NARROW });
		const form = here.page.locator('section.form');
		const source = here.page.locator('.source');
		expect([await form.isVisible(), await source.isVisible()]).toEqual([true, false]);
		await here.page.getByRole('button', { name: '原文' }).click();
		expect([await form.isVisible(), await source.isVisible()]).toEqual([false, true]);
		await expect.poll(() => here.page.url()).toContain('show=source');
		await leave(here);
		const plain = await visit(browser, addressOf('003_'), {
			viewport: NARROW,
			javaScriptEnabled: false
		});
		expect(await plain.page.locator('section.form').isVisible()).toBe(true);
		expect(await plain.page.locator('.source').isVisible()).toBe(true);
		await leave(plain);
	});
});

describe('the address of a report', () => {
	it.each([
		['cell=nothing/at/all', 'cell'],
		['sum=nothing', 'sum'],
		['at=9-3', 'at'],
		['step=2', 'step'],
		['show=all', 'show']
	])('with %s is refused by name', async (query, key) => {
		const response = await fetch(`${addressOf('003_')}?${query}`);
		expect(response.status).toBe(400);
		expect(await response.text()).toContain(key);
	});
});

describe('a report whose text holds markup', () => {
	it('is shown as it is written, and never becomes part of the page', async () => {
		const here = await visit(browser, addressOf('hostile'));
		await here.page.waitForLoadState('networkidle');
		expect(await here.page.title()).not.toBe('hurt');
		expect(await here.page.locator('img[src="x"]').count()).toBe(0);
		expect(await here.page.locator('main').innerText()).toContain(MARKUP);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('gives its original file out as it came, where nothing in it can run', async () => {
		const response = await fetch(`${addressOf('hostile')}/original`);
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(response.headers.get('content-security-policy')).toMatch(
			/^sandbox; default-src 'none';/
		);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(await response.text()).toContain(MARKUP);
	});

	it('is found by its words without harm', async () => {
		const search = `q=${encodeURIComponent('<img src=x')}`;
		const here = await visit(browser, `${site}/agencies?${search}`);
		await here.page.waitForLoadState('networkidle');
		expect(await here.page.locator('img[src="x"]').count()).toBe(0);
		expect(here.problems).toEqual([]);
		await leave(here);
	});
});
