/** The columns of a manifest, in the order in which people are shown them. */
export const MANIFEST_COLUMNS = [
	'source',
	'agency',
	'province',
	'city',
	'county',
	'level',
	'kind',
	'scope',
	'year',
	'published_on',
	'source_url',
	'supersedes'
] as const;

/** The columns of the corrections that an office keeps, in the order in which people are shown them. */
export const CORRECTION_COLUMNS = [
	'source',
	'section',
	'item',
	'measure',
	'figure',
	'who',
	'when',
	'why',
	'sha256'
] as const;

/** The columns of the roster of organs that are to report, in the order in which people are shown them. */
export const ROSTER_COLUMNS = [
	'agency',
	'parent',
	'province',
	'city',
	'county',
	'level',
	'kind',
	'founded',
	'abolished',
	'formerly',
	'succeeded_by',
	'note'
] as const;

/** A line of a CSV after RFC 4180, without its end. */
export const csvLine = (words: readonly string[]): string =>
	words.map((word) => (/[",\r\n]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word)).join(',');
