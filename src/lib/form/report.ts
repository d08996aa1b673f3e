import type { Level, Scope } from './agency.ts';
import type { Cell, Span } from './cell.ts';
import type { FormCode } from './edition.ts';
import type { Rejection } from './file-reason.ts';

/** What a piece of evidence settles, or speaks for. */
export type Subject = 'agency' | 'region' | 'year' | 'form' | 'published_on' | 'scope';

/** Where a piece of evidence stands, best first (domain: “Who the agency is”). */
export const EVIDENCE_SOURCES = [
	'manifest',
	'record',
	'title',
	'source_line',
	'breadcrumb',
	'narrative',
	'table',
	'path'
] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** Words that speak for a report's agency, region, year, edition, date or scope. */
export interface Evidence {
	readonly subject: Subject;
	readonly source: EvidenceSource;
	/** The words as they stand; cut from the report's text where `place` is given. */
	readonly text: string;
	readonly place: Span | null;
	/** True for the words that the reading rests on, false for what was seen and not followed. */
	readonly used: boolean;
}

/** A doubt that the reader met, and what it did: data for people, never only a log line. */
export interface ReadingNote {
	readonly code: NoteCode;
	readonly place: Span | null;
	/** The row, or the words, that the note is about. */
	readonly about: string;
}

/**
 * - `short_row`: fewer figures than columns; only what every placing agrees on is reported
 * - `long_row`: more figures than columns
 * - `mended_row`: exactly one way of reading the row makes every sum hold
 * - `row_not_found`: a row of the form does not stand in the report
 * - `row_in_doubt`: a row's words stand in several groups, or twice with different figures
 * - `no_table`: a report's words and no table of figures; of a year that has a form, all is missing
 * - `unreadable_figure`: something stands in a cell that is no figure
 * - `unit_converted`: a written unit was obeyed, such as 251000元 for 25.1 万元
 * - `record_contradicted`: a parsed report's own figure or status is not what its raw text says
 * - `place_contradicted`: a parsed report's own offsets do not cut the raw text
 * - `agency_unresolved`, `year_unresolved`: the evidence does not settle it
 */
export type NoteCode =
	| 'short_row'
	| 'long_row'
	| 'mended_row'
	| 'row_not_found'
	| 'row_in_doubt'
	| 'no_table'
	| 'unreadable_figure'
	| 'unit_converted'
	| 'record_contradicted'
	| 'place_contradicted'
	| 'agency_unresolved'
	| 'year_unresolved';

/** Who reports, as far as the evidence settles it; null is “not known”. */
export interface Identity {
	readonly agency: string | null;
	readonly kind: string | null;
	readonly level: Level | null;
	readonly scope: Scope | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly year: number | null;
	/** ISO date, a day in Asia/Shanghai. */
	readonly publishedOn: string | null;
	readonly sourceUrl: string | null;
	/** True where both agency and year are settled. */
	readonly resolved: boolean;
}

/** A report as read from its bytes: the text, who reports, and every cell of its form. */
export interface Report extends Identity {
	/** The text that all places count in, in UTF-16 code units. */
	readonly text: string;
	readonly title: string | null;
	readonly form: FormCode;
	/** True where the text is marked as invented (see `INVENTED_MARK`). */
	readonly generated: boolean;
	/** One for each cell of the form, in the form's order. */
	readonly cells: readonly Cell[];
	readonly evidence: readonly Evidence[];
	readonly notes: readonly ReadingNote[];
}

/** What reading a file gives: a report, or the reason why there is none. */
export type Reading =
	| { readonly ok: true; readonly report: Report }
	| { readonly ok: false; readonly rejection: Rejection };

/** What an office's manifest says of one file; null is “no word”. What it says wins. */
export interface ManifestRow {
	readonly source: string;
	readonly agency: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly level: Level | null;
	readonly kind: string | null;
	readonly scope: Scope | null;
	readonly year: number | null;
	readonly publishedOn: string | null;
	readonly sourceUrl: string | null;
	/** The `source` of the file whose report this one replaces. */
	readonly supersedes: string | null;
}

/** The words that mark an invented report in its own text, and wherever it is shown. */
export const INVENTED_MARK = '模拟数据';
