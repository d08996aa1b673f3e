import { Worker } from 'node:worker_threads';
import type { FileReason } from '../form/index.ts';
import { LIMITS } from '../limits.ts';
import { Job } from './job.ts';
import { failed, type Processed, type Said } from './processing.ts';
import type { Answer, Order } from './serving.ts';

/** The limits of a pool; the script of its workers is one that calls `serve`. */
export interface PoolOptions {
	readonly script: URL;
	readonly workers: number;
	/** Milliseconds that one file, or the next member of one, may take. */
	readonly pieceMs?: number;
	readonly memoryMb?: number;
}

const ENDED: FileReason = {
	code: 'reader_failed',
	reason: '读取程序意外结束；请把这个文件交给维护者'
};

const tooMuchMemory = (megabytes: number): FileReason => ({
	code: 'too_much_memory',
	reason: `读取所需的内存超过 ${megabytes} MB，未采用；请只给出年度报告本身`,
	detail: { of: 'bytes', most: megabytes * 1024 * 1024 }
});

/** Why a file that took too long has no report. */
export const tooSlow = (seconds: number): FileReason => ({
	code: 'too_slow',
	reason: `${seconds} 秒内没有读完，未采用；请只给出年度报告本身`,
	detail: { seconds }
});

/** One worker and the job it has; a worker that has to be stopped takes no other. */
class Hand {
	readonly #worker: Worker;
	readonly #options: Required<PoolOptions>;
	readonly #free: (hand: Hand, gone: boolean) => void;
	#job: Job | null = null;
	#timer: NodeJS.Timeout | undefined;
	#stopped = false;
	#ready = false;

	/** @param free is told when the worker can take a job, or is gone */
	constructor(options: Required<PoolOptions>, free: (hand: Hand, gone: boolean) => void) {
		this.#options = options;
		this.#free = free;
		this.#worker = new Worker(options.script, {
			execArgv: [],
			// What a library has to say of a file may be the file's own words: it goes nowhere.
			stdout: true,
			stderr: true,
			resourceLimits: { maxOldGenerationSizeMb: options.memoryMb }
		});
		this.#worker.on('message', (answer: Answer) => this.#hear(answer));
		this.#worker.on('error', (error: NodeJS.ErrnoException) => {
			const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
			this.#lose((job) => job.reject(memory ? tooMuchMemory(options.memoryMb) : failed(error)));
		});
		this.#worker.on('exit', () => this.#lose((job) => job.reject(ENDED)));
	}

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
		this.#finish((job) => job.end());
		await this.#worker.terminate();
	}

	#hear(answer: Answer): void {
		if (this.#stopped) return;
		if (answer.kind === 'ready') {
			this.#ready = true;
			this.#watch();
		} else if (!this.#job) return;
		else if (answer.kind === 'piece') {
			const { piece } = answer;
			this.#job.add({ ...piece, bytes: piece.bytes ?? this.#job.bytes });
			this.#watch();
		} else {
			this.#finish((job) => job.end());
			this.#free(this, false);
		}
	}

	#say(order: Order): void {
		this.#worker.postMessage(order);
	}

	/** Time runs once the worker is there and while it reads, and stands still while it waits for its pieces to be taken. */
	#watch(): void {
		clearTimeout(this.#timer);
		if (!this.#ready || !this.#job || this.#job.waiting >= LIMITS.piecesAhead) return;
		const { pieceMs } = this.#options;
		this.#timer = setTimeout(() => {
			this.#lose((job) => job.reject(tooSlow(pieceMs / 1000)));
			void this.#worker.terminate();
		}, pieceMs);
	}

	#finish(how: (job: Job) => void): void {
		clearTimeout(this.#timer);
		const job = this.#job;
		this.#job = null;
		if (job) how(job);
	}

	/** The worker is gone, or about to be: its job ends so. */
	#lose(how: (job: Job) => void): void {
		if (this.#stopped) return;
		this.#stopped = true;
		this.#finish(how);
		this.#free(this, true);
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

	/** Ends the workers, and whatever is being read or waits for it. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const job of this.#jobs.splice(0)) job.end();
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
