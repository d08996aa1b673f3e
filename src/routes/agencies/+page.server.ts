import { agencies } from '$lib/server/queries';
import { asking } from '../asking';
import { withinPages } from '../last-page';
import { kindName, levelName, regionName } from '../naming';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { database, filters, language, options, invented, kept } = await asking(event, {
		sorted: true
	});
	const list = await kept('agencies', () => agencies(database, filters));
	withinPages(event.url, list);
	return {
		...list,
		rows: list.rows.map((row) => ({
			...row,
			kindName: kindName(row.kind, language),
			levelName: levelName(row.level, language),
			region: regionName(row)
		})),
		q: filters.q,
		// A search is over names, which the count of invented reports does not know.
		invented:
			list.rows.some(({ generated }) => generated) || (list.pages > 1 && (await invented())),
		options: await options
	};
};
