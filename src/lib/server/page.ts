import { LIMITS } from '../limits.ts';
import type { Database } from './database.ts';
import type { Bound } from './condition.ts';
import type { Filters } from './filters.ts';

/** One page of a list, and how long the whole list is. */
export interface Page<T> {
	readonly rows: readonly T[];
	/** Rows of the whole list. */
	readonly count: number;
	/** The number of this page, from 1, and of the last one. */
	readonly page: number;
	readonly pages: number;
}

/**
 * Asks for one page of a list.
 *
 * @param select the list without its order
 * @param order an ORDER BY that settles every row's place
 * @param count how long the list is, where another answer has told it already
 */
export async function pageOf<T>(
	database: Database,
	filters: Filters,
	{ select, order, count }: { select: string; order: string; count?: number },
	params: Readonly<Record<string, Bound>>
): Promise<Page<T>> {
	const length = count ?? (await lengthOf(database, select, params));
	const rows = await database.rows<T>(`${select} ${order} LIMIT $limit OFFSET $offset`, {
		...params,
		limit: LIMITS.pageRows,
		offset: (filters.page - 1) * LIMITS.pageRows
	});
	const pages = Math.max(1, Math.ceil(length / LIMITS.pageRows));
	return { rows, count: length, page: filters.page, pages };
}

async function lengthOf(
	database: Database,
	select: string,
	params: Readonly<Record<string, Bound>>
): Promise<number> {
	const [total] = await database.rows<{ count: number }>(
		`SELECT count(*) AS count FROM (${select})`,
		params
	);
	if (!total) throw new Error('a count without a row');
	return total.count;
}
