import { addressOf, APPLICANTS, EDITIONS, type Item } from '../../form/index.ts';
import type { Column, ReadCells } from './cells.ts';
import { headsByTable, type Heads } from './head.ts';
import { COLUMN_HEADS, labelKey } from './label.ts';
import { place } from './placing.ts';
import { isRemediesHeader } from './remedies.ts';
import { spanOfRow, type Row } from './row.ts';

const SECTION = 'applications';

/** The rows of section 三 that stand in a report, and where the section begins and ends. */
export interface Applications {
	readonly rows: ReadonlyMap<string, Row>;
	readonly start: number;
	readonly end: number;
	/** The heads of the applicants' columns, by table, in formats whose tables have a grid. */
	readonly heads: ReadonlyMap<number, Heads>;
}

type Walked = Omit<Applications, 'heads'>;

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

/** Finds section 三: of several tables that begin alike, the one with most rows. */
export function findApplications(text: string, rows: readonly Row[]): Applications | null {
	let best: Walked | null = null;
	for (const [start, row] of rows.entries()) {
		if (itemOf(row) !== FIRST || row.values.length === 0) continue;
		const found = walk(text, rows, start);
		if (!best || found.rows.size > best.rows.size) best = found;
	}
	const found = best ?? headless(text, rows);
	return found && { ...found, heads: headsByTable(text, rows, APPLICANTS) };
}

/** A section 三 whose first row is lost begins with any row that only it has. */
function headless(text: string, rows: readonly Row[]): Walked | null {
	const start = rows.findIndex((row) => {
		const item = itemOf(row);
		return item !== null && !AMBIGUOUS.has(item) && row.values.length > 0;
	});
	return start === -1 ? null : walk(text, rows, start);
}

/** Rows whose label is also a column's, or a group's. */
const AMBIGUOUS = new Set(['other', 'other_other', 'outcomes_total']);

function walk(text: string, rows: readonly Row[], start: number): Walked {
	const found = new Map<string, Row>();
	const before = rows[start - 1];
	const detached = before !== undefined && isDetached(before);
	let end = start;
	for (let index = start; index < rows.length; index += 1) {
		const row = rows[index];
		if (!row || isRemediesHeader(text, row)) break;
		const item = itemOf(row);
		if (item === FIRST && index > start && row.values.length > 0) break;
		if (item === null || row.values.length === 0 || found.has(item)) continue;
		if (AMBIGUOUS.has(item) && !isPlausible(text, item, row, found)) continue;
		if (!detached || row.gaps === 'kept') found.set(item, row);
		end = index + 1;
	}
	dropGroupRow(found);
	return { rows: found, start, end };
}

/** Figures right above the first label: each line of figures stands above its own label. */
function isDetached({ gaps, values, meaning }: Row): boolean {
	const figures = values.filter(({ figure }) => figure).length;
	const ofDisclosure = meaning?.role === 'item' && meaning.section === 'disclosure';
	return gaps === 'lost' && figures >= APPLICANTS.length - 1 && !ofDisclosure;
}

/** Whether 其他, 其他处理 or 总计 is a row here, and not the head of a column. */
function isPlausible(
	text: string,
	item: string,
	row: Row,
	found: ReadonlyMap<string, Row>
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
function dropGroupRow(found: Map<string, Row>): void {
	const split = SPLIT_OTHERS.some((item) => found.has(item));
	const figures = found.get('other')?.values.some(({ kind }) => kind === 'figure');
	if (split && !figures) found.delete('other');
}

/** Reads the cells of section 三. */
export function readApplications(read: ReadCells, found: Applications): void {
	for (const [code, row] of found.rows) {
		const columns = APPLICANTS.map(({ code: measure, unit }): Column => ({
			address: addressOf(SECTION, code, measure),
			unit,
			inYuan: false
		}));
		const label = ITEMS.get(code)?.label.zh ?? code;
		const heads = row.grid ? (found.heads.get(row.grid.table) ?? null) : null;
		read.take(columns, place(row, columns.length, read.text, heads), spanOfRow(row), label);
	}
}
