import type { Area, GridRow } from '../slot.ts';
import type { Span } from '../../form/index.ts';

/** A cell as it was written into the text. */
export interface WrittenCell extends Span {
	readonly area: Area;
	/** True for a cell that shows something which is no text, such as a picture. */
	readonly opaque: boolean;
}

/** A line of the text of a page: a block's, or a row's with its cells. */
export interface WrittenLine extends Span {
	readonly cells: readonly WrittenCell[] | null;
	readonly grid: GridRow | null;
}

/** Spaces that a page's source may hold anywhere and that show as one. */
const SPACES = /[\t\n\f\r ]+/g;

/**
 * The visible text of a page, written in the order in which it is shown: blocks on lines, the cells
 * of a row between tabs. Every place is known when it is written.
 */
export class PageText {
	readonly lines: WrittenLine[] = [];
	private readonly parts: string[] = [];
	private size = 0;
	private lineStart = 0;
	/** Where the words begin that a space may follow: the line, or the cell. */
	private start = 0;
	private spacePending = false;

	get length(): number {
		return this.size;
	}

	get text(): string {
		return this.parts.join('');
	}

	/** Writes words; spaces run together into one, and vanish at the ends. */
	write(words: string): void {
		const flat = words.replace(SPACES, ' ');
		if (flat === '') return;
		if (flat === ' ') {
			this.space();
			return;
		}
		const from = flat.startsWith(' ') ? 1 : 0;
		const to = flat.endsWith(' ') ? flat.length - 1 : flat.length;
		if (from === 1) this.space();
		if (this.spacePending && this.size > this.start) this.put(' ');
		this.spacePending = false;
		this.put(flat.slice(from, to));
		if (to < flat.length) this.space();
	}

	/** Writes words as they stand, each line of them on a line. */
	writeLines(words: string): void {
		words.split(/\r?\n/).forEach((line, index) => {
			if (index > 0) this.endLine();
			if (line !== '') this.put(line);
		});
	}

	/** Sets what follows apart by a space. */
	space(): void {
		this.spacePending = true;
	}

	/** Ends the line under way, if anything stands in it. */
	endLine(): void {
		this.spacePending = false;
		if (this.size > this.lineStart) {
			this.lines.push({ start: this.lineStart, end: this.size, cells: null, grid: null });
			this.newLine();
		}
	}

	/** Begins a cell of a row; gives its place. */
	startCell(first: boolean): number {
		if (!first) this.put('\t');
		this.start = this.size;
		this.spacePending = false;
		return this.size;
	}

	/** Ends a row of cells. */
	endRow(cells: readonly WrittenCell[], grid: GridRow): void {
		this.spacePending = false;
		this.lines.push({ start: this.lineStart, end: this.size, cells, grid });
		this.newLine();
	}

	private newLine(): void {
		this.put('\n');
		this.lineStart = this.size;
		this.start = this.size;
	}

	private put(words: string): void {
		this.parts.push(words);
		this.size += words.length;
	}
}
