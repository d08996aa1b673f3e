import type { RequestEvent } from '@sveltejs/kit';
import { wordsOf, type Words } from '$lib/words/words';
import type { Language } from '$lib/form';
import type { Database } from '$lib/server/database';
import { filtersToSearch, parseFilters, type Filters } from '$lib/server/filters';
import { unsorted } from '$lib/server/sorting';
import { filterNames } from './filter-names';
import {
	adding,
	expectedBehind,
	filterOptions,
	reportCounts,
	type FilterOptions
} from '$lib/server/queries';
import { countedOf, type Counted } from './counted';

/** What a filter bar may be set to, and what it is set to, in words. */
export interface BarOptions {
	readonly choices: Partial<FilterOptions>;
	/** The words of `key=value`, where the value alone would be a code. */
	readonly names: Readonly<Record<string, string>>;
	/** Whether the collection holds invented reports at all. */
	readonly invented: boolean;
}

/** What a page asks with: the filters of its URL, the snapshot, and the reader's language. */
export interface Asking {
	readonly filters: Filters;
	readonly database: Database;
	readonly language: Language;
	readonly words: Words;
	/** The query string of the filters that choose reports. */
	readonly search: string;
	/** What the filter bar may be set to: asked at once, and waited for when the page has asked too. */
	readonly options: Promise<BarOptions>;
	/** What is said where no report is admitted: by the filters, or by a store that has none. */
	readonly nothing: { readonly title: string; readonly step: string };
	/** What totals add, where the page has any: see `counted`. */
	readonly counted: () => Promise<Counted>;
	/** Whether an invented report is among the current ones that the filters admit. */
	readonly invented: () => Promise<boolean>;
	/** An answer kept for this snapshot, these filters and this language. */
	readonly kept: <T>(question: string, ask: () => Promise<T>) => Promise<T>;
}

/**
 * Parses a page's filters and opens the current snapshot.
 *
 * @param page.keys keys that the page reads itself
 * @param page.choices what its filters may be set to, where that is not told by reports
 * @param page.adds whether it adds figures up, and so leaves rolled-up ones out unless told
 * @param page.sorted whether the page has a list to sort, whose columns its question knows
 */
export async function asking(
	{ url, locals }: Pick<RequestEvent, 'url' | 'locals'>,
	page: {
		readonly adds?: boolean;
		readonly keys?: readonly string[];
		readonly sorted?: boolean;
		readonly choices?: (database: Database, filters: Filters) => Promise<Partial<FilterOptions>>;
	} = {}
): Promise<Asking> {
	const asked = parseFilters(url.searchParams, page.keys);
	const filters = page.sorted ? asked : unsorted(asked);
	const database = await locals.database();
	const { language } = locals;
	const whole = filtersToSearch({ ...filters, lang: language });
	const kept = <T>(question: string, ask: () => Promise<T>) =>
		database.cached(`${question} ${whole}`, ask);
	const { adds = false } = page;
	const kind = page.choices ? 'own' : adds ? 'added' : 'listed';
	const options = kept(`options ${kind}`, async () => ({
		choices: await (page.choices?.(database, filters) ??
			filterOptions(database, filters, { adds })),
		names: await filterNames(database, filters, language),
		invented: database.snapshot.counts.generated > 0
	}));
	// A page that fails before it waits for them has told why.
	options.catch(() => {});
	const search = filtersToSearch({ ...filters, lang: null, page: 1, sort: null });
	const invented = () =>
		kept('invented', async () => {
			const { generated } = await reportCounts(database, filters);
			return generated > 0;
		});
	const words = wordsOf(language);
	const nothing =
		database.snapshot.counts.reports === 0
			? { title: words.overview.emptyStore, step: words.overview.emptyStoreLead }
			: { title: words.overview.empty, step: words.filters.loosen };
	const counted = async () =>
		countedOf(
			...(await kept('counted', async () => {
				const added = await adding(database, filters);
				return [added, await expectedBehind(database, added.filters)] as const;
			})),
			{ path: url.pathname, search: url.search },
			language
		);
	return { filters, database, language, words, search, options, nothing, counted, invented, kept };
}
