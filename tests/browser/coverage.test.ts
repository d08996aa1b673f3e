import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { records } from './records.ts';
import { leave, NARROW, visit } from './visit.ts';

const site = inject('site');
const MISSED = '示例省甲市退役军人事务局';

let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

const grid = (page: Page) => page.getByRole('region', { name: /^各机关逐年/ });
const figures = async (page: Page) =>
	[...(await page.locator('h1').innerText()).matchAll(/\d+/g)].map(Number);

/** The table of a section, by the row that begins with some words. */
const rowOf = (page: Page, section: RegExp, words: string) =>
	page
		.getByRole('region', { name: section })
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: words, exact: true }) });

describe.each([true, false])('who is missing, scripts on: %s', (javaScriptEnabled) => {
	it('is answered by the title, and told organ by organ', async () => {
		const here = await visit(browser, `${site}/coverage?generated=1`, { javaScriptEnabled });
		const { page } = here;
		const [year, expected, filed, missing] = await figures(page);
		expect([year, expected, filed, missing]).toEqual([2024, 25, 19, 6]);
		const missed = grid(page).getByRole('row').filter({ hasText: MISSED });
		expect(await missed.innerText()).toMatch(/2019\s年\s3\s月\s1\s日 成立/);
		expect(await missed.getByText('未报').count()).toBe(6);
		const merged = grid(page).getByRole('row').filter({ hasText: '扶贫开发办公室' });
		expect(await merged.innerText()).toMatch(/撤销、并入：示例省甲市乙县乡村振兴局/);
		expect(await merged.getByText('不应报').count()).toBe(4);
		await leave(here);
	});

	it('leads from each number to the list behind it, and on to the report', async () => {
		const here = await visit(browser, `${site}/coverage`, { javaScriptEnabled });
		const { page } = here;
		const late = rowOf(page, /^历年/, '2023').getByRole('link').nth(3);
		const number = await late.innerText();
		await late.click();
		await page.waitForURL(/year=2023.*state=late|state=late.*year=2023/);
		await page.getByRole('heading', { name: /只看逾期/ }).waitFor();
		const rows = grid(page).locator('tbody tr');
		expect(await rows.count()).toBe(Number(number));
		expect(await rows.first().innerText()).toMatch(
			/2024\s年\s3\s月\s28\s日\s+2024\s年\s1\s月\s31\s日\s+57/
		);
		await grid(page)
			.getByRole('link', { name: /2023 逾期/ })
			.first()
			.click();
		await page.waitForURL(/\/reports\/r/);
		expect(await page.locator('h1').innerText()).toContain('2023');
		await leave(here);
	});
});

