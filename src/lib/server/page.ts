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
	readonly length?: number | undefined;
}

/** Asks for one page of a list. */
export async function pageOf<T>(
	database: Database,
	filters: Filters,
	list: List,
	params: Readonly<Record<string, Bound>>
): Promise<Page<T>> {
	const [count, rows] = await Promise.all([
		list.count ?? lengthOf(database, list.select, params),
		rowsOf<T>(database, filters, list, params)
	]);
	return { rows, ...numbered(filters, list, count) };
}

/** A row of a list that tells in each how long the list is: `count(*) OVER () AS listed`. */
export interface Listed {
	readonly listed: number;
}

/** Asks for one page of a list that is no cheaper to count than to list. */
export async function pageOfListed<T extends Listed>(
	database: Database,
	filters: Filters,
	list: List,
	params: Readonly<Record<string, Bound>>
): Promise<Page<T>> {
	const rows = await rowsOf<T>(database, filters, list, params);
	// No row stands on a page behind the last.
	const isBehind = rows.length === 0 && filters.page > 1;
	const count = isBehind ? await lengthOf(database, list.select, params) : (rows[0]?.listed ?? 0);
	return { rows, ...numbered(filters, list, count) };
}

function rowsOf<T>(
	database: Database,
	{ page }: Filters,
	{ select, order, length = LIMITS.pageRows }: List,
	params: Readonly<Record<string, Bound>>
): Promise<T[]> {
	return database.rows<T>(`${select} ${order} LIMIT $limit OFFSET $offset`, {
		...params,
		limit: length,
		offset: (page - 1) * length
	});
}

const numbered = ({ page }: Filters, { length = LIMITS.pageRows }: List, count: number) => ({
	count,
	page,
	pages: Math.max(1, Math.ceil(count / length))
});

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
