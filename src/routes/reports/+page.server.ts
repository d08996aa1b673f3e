import { link } from '$lib/components/link';
import { cellsOfAddends } from '$lib/form';
import { FIGURE_STATES, reportsList } from '$lib/server/queries';
import { addedHref, severalCells } from '../added-href';
import { asking } from '../asking';
import { withinPages } from '../last-page';
import { kindName, levelName, regionName, scopeName } from '../naming';
import { cellsCsv } from '../resting';
import { nameOf, unitOf } from './listed-name';
import { addendsOf, codeOf, KEYS, parametersOf } from './parameters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const params = event.url.searchParams;
	const { listed, state, within } = parametersOf(params);
	const asked = await asking(event, { keys: KEYS, sorted: true });
	const { database, filters, language, words, search, options, kept } = asked;
	const key = JSON.stringify([listed, state, within]);
	const list = await kept(`reports ${key}`, () =>
		reportsList(database, filters, listed, { state, within })
	);
	withinPages(event.url, list);
	const addends = listed ? addendsOf(listed) : [];
	const cells = cellsOfAddends(addends);
	return {
		...list,
		name: listed ? nameOf(listed, language) : null,
		unit: unitOf(listed),
		state,
		within,
		// Only what is added from several cells is given in part.
		states: FIGURE_STATES.filter(
			(known) => listed && (known !== 'partial' || severalCells(addends))
		),
		invented: list.generated > 0,
		rows: list.rows.map((row) => ({
			...row,
			region: regionName(row),
			levelName: levelName(row.level, language) ?? words.agencies.unresolved,
			kindName: kindName(row.kind, language) ?? words.agencies.unresolved,
			scopeName: scopeName(row.scope, language) ?? words.filters.scopeUnknown,
			href: listed
				? addedHref(row.reportId, codeOf(listed), addends, row.form)
				: `/reports/${row.reportId}`
		})),
		listCsv: listed ? link('/reports/list.csv', event.url.search) : null,
		csv: listed && state === null && within === null ? cellsCsv(cells, search) : null,
		options: await options
	};
};
