import readWorkbook from 'read-excel-file/universal';
import { LIMITS } from '../../limits.ts';
import { slotAt, type Area, type Document, type Line, type Slot } from '../slot.ts';
import { shownNumber } from './numberformat.ts';
import { partsOf } from './package.ts';
import { layoutsOf, type Merge, type SheetCell, type SheetLayout } from './sheet.ts';
import { XmlTrouble } from './xml.ts';

/** A value as read-excel-file gives it: words, a number as written, a truth, a day, or nothing. */
type Value = string | boolean | Date | null;

/**
 * An .xlsx as rows of cells between tabs: what its visible sheets show, every cell at its true
 * column. read-excel-file reads the values; where they stand, how they show and what is merged or
 * hidden is read beside it, which it does not tell.
 * @throws {ZipTrouble | XmlTrouble | Error} as the file is damaged or too large
 */
export async function readXlsx(bytes: Uint8Array): Promise<Document> {
	const layouts = layoutsOf(await partsOf(bytes));
	const copy = new Uint8Array(bytes);
	const sheets = await readWorkbook(copy.buffer, { trim: false, parseNumber: (words) => words });
	const writer = new SheetWriter();
	layouts.forEach((layout, index) => {
		if (!layout.visible) return;
		const sheet = sheets[index];
		if (sheet?.sheet !== layout.name) {
			throw new XmlTrouble('damaged', `找不到工作表“${layout.name}”`);
		}
		writer.write(layout, sheet.data as unknown as readonly (readonly Value[])[]);
	});
	return writer.document();
}

/** Writes sheets row by row into one text. */
class SheetWriter {
	private text = '';
	private readonly lines: Line[] = [];
	private tables = 0;

	document(): Document {
		return { text: this.text, lines: this.lines };
	}

	write(layout: SheetLayout, values: readonly (readonly Value[])[]): void {
		this.tables += 1;
		const columns = range(layout.columns, layout.hiddenColumns);
		const rows = range(layout.rows, layout.hiddenRows);
		const merged = new MergedCells(layout.merges, rows, columns);
		for (const row of rows) {
			const cells = layout.cells.get(row);
			const own = columns.filter((column) => !merged.covers(row, column));
			const words = own.map((column) => shown(cells?.get(column), values[row]?.[column] ?? null));
			// A row without words stands between two tables.
			if (words.every((word) => word === '')) this.tables += 1;
			else
				this.writeRow(
					words,
					own.map((column) => merged.areaOf(row, column)),
					merged.above(row)
				);
		}
	}

	private writeRow(words: readonly string[], areas: readonly Area[], above: readonly Area[]): void {
		const places = words.map((word, index) => {
			if (index > 0) this.text += '\t';
			const start = this.text.length;
			this.text += word;
			return { start, end: this.text.length };
		});
		this.text += '\n';
		const slots = places.map(({ start, end }, index): Slot => {
			const area = areas[index];
			return { ...slotAt(this.text, start, end), ...(area && { area }) };
		});
		this.lines.push({ layout: 'cells', slots, grid: { table: this.tables, above } });
	}
}

function range(size: number, without: ReadonlySet<number>): number[] {
	return Array.from({ length: size }, (_, index) => index).filter((index) => !without.has(index));
}

/** What a cell shows, in one line. */
function shown(cell: SheetCell | undefined, value: Value): string {
	if (!cell) return '';
	if (cell.type === 'e') return cell.value ?? '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (cell.type === 'n' && cell.value !== null && cell.value !== '') {
		// A number in a format that is no plain number's is shown with the format: no figure.
		return shownNumber(cell.value, cell.format) ?? `${cell.value} [${cell.format ?? '?'}]`;
	}
	return String(value ?? '')
		.replace(/[\s\u2028\u2029]+/g, ' ')
		.trim();
}

/** The merged cells of a sheet, in the rows and columns that show. */
class MergedCells {
	/** The merges that reach into each row, and the row each begins in. */
	private readonly byRow = new Map<number, { merge: Merge; area: Area; first: number }[]>();

	constructor(merges: readonly Merge[], rows: readonly number[], columns: readonly number[]) {
		for (const merge of merges) {
			const within = rows.filter((row) => row >= merge.top && row <= merge.bottom);
			const across = columns.filter((column) => column >= merge.left && column <= merge.right);
			const [first] = within;
			const [column] = across;
			if (first === undefined || column === undefined) continue;
			const end = across.at(-1) ?? column;
			const area = { column, columns: end - column + 1, rows: within.length };
			for (const row of within) {
				const reaching = this.byRow.get(row) ?? [];
				// More would overlap, which no program writes.
				if (reaching.length < LIMITS.sheetColumns) reaching.push({ merge, area, first });
				this.byRow.set(row, reaching);
			}
		}
	}

	/** Whether a cell is a part of a merged one that begins elsewhere. */
	covers(row: number, column: number): boolean {
		return this.at(row).some(
			({ merge, area, first }) =>
				column >= merge.left && column <= merge.right && (row > first || column > area.column)
		);
	}

	areaOf(row: number, column: number): Area {
		const found = this.at(row).find(({ area, first }) => first === row && area.column === column);
		return found?.area ?? { column, columns: 1, rows: 1 };
	}

	above(row: number): Area[] {
		return this.at(row).flatMap(({ area, first }) => (first < row ? [area] : []));
	}

	private at(row: number) {
		return this.byRow.get(row) ?? [];
	}
}
