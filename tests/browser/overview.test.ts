import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser.ts';
import { leave, visit } from './visit.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

describe.each([true, false])('the overview, scripts on: %s', (javaScriptEnabled) => {
	it('shows the finding of 45 made and 23 disclosed in 瓦房子镇', async () => {
		const here = await visit(browser, `${site}/`, { javaScriptEnabled });
		const finding = here.page.locator('li, tr, article').filter({ hasText: '瓦房子镇' });
		const words = (await finding.allInnerTexts()).join('\n');
		expect(words).toMatch(/45/);
		expect(words).toMatch(/23/);
		await leave(here);
	});

	it('draws its charts in Chinese, and marks what is invented', async () => {
		const here = await visit(browser, `${site}/`, { javaScriptEnabled });
		const charts = here.page.locator('figure svg');
		expect(await charts.count()).toBeGreaterThanOrEqual(3);
		const words = (await here.page.locator('figure svg text').allTextContents()).join('');
		expect(words).toMatch(/\p{Script=Han}/u);
		expect(await here.page.locator('main').innerText()).toContain('模拟数据');
		await leave(here);
	});
});

describe('the charts of the overview', () => {
	it('are the server’s drawings still, once the scripts have run', async () => {
		const off = await visit(browser, `${site}/`, { javaScriptEnabled: false });
		const on = await visit(browser, `${site}/`);
		const shapes = (page: typeof on.page) =>
			page
				.locator('figure svg')
				.evaluateAll((all) => all.map((svg) => svg.querySelectorAll('path').length));
		const drawn = await shapes(off.page);
		expect(Math.min(...drawn)).toBeGreaterThan(0);
		expect(await shapes(on.page)).toEqual(drawn);
		await leave(off);
		await leave(on);
	});

	it('load the chart library only when touched', async () => {
		const here = await visit(browser, `${site}/`);
		const loaded = () =>
			here.page.evaluate(() =>
				performance
					.getEntriesByType('resource')
					.filter(({ name }) => name.includes('/_app/'))
					.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0)
			);
		const before = await loaded();
		await here.page.locator('figure svg').first().hover();
		await here.page.waitForFunction(() =>
			document.querySelector('figure canvas, figure [_echarts_instance_]')
		);
		expect(await loaded()).toBeGreaterThan(before + 200_000);
		expect(here.problems).toEqual([]);
		await leave(here);
	});

	it('leave invented reports out at one switch, and say so in the address', async () => {
		const here = await visit(browser, `${site}/`);
		await here.page
			.getByRole('link', { name: /隐藏模拟数据|不含模拟数据/ })
			.first()
			.click();
		await here.page.waitForURL(/generated=0/);
		expect(await here.page.locator('main').innerText()).not.toMatch(/示例省/);
		await leave(here);
	});
});
