import { error } from '@sveltejs/kit';
import { CELL_FORMS, type Address } from '$lib/form';
import { BadFilter, parseFilters } from '$lib/server/filters';
import { report } from '$lib/server/queries';
import { unsorted } from '$lib/server/sorting';
import { wordsOf } from '$lib/words/words';
import { additionOf, sumAsked } from '../../../pair/addition';
import { cellRecord } from '../../../pair/record';
import { oneOf } from '../../../parameters';
import type { PageServerLoad } from './$types';

/** Keys of the page's own: the cell, a stretch of the text, and how the two halves are shown. */
const CELL = 'cell';
const STRETCH = 'at';
const STEP = 'step';
const SHOWN = 'show';
const SUM = 'sum';

/** The cell that is asked for; null where none is. */
function cellIn(params: URLSearchParams): Address | null {
	const address = params.get(CELL);
	if (address === null || address === '') return null;
	if (!CELL_FORMS.has(address)) {
		throw new BadFilter(
			CELL,
			address,
			'表式中没有这个单元格',
			'no edition of the form has this cell'
		);
	}
	return address;
}

/** The stretch of the text that is asked for, in UTF-16 code units; null where none is. */
function stretchIn(params: URLSearchParams): { start: number; end: number } | null {
	const asked = params.get(STRETCH);
	if (asked === null || asked === '') return null;
	const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(asked) ?? [];
	if (start === undefined || end === undefined || Number(start) >= Number(end)) {
		throw new BadFilter(
			STRETCH,
			asked,
			'应为起点-终点，如 120-128',
			'must be a start and an end such as 120-128'
		);
	}
	return { start: Number(start), end: Number(end) };
}

export const load: PageServerLoad = async ({ params, url, locals }) => {
	unsorted(parseFilters(url.searchParams, [CELL, STRETCH, STEP, SHOWN, SUM]));
	const asked = cellIn(url.searchParams);
	const sum = sumAsked(url.searchParams);
	const stretch = stretchIn(url.searchParams);
	const inStep = oneOf(url.searchParams, STEP, ['0', '1'], '1') !== '0';
	const shown = oneOf(url.searchParams, SHOWN, ['form', 'source'], null);
	const { language } = locals;
	const database = await locals.database();
	const row = asked === null && sum === null ? null : await report(database, params.id);
	if ((asked !== null || sum !== null) && !row) {
		error(404, { message: wordsOf(language).report.notFound });
	}
	const added = row && sum ? await additionOf(database, row, sum, language) : null;
	// What comes from one cell alone is that cell.
	const [only] = added?.terms.length === 1 ? added.terms : [];
	const address = asked ?? only?.address ?? null;
	return {
		addition: only ? null : added,
		stretch,
		inStep,
		shown: shown ?? (stretch ? ('source' as const) : ('form' as const)),
		record: row && address !== null ? await cellRecord(database, row, address, language) : null
	};
};
