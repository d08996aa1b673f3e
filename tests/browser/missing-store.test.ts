import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { leave, visit } from './visit.ts';

const site = inject('emptySite');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

describe('a store that is not there', () => {
	it.each(['/', '/findings', '/reports/r0000000000000000'])(
		'has at %s a page that says how to make one',
		async (path) => {
			const here = await visit(browser, site + path, {}, 503);
			expect(await here.page.locator('body').innerText()).toContain('npm run ingest');
			expect(await seriousViolations(here.page)).toEqual([]);
			await leave(here);
		}
	);

	it('is an error of the API and of downloads too', async () => {
		for (const path of ['/api/health', '/download/reports.csv']) {
			expect((await fetch(site + path)).status, path).toBe(503);
		}
	});
});
