import { Worker } from 'node:worker_threads';

/** Ends the process where one piece of work takes too long: a loop cannot be ended otherwise. */
export interface Watchdog {
	/** Says that a piece of work begins. */
	begin(piece: number): void;
	stop(): Promise<unknown>;
}

/** What the watching thread does; it stands apart because the working one may never come back. */
const WATCHING = `
const { workerData: { state, limit, words } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let seen = -1;
let since = Date.now();
setInterval(() => {
	const now = Atomics.load(state, 0);
	if (now !== seen) { seen = now; since = Date.now(); }
	else if (now >= 0 && Date.now() - since > limit) {
		writeSync(2, words.replaceAll('{}', String(now)) + '\\n');
		process.kill(process.pid, 'SIGKILL');
	}
}, Math.min(250, limit));
`;

/**
 * Watches over pieces of work in this process.
 *
 * @param limit milliseconds that a piece may take
 * @param words what is said before the process ends; `{}` stands for the piece's number
 */
export function watchdog(limit: number, words: string): Watchdog {
	const state = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
	const worker = new Worker(WATCHING, { eval: true, workerData: { state, limit, words } });
	return {
		begin: (piece) => void Atomics.store(state, 0, piece),
		stop: () => worker.terminate()
	};
}
