import type { Span } from '../../form/index.ts';
import type { Slot } from '../slot.ts';
import {
	groupNamed,
	isHeaderWord,
	isSign,
	opensGroup,
	rowsNamed,
	unitBehind,
	type StatisticsRow,
	type TableUnit
} from './statistics-label.ts';
import { plainWords, type Piece, type PieceLine, type StripHead } from './statistics-piece.ts';

/** A row of a strip that has ended: what it may be, and what stands in it. */
export interface ClosedRow {
	/** The one row it is; several where its words stand in groups that cannot be told apart. */
	readonly rows: readonly StatisticsRow[];
	readonly slot: Slot | null;
	/** All that stands in the row's place where it is more than one figure. */
	readonly surplus: Span | null;
	readonly unit: TableUnit | null;
	/** True under the heading of the row's own group. */
	readonly settled: boolean;
	/** True where the words stand in other groups too. */
	readonly shared: boolean;
	readonly place: Span;
	/** How many words stand where one figure is due. */
	readonly values: number;
	/** How many cells stand between the label and the figure. */
	readonly before: number;
}

/** The head of a column of figures; that of last year's, which no row is called like, also where a character was lost. */
const VALUES_HEAD =
	/^(?:(?:本|上|去|20\d\d)年度?)?(?:统计数|统计数据|数量|数值)$|^(?:本|20\d\d)年(?:度|同期)?数?$|^[上去]年(?:度|同期)?[一-龥]{0,4}$/;

/** A header run together: 统计指标单位统计数. */
const GLUED_HEAD = /^统计指标.*统计数/;

/** Pieces over which a heading and a label may wrap. */
const WRAPS = 6;
/** The row before is one that the form does not have. */
const UNKNOWN = Symbol('unknown');

/**
 * One column of rows: the whole table, or one of several set side by side. Keeps the label under
 * way, and the group that the rows stand in.
 */
export class Strip {
	private labels: Slot[] = [];
	private unit: TableUnit | null = null;
	private values: Slot[] = [];
	private heading: string | null = null;
	/** The group of the last row that only one group has; it outweighs a heading before it. */
	private near: string | null = null;
	private before: string | typeof UNKNOWN | null = null;
	private head: StripHead | null = null;
	/** True where lines hold several rows without a header that says so: groups cannot be told. */
	private mixed = false;
	/** Heads of columns of figures, where cells are told apart by spaces or lines. */
	private columns = 0;
	/** Whether the cells of the line under way are kept apart. */
	private kept = true;
	/** The end of a label whose figure stood between its two halves. */
	private consumed: Slot | null = null;

	constructor(private readonly text: string) {}

	/** Begins below a header of the table, which may be the same one repeated on the next page. */
	begin(head: StripHead | null): void {
		this.head = head;
		this.reset();
	}

	/** Reads the pieces of one line; `next` is the first label of the next. */
	read({ layout, pieces }: PieceLine, next: Slot | null): ClosedRow[] {
		if (layout === 'prose') this.reset();
		const closed: ClosedRow[] = [];
		let rows = 0;
		this.kept &&= layout === 'cells';
		for (const piece of layout === 'cells' ? withoutIndex(pieces) : pieces) {
			if (piece.role === 'label') this.takeNumbering(piece.slot);
			if (piece.role === 'label' && this.begun) {
				if (rows > 0 && layout !== 'stream') this.mixed = true;
				closed.push(...this.close(piece.slot));
			}
			if (piece.role === 'value') rows += 1;
			this.add(piece, layout);
		}
		if (layout === 'cells' || layout === 'words') closed.push(...this.endLine(next));
		return closed;
	}

	finish(): ClosedRow[] {
		return this.begun ? this.close(null) : [];
	}

	private get begun(): boolean {
		return this.labels.length > 0 && (this.unit !== null || this.values.some(isWritten));
	}

	private add(piece: Piece, layout: PieceLine['layout']): void {
		if (piece.role === 'label') return this.addLabel(piece.slot);
		if (piece.role === 'unit') {
			if (this.labels.length > 0) this.unit = piece.unit;
			return;
		}
		// A line of spaces in a table a cell a line is a blank cell only behind its unit.
		const spaces = layout !== 'cells' && piece.slot.start === piece.slot.end;
		if (spaces && this.unit === null) return;
		// Digits run together may be figures of several columns, unless the head has one.
		if (piece.glued && this.columns !== 1) return;
		if (this.labels.length > 0) this.values.push(piece.slot);
	}

