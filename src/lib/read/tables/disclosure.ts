import {
	addressOf,
	EDITIONS,
	editionOf,
	type Block,
	type FormCode,
	type Measure,
	type Span
} from '../../form/index.ts';
import type { Column, ReadCells } from './cells.ts';
import { unitAsked, type WrittenUnit } from '../figure.ts';
import { headsAmong } from './head.ts';
import { anyOf, keysOf, labelKey } from './label.ts';
import { place } from './place.ts';
import { contested } from './placing.ts';
import { spanOfRow, type Row } from './row.ts';
import type { Slot } from '../slot.ts';
import { areYears, ownColumns } from './years.ts';

const SECTION = 'disclosure';

/** An item's row in section 二, with the key of the header it stands under. */
interface ItemRow {
	readonly item: string;
	readonly row: Row;
	/** Further rows of the same label. */
	readonly others: Row[];
	readonly header: string;
	/** The keys of that header, a label each. */
	readonly names: readonly string[];
	/** The labels of that header which stand in the same table. */
	readonly heads: readonly Slot[];
}

/** The rows of section 二, and what its headers say of the edition. */
export interface Disclosure {
	readonly rows: readonly ItemRow[];
	/** The edition that more of the headers belong to; null where none tells. */
	readonly form: FormCode | null;
	/** A header that belongs to that edition only. */
	readonly sign: Span | null;
}

/** For each edition, the keys of the columns of section 二 that no other edition has. */
const SIGNS: ReadonlyMap<FormCode, ReadonlyMap<string, string>> = new Map(
	EDITIONS.map(({ code }) => {
		const others = EDITIONS.filter((other) => other.code !== code);
		const shared = new Set(others.flatMap((other) => measuresOf(other.code).flatMap(keysOf)));
		const signs = measuresOf(code).flatMap((measure) =>
			keysOf(measure)
				.filter((key) => !shared.has(key))
				.map((key): [string, string] => [key, measure.code])
		);
		return [code, new Map(signs.filter(([, measure]) => measure !== 'decisions'))];
	})
);

/** Words of any header or caption of section 二. */
const HEADER_KEYS = anyOf([
	'信息内容',
	'第二十条第',
	...EDITIONS.flatMap(({ code }) => measuresOf(code).flatMap(keysOf))
]);

function blocksOf(form: FormCode): readonly Block[] {
	return editionOf(form).sections.find(({ code }) => code === SECTION)?.blocks ?? [];
}

function measuresOf(form: FormCode): Measure[] {
	return blocksOf(form).flatMap(({ measures }) => measures);
}

const isHeader = (key: string) => HEADER_KEYS.test(key);

/** Labels kept of the header over one block of rows. */
const HEAD_LABELS = 32;
const NO_HEADS = { table: null, slots: [] };

/** Finds section 二 among the rows before section 三. */
export function findDisclosure(text: string, rows: readonly Row[]): Disclosure {
	const keys = rows.map((row) =>
		row.labels.map(({ start, end }) => labelKey(text.slice(start, end)))
	);
	const found = new Map<string, ItemRow>();
	let header = '';
	let names: readonly string[] = [];
	let heads: { readonly table: number | null; readonly slots: readonly Slot[] } = NO_HEADS;
	let headerOpen = false;
	let detached = false;
	const first = keys.findIndex((labels) => isHeader(labels.join('')));
	for (const [index, row] of rows.entries()) {
		const labels = keys[index];
		if (index < first || !labels) continue;
		const item =
			row.meaning?.role === 'item' && row.meaning.section === SECTION ? row.meaning.item : null;
		const words = item === null ? labels : labels.slice(0, -1);
		const above = words.join('');
		if (isHeader(above)) {
			header = headerOpen ? header + above : above;
			names = headerOpen ? [...names, ...words].slice(-HEAD_LABELS) : words;
			const table = row.grid?.table ?? null;
			const before = headerOpen && heads.table === table ? heads.slots : [];
			heads = { table, slots: [...before, ...row.labels].slice(-HEAD_LABELS) };
			headerOpen = true;
			detached = isDetached(row, item);
		} else if (headerOpen && areYears(words)) names = [...names, ...words].slice(-HEAD_LABELS);
		else if (headerOpen && /^单位(?:千|万|亿)?元/.test(above)) header += above;
		if (item === null) continue;
		headerOpen = false;
		if (detached || row.values.length === 0) continue;
		const before = found.get(item);
		if (before) {
			before.others.push(row);
			continue;
		}
		const own = row.grid && heads.table === row.grid.table ? heads.slots : [];
		found.set(item, { item, row, others: [], header, names, heads: own });
	}
	return { rows: [...found.values()], ...signOf(text, rows, keys) };
}

