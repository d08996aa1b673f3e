import { Busy } from './failures.ts';

/**
 * A fixed set of things that are used by one at a time each (here connections); whoever finds all
 * of them taken waits in line.
 */
export class Queue<T> {
	readonly #free: T[];
	readonly #waiting: ((resource: T) => void)[] = [];
	readonly #size: number;
	readonly #limit: number;

	/** @param limit how many may wait; one more is refused with `Busy` */
	constructor(resources: readonly T[], limit: number) {
		this.#free = [...resources];
		this.#size = resources.length;
		this.#limit = limit;
	}

	/** True where none is in use and nobody waits. */
	get idle(): boolean {
		return this.#free.length === this.#size;
	}

	async take(): Promise<T> {
		const free = this.#free.pop();
		if (free !== undefined) return free;
		if (this.#waiting.length >= this.#limit) throw new Busy(this.#waiting.length);
		return new Promise((resolve) => this.#waiting.push(resolve));
	}

	give(resource: T): void {
		const next = this.#waiting.shift();
		if (next) next(resource);
		else this.#free.push(resource);
	}
}