	/** A number right before a label that goes on with a dot is the label's: 2 . 政府网站. */
	private takeNumbering(slot: Slot): void {
		if (/^[.．、）)]/.test(this.wordsOf([slot]))) this.values.pop();
	}

	private addLabel(slot: Slot): void {
		if (slot.start === this.consumed?.start) return;
		const word = this.wordsOf([slot]);
		if (isSign(word)) this.columns = 0;
		this.columns += word.split(/\s+/).filter((head) => VALUES_HEAD.test(head)).length;
		if (GLUED_HEAD.test(word)) this.columns = word.match(/统计数/g)?.length ?? 0;
		if (isSign(word) || (isHeaderWord(word) && this.labels.length === 0)) {
			return this.reset();
		}
		this.values = [];
		this.labels = [...this.labels, slot].slice(-WRAPS);
		if (opensGroup(word)) this.enter(null);
		for (let count = this.labels.length; count > 0; count -= 1) {
			const words = this.wordsOf(this.labels.slice(-count));
			const group = groupNamed(words);
			const [row] = rowsNamed(words);
			const heads = row?.item.numbering.endsWith('、') === true;
			if (group === null && !heads) continue;
			this.enter(group ?? row?.group ?? null);
			if (!heads) this.labels = [];
			return;
		}
	}

	private enter(group: string | null): void {
		this.heading = group;
		this.near = null;
		this.before = null;
	}

	/** A label alone may go on in the next line; a row with a unit or a figure ends. */
	private endLine(next: Slot | null): ClosedRow[] {
		if (this.begun) return this.close(next);
		const blank = this.values.some(({ kind }) => kind === 'empty');
		return blank && this.named(this.labels).length > 0 ? this.close(null) : [];
	}

	private close(next: Slot | null): ClosedRow[] {
		const { labels, values, unit } = this;
		let named = this.named(labels);
		if (named.length === 0 && next) {
			named = this.named(labels, next);
			if (named.length > 0) this.consumed = next;
		}
		const row = this.told(named);
		const rows = row ? [row] : named;
		const settled = row !== null && row.group === (this.near ?? this.heading);
		const shared = named.length > 1;
		if (row && !shared) this.near = row.group;
		this.before = row?.item.code ?? UNKNOWN;
		const written = unit ?? unitBehind(this.wordsOf(labels));
		const value = this.valueIn(values, written !== null);
		this.reset();
		if (rows.length === 0 || !rows.every((one) => fits(one, written))) return [];
		const [first] = labels;
		if (!value || !first) return [];
		const last = value.surplus ?? value.slot ?? first;
		const place = { start: first.start, end: Math.max(first.end, last.end) };
		const count = values.filter(isWritten).length;
		const before = value.slot ? values.indexOf(value.slot) : 0;
		return [{ rows, ...value, unit: written, settled, shared, place, values: count, before }];
	}

	/** The one row among those that words may name; null where the group does not tell. */
	private told(named: readonly StatisticsRow[]): StatisticsRow | null {
		if (named.length <= 1) return named[0] ?? null;
		if (this.mixed) return null;
		const group = this.near ?? this.heading;
		const here = named.filter((row) => row.group === group);
		const [only] = here.length > 1 ? here.filter(({ item }) => item.within === this.before) : here;
		return only ?? null;
	}

	/** What the longest end of some labels names, with the words that may go on below the figure. */
	private named(labels: readonly Slot[], next?: Slot): readonly StatisticsRow[] {
		for (let from = 0; from < labels.length; from += 1) {
			const rows = rowsNamed(this.wordsOf([...labels.slice(from), ...(next ? [next] : [])]));
			if (rows.length > 0) return rows;
		}
		return [];
	}

	private valueIn(
		values: readonly Slot[],
		unitKnown: boolean
	): Pick<ClosedRow, 'slot' | 'surplus'> | null {
		const written = values.filter(isWritten);
		const figures = values.filter(({ kind }) => kind === 'figure');
		if (figures.some(({ area }) => (area?.rows ?? 1) > 1)) return null;
		if (this.head && this.head.values > 1) {
			const own = written.length === this.head.values ? written[this.head.own] : undefined;
			return own ? { slot: own, surplus: null } : null;
		}
		if (!this.kept && this.columns > 1 && written.length < this.columns) return null;
		const [first, last] = [figures[0], figures.at(-1)];
		if (first && last && this.isInDoubt(values, figures)) {
			const end = Math.max(...written.map((slot) => slot.end));
			return { slot: null, surplus: { start: written[0]?.start ?? first.start, end } };
		}
		if (first) return { slot: first, surplus: null };
		const text = written.find(({ kind }) => kind === 'text');
		const slot = text ?? written.at(-1) ?? (unitKnown ? values[0] : values.at(-1));
		return slot ? { slot, surplus: null } : null;
	}

	/** Whether more stands in a row's place than its figure, or the figure in another's place. */
	private isInDoubt(values: readonly Slot[], figures: readonly Slot[]): boolean {
		// Of several columns an empty cell is one as well, and the figure behind it another's.
		const written =
			this.columns > 1
				? values
				: values.filter(({ kind, start, end }) => kind !== 'empty' && start < end);
		const [first, ...others] = figures.map(({ figure }) => figure);
		const alike = others.every((one) => one?.number === first?.number && one?.unit === first?.unit);
		// Two equal figures between spaces may be one that was split; 0 0 is no number.
		const mayBeSplit = !this.kept && others.length > 0 && first?.number !== 0;
		// A dash before a figure is the cell, and the figure that of another column.
		const behindBlank = written[0]?.kind !== 'figure';
		return !alike || mayBeSplit || behindBlank || written.some(({ kind }) => kind === 'text');
	}

	private reset(): void {
		this.kept = true;
		this.labels = [];
		this.unit = null;
		this.values = [];
	}

	private wordsOf(slots: readonly Slot[]): string {
		return slots.map((slot) => plainWords(this.text, slot)).join('');
	}
}

const isWritten = ({ kind }: Slot) => kind !== 'empty';

/** The pieces of a line from its first label on: a number before it is the row's index. */
function withoutIndex(pieces: readonly Piece[]): readonly Piece[] {
	const first = pieces.findIndex(({ role }) => role === 'label');
	return first > 0 ? pieces.slice(first) : pieces;
}

/** Whether a written unit is one of the row's. */
function fits({ unit }: StatisticsRow, written: TableUnit | null): boolean {
	return written === null || (written === 'count') === (unit === 'count');
}
