/** What a link changes in a query string: a value replaces, a list repeats the key, null removes it. */
export type Changes = Readonly<Record<string, string | readonly string[] | null>>;

/** A path with the query string of this page, changed; the page number never comes along. */
export function link(path: string, search: string, changes: Changes = {}): string {
	const params = new URLSearchParams(search);
	params.delete('page');
	for (const [key, value] of Object.entries(changes)) {
		params.delete(key);
		if (value === null) continue;
		for (const each of typeof value === 'string' ? [value] : value) params.append(key, each);
	}
	const query = params.toString();
	return query === '' ? path : `${path}?${query}`;
}

/** The keys that choose reports, the same in every page and download. */
const SLICE = new Set([
	'year',
	'province',
	'city',
	'county',
	'level',
	'kind',
	'agency',
	'form',
	'scope',
	'current',
	'generated',
	'stock'
]);

/** The part of a query string that chooses reports: what goes along from page to page. */
export function slice(search: string): string {
	const kept = [...new URLSearchParams(search)].filter(([key]) => SLICE.has(key));
	return new URLSearchParams(kept).toString();
}
