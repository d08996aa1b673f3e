import { json } from '@sveltejs/kit';
import { link } from '$lib/components/link';
import type { Suggestion } from '$lib/components/suggestion';
import { partsOf } from '$lib/form';
import { failureOf } from '$lib/server/failure';
import { parseFilters } from '$lib/server/filters';
import { agenciesSuggested, regionsNamed } from '$lib/server/queries';
import { cellsNamed, rulesNamed } from '$lib/server/search/catalogue';
import { wordsOf } from '$lib/words/words';
import { regionName, ruleTitle, seriesName } from '../../naming';
import type { RequestHandler } from './$types';

/** Suggestions of each kind. */
const AGENCIES = 6;
const OTHERS = 3;

type Region = Readonly<Record<'province' | 'city' | 'county', string | null>>;

const regionLink = ({ province, city, county }: Region) =>
	link('/', '', { province, city, county });

/** Agencies, regions, rules and cells of the form that what is being typed may mean. */
export const GET: RequestHandler = async ({ url, locals }) => {
	const { language } = locals;
	const words = wordsOf(language);
	try {
		const q = parseFilters(url.searchParams).q ?? '';
		const database = await locals.database();
		const [agencies, regions] = await Promise.all([
			agenciesSuggested(database, q, AGENCIES),
			regionsNamed(database, q, { limit: OTHERS })
		]);
		const suggestions: Suggestion[] = [
			...agencies.map(({ agencyId, agency, name, former, generated, ...region }) => ({
				kind: 'agency' as const,
				label: agency ?? name,
				note: former ? words.search.former(name) : regionName(region),
				href: `/agencies/${agencyId}`,
				generated
			})),
			...regions.map((region) => ({
				kind: 'region' as const,
				label: regionName(region),
				note: region.former
					? words.search.former(region.name)
					: words.search.reports(region.reports),
				href: regionLink(region),
				generated: region.generated
			})),
			...rulesNamed(q)
				.slice(0, OTHERS)
				.map((code) => ({
					kind: 'rule' as const,
					label: ruleTitle(code, language),
					note: '',
					href: `/rules/${code}`,
					generated: false
				})),
			...cellsNamed(q)
				.slice(0, OTHERS)
				.map((address) => ({
					kind: 'cell' as const,
					label: seriesName(address, language) ?? address,
					note: '',
					href: link('/compare', '', { ...partsOf(address) }),
					generated: false
				}))
		];
		return json({ suggestions }, { headers: { 'cache-control': 'no-cache' } });
	} catch (thrown) {
		const failure = failureOf(thrown, 500, language);
		if (failure.code === 'internal') throw thrown;
		return json({ error: failure }, { status: failure.status });
	}
};
