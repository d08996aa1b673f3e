import { BadFilter, type Filters } from './filters.ts';

/**
 * Filters of what has no columns to sort by.
 *
 * @throws BadFilter where `sort` is given
 */
export function unsorted(filters: Filters): Filters {
	if (filters.sort === null) return filters;
	throw new BadFilter('sort', filters.sort, '此处不能排序', 'nothing here can be sorted');
}

/**
 * The ORDER BY of a list: the column that `sort` names, then the list's own order.
 *
 * @param columns the SQL expression of each name that `sort` may give
 * @throws BadFilter where `sort` names a column that the list cannot be sorted by
 */
export function orderBy(
	{ sort }: Filters,
	columns: Readonly<Record<string, string>>,
	otherwise: string
): string {
	if (sort === null) return `ORDER BY ${otherwise}`;
	const descending = sort.startsWith('-');
	const name = descending ? sort.slice(1) : sort;
	const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
	if (column === undefined) {
		const names = Object.keys(columns);
		throw new BadFilter(
			'sort',
			sort,
			`应为 ${names.join('、')} 之一`,
			`must be one of ${names.join(', ')}`
		);
	}
	return `ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${otherwise}`;
}
