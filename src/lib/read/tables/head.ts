import type { Measure, Span } from '../../form/index.ts';
import { keysOf, LABEL_LENGTH, labelKey } from './label.ts';
import type { Row } from './row.ts';
import type { Area, Slot } from '../slot.ts';

/** The heads of the columns of a table: for each column of the form, where its head stands. */
export interface Heads {
	readonly table: number;
	readonly areas: readonly Area[];
}

/** A slot that stands in a grid. */
type Placed = Slot & { readonly area: Area };

export const isPlaced = (slot: Slot): slot is Placed => slot.area !== undefined;

/** The heads that lie apart; null where two stand over one column. */
export function headsAt(table: number, areas: readonly Area[]): Heads | null {
	const sorted = areas.toSorted((one, other) => one.column - other.column);
	const apart = sorted.every((area, index) => {
		const next = sorted[index + 1];
		return !next || area.column + area.columns <= next.column;
	});
	return apart ? { table, areas } : null;
}

/** Whether the heads stand in the order of the form. */
export function inOrder({ areas }: Heads): boolean {
	return areas.every((area, index) => index === 0 || area.column > (areas[index - 1]?.column ?? 0));
}

const keyAt = (text: string, { start, end }: Span) =>
	end - start > LABEL_LENGTH ? '' : labelKey(text.slice(start, end));

/** The heads among some labels, one for each measure; null unless each has exactly one. */
export function headsAmong(
	text: string,
	table: number,
	labels: readonly Slot[],
	measures: readonly Measure[]
): Heads | null {
	// Two heads in one cell do not lie apart.
	if (labels.length < measures.length) return null;
	const named = labels.map((label) => ({ label, key: keyAt(text, label) }));
	const areas = measures.flatMap((measure) => {
		const keys = keysOf(measure);
		const exact = named.filter(({ key }) => keys.includes(key));
		const fitting =
			exact.length > 0
				? exact
				: named.filter(({ key }) => keys.some((word) => key.startsWith(word)));
		const [only] = fitting;
		return fitting.length === 1 && only && isPlaced(only.label) ? [only.label.area] : [];
	});
	return areas.length === measures.length ? headsAt(table, areas) : null;
}

/** Labels kept above a row of figures; more than a whole header of the form. */
const LABELS = 64;

/** For each table, the heads of the measures: the first label of each, above the table's figures. */
export function headsByTable(
	text: string,
	rows: readonly Row[],
	measures: readonly Measure[]
): Map<number, Heads> {
	const labels = new Map<number, Slot[]>();
	const found = new Map<number, Heads>();
	const settle = (table: number) => {
		const above = labels.get(table);
		const heads = above && headsAmong(text, table, firstOfEach(text, above), measures);
		if (heads) found.set(table, heads);
		labels.delete(table);
	};
	for (const { grid, labels: words, values } of rows) {
		if (!grid || found.has(grid.table)) continue;
		if (values.some(({ kind }) => kind === 'figure')) settle(grid.table);
		else labels.set(grid.table, [...(labels.get(grid.table) ?? []), ...words].slice(-LABELS));
	}
	for (const table of [...labels.keys()]) settle(table);
	return found;
}

/** The labels without those whose words stood before: heads stand above rows of the same name. */
function firstOfEach(text: string, labels: readonly Slot[]): Slot[] {
	const seen = new Set<string>();
	return labels.filter((label) => {
		const key = keyAt(text, label);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** The slot under each head; `merged` where a cell covers more than the column it stands in. */
export interface UnderHeads {
	readonly columns: readonly (Slot | null)[];
	readonly merged: boolean;
}

/**
 * The cells of a row under the heads of their table. Null where the grid does not settle it: a
 * head has no cell or several, or a figure stands under no head.
 */
export function underHeads(row: Row, { areas }: Heads): UnderHeads | null {
	if (isSquare(row, areas)) return { columns: row.values, merged: false };
	const columns: (Slot | null)[] = areas.map(() => null);
	const covered = new Set<number>();
	let merged = false;
	for (const slot of row.values) {
		if (!isPlaced(slot)) return null;
		const over = hits(slot.area, areas);
		if (over.length === 0 && slot.kind === 'figure') return null;
		if (over.some((index) => covered.has(index))) return null;
		const [only] = over;
		const whole = over.length === 1 && slot.area.rows === 1;
		if (over.length > 0 && !whole) merged = true;
		if (whole && only !== undefined) columns[only] = slot;
		over.forEach((index) => covered.add(index));
	}
	for (const area of row.grid?.above ?? []) {
		for (const index of hits(area, areas)) {
			if (covered.has(index)) return null;
			covered.add(index);
			merged = true;
		}
	}
	return covered.size === areas.length ? { columns, merged } : null;
}

/** Whether a row's cells stand under the heads one for one, as nearly all do. */
function isSquare({ values }: Row, areas: readonly Area[]): boolean {
	if (values.length !== areas.length) return false;
	return values.every(({ area }, index) => {
		const head = areas[index];
		return area?.column === head?.column && area?.columns === head?.columns && area?.rows === 1;
	});
}

function hits({ column, columns }: Area, areas: readonly Area[]): number[] {
	return areas.flatMap((area, index) =>
		column < area.column + area.columns && area.column < column + columns ? [index] : []
	);
}

/**
 * Whether cells of a row may be merged ones, so that their order tells no columns: cells of
 * unlike width, or a cell from above among them.
 */
export function mayBeMerged({ values, grid }: Row): boolean {
	const placed = values.filter(isPlaced);
	const widths = new Set(
		placed.filter(({ kind }) => kind !== 'empty').map(({ area }) => area.columns)
	);
	const first = placed[0]?.area.column ?? Infinity;
	return widths.size > 1 || (grid?.above.some(({ column }) => column > first) ?? false);
}