/**
 * The edition that the rows of section 二 fit without their headers: the one that alone has columns
 * for what stands in some rows, where no row fits another alone; null where several fit, or none.
 */
export function formOfShape({ rows }: Disclosure): FormCode | null {
	const fitting = rows.map(({ item, row }) =>
		EDITIONS.filter(({ code }) => {
			const block = blocksOf(code).find(({ items }) => items.some((one) => one.code === item));
			return block !== undefined && hasRoomFor(row, block.measures.length);
		})
	);
	const alone = fitting.flatMap((editions) => (editions.length === 1 ? editions : []));
	const [first] = alone;
	return first && alone.every((edition) => edition === first) ? first.code : null;
}

/** Whether a row has a figure for each of some columns; run together, a digit for each at least. */
function hasRoomFor(row: Row, columns: number): boolean {
	const [figure] = row.values.filter(({ kind }) => kind === 'figure');
	if (row.glued && figure) return figure.end - figure.start >= columns;
	return figuresIn(row) === columns;
}

/** Where two reports stand in a text, the rows that both have: of the others whose is not known. */
export function onlyRepeated(found: Disclosure): Disclosure {
	return { ...found, rows: found.rows.filter(({ others }) => others.length > 0) };
}

/** Figures right under a header stand above their labels: which is whose cannot be told. */
function isDetached(row: Row, item: string | null): boolean {
	return item === null && row.gaps === 'lost' && row.values.some(({ figure }) => figure);
}

function signOf(
	text: string,
	rows: readonly Row[],
	keys: readonly (readonly string[])[]
): Pick<Disclosure, 'form' | 'sign'> {
	const heads = keys.map((labels) => labels.join('')).filter(isHeader);
	const counts = [...SIGNS].map(([form, signs]) => {
		const seen = [...signs].filter(([key]) => heads.some((head) => head.includes(key)));
		return { form, seen: new Set(seen.map(([, measure]) => measure)).size };
	});
	const [best, second] = counts.toSorted((a, b) => b.seen - a.seen);
	if (!best || best.seen === (second?.seen ?? -1)) return { form: null, sign: null };
	const signs = SIGNS.get(best.form);
	for (const [index, labels] of keys.entries()) {
		const at = labels.findIndex((key) => signs?.has(key));
		const slot = rows[index]?.labels[at];
		if (slot) return { form: best.form, sign: { start: slot.start, end: slot.end } };
	}
	return { form: best.form, sign: null };
}

/** Reads the cells of section 二 in the edition settled on. */
export function readDisclosure(
	read: ReadCells,
	found: Disclosure,
	form: FormCode,
	year: number | null
): void {
	for (const { item, row, others, header, names, heads } of found.rows) {
		const block = blockOf(item, header, form);
		const own = block && ownColumns(names, block.measures, row, year);
		const measures =
			own?.measures ??
			(block && !isForeign(header, item, block)
				? (orderOfNames(names, block.measures) ?? orderedBy(header, block.measures, figuresIn(row)))
				: null);
		if (!block || !measures) continue;
		const columns = measures.map((measure): Column => ({
			address: addressOf(SECTION, item, measure.code),
			unit: measure.unit,
			headUnit: headUnit(header, measure)
		}));
		const label = block.items.find(({ code }) => code === item)?.label.zh ?? item;
		const above = row.grid && headsAmong(read.text, row.grid.table, heads, measures);
		const placings = [
			own
				? place(own.row, columns.length, read.text)
				: place(row, columns.length, read.text, above),
			...others.map((other) => place(other, columns.length, read.text))
		];
		const placing = contested(placings, spanOfRow(row));
		if (placing) read.take(columns, placing, spanOfRow(row), label);
	}
}

/** The block an item stands in: the edition's own, unless the header is plainly another's. */
function blockOf(item: string, header: string, form: FormCode): Block | null {
	const hits = (block: Block) =>
		block.measures.filter((measure) => at(header, measure) >= 0).length;
	const holds = ({ items }: Block) => items.some(({ code }) => code === item);
	const own = blocksOf(form).find(holds) ?? null;
	const others = EDITIONS.filter(({ code }) => code !== form).flatMap(({ code }) =>
		blocksOf(code).filter(holds)
	);
	return others.reduce<Block | null>(
		(best, block) => (!best || hits(block) > hits(best) ? block : best),
		own
	);
}

