import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileReason } from '$lib/form';
import { LIMITS } from '../../lib/limits.ts';
import { readAlone } from '$lib/reading/alone';
import { tooSlow } from '$lib/reading/pool';
import type { Processed } from '$lib/reading/processing';
import { Queue } from '$lib/server/queue';
import type { Given } from './given';

/** The script of the reading thread; like every command, the server runs in the program's folder. */
const SCRIPT = pathToFileURL(resolve('src/lib/reading/worker-start.js'));

const places = new Queue([...Array(LIMITS.checksInHand).keys()], 0);
const readers = new Queue([SCRIPT], LIMITS.checksInHand);

/** Does one check of the few that may be in hand; throws `Busy` where there are as many already. */
export async function inHand<T>(check: () => Promise<T>): Promise<T> {
	const place = await places.take();
	try {
		return await check();
	} finally {
		places.give(place);
	}
}

/** What was read in a file: itself, or its members, in their order. */
export interface ReadFile {
	readonly pieces: readonly Processed[];
	/** Whether there is more in the file than was read. */
	readonly cut: boolean;
	/** Why nothing at all was read. */
	readonly why: FileReason | null;
}

/**
 * Reads a file that is in no store, within the limits of one check.
 *
 * @param gone aborts once nobody waits for the answer any more
 */
export async function readGiven({ bytes, name }: Given, gone: AbortSignal): Promise<ReadFile> {
	const script = await readers.take();
	const late = AbortSignal.timeout(LIMITS.checkMs);
	const pieces: Processed[] = [];
	let more = false;
	try {
		for await (const piece of readAlone(bytes, name, { script }, AbortSignal.any([gone, late]))) {
			more = pieces.length >= LIMITS.checkedMembers;
			if (more) break;
			pieces.push(piece);
		}
	} finally {
		readers.give(script);
	}
	const cut = more || late.aborted;
	const why = pieces.length === 0 && cut ? tooSlow(LIMITS.checkMs / 1000) : null;
	return { pieces, cut, why };
}
