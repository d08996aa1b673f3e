import { addressOf, APPLICANTS } from '../../form/index.ts';
import {
	AMBIGUOUS,
	FIRST,
	HEAD_ROWS,
	itemOf,
	ITEMS,
	walk,
	type Walked
} from './applications-table.ts';
import type { Column, ReadCells } from './cells.ts';
import { headsByTable, type Heads } from './head.ts';
import { yearAbove } from './heading.ts';
import { orderOfApplicants, type Order } from './order.ts';
import { place } from './place.ts';
import { contested, onlyColumns, unordered } from './placing.ts';
import { spanOfRow, type Row } from './row.ts';

const SECTION = 'applications';

/** The rows of section 三 that stand in a report, and where the section begins and ends. */
export interface Applications extends Walked {
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
	/** The heads of the applicants' columns, by table, in formats whose tables have a grid. */
	readonly heads: ReadonlyMap<number, Heads>;
}

/** Rows that make a table of section 三; the same labels may stand in a text too. */
const TABLE_ROWS = 8;

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
	// Tables with the same figures may be those of several agencies, whose other sections differ.
	const several = own.length > 1;
	const nextStart = tables.find((table) => table.start >= first.end)?.start ?? rows.length;
	return {
		...first,
		rows: undecided ? together(own) : first.rows,
		undecided,
		from: others.at(-1)?.end ?? 0,
		next: several ? rows.length : nextStart,
		until: several ? (own.at(-1)?.start ?? start) : start,
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
