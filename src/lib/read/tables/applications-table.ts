import { APPLICANTS, EDITIONS, type Item } from '../../form/index.ts';
import { contestWithOrphans, dropUndirected, isDetached, joinBroken, SOME } from './detached.ts';
import { COLUMN_HEADS, labelKey } from './label.ts';
import { place } from './place.ts';
import { isRemediesHeader } from './remedies.ts';
import { remarkColumns, withoutRemarks } from './remarks.ts';
import { wholeRow, type Row } from './row.ts';
import { itemsByOrder, type Ranked } from './sequence.ts';

/** A table of section 三: its rows by item, and the rows of the document that it stands in. */
export interface Walked {
	/** For each item, its row; several where rows of one label stand there with other figures. */
	readonly rows: ReadonlyMap<string, readonly Row[]>;
	readonly start: number;
	readonly end: number;
}

/** The rows of every edition's section 三, without repeats. */
export const ITEMS: ReadonlyMap<string, Item> = new Map(
	EDITIONS.flatMap(({ sections }) =>
		sections
			.filter(({ code }) => code === 'applications')
			.flatMap(({ blocks }) => blocks.flatMap(({ items }) => items))
			.map((item): [string, Item] => [item.code, item])
	)
);

export const FIRST = 'received';
const LAST_REASON = 'unprocessed_confirmation';
const SPLIT_OTHERS = ['other_overdue_correction', 'other_unpaid_fee'];

export function itemOf(row: Row): string | null {
	const { meaning } = row;
	return meaning?.role === 'item' && meaning.section === 'applications' ? meaning.item : null;
}

/** Rows whose label is also a column's, or a group's. */
export const AMBIGUOUS = new Set(['other', 'other_other', 'outcomes_total']);

/** Rows above the table in which its heads stand; a head a row where a cell is a line. */
export const HEAD_ROWS = 16;

export function walk(text: string, rows: readonly Row[], start: number): Walked {
	const end = endOf(text, rows, start);
	const before = rows[start - 1];
	const detached = isDetached(text, rows, start);
	const found = new Map<string, Row[]>();
	for (let index = start; index < end; index += 1) {
		const row = wholeRow(text, rows, index, WIDTH);
		const item = row && itemOf(row);
		if (!item || row.values.length === 0) continue;
		if (AMBIGUOUS.has(item) && !isPlausible(text, item, row, found)) continue;
		if (!detached || row.gaps === 'kept') found.set(item, [...(found.get(item) ?? []), row]);
	}
	dropGroupRow(found);
	const heads = rows.slice(Math.max(0, start - HEAD_ROWS), start + 1);
	const remarks = remarkColumns(text, heads, [...found.values()].flat(), WIDTH);
	for (const [code, some] of found) {
		const own = some.map((row) => withoutRemarks(row, remarks));
		found.set(code, ofOfficialLabel(text, own, code));
	}
	const headed = before && before.labels.length === 0 && isWhole(before, text);
	const all = rows
		.slice(headed ? start - 1 : start, end)
		.map((row) => withoutRemarks(row, remarks));
	const stretch = joinBroken(all, found, EDITION_ORDERS, (row) => isWhole(row, text));
	for (const [row, item] of unlabelled(text, stretch, found, detached)) {
		if (found.has(item)) continue;
		found.set(item, [row]);
		if (isRowOf(found.get('other'), row)) found.delete('other');
	}
	contestWithOrphans(text, stretch, found);
	dropUndirected(text, rows.slice(start, end + 1), found);
	return { rows: found, start, end };
}

/** Whether figures are those of a group: 其他处理 heads its first row, whose own label may be lost. */
const isRowOf = (group: readonly Row[] | undefined, { values }: Row) =>
	group?.some((row) => row.values[0]?.start === values[0]?.start) ?? false;

/** Rows within which a first row that comes again stands beside the first, as two reports on a sheet. */
const BESIDE = 2;

