/** The remainders of the CRC-32 of ISO 3309, one for each byte. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	return rest >>> 0;
});

/** The CRC-32 of bytes, as ZIP files give it: what tells a digit that was damaged on the way. */
export function crc32(bytes: Uint8Array): number {
	let rest = 0xffffffff;
	for (const byte of bytes) rest = (TABLE[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
	return (rest ^ 0xffffffff) >>> 0;
}
