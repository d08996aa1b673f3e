import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { command } from '../../scripts/bench/command.ts';
import { ensureBuild } from '../../scripts/start/build.ts';
import { startSite } from '../../scripts/start/child.ts';
import { ensureSample } from '../../scripts/start/sample.ts';
import { findBrowser, type BrowserProgram } from './browser.ts';
import { hostileReports } from './hostile.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the sample is served, and where a store that is not there is. */
		readonly site: string;
		readonly emptySite: string;
		readonly store: string;
		readonly program: BrowserProgram;
	}
}

/** Builds the pages, reads in the sample, and serves both for all browser tests. */
export default async function setup(project: TestProject): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'gouji-browser-'));
	const store = join(folder, 'store');
	const started: ChildProcess[] = [];
	const start = async (directory: string) => {
		const { address, process } = await startSite(directory);
		started.push(process);
		return address;
	};
	const tearDown = () => {
		for (const child of started) child.kill();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const quiet = () => {};
		await Promise.all([ensureBuild(quiet), ensureSample(store, quiet)]);
		await command('ingest', [hostileReports(folder), '--store', store]);
		project.provide('store', store);
		project.provide('site', await start(store));
		project.provide('emptySite', await start(join(folder, 'no-store')));
		project.provide('program', await findBrowser(folder));
	} catch (error) {
		tearDown();
		throw error;
	}
	return tearDown;
}
