/**
 * Why the bytes of a file hold no report:
 *
 * - `empty`: no characters, or only spaces
 * - `binary`: the bytes are no text
 * - `encoding`: the bytes are text in no encoding that Gouji reads
 * - `too_large`: over a limit on bytes, characters or parts
 * - `not_a_report`: none of the form's sections or labels stand in the text
 * - `no_table`: a report's title or headings, and neither a table of figures nor a narrative
 * - `unsupported`: a known format that Gouji does not read
 * - `encrypted`: a password is asked for
 * - `damaged`: the file is not whole, or not as its format asks
 * - `invalid_record`: a parsed report that is not as its schema asks (docs/parsed-report.schema.json)
 * - `no_text`: pages without characters: a scan, or a picture
 * - `garbled_text`: characters whose fonts do not say which they are
 * - `reader_failed`: a mistake of the reader's own
 */
export const REJECTION_CODES = [
	'empty',
	'binary',
	'encoding',
	'too_large',
	'not_a_report',
	'no_table',
	'unsupported',
	'encrypted',
	'damaged',
	'invalid_record',
	'no_text',
	'garbled_text',
	'reader_failed'
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/**
 * The codes of `files.reason_code`: why the bytes hold no report, and
 *
 * - `unreadable_file`: the operating system would not give the bytes
 * - `not_a_file`: a device or a pipe
 * - `link_outside`: a link that leads out of the folder given
 * - `changing`: the file changed while it was read
 * - `too_slow`: getting or reading the bytes took too long
 * - `too_much_memory`: reading them took too much memory
 * - `no_members`: an archive in which nothing can be read
 * - `same_name`: a member named as another of the same file
 * - `agency_unresolved`, `year_unresolved`, `agency_and_year_unresolved`: a report that is not settled
 */
export const REASON_CODES = [
	...REJECTION_CODES,
	'unreadable_file',
	'not_a_file',
	'link_outside',
	'changing',
	'too_slow',
	'too_much_memory',
	'no_members',
	'same_name',
	'agency_unresolved',
	'year_unresolved',
	'agency_and_year_unresolved'
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What varies from file to file in a reason, the same in every language. */
export interface ReasonDetail {
	/** What there is too much of, how much there may be, and how much there is where it was counted. */
	readonly of?: Counted;
	readonly most?: number;
	readonly number?: number;
	readonly format?: string;
	readonly encoding?: string;
	readonly line?: number;
	readonly column?: number;
	/** Places in a record: JSON pointers, behind a line's number where it has lines. */
	readonly at?: string;
	/** What the system or a program said. */
	readonly said?: string;
	readonly seconds?: number;
}

/** What files are limited in. */
export const COUNTED = [
	'bytes',
	'characters',
	'elements',
	'levels',
	'entries',
	'rows',
	'cells',
	'merges'
] as const;
export type Counted = (typeof COUNTED)[number];

/** Why a file has no report, or one that is not settled. */
export interface FileReason<Code extends ReasonCode = ReasonCode> {
	readonly code: Code;
	/** A sentence for people in Chinese: what is wrong, where, and what to do. */
	readonly reason: string;
	readonly detail?: ReasonDetail;
}

/** Why reading the bytes of a file gave no report. */
export type Rejection = FileReason<RejectionCode>;

/** Why a file has no report, or one that is not settled, as the store keeps it. */
export interface ToldReason {
	/** The sentence in Chinese. */
	readonly reason: string | null;
	readonly reasonCode: ReasonCode | null;
	readonly reasonDetail: ReasonDetail | null;
}
