import type { ReasonDetail, ToldReason } from '../../form/index.ts';

/** The columns of `files` that tell why one has no report, or one that is not settled. */
export const REASON_COLUMNS =
	'reason, reason_code AS "reasonCode", reason_detail AS "reasonDetail"';

/** A row as it is stored, what varies in its reason as JSON. */
export type Stored<T extends ToldReason> = Omit<T, 'reasonDetail'> & {
	readonly reasonDetail: string | null;
};

/** A row with what varies in its reason parsed. */
export const withReason = <T extends { readonly reasonDetail: string | null }>(row: T) => ({
	...row,
	reasonDetail: row.reasonDetail === null ? null : (JSON.parse(row.reasonDetail) as ReasonDetail)
});
