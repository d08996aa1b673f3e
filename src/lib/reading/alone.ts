import { ReaderPool, type PoolOptions } from './pool.ts';
import type { Processed, Said } from './processing.ts';

const NOTHING_SAID: Said = { words: [], corrections: [] };

/**
 * Reads one file in a worker thread of its own, which ends with it: nothing of the file outlives
 * the reading, and nothing that a file does to the reader reaches the next one.
 *
 * @param signal ends the reading, and the pieces with it, as soon as it aborts
 */
export async function* readAlone(
	bytes: Uint8Array,
	source: string,
	options: Omit<PoolOptions, 'workers'>,
	signal: AbortSignal
): AsyncGenerator<Processed> {
	const pool = new ReaderPool({ ...options, workers: 1 });
	const stop = () => void pool.close();
	signal.addEventListener('abort', stop);
	try {
		if (!signal.aborted) yield* pool.process(bytes, source, NOTHING_SAID);
	} finally {
		signal.removeEventListener('abort', stop);
		await pool.close();
	}
}
