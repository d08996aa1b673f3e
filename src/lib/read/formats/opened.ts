import type { ReasonDetail, Rejection, RejectionCode } from '../../form/index.ts';
import type { Document } from '../slot.ts';

/** A file's text and tables, or why it has none. */
export type Opened =
	| { readonly ok: true; readonly document: Document }
	| { readonly ok: false; readonly rejection: Rejection };

/** A rejection with its reason for people: what is wrong, where, and what to do. */
export function rejected(
	code: RejectionCode,
	reason: string,
	detail?: ReasonDetail
): { readonly ok: false; readonly rejection: Rejection } {
	return { ok: false, rejection: { code, reason, detail } };
}
