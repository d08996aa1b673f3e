import type { FileReason } from '../form/index.ts';
import { withoutReport } from './correcting.ts';
import { sha256Of, type Processed, type Said } from './processing.ts';

/** A file that is being read: pieces come in from a worker and are taken out in order. */
export class Job {
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
		this.add({ source, sha256, bytes, outcomes, result: { ok: false, why, again: true } });
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
