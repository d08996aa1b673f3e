import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { leave, visit } from './visit.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

const number = (text: string | null) => Number((text ?? '').replace(/[^\d.]/g, ''));

/** The rows of the table under a figure, as the words of their cells. */
const rowsOf = (page: Page, id: string) =>
	page
		.locator(`#${id} tbody tr`)
		.evaluateAll((rows) =>
			rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()))
		);

it.each([true, false])(
	'how applications end, opened into reasons, by kind, scripts on: %s',
	async (javaScriptEnabled) => {
		const here = await visit(browser, `${site}/outcomes`, { javaScriptEnabled });
		const { page } = here;
		await page.locator('#reasons').getByRole('link', { name: '无法提供' }).click();
		await page.waitForURL(/open=unable/);
		expect(await page.locator('#reasons thead').textContent()).toContain(
			'没有现成信息需要另行制作'
		);

		const counts = await rowsOf(page, 'counts');
		const unable = (await page.locator('#counts thead th').allTextContents()).indexOf('无法提供');
		const reasons = await rowsOf(page, 'reasons');
		expect(reasons.map((row) => number(row.at(-1) ?? null))).toEqual(
			counts.map((row) => number(row[unable] ?? null))
		);

		await page.locator('select[name=by]').selectOption('kind');
		await page.locator('select[name=rank]').selectOption('share');
		await page.getByRole('button', { name: '显示' }).click();
		await page.waitForURL(/by=kind/);
		expect(new URL(page.url()).searchParams.get('open')).toBe('unable');
		expect(await page.locator('.chip .value').allTextContents()).not.toContain('unable');
		const guarded = await rowsOf(page, 'group-counts');
		for (const row of guarded) expect(number(row.at(-1) ?? null)).toBeGreaterThanOrEqual(30);

		await page.locator('input[name=small]').check();
		await page.getByRole('button', { name: '显示' }).click();
		await page.waitForURL(/small=1/);
		const all = await rowsOf(page, 'group-counts');
		expect(all.length).toBeGreaterThan(guarded.length);
		expect(await page.locator('#group-shares svg').first().textContent()).toContain('*');
		expect(here.problems).toEqual([]);
		await leave(here);
	}
);

it('has one table for the same counts, which the chart of their shares leads to', async () => {
	const here = await visit(browser, `${site}/outcomes`);
	const { page } = here;
	expect(await page.locator('#group-shares table').count()).toBe(0);
	await page.locator('#group-shares').getByRole('link', { name: '数据表' }).focus();
	await page.keyboard.press('Enter');
	const figure = page.locator('#group-counts td a').first();
	await figure.waitFor({ state: 'visible' });
	await figure.focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/reports\?.*outcome=granted/);
	await page.goBack();
	await page.locator('#counts summary').click();
	await page.locator('#counts tbody tr').first().locator('td a').last().click();
	await page.waitForURL(/\/reports\?(?!.*outcome=)(?=.*year=)/);
	expect(here.problems).toEqual([]);
	await leave(here);
});

it('says who applies, what is carried over, and how often the agency loses', async () => {
	const here = await visit(browser, `${site}/outcomes`);
	expect(await here.page.locator('#applicants thead').textContent()).toContain('自然人');
	const [first] = await rowsOf(here.page, 'balance');
	expect(first).toHaveLength(6);
	expect(first?.at(-1)).toMatch(/^\d+\.\d%$|^—$/);
	// A table is no picture.
	for (const [id, pictures] of [
		['balance', 0],
		['applicants', 2]
	] as const) {
		const buttons = here.page.locator(`#${id}`).getByRole('button', { name: /^(SVG|PNG)$/ });
		expect(await buttons.count(), id).toBe(pictures);
	}
	const remedies = await here.page.locator('#remedies').innerText();
	expect(remedies).toContain('行政复议');
	expect(remedies).toContain('纠错率');
	await leave(here);
});

