import type { ToldReason } from '../../form/index.ts';
import { all, mentions } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { pageOf, type Page } from '../page.ts';
import { orderBy } from '../sorting.ts';
import { REASON_COLUMNS, withReason, type Stored } from './reason.ts';

/**
 * What became of a file: it gave a report, one that is not settled, or none; or it holds others
 * that have rows of their own.
 */
export type FileStatus = 'report' | 'unresolved' | 'rejected' | 'archive';

/** A file ever given to the store. */
export interface FileRow extends ToldReason {
	readonly source: string;
	readonly sha256: string | null;
	readonly status: FileStatus;
	readonly reportId: string | null;
	/** What it is by its content; null where it could not be opened. */
	readonly format: string | null;
}

/** Files, a page at a time, rejected ones first; `q` looks in paths and reasons. */
export async function files(
	database: Database,
	filters: Filters,
	status: FileStatus | null = null
): Promise<Page<FileRow>> {
	const where = all([
		mentions(filters, ['source', 'reason']),
		...(status === null ? [] : [{ sql: 'status = $file_status', params: { file_status: status } }])
	]);
	const select = `
		SELECT source, sha256, status, ${REASON_COLUMNS}, report_id AS "reportId", format
		FROM files
		WHERE ${where.sql}`;
	const order = orderBy(filters, { source: 'source', status: 'status' }, 'status, source');
	const page = await pageOf<Stored<FileRow>>(database, filters, { select, order }, where.params);
	return { ...page, rows: page.rows.map(withReason) };
}

/** How many files there are of each status. */
export async function fileCounts(database: Database): Promise<Record<FileStatus, number>> {
	const rows = await database.rows<{ status: FileStatus; count: number }>(
		'SELECT status, count(*) AS count FROM files GROUP BY status'
	);
	const counts = { report: 0, unresolved: 0, rejected: 0, archive: 0 };
	for (const { status, count } of rows) counts[status] = count;
	return counts;
}
