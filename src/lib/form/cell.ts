import type { Address } from './address.ts';

/** Where a span stands on a page of its source, in points from the page's top left corner. */
export interface Box {
	/** The page's number, from 1. */
	readonly page: number;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/**
 * What is known of one cell of a report.
 *
 * - `reported`: the document shows a figure
 * - `blank`: the document has the cell, and it is empty or a dash
 * - `missing`: the document has no such cell (a row cut short, a table cut off, a row left out)
 * - `unreadable`: something stands there that is no figure
 */
export const STATUSES = ['reported', 'blank', 'missing', 'unreadable'] as const;
export type Status = (typeof STATUSES)[number];

/** A half-open span `[start, end)` of a report's text, in UTF-16 code units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/**
 * One cell of a report: what stands there, and where.
 *
 * `raw` is exactly the text at `place`, without spaces around it. A blank cell's place may be
 * empty; a missing cell has neither raw text nor place. `value` is a figure only where the status
 * is `reported`: a count, or an amount in 万元 whatever unit was written. `deduced` is the figure
 * that the form's sums force where `value` is null; it is never a reading.
 */
export interface Cell {
	readonly address: Address;
	readonly status: Status;
	readonly value: number | null;
	readonly raw: string | null;
	readonly place: Span | null;
	/** Where it stands on its page, in formats that have pages. */
	readonly box?: Box;
	readonly deduced: number | null;
}