it.each([true, false])(
	'ranks whom one will by what was refused or lost, to the last, scripts on: %s',
	async (javaScriptEnabled) => {
		const here = await visit(browser, `${site}/outcomes?by=kind&rank=refused&small=1`, {
			javaScriptEnabled
		});
		const { page } = here;
		await page.getByRole('link', { name: '完整名次' }).click();
		await page.waitForURL(/outcomes\/ranking\?.*sort=-refused/);
		const shares = async () => {
			const heads = await page.locator('main thead th').allTextContents();
			const at = heads.findIndex((head) => head.includes('不予公开份额'));
			const cells = (await rowsOf(page, 'ranking')).map((row) => row[at] ?? '');
			// Who ended no application has no share, and comes last either way up.
			const known = cells.findLastIndex((cell) => cell !== '—') + 1;
			expect(cells.slice(0, known)).not.toContain('—');
			return cells.slice(0, known).map(number);
		};
		const falling = await shares();
		expect(falling.length).toBeGreaterThan(1);
		expect(falling).toEqual(falling.toSorted((a, b) => b - a));
		await page.getByRole('link', { name: '不予公开份额' }).click();
		await page.waitForURL(/sort=refused/);
		expect(await shares()).toEqual(falling.toReversed());

		const csv = await fetch(
			new URL((await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '', site)
		);
		const lines = (await csv.text()).trim().split('\r\n');
		expect(lines[0]).toMatch(/^place,kind,year,handled,/);
		expect(lines).toHaveLength((await rowsOf(page, 'ranking')).length + 1);

		await page.getByRole('link', { name: '行政诉讼', exact: true }).click();
		await page.waitForURL(/of=litigation/);
		await page.locator('#ranking td a').first().click();
		await page.waitForURL(/\/reports\?.*cell=statistics/);
		expect(here.problems).toEqual([]);
		await leave(here);
	}
);

it.each([true, false])(
	'ranks by all chosen years together, each number leading to its reports, scripts on: %s',
	async (javaScriptEnabled) => {
		const here = await visit(
			browser,
			`${site}/outcomes/ranking?of=litigation&by=province&year=2019..2021&sort=-total&small=1`,
			{ javaScriptEnabled }
		);
		const { page } = here;
		const totals = async () =>
			(await rowsOf(page, 'ranking')).map((row) => number(row.at(-1) ?? null));
		const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
		const [ofNewest = 0] = await totals();
		await page.locator('select[name=at]').selectOption('all');
		await page.getByRole('button', { name: '显示' }).click();
		await page.waitForURL(/at=all/);
		expect(await page.locator('h1').textContent()).toContain('2019–2021 年');
		expect(await page.locator('#ranking').textContent()).toContain('2019–2021 年各年之数相加');
		const together = await totals();
		expect(sum(together)).toBeGreaterThan(ofNewest);

		const csv = await fetch(
			new URL((await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '', site)
		);
		const lines = (await csv.text()).trim().split('\r\n');
		expect(lines[0]).toMatch(/^place,province,year,.*,first_year,last_year$/);
		expect(lines).toHaveLength(together.length + 1);
		for (const line of lines.slice(1)) expect(line).toMatch(/,2019,2021$/);

		await page.locator('#ranking tbody tr').first().locator('td a').last().click();
		await page.waitForURL(/\/reports\?.*year=2019\.\.2021/);
		expect(await page.locator('main').textContent()).toContain(
			together[0]?.toLocaleString('en-US')
		);
		expect(here.problems).toEqual([]);
		await leave(here);
	}
);

it('offers no sum of years where there is but one', async () => {
	const here = await visit(browser, `${site}/outcomes/ranking?year=2020`);
	expect(await here.page.locator('select[name=at] option[value=all]').count()).toBe(0);
	await leave(here);
});

it('keeps the names of regions whole beside the many columns of a ranking', async () => {
	const here = await visit(browser, `${site}/outcomes/ranking`);
	const torn = await here.page.locator('#ranking td.term').evaluateAll((cells) =>
		cells.flatMap(({ firstChild }) =>
			[...(firstChild?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: name, index }) => {
				const range = document.createRange();
				range.setStart(firstChild!, index);
				range.setEnd(firstChild!, index + name.length);
				return range.getClientRects().length > 1 ? [name] : [];
			})
		)
	);
	expect(torn).toEqual([]);
	await leave(here);
});
