import { redirect } from '@sveltejs/kit';
import { link } from '$lib/components/link';

/** Leads from behind the last page of a list to that page, so that no page denies what the list has. */
export function withinPages(
	url: URL,
	{ page, pages }: { readonly page: number; readonly pages: number }
): void {
	if (page > pages) redirect(302, link(url.pathname, url.search, { page: String(pages) }));
}
