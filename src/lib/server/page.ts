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

/** A list to ask for one page of. */
export interface List {
	/** The list without its order. */
	readonly select: string;
	/** An ORDER BY that settles every row's place. */
	readonly order: string;
	/** How long the list is, where another answer has told it already. */
	readonly count?: number;
	/** Rows of a page. */
	readonly length?: number;
}

/** Asks for one page of a list. */
export async function pageOf<T>(
	database: Database,
	filters: Filters,
	{ select, order, count, length = LIMITS.pageRows }: List,
	params: Readonly<Record<string, Bound>>
): Promise<Page<T>> {
	const whole = count ?? (await lengthOf(database, select, params));
	const rows = await database.rows<T>(`${select} ${order} LIMIT $limit OFFSET $offset`, {
		...params,
		limit: length,
		offset: (filters.page - 1) * length
	});
	return { rows, count: whole, page: filters.page, pages: Math.max(1, Math.ceil(whole / length)) };
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