function at(header: string, measure: Measure): number {
	let first = -1;
	for (const key of keysOf(measure)) {
		const index = header.indexOf(key);
		if (index >= 0 && (first === -1 || index < first)) first = index;
	}
	return first;
}

/** Whether a header that lacks a column of a block names one of another edition instead. */
function isForeign(header: string, item: string, block: Block): boolean {
	const named = block.measures.filter((measure) => at(header, measure) >= 0);
	if (named.length === 0 || named.length === block.measures.length) return false;
	const own = new Set(block.measures.flatMap(keysOf));
	const keys = EDITIONS.flatMap(({ code }) => blocksOf(code))
		.filter(({ items }) => items.some(({ code }) => code === item))
		.flatMap(({ measures }) => measures.flatMap(keysOf));
	return keys.some((key) => !own.has(key) && header.includes(key));
}

/** The unit that the header asks an amount in: behind the column's name, or for the whole table. */
function headUnit(header: string, measure: Measure): WrittenUnit {
	if (measure.unit !== 'wan_yuan') return 'none';
	const behind = keysOf(measure).flatMap((key) => {
		const start = header.indexOf(key);
		return start === -1 ? [] : [unitAsked(header.slice(start + key.length))];
	});
	const named = behind.find((unit) => unit !== 'none');
	return named ?? unitAsked(/单位(?:千|万|亿)?元/.exec(header)?.[0] ?? '');
}

const figuresIn = ({ values }: Row) => values.filter(({ kind }) => kind === 'figure').length;

/** Characters of 信息内容, or of what an agency calls it. */
const FIRST_HEAD = 6;

/**
 * The measures in the order of the heads behind 信息内容, where there is one for each: a single head
 * that is not known is that of the measure which the others leave. Null where more are not known.
 */
function orderOfNames(
	names: readonly string[],
	measures: readonly Measure[]
): readonly Measure[] | null {
	const first = names.findLastIndex((name) => name.startsWith('信息')) + 1;
	const heads = first === 0 ? [] : names.slice(first);
	// Where heads stand in one cell with 信息内容, those behind are not all.
	if ((names[first - 1] ?? '').length > FIRST_HEAD) return null;
	if (heads.length !== measures.length) return null;
	const known = heads.map((head) => measures.filter((measure) => at(head, measure) >= 0));
	const told = known.flatMap((some) => (some.length === 1 ? some : []));
	const left = measures.filter((measure) => !told.includes(measure));
	if (new Set(told).size < told.length || left.length > 1) return null;
	return known.flatMap((some) => (some.length === 1 ? some : left));
}

/**
 * The measures in the order of the header, without those that a row as short as the header leaves
 * out; null where the header leaves the order in doubt.
 */
function orderedBy(
	header: string,
	measures: readonly Measure[],
	figures: number
): readonly Measure[] | null {
	const seen = measures.filter((measure) => at(header, measure) >= 0);
	const sorted = seen.toSorted((one, other) => at(header, one) - at(header, other));
	// The lines of heads that wrap stand in no order, some above 信息内容.
	const behind = seen.every((measure) => header.indexOf('信息内容') <= at(header, measure));
	const short = seen.length > 0 && seen.length < measures.length && seen.length === figures;
	if (short) return behind ? sorted : null;
	if (seen.length < measures.length && beginsInAnotherOrder(header, measures)) return null;
	if (sorted.every((measure, index) => measure === seen[index])) return measures;
	return seen.length === measures.length && behind ? sorted : null;
}

/** Characters by which the beginning of a head is known where it wraps: 本年废止. */
const BEGINNING = 4;

/** Whether the beginnings of all heads stand in a header, in another order than the form's. */
function beginsInAnotherOrder(header: string, measures: readonly Measure[]): boolean {
	const places = measures.map((measure) =>
		Math.max(...keysOf(measure).map((key) => header.indexOf(key.slice(0, BEGINNING))))
	);
	const apart = new Set(places).size === measures.length && !places.includes(-1);
	return apart && places.some((place, index) => place < (places[index - 1] ?? 0));
}
