import { Worker } from 'node:worker_threads';
import type { FileReason } from '../../src/lib/form/index.ts';
import { fileFormat } from '../../src/lib/server/file-format.ts';
import { LIMITS } from '../../src/lib/limits.ts';
import { withoutReport } from './correcting.ts';
import { failed, sha256Of, type Processed, type Said } from './processing.ts';
import type { Answer, Order } from './serving.ts';

const START = new URL('./worker-start.js', import.meta.url);

/** The limits of a pool; the script of its workers is one that calls `serve`. */
export interface PoolOptions {
	readonly script: URL;
	readonly workers: number;
	/** Milliseconds that one file, or the next member of one, may take. */
	readonly pieceMs?: number;
	readonly memoryMb?: number;
}

/** A file that is being read: pieces come in from a worker and are taken out in order. */
class Job {
	readonly bytes: Uint8Array;
	readonly source: string;
	readonly said: Said;
	/** Tells the worker that a piece was taken. */
	taken: () => void = () => {};
	readonly #pieces: Processed[] = [];
	#ended = false;
	#wake = () => {};

	constructor(bytes: Uint8Array, source: string, said: Said) {
		this.bytes = bytes;
		this.source = source;
		this.said = said;
	}

	get waiting(): number {
		return this.#pieces.length;
	}

	add(piece: Processed): void {
		this.#pieces.push(piece);
		this.#wake();
	}

	end(): void {
		this.#ended = true;
		this.#wake();
	}

	/** Ends with the file rejected; the members that came before stay. */
	reject(why: FileReason): void {
		const { bytes, source, said } = this;
		const sha256 = sha256Of(bytes);
		const outcomes = said.corrections
			.filter((correction) => correction.source === source)
			.map((correction) => withoutReport(correction, sha256));
		const format = fileFormat(bytes);
		this.add({
			source,
			sha256,
			bytes,
			format,
			outcomes,
			result: { ok: false, why, again: true }
		});
		this.end();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Processed> {
		for (;;) {
			const piece = this.#pieces.shift();
			if (piece) {
				this.taken();
				yield piece;
			} else if (this.#ended) return;
			else await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}
}

const ENDED: FileReason = {
	code: 'reader_failed',
	reason: '读取程序意外结束；请把这个文件交给维护者'
};

/** One worker and the job it has; a worker that has to be stopped takes no other. */
class Hand {
	readonly #worker: Worker;
	readonly #options: Required<PoolOptions>;
	#job: Job | null = null;
	#timer: NodeJS.Timeout | undefined;
	#stopped = false;
	#ready = false;

	/** @param free is told when the worker can take a job, or is gone */
	constructor(options: Required<PoolOptions>, free: (hand: Hand, gone: boolean) => void) {
		this.#options = options;
		this.#worker = new Worker(START, {
			workerData: options.script.href,
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: options.memoryMb }
		});
		this.#worker.on('message', (answer: Answer) => {
			if (this.#stopped) return;
			if (answer.kind === 'ready') {
				this.#ready = true;
				this.#watch();
				return;
			}
			if (!this.#job) return;
			if (answer.kind === 'piece') {
				const { piece } = answer;
				this.#job.add({ ...piece, bytes: piece.bytes ?? this.#job.bytes });
				this.#watch();
				return;
			}
			this.#finish((job) => job.end());
			free(this, false);
		});
		const lost = (why: FileReason) => {
			if (this.#stopped) return;
			this.#stopped = true;
			this.#finish((job) => job.reject(why));
			free(this, true);
		};
		this.#worker.on('error', (error: NodeJS.ErrnoException) =>
			lost(
				error.code === 'ERR_WORKER_OUT_OF_MEMORY'
					? {
							code: 'too_much_memory',
							reason: `读取所需的内存超过 ${options.memoryMb} MB，未采用；请只给出年度报告本身`,
							detail: { of: 'bytes', most: options.memoryMb * 1024 * 1024 }
						}
					: failed(error)
			)
		);
		this.#worker.on('exit', () => lost(ENDED));
		this.#late = () => {
			const seconds = options.pieceMs / 1000;
			const reason = `${seconds} 秒内没有读完，未采用；请只给出年度报告本身`;
			lost({ code: 'too_slow', reason, detail: { seconds } });
			void this.#worker.terminate();
		};
	}

	readonly #late: () => void;

	start(job: Job): void {
		this.#job = job;
		job.taken = () => {
			if (this.#job !== job || this.#stopped) return;
			this.#say({ kind: 'more' });
			this.#watch();
		};
		this.#say({ kind: 'read', bytes: job.bytes, source: job.source, said: job.said });
		this.#watch();
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		clearTimeout(this.#timer);
		await this.#worker.terminate();
	}

	#say(order: Order): void {
		this.#worker.postMessage(order);
	}

	/** Time runs once the worker is there and while it reads, and stands still while it waits for its pieces to be taken. */
	#watch(): void {
		clearTimeout(this.#timer);
		if (!this.#ready || !this.#job || this.#job.waiting >= LIMITS.piecesAhead) return;
		this.#timer = setTimeout(this.#late, this.#options.pieceMs);
	}

	#finish(how: (job: Job) => void): void {
		clearTimeout(this.#timer);
		const job = this.#job;
		this.#job = null;
		if (job) how(job);
	}
}

/**
 * Reads files in worker threads, several at a time, each file's pieces in order. A worker that takes
 * too long over a file or needs too much memory is ended, the file is rejected, and another worker
 * goes on with the next one. Workers are started when there is something to read.
 */
export class ReaderPool {
	readonly #options: Required<PoolOptions>;
	readonly #hands = new Set<Hand>();
	readonly #idle: Hand[] = [];
	readonly #jobs: Job[] = [];
	#closed = false;

	constructor(options: PoolOptions) {
		this.#options = {
			pieceMs: LIMITS.readingMs,
			memoryMb: LIMITS.readingMemoryMb,
			...options
		};
	}

	/** Begins to read a file, as soon as a worker is free. */
	process(bytes: Uint8Array, source: string, said: Said): AsyncIterable<Processed> {
		const job = new Job(bytes, source, said);
		this.#jobs.push(job);
		this.#assign();
		return job;
	}

	async close(): Promise<void> {
		this.#closed = true;
		await Promise.all([...this.#hands].map((hand) => hand.stop()));
	}

	#assign(): void {
		while (!this.#closed && this.#jobs.length > 0) {
			const hand = this.#idle.pop() ?? this.#hire();
			if (!hand) return;
			const job = this.#jobs.shift();
			if (job) hand.start(job);
		}
	}

	#hire(): Hand | null {
		if (this.#hands.size >= this.#options.workers) return null;
		const hand = new Hand(this.#options, (freed, gone) => {
			if (gone) this.#hands.delete(freed);
			else this.#idle.push(freed);
			this.#assign();
		});
		this.#hands.add(hand);
		return hand;
	}
}
