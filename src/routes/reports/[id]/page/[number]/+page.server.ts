import { error } from '@sveltejs/kit';
import { addressOf, type Address, type FormCode, type Language } from '$lib/form';
import { BadFilter, parseFilters } from '$lib/server/filters';
import { report, reportCells, type CellRow } from '$lib/server/queries';
import { unsorted } from '$lib/server/sorting';
import { wordsOf } from '$lib/words/words';
import { cellName } from '../../../../naming';
import type { PageServerLoad } from './$types';

const CELL_KEY = 'cell';

/** A rectangle on a page, in points from the page's top left corner. */
interface Rect {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** A cell that stands on a page of a PDF. */
interface PlacedCell {
	readonly address: Address;
	readonly name: string;
	readonly page: number;
	readonly rect: Rect;
	readonly raw: string | null;
	readonly value: number | null;
	readonly status: CellRow['status'];
}

/** `left top right bottom`, as `cells` has it; null where it is anything else. */
function rectOf(box: string | null): Rect | null {
	const sides = (box ?? '').split(' ').map(Number);
	const [left, top, right, bottom] = sides;
	if (left === undefined || top === undefined || right === undefined || bottom === undefined) {
		return null;
	}
	return sides.length === 4 && sides.every(Number.isFinite) ? { left, top, right, bottom } : null;
}

function placed(row: CellRow, form: FormCode, language: Language): PlacedCell[] {
	const rect = rectOf(row.box);
	if (row.page === null || !rect) return [];
	const address = addressOf(row.section, row.item, row.measure);
	const name = cellName(address, language, form) ?? address;
	const { page, raw, value, status } = row;
	return [{ address, name, page, rect, raw, value, status }];
}

/** The page's number that an address names, from 1; null where it names none. */
const numberOf = (text: string): number | null =>
	/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;

export const load: PageServerLoad = async ({ params, url, locals }) => {
	unsorted(parseFilters(url.searchParams, [CELL_KEY]));
	const { language } = locals;
	const words = wordsOf(language);
	const number = numberOf(params.number);
	const database = await locals.database();
	const row = await report(database, params.id);
	if (!row) error(404, { message: words.report.notFound });
	if (row.fileFormat !== 'pdf' || number === null) error(404, { message: words.original.noPage });
	const cells = (await reportCells(database, row.reportId)).flatMap((cell) =>
		placed(cell, row.form, language)
	);
	const asked = url.searchParams.get(CELL_KEY);
	const chosen = cells.find(({ address }) => address === asked) ?? null;
	if (asked && !chosen) {
		throw new BadFilter(
			CELL_KEY,
			asked,
			'这份报告没有这个单元格，或它不在页面上',
			'no cell of this report, or not on a page'
		);
	}
	return {
		report: row,
		number,
		chosen,
		cells: cells.filter(({ page }) => page === number),
		pages: [...new Set(cells.map(({ page }) => page))].sort((a, b) => a - b)
	};
};
