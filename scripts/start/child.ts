import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../start.ts', import.meta.url));
const START_MS = 60_000;

/** The program, started as `npm start` does but in a process of its own, on any free port. */
export interface StartedSite {
	readonly address: string;
	readonly process: ChildProcess;
}

/**
 * Starts the pages over a store, and waits for the address that is printed.
 *
 * @param sources the folder of the sources that the pages are built from
 */
export function startSite(store: string, sources = '.'): Promise<StartedSite> {
	const child = spawn(process.execPath, ['--import', 'tsx', START], {
		cwd: sources,
		env: {
			...process.env,
			NODE_ENV: 'production',
			GOUJI_STORE: store,
			PORT: '0',
			HOST: '127.0.0.1'
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	return new Promise((resolve, reject) => {
		let output = '';
		const fail = (why: string) => {
			child.kill();
			reject(new Error(`${why}:\n${output}`));
		};
		const timer = setTimeout(() => fail('not started in time'), START_MS);
		const listen = (bytes: Buffer) => {
			output += bytes.toString();
			const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
			if (!address) return;
			clearTimeout(timer);
			resolve({ address, process: child });
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.once('exit', () => fail('ended early'));
	});
}
