import { addressOf, APPLICANTS, EDITIONS, type Item } from '../../form/index.ts';
import type { Column, ReadCells } from './cells.ts';
import { contestWithOrphans, dropUndirected, isDetached, joinBroken, SOME } from './detached.ts';
import { headsByTable, type Heads } from './head.ts';
import { COLUMN_HEADS, labelKey } from './label.ts';
import { orderOfApplicants, type Order } from './order.ts';
import { contested, onlyColumns, place, unordered } from './placing.ts';
import { isRemediesHeader } from './remedies.ts';
import { remarkColumns, withoutRemarks } from './remarks.ts';
import { spanOfRow, wholeRow, type Row } from './row.ts';
import { itemsByOrder, type Ranked } from './sequence.ts';
import { yearAbove } from './heading.ts';

const SECTION = 'applications';

/** The rows of section 三 that stand in a report, and where the section begins and ends. */
export interface Applications {
	/** For each item, its row; several where rows of one label stand there with other figures. */
	readonly rows: ReadonlyMap<string, readonly Row[]>;
	/** What the columns hold; null where their heads leave it in doubt. */
	readonly order: Order | null;
	/** The row behind the table of another report that stands before; 0 where there is none. */
	readonly from: number;
	/** The row at which the next table of section 三 begins: what stands behind is another report's. */
	readonly next: number;
	/** The row before which section 二 stands. */
	readonly until: number;
	/** True where tables with other figures stand there, and none is told to be the report's. */
	readonly undecided: boolean;
	readonly start: number;
	readonly end: number;
	/** The heads of the applicants' columns, by table, in formats whose tables have a grid. */
	readonly heads: ReadonlyMap<number, Heads>;
}

type Walked = Pick<Applications, 'rows' | 'start' | 'end'>;

/** The rows of every edition's section 三, without repeats. */
const ITEMS: ReadonlyMap<string, Item> = new Map(
	EDITIONS.flatMap(({ sections }) =>
		sections
			.filter(({ code }) => code === SECTION)
			.flatMap(({ blocks }) => blocks.flatMap(({ items }) => items))
			.map((item): [string, Item] => [item.code, item])
	)
);

const FIRST = 'received';
const LAST_REASON = 'unprocessed_confirmation';
const SPLIT_OTHERS = ['other_overdue_correction', 'other_unpaid_fee'];

function itemOf(row: Row): string | null {
	const { meaning } = row;
	return meaning?.role === 'item' && meaning.section === SECTION ? meaning.item : null;
}

/** Rows that make a table of section 三; the same labels may stand in a text too. */
const TABLE_ROWS = 8;
/** Rows above the table in which its heads stand; a head a row where a cell is a line. */
const HEAD_ROWS = 16;

/**
 * Finds section 三. Of several tables that hold other figures, the one under the report's own title
 * is meant; where titles do not tell, a row is read only where all agree.
 */
export function findApplications(
	text: string,
	rows: readonly Row[],
	year: number | null
): Applications | null {
	const tables = walkAll(text, rows);
	const whole = tables.filter((table) => table.rows.size >= TABLE_ROWS);
	const own = whole.length > 1 ? underOwnTitle(text, rows, whole, year) : whole;
	const [first] = own.length > 0 ? own : tables.toSorted((a, b) => b.rows.size - a.rows.size);
	if (!first) return null;
	const { start } = first;
	const above = rows.slice(Math.max(0, start - HEAD_ROWS), start + 1);
	const order = orderOfApplicants(text, above, [...first.rows.values()].flat());
	const others = whole.length > own.length ? tables.filter(({ end }) => end <= start) : [];
	const undecided = own.length > 1 && new Set(own.map(figuresOf)).size > 1;
	return {
		...first,
		rows: undecided ? together(own) : first.rows,
		undecided,
		from: others.at(-1)?.end ?? 0,
		next: tables.find((table) => table.start >= first.end)?.start ?? rows.length,
		until: undecided ? (own.at(-1)?.start ?? start) : start,
		order,
		heads: headsByTable(text, rows, APPLICANTS)
	};
}

