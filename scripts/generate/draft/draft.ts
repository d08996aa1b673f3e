import type { Address, FormCode, SectionCode } from '../../../src/lib/form/index.ts';
import type { Agency } from '../places.ts';
import type { Prose } from '../prose.ts';

/** What may be said of a cell: its figure, or the status of one that shows none. */
export type Answer = number | 'blank' | 'missing' | 'unreadable';

/**
 * What is true of each cell of a draft: the answers that are right, the first of them best. More
 * than one where the document leaves a doubt: then keeping silent is as right as the figure.
 */
export type Answers = Map<Address, readonly Answer[]>;

/** One place of a table as its author set it: a head, a label or a figure, with its spans. */
export interface Slot {
	text: string;
	readonly role: 'head' | 'label' | 'figure';
	/** The cell of the form that the text is the figure of. */
	readonly address: Address | null;
	across: number;
	down: number;
	/** Damage of one kind has been here; others keep away, so that each truth stays simple. */
	touched: boolean;
	/** Markup that stands for the text on HTML pages, such as an input; null for the text itself. */
	markup: string | null;
}

export interface Row {
	slots: Slot[];
	/** The item whose figures stand in the row; null for heads and captions. */
	readonly item: string | null;
	touched: boolean;
	/** Where a PDF reader puts the figures of a label that wraps over lines. */
	detached: 'above' | 'below' | null;
	/** Markup of the row’s start tag on HTML pages. */
	attributes: string;
}

export interface Grid {
	readonly section: SectionCode;
	rows: Row[];
	/** The heads have been damaged once. */
	touched: boolean;
	/** Rows before which the table is broken in two, on pages that have tables. */
	breaks: Set<Row>;
}

export type Part =
	| { readonly kind: 'heading'; text: string }
	| { readonly kind: 'paragraph'; text: string }
	| { readonly kind: 'table'; readonly grid: Grid };

/** A report before it is rendered; damage writes over it and keeps `answers` true of it. */
export interface Draft {
	readonly agency: Agency;
	readonly year: number;
	readonly form: FormCode;
	readonly edition: Edition;
	readonly prose: Prose;
	title: string;
	parts: Part[];
	readonly answers: Answers;
	/** What stands before the report and behind it, such as a comparison with last year. */
	readonly before: Part[];
	readonly after: Part[];
}

export type Edition = FormCode | 'hybrid';

export function slot(role: Slot['role'], text: string, spans: Partial<Slot> = {}): Slot {
	return { text, role, address: null, across: 1, down: 1, touched: false, markup: null, ...spans };
}

export function row(slots: Slot[], item: string | null = null): Row {
	return { slots, item, touched: false, detached: null, attributes: '' };
}

export const gridsOf = (draft: Draft): Grid[] =>
	draft.parts.flatMap((part) => (part.kind === 'table' ? [part.grid] : []));

export const gridOf = (draft: Draft, section: SectionCode): Grid | undefined =>
	gridsOf(draft).find((grid) => grid.section === section);

export const figuresOf = ({ slots }: Row): Slot[] => slots.filter(({ role }) => role === 'figure');

/** Removes a row; cells merged over it grow shorter, and those that begin in it begin below. */
export function removeRow(grid: Grid, removed: Row): void {
	const index = grid.rows.indexOf(removed);
	grid.rows.slice(0, index).forEach((above, at) => {
		for (const cell of above.slots) if (at + cell.down > index) cell.down -= 1;
	});
	const below = grid.rows[index + 1];
	if (below) {
		const left = removed.slots.filter(({ down }) => down > 1);
		below.slots.unshift(...left.map((cell) => ({ ...cell, down: cell.down - 1 })));
	}
	grid.rows.splice(index, 1);
}

/** Inserts a row below another; cells merged over that place grow taller. */
export function insertBelow(grid: Grid, above: Row, inserted: Row): void {
	const index = grid.rows.indexOf(above) + 1;
	grid.rows.slice(0, index).forEach((before, at) => {
		for (const cell of before.slots) if (at + cell.down > index) cell.down += 1;
	});
	grid.rows.splice(index, 0, inserted);
}

/** The places of a table, merged ones filled up: `null` where a merged cell covers a place. */
export function expanded({ rows }: Grid): (Slot | null)[][] {
	const places: (Slot | null | undefined)[][] = rows.map(() => []);
	rows.forEach(({ slots }, y) => {
		let x = 0;
		for (const cell of slots) {
			while (places[y]![x] !== undefined) x += 1;
			for (let dy = 0; dy < cell.down && y + dy < rows.length; dy += 1) {
				for (let dx = 0; dx < cell.across; dx += 1) {
					places[y + dy]![x + dx] = dy === 0 && dx === 0 ? cell : null;
				}
			}
			x += cell.across;
		}
	});
	return places.map((line) => Array.from(line, (place) => place ?? null));
}
