import { LIMITS } from '../../limits.ts';
import type { Area } from '../slot.ts';

interface Held extends Area {
	rows: number;
	readonly row: number;
	readonly declared: number;
}

/**
 * The grid of one table: gives each cell its columns and rows as browsers do. Spans that
 * contradict each other are clipped: a cell ends where one from above stands, and with its group
 * of rows.
 */
export class Grid {
	private held: (Held | undefined)[] = [];
	/** The cells that reached into the last row, kept so that like rows share one list. */
	private above = new Set<Held>();
	private aboveList: readonly Area[] = [];
	private row = -1;
	private column = 0;

	/** Begins a row; gives the cells from above that reach into it. */
	startRow(): readonly Area[] {
		this.row += 1;
		this.column = 0;
		let same = true;
		const above = new Set<Held>();
		this.held.forEach((held, column) => {
			if (!held) return;
			if (held.row + held.declared <= this.row) {
				this.held[column] = undefined;
				return;
			}
			held.rows = this.row - held.row + 1;
			above.add(held);
			same &&= this.above.has(held);
		});
		if (same && above.size === this.above.size) return this.aboveList;
		this.above = above;
		this.aboveList = [...above];
		return this.aboveList;
	}

	/** The area of the row's next cell. */
	place(columns: number, rows: number): Area {
		if (this.row < 0) this.startRow();
		while (this.held[this.column] !== undefined) this.column += 1;
		const column = this.column;
		let end = column + 1;
		const limit = Math.min(column + columns, LIMITS.rowSlots);
		while (end < limit && this.held[end] === undefined) end += 1;
		this.column = end;
		const area: Held = { column, columns: end - column, rows: 1, row: this.row, declared: rows };
		for (let at = column; at < Math.min(end, LIMITS.rowSlots); at += 1) this.held[at] = area;
		return area;
	}

	/** Ends a group of rows: no cell reaches beyond it. */
	endGroup(): void {
		this.held = [];
	}
}

/** A span as its attribute gives it: a whole number from 1, or 1. */
export function spanOf(attribute: string | null, most: number): number {
	const span = /^\s*\+?(\d{1,9})/.exec(attribute ?? '');
	const size = span ? Number(span[1]) : 1;
	return Math.min(Math.max(size, 1), most);
}