it('calls no township late by law, and says by what it is', async () => {
	const here = await visit(browser, `${site}/coverage?year=2020&state=late&kind=township`);
	const row = grid(here.page).locator('tbody tr').first();
	expect(await row.innerText()).toContain('迟于惯例');
	expect(await row.innerText()).not.toContain('逾期');
	expect(await row.locator('td.late').getAttribute('title')).toMatch(
		/惯例 2021\s年\s1\s月\s31\s日/
	);
	const { page } = here;
	await row.getByRole('rowheader').getByRole('link').click();
	await page.waitForURL(/\/agencies\//);
	const filed = page.getByRole('group', { name: '报告与来源' }).getByRole('row');
	expect(await filed.filter({ hasText: '迟于惯例' }).innerText()).toMatch(/^2020/);
	await leave(here);
});

describe.each([true, false])(
	'a letter to who has not filed, scripts on: %s',
	(javaScriptEnabled) => {
		it('is drafted from the row of an organ, about the years that are shown', async () => {
			const here = await visit(browser, `${site}/coverage?generated=1&year=2023..2024`, {
				javaScriptEnabled
			});
			const { page } = here;
			const missed = grid(page).getByRole('row').filter({ hasText: MISSED });
			await missed.getByRole('link', { name: '起草函件' }).click();
			await page.waitForURL(/\/coverage\/letter\?agency=a\w+&year=2023\.\.2024$/);
			const letter = page.locator('article');
			const text = await letter.innerText();
			expect(text).toContain(`${MISSED}：`);
			expect(text).toContain('模拟数据');
			expect(text).toMatch(/应报名单列有你单位.*成立于2019年3月1日/);
			const points = await letter.locator('li').allInnerTexts();
			expect(points.map((point) => point.slice(0, 7))).toEqual(['2023 年度', '2024 年度']);
			expect(points[0]).toContain('应于2024年1月31日前公布（《政府信息公开条例》第四十九条）');
			expect(text).toContain('（发函机关）＿');
			await page.getByRole('link', { name: '这个机关的填报情况' }).click();
			await page.waitForURL(/\/coverage\?agency=/);
			expect(await grid(page).locator('tbody tr').count()).toBe(1);
			expect(await page.locator('form.bar').innerText()).toContain(MISSED);
			expect(here.problems).toEqual([]);
			await leave(here);
		});
	}
);

describe('a letter about filings', () => {
	it('claims no law where a township came after the customary day', async () => {
		const here = await visit(
			browser,
			`${site}/coverage?year=2020&state=late&kind=township&generated=1`
		);
		const { page } = here;
		await grid(page).getByRole('link', { name: '起草函件' }).first().click();
		const letter = page.locator('article');
		await letter.waitFor();
		const text = await letter.innerText();
		expect(text).toMatch(/按通行做法以2021年1月31日为限，收到的文件所载公布日期为2021年/);
		expect(text).not.toMatch(/第.{1,3}条（|第四十九条|应于/);
		await leave(here);
	});

	it('stands beside no organ that has all its reports in time, and says that there is nothing to ask', async () => {
		const here = await visit(browser, `${site}/coverage?year=2020&state=on_time`);
		const { page } = here;
		expect(await grid(page).locator('tbody tr').count()).toBeGreaterThan(0);
		expect(await grid(page).getByRole('link', { name: '起草函件' }).count()).toBe(0);
		const href = await grid(page).locator('tbody th a').first().getAttribute('href');
		const agency = href?.split('/').at(-1) ?? '';
		await page.goto(`${site}/coverage/letter?agency=${agency}&year=2020`);
		expect(await page.locator('article').count()).toBe(0);
		expect(await page.locator('main .card').innerText()).toContain('没有需要去函的情况');
		await leave(here);
	});

	it('has its years to choose, and nothing that would choose another organ', async () => {
		const missed = await records(`${site}/coverage/missing.csv?generated=1&year=2024`);
		const { agency_id: agency } = missed.find((row) => row.agency === MISSED)!;
		const here = await visit(browser, `${site}/coverage/letter?agency=${agency}&year=2024`, {
			javaScriptEnabled: false
		});
		const { page } = here;
		expect(await page.locator('article li').count()).toBe(1);
		expect(await page.locator('form.bar .key').allInnerTexts()).toEqual(['年度']);
		expect(await page.locator('form.bar').innerText()).not.toContain('模拟数据');
		await page.locator('form.bar a.clear').first().click();
		await page.waitForURL((url) => !url.searchParams.has('year'));
		expect(await page.locator('article li').count()).toBe(6);
		await leave(here);
	});

	it('is to one organ that there is', async () => {
		const status = async (search: string) =>
			(await fetch(`${site}/coverage/letter${search}`, { redirect: 'manual' })).status;
		// The list, where one is chosen.
		expect(await status('')).toBe(303);
		expect(await status(`?agency=a${'0'.repeat(16)}`)).toBe(400);
		expect(await status(`?agency=a${'0'.repeat(16)}&state=late`)).toBe(400);
	});

	it('has nothing that axe finds serious, fits a telephone, and is printed alone', async () => {
		const list = await visit(browser, `${site}/coverage?generated=1&state=missing`);
		const href = await grid(list.page)
			.getByRole('link', { name: '起草函件' })
			.first()
			.getAttribute('href');
		await leave(list);
		const here = await visit(browser, site + href!);
		for (const colorScheme of ['light', 'dark'] as const) {
			await here.page.emulateMedia({ colorScheme });
			expect(await seriousViolations(here.page), colorScheme).toEqual([]);
		}
		await here.page.setViewportSize(NARROW);
		const width = await here.page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(NARROW.width);
		await here.page.emulateMedia({ media: 'print' });
		expect(await here.page.locator('h1').isVisible()).toBe(false);
		expect(await here.page.locator('article').isVisible()).toBe(true);
		await leave(here);
	});
});

describe('the lists of the page', () => {
	it('give in CSV the same that the page counts', async () => {
		const here = await visit(
			browser,
			`${site}/coverage?year=2024&county=${encodeURIComponent('丙县')}`
		);
		const [, , , missing] = await figures(here.page);
		const href = await here.page.getByRole('link', { name: /下载未报清单/ }).getAttribute('href');
		const rows = await records(site + (href ?? ''));
		expect(rows).toHaveLength(missing ?? -1);
		expect(rows[0]).toMatchObject({
			agency: '示例省甲市丙县己街道办事处',
			parent: '示例省甲市丙县人民政府',
			year: '2024',
			due_on: '2025-01-31',
			state: 'missing'
		});
		await leave(here);
	});

	it('give the roster back as it was given, with whoever filed behind it', async () => {
		const rows = await records(`${site}/coverage/roster.csv`);
		const named = (name: string) => rows.find(({ agency }) => agency?.endsWith(name));
		expect(named('扶贫开发办公室')).toMatchObject({
			abolished: '2021-05-20',
			succeeded_by: '示例省甲市乙县乡村振兴局'
		});
		expect(named('瓦房子镇')).toMatchObject({ county: '朝阳县', founded: '', note: '' });
	});

	it('keep the filters, sort, and tell groups apart', async () => {
		const here = await visit(
			browser,
			`${site}/coverage?generated=1&province=${encodeURIComponent('示例省')}`
		);
		const { page } = here;
		const own = rowOf(page, /各方情况$/, '（市本级）')
			.getByRole('link')
			.first();
		const number = Number(await own.innerText());
		await page.getByRole('link', { name: '按类别' }).click();
		await page.waitForURL(/by=kind/);
		expect(page.url()).toContain('province=');
		await grid(page).getByRole('link', { name: /^机关/ }).click();
		await page.waitForURL(/sort=agency/);
		expect(page.url()).toContain('by=kind');
		await page.goBack();
		await page.waitForURL((url) => !url.searchParams.has('sort'));
		await page.waitForLoadState('networkidle');
		await page.goBack();
		await page.waitForURL((url) => !url.searchParams.has('by'));
		await rowOf(page, /各方情况$/, '（市本级）')
			.getByRole('link')
			.first()
			.click();
		await page.waitForURL(/without=county/);
		await page.getByRole('heading', { name: /只看应报/ }).waitFor();
		expect(await grid(page).locator('tbody tr').count()).toBe(number);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('are readable by everyone where a state is chosen, and on a telephone', async () => {
		for (const options of [{}, { viewport: NARROW }]) {
			const here = await visit(
				browser,
				`${site}/coverage?year=2024&state=missing&by=kind`,
				options
			);
			expect(await seriousViolations(here.page)).toEqual([]);
			const width = await here.page.evaluate(() => document.documentElement.scrollWidth);
			expect(width).toBeLessThanOrEqual(here.page.viewportSize()?.width ?? 0);
			await leave(here);
		}
	});

	it('say so where nobody was to report, and refuse what is no state', async () => {
		const here = await visit(browser, `${site}/coverage?year=2008`);
		expect(await here.page.locator('main').innerText()).toContain('请放宽或清除筛选条件');
		await leave(here);
		for (const query of ['state=lost', 'by=colour', 'without=agency', 'list=all']) {
			expect((await fetch(`${site}/coverage?${query}`)).status).toBe(400);
		}
		expect((await fetch(`${site}/coverage/missing.csv?state=lost`)).status).toBe(400);
	});
});
