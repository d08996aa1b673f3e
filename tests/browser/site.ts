import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBuild } from '../../scripts/start/build.ts';
import { ensureSample } from '../../scripts/start/sample.ts';
import { findBrowser, type BrowserProgram } from './browser.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the sample is served, and where a store that is not there is. */
		readonly site: string;
		readonly emptySite: string;
		readonly store: string;
		readonly program: BrowserProgram;
	}
}

const START_MS = 60_000;

/** Starts the program as `npm start` does, and waits for the address it prints. */
function start(store: string, started: ChildProcess[]): Promise<string> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
		env: { ...process.env, GOUJI_STORE: store, PORT: '0', HOST: '127.0.0.1' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	started.push(child);
	return new Promise((resolve, reject) => {
		let output = '';
		const timer = setTimeout(() => reject(new Error(`not started:\n${output}`)), START_MS);
		const listen = (bytes: Buffer) => {
			output += bytes.toString();
			const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
			if (!address) return;
			clearTimeout(timer);
			resolve(address);
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.once('exit', () => reject(new Error(`ended early:\n${output}`)));
	});
}

/** Builds the pages, reads in the sample, and serves both for all browser tests. */
export default async function setup(project: TestProject): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'gouji-browser-'));
	const store = join(folder, 'store');
	const started: ChildProcess[] = [];
	const tearDown = () => {
		for (const child of started) child.kill();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const quiet = () => {};
		await ensureBuild(quiet);
		await ensureSample(store, quiet);
		project.provide('store', store);
		project.provide('site', await start(store, started));
		project.provide('emptySite', await start(join(folder, 'no-store'), started));
		project.provide('program', await findBrowser(folder));
	} catch (error) {
		tearDown();
		throw error;
	}
	return tearDown;
}