/** The row at which section 三 is over: the header of 四, or another section 三. */
function endOf(text: string, rows: readonly Row[], start: number): number {
	for (let index = start; index < rows.length; index += 1) {
		const row = rows[index] as Row;
		const again = index > start + BESIDE && itemOf(row) === FIRST && row.values.length > 0;
		if (again || isRemediesHeader(text, row)) return index;
	}
	return rows.length;
}

const WIDTH = APPLICANTS.length;

/** Whether a row has a figure for each applicant and nothing else. */
function isWhole(row: Row, text: string): boolean {
	const { verdict, columns } = place(row, WIDTH, text);
	return verdict === 'exact' && columns.every((slot) => slot?.kind === 'figure');
}

/**
 * The rows of section 三 that have no label of their own, told by the order of the form. Where each
 * line of figures stands above its own label, no row's label is its own.
 */
function unlabelled(
	text: string,
	rows: readonly Row[],
	found: ReadonlyMap<string, readonly Row[]>,
	detached: boolean
): Map<Row, string> {
	const places = new Map([...found].map(([item, [row]]) => [row?.values[0]?.start, item]));
	const ranked = rows.flatMap((row, index): Ranked[] => {
		const joined = wholeRow(text, rows, index, WIDTH) ?? row;
		const item = places.get(row.values[0]?.start) ?? null;
		const figures = joined.values.filter(({ kind }) => kind === 'figure').length;
		if (item === null && figures < SOME) return [];
		const label = detached ? undefined : row.labels.at(-1);
		const words = label ? labelKey(text.slice(label.start, label.end)) : '';
		return [{ item, whole: () => isWhole(joined, text), words, row: joined }];
	});
	const split = rows.some((row) => SPLIT_OTHERS.includes(itemOf(row) ?? ''));
	const [one, other] = EDITION_ITEMS.filter(
		(items) => !split || items.some(({ code }) => SPLIT_OTHERS.includes(code))
	).map((items) => itemsByOrder(ranked, items));
	if (!one) return new Map();
	return new Map([...one].filter(([row, item]) => !other || other.get(row) === item));
}

/** The rows of section 三 in the order of each edition. */
const EDITION_ITEMS: readonly (readonly Item[])[] = EDITIONS.flatMap(({ sections }) =>
	sections
		.filter(({ code }) => code === 'applications')
		.map(({ blocks }) => blocks.flatMap(({ items }) => items))
);

const EDITION_ORDERS = EDITION_ITEMS.map((items) => items.map(({ code }) => code));

/** Whether 其他, 其他处理 or 总计 is a row here, and not the head of a column. */
function isPlausible(
	text: string,
	item: string,
	row: Row,
	found: ReadonlyMap<string, readonly Row[]>
): boolean {
	if (!row.values.some(({ kind }) => kind !== 'empty') && row.values.length < APPLICANTS.length) {
		return false;
	}
	const keys = row.labels.map(({ start, end }) => labelKey(text.slice(start, end)));
	if (keys.some((key) => COLUMN_HEADS.has(key))) return false;
	if (item === 'other') return true;
	const last = [...found.keys()].at(-1) ?? FIRST;
	if (item === 'other_other') {
		return SPLIT_OTHERS.includes(last) || keys.includes('其他处理');
	}
	const order = [...ITEMS.keys()];
	return order.indexOf(last) >= order.indexOf(LAST_REASON) - 4;
}

/** 其他处理 heads a group in the edition that splits it: without figures it is no row. */
function dropGroupRow(found: Map<string, Row[]>): void {
	const split = SPLIT_OTHERS.some((item) => found.has(item));
	const figures = found
		.get('other')
		?.some(({ values }) => values.some(({ kind }) => kind === 'figure'));
	if (split && !figures) found.delete('other');
}

/** Of rows for one item in a table those with the form's own label, where any has it. */
function ofOfficialLabel(text: string, rows: Row[], code: string): Row[] {
	const official = labelKey(ITEMS.get(code)?.label.zh ?? '');
	if (rows.length === 1) return rows;
	const exact = rows.filter(({ labels }) => {
		const label = labels.at(-1);
		return label && labelKey(text.slice(label.start, label.end)) === official;
	});
	return exact.length > 0 ? exact : rows;
}
