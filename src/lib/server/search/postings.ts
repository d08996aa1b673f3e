/**
 * The postings of a token: the ordinals of the reports of a batch that have it, as bytes. The first
 * byte tells how they are written: as a bit for each report of the batch, the first one leftmost, or
 * as the gaps between ordinals, seven bits a byte, of which all but the last of a gap have the
 * eighth set. The shorter way is taken.
 */
const BITS = 0;
const GAPS = 1;

const bytesFor = (count: number) => Math.ceil(count / 8);

/** Marks a bit, counted from the left. */
function mark(bits: Uint8Array, at: number): void {
	const byte = at >> 3;
	bits[byte] = (bits[byte] ?? 0) | (0x80 >> (at & 7));
}

/** @param ordinals in ascending order, each below `size` */
export function encodePostings(ordinals: ArrayLike<number>, size: number): Uint8Array {
	const most = bytesFor(size);
	const gaps: number[] = [GAPS];
	let before = -1;
	for (let index = 0; index < ordinals.length && gaps.length <= most; index += 1) {
		const ordinal = ordinals[index] ?? 0;
		let gap = ordinal - before - 1;
		before = ordinal;
		for (; gap > 0x7f; gap >>= 7) gaps.push((gap & 0x7f) | 0x80);
		gaps.push(gap);
	}
	if (gaps.length <= most) return Uint8Array.from(gaps);
	const bits = new Uint8Array(1 + most);
	bits[0] = BITS;
	for (let index = 0; index < ordinals.length; index += 1) mark(bits, 8 + (ordinals[index] ?? 0));
	return bits;
}

/** Postings as bits, the first report's leftmost: as many whole bytes as `size` reports take. */
export function decodePostings(bytes: Uint8Array, size: number): Uint8Array {
	if (bytes[0] === BITS) return bytes.slice(1);
	const bits = new Uint8Array(bytesFor(size));
	let ordinal = -1;
	for (let at = 1; at < bytes.length; at += 1) {
		let gap = 0;
		let shift = 0;
		for (; (bytes[at] ?? 0) > 0x7f; at += 1, shift += 7) gap |= ((bytes[at] ?? 0) & 0x7f) << shift;
		gap |= (bytes[at] ?? 0) << shift;
		ordinal += gap + 1;
		mark(bits, ordinal);
	}
	return bits;
}
