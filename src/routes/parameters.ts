import { BadFilter } from '$lib/server/filters';

/**
 * A value of a page's own parameter, which must be one of a list.
 *
 * @throws BadFilter where it is none of them
 */
export function known<T extends string>(key: string, asked: string, admitted: readonly T[]): T {
	const found = admitted.find((value) => value === asked);
	if (found !== undefined) return found;
	const all = (separator: string) => admitted.join(separator);
	throw new BadFilter(key, asked, `应为 ${all('、')} 之一`, `must be one of ${all(', ')}`);
}

/** The value that a page's own parameter has among a list; `otherwise` where it has none. */
export function oneOf<T extends string, Otherwise extends T | null = T>(
	params: URLSearchParams,
	key: string,
	admitted: readonly T[],
	otherwise: Otherwise
): T | Otherwise {
	const asked = params.get(key);
	return asked ? known(key, asked, admitted) : otherwise;
}

/**
 * The year that a page's own parameter names; null where it names none.
 *
 * @throws BadFilter where it is no year
 */
export function yearOf(params: URLSearchParams, key: string): number | null {
	const asked = params.get(key);
	if (!asked) return null;
	if (/^\d{4}$/.test(asked)) return Number(asked);
	throw new BadFilter(key, asked, '应为四位年份，如 2020', 'must be a year such as 2020');
}
