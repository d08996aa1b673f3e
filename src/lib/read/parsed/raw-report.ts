import type { ReasonDetail, Rejection } from '../../form/index.ts';
import type { Complaint, Locate } from './complaint.ts';

/** One report of a file, not yet checked. */
export interface RawReport {
	readonly given: unknown;
	/** What the file's own syntax leaves in doubt. */
	readonly complaints: readonly Complaint[];
	readonly locate: Locate;
}

/** The reports of a file of one format, or why none can be told apart. */
export type RawReports =
	| { readonly ok: true; readonly reports: readonly RawReport[] }
	| { readonly ok: false; readonly rejection: Rejection };

/** A file of one of these formats from which no report can be taken. */
export function spoilt(reason: string, detail?: ReasonDetail): RawReports {
	return { ok: false, rejection: { code: 'invalid_record', reason, detail } };
}
