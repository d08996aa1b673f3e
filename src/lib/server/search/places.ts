import type { Batch } from '../snapshot.ts';

/** A batch's stretch of the index of words: its first report's place is a multiple of eight. */
export interface Stretch {
	readonly batch: Batch;
	readonly first: number;
}

const BITS = 8;

/** Where each batch's reports begin among the places of all. */
export function firstPlaces(batches: readonly Batch[]): Stretch[] {
	let next = 0;
	return batches.map((batch) => {
		const first = next;
		next += BITS * Math.ceil(batch.reports / BITS);
		return { batch, first };
	});
}

/** How many places all batches take. */
export const placeCount = (batches: readonly Batch[]): number =>
	batches.reduce((count, { reports }) => count + BITS * Math.ceil(reports / BITS), 0);
