import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { report, Trial } from '../../scripts/ingest/trial.ts';
import { startSite } from '../../scripts/start/child.ts';
import { seriousViolations } from './accessibility.ts';
import { launch } from './browser.ts';
import { leave, visit } from './visit.ts';

const site = inject('emptySite');
let browser: Browser;
beforeAll(async () => {
	browser = await launch(inject('program'));
});
afterAll(() => browser.close());

describe('a store without reports', () => {
	it('says on its pages that there are none, and how to give it some', async () => {
		const trial = new Trial();
		trial.put('given/a.txt', report('甲局', 2020, 1));
		await trial.run();
		rmSync(join(trial.given, 'a.txt'));
		await trial.run({ prune: true });
		const { address, process } = await startSite(trial.store);
		try {
			for (const path of ['/', '/coverage', '/agencies', '/reports', '/data']) {
				const here = await visit(browser, address + path);
				expect(await here.page.locator('main').innerText(), path).toContain('库中还没有报告');
				expect(here.problems, path).toEqual([]);
				await leave(here);
			}
			const check = await (await fetch(`${address}/check`)).text();
			expect(check).toContain('核一份还没有入库的报告');
			expect(check).not.toContain('库中还没有报告');
		} finally {
			process.kill();
			trial.remove();
		}
	});
});

describe('a store that is not there', () => {
	it.each(['/', '/findings', '/reports/r0000000000000000'])(
		'has at %s a page that says how to make one',
		async (path) => {
			const here = await visit(browser, site + path, {}, 503);
			expect(await here.page.locator('pre').innerText()).toContain('npm run ingest');
			expect(await here.page.getByRole('link', { name: '刷新此页' }).getAttribute('href')).toBe(
				site + path
			);
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
