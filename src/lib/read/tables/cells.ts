import type { Address, NoteCode, ReadingNote, Span, Status, Unit } from '../../form/index.ts';
import { valueIn } from '../figure.ts';
import type { Placing } from './placing.ts';
import type { Slot } from '../slot.ts';

/** What was read for one address; the cells of the form without one are missing. */
export interface ReadCell {
	readonly status: Status;
	readonly value: number | null;
	readonly raw: string | null;
	readonly place: Span | null;
}

/** A column of a row: the address of its cell, and the unit of its figure. */
export interface Column {
	readonly address: Address;
	readonly unit: Unit;
	/** True where the table's own header asks for 元 instead of 万元. */
	readonly inYuan: boolean;
}

/** A row with one figure too many, which the sums may put right. */
export interface LongRow {
	readonly about: string;
	readonly columns: readonly Column[];
	readonly slots: readonly Slot[];
}

/** The cells read so far, with the doubts met on the way. */
export class ReadCells {
	readonly cells = new Map<Address, ReadCell>();
	readonly notes: ReadingNote[] = [];
	readonly longRows: LongRow[] = [];

	constructor(readonly text: string) {}

	note(code: NoteCode, place: Span | null, about: string): void {
		this.notes.push({ code, place, about });
	}

	/** Says once that no table was read, instead of each of its rows. */
	noteNoTable(): void {
		this.notes.splice(0, Infinity, { code: 'no_table', place: null, about: '' });
	}

	/** Takes over a placed row; `about` names it for people. */
	take(columns: readonly Column[], placing: Placing, place: Span | null, about: string): void {
		if (placing.verdict !== 'exact') this.note(`${placing.verdict}_row`, place, about);
		columns.forEach((column, index) => {
			const slot = placing.columns[index];
			if (slot) this.cells.set(column.address, this.cellAt(slot, column, about));
			else if (placing.unplaced) this.cells.set(column.address, this.unreadable(placing.unplaced));
		});
		if (placing.surplus.length === columns.length + 1) {
			this.longRows.push({ about, columns, slots: placing.surplus });
		}
	}

	/** Puts a row right whose slots are now known. */
	mend(row: LongRow, slots: readonly Slot[]): void {
		row.columns.forEach((column, index) => {
			const slot = slots[index];
			if (slot) this.cells.set(column.address, this.cellAt(slot, column, row.about));
		});
		const [first, last] = [row.slots[0], row.slots.at(-1)];
		const place = first && last ? { start: first.start, end: last.end } : null;
		this.note('mended_row', place, row.about);
	}

	private cellAt(slot: Slot, column: Column, about: string): ReadCell {
		const place = { start: slot.start, end: slot.end };
		const raw = this.text.slice(slot.start, slot.end);
		if (slot.kind === 'blank' || slot.kind === 'empty') {
			return { status: 'blank', value: null, raw, place };
		}
		const value = slot.figure === null ? null : this.valueAt(slot, column);
		if (value === null) {
			this.note('unreadable_figure', place, about);
			return this.unreadable(place);
		}
		if (column.unit === 'wan_yuan' && (slot.figure?.unit === 'yuan' || column.inYuan)) {
			this.note('unit_converted', place, about);
		}
		return { status: 'reported', value, raw, place };
	}

	private valueAt(slot: Slot, { unit, inYuan }: Column): number | null {
		if (!slot.figure) return null;
		const plain = slot.figure.unit === 'none' && inYuan;
		return valueIn(unit, plain ? { ...slot.figure, unit: 'yuan' } : slot.figure);
	}

	private unreadable(place: Span): ReadCell {
		const raw = this.text.slice(place.start, place.end);
		return { status: 'unreadable', value: null, raw, place };
	}
}
