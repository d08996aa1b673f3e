import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { command } from '../../scripts/bench/command.ts';
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
		const folder = mkdtempSync(join(tmpdir(), 'gouji-bare-'));
		const [given, store] = [join(folder, 'given'), join(folder, 'store')];
		mkdirSync(given);
		copyFileSync('data/sample/real/003_c50ec127ad28e6ef.txt', join(given, 'report.txt'));
		await command('ingest', [given, '--store', store]);
		rmSync(join(given, 'report.txt'));
		await command('ingest', [given, '--store', store, '--prune']);
		const { address, process } = await startSite(store);
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
			rmSync(folder, { recursive: true, force: true });
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
