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
 * @param list.select the list without its order
 * @param list.order an ORDER BY that settles every row's place
 * @param list.length rows of a page
 */
export async function pageOf<T>(
	database: Database,
	filters: Filters,
	{ select, order, length = LIMITS.pageRows }: { select: string; order: string; length?: number },
	params: Readonly<Record<string, Bound>>
): Promise<Page<T>> {
	const [total] = await database.rows<{ count: number }>(
		`SELECT count(*) AS count FROM (${select})`,
		params
	);
	if (!total) throw new Error('a count without a row');
	const rows = await database.rows<T>(`${select} ${order} LIMIT $limit OFFSET $offset`, {
		...params,
		limit: length,
		offset: (filters.page - 1) * length
	});
	const pages = Math.max(1, Math.ceil(total.count / length));
	return { rows, count: total.count, page: filters.page, pages };
}
