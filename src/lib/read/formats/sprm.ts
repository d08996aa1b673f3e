/** One change of a property: its code and its operand ([MS-DOC] 2.2.5, a “single property modifier”). */
export interface Sprm {
	readonly code: number;
	readonly operand: Uint8Array;
}

/** Bytes of the operands of each kind; 0 where the operand tells its own length. */
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** The code that defines the cells of a table's row; its length is two bytes long. */
export const TABLE_ROW = 0xd608;

/** The property changes in a list; a list that is cut short ends where it can be read no further. */
export function sprmsIn(list: Uint8Array): Sprm[] {
	const found: Sprm[] = [];
	for (let at = 0; at + 2 < list.length;) {
		const code = shortAt(list, at);
		at += 2;
		let length: number = LENGTHS[code >> 13] ?? 1;
		if (code === TABLE_ROW) {
			length = shortAt(list, at) - 1;
			at += 2;
		} else if (length === 0) {
			length = list[at] ?? 0;
			at += 1;
		}
		if (length < 0 || at + length > list.length) break;
		found.push({ code, operand: list.subarray(at, at + length) });
		at += length;
	}
	return found;
}

/** A number of two bytes without a sign, the small end first; 0 beyond the end. */
export function shortAt(bytes: Uint8Array, at: number): number {
	return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** A number of four bytes without a sign. */
export function longAt(bytes: Uint8Array, at: number): number {
	return (shortAt(bytes, at) | (shortAt(bytes, at + 2) << 16)) >>> 0;
}

/** Property changes for a run of bytes of the text. */
export interface PropertyRun {
	readonly start: number;
	readonly end: number;
	readonly list: Uint8Array;
}

/** Runs of one table of properties that are kept. */
const RUNS = 400_000;

/**
 * The property runs of a Word file ([MS-DOC] 2.8.5, 2.8.6, 2.9.32, 2.9.174), in order of the bytes
 * that they are about.
 *
 * @param kind of paragraphs, or of characters
 * @param pages the table of the pages of 512 bytes that the runs stand in
 */
export function runsOf(
	document: Uint8Array,
	pages: Uint8Array,
	kind: 'paragraphs' | 'characters'
): PropertyRun[] {
	const runs: PropertyRun[] = [];
	const count = Math.floor((pages.length - 4) / 8);
	for (let index = 0; index < count && runs.length < RUNS; index += 1) {
		const at = (longAt(pages, (count + 1) * 4 + index * 4) & 0x3fffff) * 512;
		const page = document.subarray(at, at + 512);
		if (page.length < 512) continue;
		const size = page[511] ?? 0;
		for (let run = 0; run < size; run += 1) {
			const entry = (size + 1) * 4 + run * (kind === 'paragraphs' ? 13 : 1);
			const list = listAt(page, 2 * (page[entry] ?? 0), kind);
			runs.push({ start: longAt(page, run * 4), end: longAt(page, run * 4 + 4), list });
		}
	}
	return runs.sort((one, other) => one.start - other.start);
}

function listAt(page: Uint8Array, at: number, kind: 'paragraphs' | 'characters'): Uint8Array {
	if (at === 0) return new Uint8Array(0);
	const size = page[at] ?? 0;
	if (kind === 'characters') return page.subarray(at + 1, at + 1 + size);
	// The first two bytes are the number of the paragraph's style.
	if (size > 0) return page.subarray(at + 3, at + 2 * size);
	return page.subarray(at + 4, at + 2 + 2 * (page[at + 1] ?? 0));
}

/** The run that a byte of the text stands in, found by halving. */
export function runAt(runs: readonly PropertyRun[], byte: number): PropertyRun | null {
	let [low, high] = [0, runs.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const run = runs[middle];
		if (!run) break;
		if (byte < run.start) high = middle - 1;
		else if (byte >= run.end) low = middle + 1;
		else return run;
	}
	return null;
}
