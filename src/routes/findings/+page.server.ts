import { percent, shareOf } from '$lib/chart/number';
import { link } from '$lib/components/link';
import { BadFilter, currentOnly, type Filters } from '$lib/server/filters';
import {
	findingsByOrigin,
	findingsGrid,
	findingsList,
	GROUPINGS,
	together,
	type FindingsGroup
} from '$lib/server/queries';
import type { Words } from '$lib/words/words';
import { asking, type Asking } from '../asking';
import { withinPages } from '../last-page';
import { shownFinding } from '../naming';
import { list } from '../resting';
import { shownGrid } from './grid';
import { letterHref } from './letter-href';
import { SHOWS } from './shown-grid';
import { switchesOf } from './switches';
import type { PageServerLoad } from './$types';

/** A view that the URL chooses by a key of the page’s own; the first where it chooses none. */
function chosen<T extends string>(url: URL, key: string, views: readonly [T, ...T[]]): T {
	const asked = url.searchParams.get(key);
	if (!asked) return views[0];
	const view = views.find((candidate) => candidate === asked);
	if (view) return view;
	throw new BadFilter(key, asked, `应为 ${views.join('、')}`, `must be one of ${views.join(', ')}`);
}

function titleOf(
	{ reports, withFindings, findings }: FindingsGroup,
	{ words, nothing }: Asking
): string {
	const share = shareOf(withFindings, reports);
	if (share === null) return nothing.title;
	if (findings === 0) return words.findings.titleNone(reports);
	return words.findings.title(withFindings, reports, percent(share), findings);
}

/** What the grid rests on, each count with its list. */
function restingOf(
	{ reports, generated }: FindingsGroup,
	filters: Filters,
	search: string,
	words: Words
) {
	const current = filters.current ? '1' : '0';
	const invented = {
		text: words.basis.invented(generated),
		href: list(search, { current, generated: '1' })
	};
	return {
		parts: [
			{ text: words.basis.reports(reports), href: list(search, { current }) },
			...(generated > 0 ? [invented] : [])
		],
		remarks: [filters.current ? words.findings.basisCurrent : words.findings.basisSuperseded]
	};
}

const narrowsFindings = ({ section, item, measure, status, origin, q }: Filters) =>
	[section, item, measure, status, origin].some((values) => values.length > 0) || q !== null;

export const load: PageServerLoad = async (event) => {
	const { search } = event.url;
	const by = chosen(event.url, 'by', GROUPINGS);
	const show = chosen(event.url, 'show', SHOWS);
	const asked = await asking(event, { keys: ['by', 'show'], sorted: true });
	const { database, language, words, options, kept } = asked;
	const filters = currentOnly(asked.filters);
	const [groups, origins] = await Promise.all([
		kept(`grid by ${by}`, () => findingsGrid(database, filters, by)),
		kept('origins', () => findingsByOrigin(database, filters))
	]);
	const whole = together(groups);
	const found = await kept('findings', () => findingsList(database, filters, whole.findings));
	withinPages(event.url, found);
	const current = filters.current ? '1' : '0';
	return {
		title: titleOf(whole, asked),
		by: words.findings.groupings[by],
		grid: whole.reports > 0 ? shownGrid(groups, { by, show, search, language, words }) : null,
		narrowed: narrowsFindings(filters),
		resting: restingOf(whole, filters, search, words),
		switches: switchesOf({ search, filters, by, show, origins }, language, words),
		count: found.count,
		page: found.page,
		pages: found.pages,
		findings: found.rows.map((row) => ({
			...shownFinding(row, language),
			letter: filters.rule.length === 1 ? letterHref(search, row) : null
		})),
		invented: whole.generated > 0,
		csv: link('/download/findings.csv', search, {
			by: null,
			show: null,
			sort: null,
			lang: null,
			current
		}),
		/** A letter is written to one agency. */
		letter:
			filters.agency.length === 1
				? link('/findings/letter', search, { by: null, show: null, sort: null })
				: null,
		superseded: filters.current ? link('/findings', search, { current: '0' }) : null,
		options: await options
	};
};
