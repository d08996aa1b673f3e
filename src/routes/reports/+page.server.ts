import { cellsOfAddends, namedSum, seriesOf } from '$lib/form';
import { FIGURE_STATES, reportsList, type ListedFigure } from '$lib/server/queries';
import { addedHref, severalCells } from '../added-href';
import { asking, type Asking } from '../asking';
import { withinPages } from '../last-page';
import { cellName, kindName, levelName, regionName, scopeName, seriesName } from '../naming';
import { cellsCsv } from '../resting';
import { addendsOf, codeOf, KEYS, parametersOf } from './parameters';
import type { PageServerLoad } from './$types';

function nameOf(listed: ListedFigure, { language }: Asking): string {
	if ('sum' in listed) return namedSum(listed.sum).label[language];
	if ('cell' in listed) return seriesName(listed.cell, language) ?? listed.cell;
	return cellName(listed.alone, language) ?? listed.alone;
}

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
	const unit = (listed && seriesOf(codeOf(listed))?.unit) ?? 'count';
	return {
		...list,
		name: listed ? nameOf(listed, asked) : null,
		unit,
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
		csv: listed && state === null && within === null ? cellsCsv(cells, search) : null,
		options: await options
	};
};
