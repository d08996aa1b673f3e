import { unzipSync, zipSync } from 'fflate';

/** Bytes of one file that are unpacked; a ZIP may claim more than it holds. */
const LARGEST = 4_000_000;

/** A moment that ZIPs can tell, the same for every file. */
const MOMENT = '2021-01-01T00:00:00';

export type Files = Readonly<Record<string, Uint8Array>>;

/** Whether bytes begin as a ZIP does, a docx and an xlsx too. */
export const isPacked = (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

/** The files of a ZIP by path; none where it is damaged. */
export function unpacked(bytes: Buffer): Files {
	try {
		return unzipSync(bytes, { filter: ({ originalSize }) => originalSize < LARGEST });
	} catch {
		return {};
	}
}

/** A ZIP of some files, the same bytes for the same files. */
export const packed = (files: Files): Buffer =>
	Buffer.from(zipSync(files, { level: 1, mtime: MOMENT }));
