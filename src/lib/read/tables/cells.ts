import type { Address, NoteCode, ReadingNote, Span, Status, Unit } from '../../form/index.ts';
import { valueIn, type WrittenUnit } from '../figure.ts';
import type { Columns, Placing } from './placing.ts';
import { trimmed, type Slot } from '../slot.ts';

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
	/** The unit that the table's own header asks for, such as 元 instead of 万元. */
	readonly headUnit: WrittenUnit;
}

/** A row whose figures may stand under its columns in several ways, of which the sums may tell one. */
export interface DoubtfulRow {
	readonly about: string;
	readonly place: Span | null;
	readonly columns: readonly Column[];
	readonly verdict: Placing['verdict'];
	readonly ways: readonly Columns[];
}

/** The cells read so far, with the doubts met on the way. */
export class ReadCells {
	readonly cells = new Map<Address, ReadCell>();
	readonly notes: ReadingNote[] = [];
	readonly doubtfulRows: DoubtfulRow[] = [];

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
		const { verdict, ways } = placing;
		if (ways.length > 0) this.doubtfulRows.push({ about, place, columns, verdict, ways });
	}

	/** Puts a row right of whose slots more is known now; false where nothing is new. */
	mend({ about, place, columns }: DoubtfulRow, slots: Columns): boolean {
		const placed = columns.flatMap((column, index) => {
			const slot = slots[index];
			return slot ? [{ column, slot }] : [];
		});
		const isNew = placed.some(({ column: { address } }) => {
			const known = this.cells.get(address);
			return !known || known.status === 'unreadable';
		});
		if (!isNew) return false;
		// All of them anew, so that equal figures of two ways are not taken for two cells.
		for (const { column, slot } of placed) {
			this.cells.set(column.address, this.cellAt(slot, column, about));
		}
		this.note('mended_row', place, about);
		return true;
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
		if (column.unit === 'wan_yuan' && isConverted(slot.figure?.unit, column.headUnit)) {
			this.note('unit_converted', place, about);
		}
		return { status: 'reported', value, raw, place };
	}

	private valueAt(slot: Slot, { unit, headUnit }: Column): number | null {
		if (!slot.figure) return null;
		const plain = slot.figure.unit === 'none';
		return valueIn(unit, plain ? { ...slot.figure, unit: headUnit } : slot.figure);
	}

	private unreadable(span: Span): ReadCell {
		// A row that could not be placed may begin or end with a blank cell.
		const place = trimmed(this.text, span.start, span.end);
		const raw = this.text.slice(place.start, place.end);
		return { status: 'unreadable', value: null, raw, place };
	}
}

/** Whether a figure is turned into 万元: by its own unit, else by the header's. */
function isConverted(own: WrittenUnit | undefined, head: WrittenUnit): boolean {
	const unit = own === 'none' ? head : own;
	return unit === 'yuan' || unit === 'qian' || unit === 'yi';
}
