import type { ManifestRow, Reading } from '../form/index.ts';

/** Changes whenever the same bytes may give other rows; ingest then reads every file again. */
export const READER_VERSION = '1';

/**
 * Reads one file: bytes to a report, or the reason why there is none. Pure: no disk, no clock, and
 * the same bytes give the same report on any machine.
 *
 * @param source the file's path relative to the folder given to ingest, with `/` between folders
 * @param manifest what the office's manifest says of the file; it wins over what the text says
 */
export function readReport(
	bytes: Uint8Array,
	source: string,
	manifest: ManifestRow | null
): Reading {
	throw new Error(`not written yet: ${source} ${bytes.length} ${manifest?.source}`);
}