/** Every table of section 三; one whose first row is lost begins with any row that only it has. */
function walkAll(text: string, rows: readonly Row[]): Walked[] {
	const tables: Walked[] = [];
	for (let index = 0; index < rows.length;) {
		const row = rows[index] as Row;
		const item = itemOf(row);
		const begins = item === FIRST || (item && !AMBIGUOUS.has(item) && row.values.length > 0);
		const table = begins ? walk(text, rows, index) : null;
		if (table) tables.push(table);
		index = table ? Math.max(table.end, index + 1) : index + 1;
	}
	return tables;
}

function underOwnTitle(
	text: string,
	rows: readonly Row[],
	tables: readonly Walked[],
	year: number | null
): readonly Walked[] {
	const own = tables.filter(({ start }) => {
		const row = rows[start];
		// The labels before its own may stand above the heading.
		const slot = row && (row.labels.at(-1) ?? row.values[0]);
		return slot && year !== null && yearAbove(text, slot.start) === year;
	});
	return own.length > 0 ? own : tables;
}

/** All that a table says, to tell a table that stands twice from another. */
function figuresOf({ rows }: Walked): string {
	const figures = ([row]: readonly Row[]) => row?.values.map(({ figure }) => figure?.number);
	return JSON.stringify([...rows].map(([item, rowsOfItem]) => [item, figures(rowsOfItem)]));
}

/** The rows that stand in each of several tables, by item: of one that is alone whose is not known. */
function together(tables: readonly Walked[]): ReadonlyMap<string, readonly Row[]> {
	const [first] = tables;
	const items = [...(first?.rows.keys() ?? [])].filter((item) =>
		tables.every(({ rows }) => rows.has(item))
	);
	return new Map(items.map((item) => [item, tables.flatMap(({ rows }) => rows.get(item) ?? [])]));
}

/** Rows whose label is also a column's, or a group's. */
const AMBIGUOUS = new Set(['other', 'other_other', 'outcomes_total']);

function walk(text: string, rows: readonly Row[], start: number): Walked {
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
		.filter(({ code }) => code === SECTION)
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

/** Reads the cells of section 三. */
export function readApplications(read: ReadCells, found: Applications): void {
	const order = found.order ?? APPLICANTS;
	const held = order.flatMap((measure, column) => (measure ? [{ measure, column }] : []));
	const own = held.map(({ column }) => column);
	const applicants = held.map(({ measure }) => APPLICANTS.indexOf(measure));
	const headsInOrder = new Map(
		[...found.heads].map(([table, heads]) => [table, arranged(heads, order)])
	);
	for (const [code, rows] of found.rows) {
		const all = COLUMNS.get(code) ?? [];
		const columns = order === APPLICANTS ? all : applicants.map((at) => all[at] as Column);
		const placings = rows.map((row) => {
			const heads = row.grid ? headsInOrder.get(row.grid.table) : undefined;
			const placing = place(row, order.length, read.text, heads);
			return heads !== undefined || found.order ? placing : unordered(placing);
		});
		const span = rows[0] ? spanOfRow(rows[0]) : null;
		const placing = contested(placings, span);
		if (placing) {
			const part = own.length === order.length ? placing : onlyColumns(placing, own);
			read.take(columns, part, span, ITEMS.get(code)?.label.zh ?? code);
		}
	}
}

/** For each row of every edition's section 三, its column of each applicant. */
const COLUMNS: ReadonlyMap<string, readonly Column[]> = new Map(
	[...ITEMS.keys()].map((item) => [
		item,
		APPLICANTS.map(({ code, unit }) => ({
			address: addressOf(SECTION, item, code),
			unit,
			headUnit: 'none'
		}))
	])
);

/** The heads of the form's columns in the order in which they stand; null where some have none. */
function arranged({ table, areas }: Heads, order: Order): Heads | null {
	const found = order.flatMap((measure) => (measure && areas[APPLICANTS.indexOf(measure)]) ?? []);
	return found.length === order.length ? { table, areas: found } : null;
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
