import { agencyName } from '$lib/components/agency-name';
import { partsOf } from '$lib/form';
import { filtersToSearch } from '$lib/server/filters';
import { agencies, regionsNamed, reportsSaying } from '$lib/server/queries';
import { cellsNamed, rulesNamed } from '$lib/server/search/catalogue';
import { asking } from '../asking';
import { withinPages } from '../last-page';
import { kindName, levelName, regionName, ruleTitle, seriesName } from '../naming';
import type { PageServerLoad } from './$types';

/** Answers of each kind that stand on the page; what is more is counted. */
const AGENCIES = 8;
const OTHERS = 6;

/** The first of a list, and how many are left out. */
const first = <T>(list: readonly T[]) => ({
	rows: list.slice(0, OTHERS),
	more: Math.max(0, list.length - OTHERS)
});

type Agency = Awaited<ReturnType<typeof agencies>>['rows'][number];

/** An agency’s region, where its name does not tell it. */
function placed(row: Agency): string {
	const own = row.county ?? row.city ?? row.province;
	return own !== null && row.agency?.includes(own) ? '' : regionName(row);
}

export const load: PageServerLoad = async (event) => {
	const { database, filters, language, words, options, kept } = await asking(event);
	const q = filters.q ?? '';
	const filtered = filtersToSearch({ ...filters, q: null, page: 1, lang: null }) !== '';
	const [found, regions, saying] = await Promise.all([
		kept('agencies found', () => agencies(database, { ...filters, q, page: 1 })),
		kept('regions found', () =>
			regionsNamed(database, q, { limit: OTHERS, generated: filters.generated })
		),
		kept('words found', () => reportsSaying(database, filters))
	]);
	if (saying) withinPages(event.url, saying);
	const rules = rulesNamed(q).map((code) => ({ code, title: ruleTitle(code, language) }));
	const cells = cellsNamed(q).map((address) => ({
		address,
		...partsOf(address),
		name: seriesName(address, language) ?? address
	}));
	return {
		q,
		filtered,
		options: await options,
		agencies: {
			count: found.count,
			rows: found.rows.slice(0, AGENCIES).map((row) => ({
				agencyId: row.agencyId,
				name: agencyName(row, words.search.unnamed),
				generated: row.generated,
				reports: row.reports,
				region: placed(row),
				level: levelName(row.level, language),
				kind: kindName(row.kind, language)
			}))
		},
		regions: { rows: regions, more: Math.max(0, (regions[0]?.count ?? 0) - regions.length) },
		rules: first(rules),
		cells: first(cells),
		saying
	};
};
