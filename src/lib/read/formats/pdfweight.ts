import { LIMITS } from '../../limits.ts';
import { PdfRefused } from './pdffile.ts';

const BOMB = 'PDF 里压缩的内容解开后超过上限，不像一份报告。请用办公软件重新导出后再导入。';

/** The most that deflate can unpack a byte to, and bytes of a stream too small to matter then. */
const DEFLATE_RATIO = 1032;
const SMALL = 16 * 1024;
/** Bytes before a stream in which its dictionary is looked for. */
const DICTIONARY = 600;
/** Filters whose output can be much longer than their input. */
const GROWS = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g;

/**
 * Refuses a PDF whose streams unpack to more than the limits let through. pdf.js unpacks a stream
 * whole and cannot be stopped in it, so each is unpacked here first, and let go piece by piece.
 * Streams of an encrypted file cannot be weighed.
 */
export async function weigh(bytes: Uint8Array): Promise<void> {
	// Each byte becomes one character, so that places in the text are places in the file.
	const file = new TextDecoder('latin1').decode(bytes);
	const streams: Stream[] = [];
	for (const stream of streamsIn(file)) {
		if (streams.push(stream) > LIMITS.pdfStreams) throw new PdfRefused('too_large', BOMB);
	}
	const packed = streams.reduce((sum, { start, end }) => sum + end - start, 0);
	const small = packed * DEFLATE_RATIO <= LIMITS.pdfUnpackedBytes ? SMALL : 0;
	let [unpacked, opaque] = [0, 0];
	for (const { start, end, dictionary } of streams) {
		const growing = dictionary.match(GROWS)?.length ?? 0;
		if (isZlib(bytes, start)) {
			if (end - start <= small && growing === 1) continue;
			unpacked += await unpackedSize(bytes.subarray(start, end), growing === 0);
			if (growing > 1) throw new PdfRefused('too_large', BOMB);
		} else if (growing > 0) opaque += end - start;
		if (unpacked > LIMITS.pdfUnpackedBytes || opaque > LIMITS.pdfOpaqueBytes) {
			throw new PdfRefused('too_large', BOMB);
		}
	}
}

interface Stream {
	readonly start: number;
	readonly end: number;
	readonly dictionary: string;
}

function* streamsIn(file: string): Generator<Stream> {
	for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at)) {
		const word = at;
		at += 'stream'.length;
		if (file.startsWith('end', word - 3)) continue;
		const start = file.charCodeAt(at) === 13 ? at + 2 : at + 1;
		const stop = file.indexOf('endstream', start);
		const end = stop === -1 ? file.length : stop;
		const before = file.slice(Math.max(word - DICTIONARY, 0), word);
		yield { start, end, dictionary: before.slice(Math.max(before.lastIndexOf(' obj'), 0)) };
		// A stream that ends nowhere may hide others behind its beginning.
		if (stop !== -1) at = end;
	}
}

/** Whether bytes begin as zlib's do (RFC 1950). */
function isZlib(bytes: Uint8Array, at: number): boolean {
	const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
	return (first & 15) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}

/** A stream's size when unpacked, counted piece by piece; `hidden`: its filters stand elsewhere. */
async function unpackedSize(packed: Uint8Array, hidden: boolean): Promise<number> {
	const reader = new Blob([new Uint8Array(packed)])
		.stream()
		.pipeThrough(new DecompressionStream('deflate'))
		.getReader();
	let size = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return size;
			// Packed twice: what comes out when unpacked again cannot be told.
			if (size === 0 && hidden && isZlib(value, 0)) throw new PdfRefused('too_large', BOMB);
			size += value.length;
			if (size > LIMITS.pdfStreamBytes) throw new PdfRefused('too_large', BOMB);
		}
	} catch (error) {
		if (error instanceof PdfRefused) throw error;
		// Damaged, or with bytes behind its end: pdf.js takes what came out before, and so does this.
		return size;
	} finally {
		await reader.cancel().catch(() => {});
	}
}
