import {
	CELL_FORMS,
	EDITIONS,
	FORM_CELLS,
	partsOf,
	type Address,
	type CellForm,
	type FormCode,
	type Span
} from '../../form/index.ts';
import { trimmed } from '../slot.ts';
import type { RecordedCell } from './recorded-cell.ts';
import type { RecordedReport } from './recorded-report.ts';

/** The text of a recorded report, and where each of its cells stands in it. */
export interface RecordText {
	readonly text: string;
	/** The title and the record's own text, without the rows written behind it. */
	readonly head: string;
	readonly places: ReadonlyMap<Address, Span>;
	/** Cells whose own offsets do not cut their raw text, or cut what another cell has. */
	readonly misplaced: ReadonlySet<Address>;
}

/** A cell's words: what stands in the document, else the figure alone. */
export function wordsOf({ raw, value }: RecordedCell): string {
	return raw ?? (value === null ? '' : String(value));
}

/**
 * Writes the text of a record: the title unless places count in the text, the text, and a row for
 * each row of the form with cells that have no place there.
 *
 * @param form the edition whose rows come first
 */
export function recordText(record: RecordedReport, form: FormCode): RecordText {
	const { places, misplaced } = placesGiven(record);
	const written = new Writing();
	const own = record.text ?? '';
	if (places.size === 0 && record.title !== null) written.line(record.title);
	written.put(own);
	const head = written.text;
	let before: CellForm | null = null;
	for (const { first, cells } of rowsOf(record.cells, form, places)) {
		written.headings(before, first);
		for (const [address, span] of written.row(first, cells)) places.set(address, span);
		before = first;
	}
	return { text: written.text, head, places, misplaced };
}

/** Cells of one row of the form that are to be written. */
interface Row {
	/** The first one's place in the form. */
	readonly first: CellForm;
	readonly cells: RecordedCell[];
}

/** The rows that no place is known for, in the order of the form, those of other editions behind. */
function rowsOf(
	cells: readonly RecordedCell[],
	form: FormCode,
	places: ReadonlyMap<Address, Span>
): Row[] {
	const order = [form, ...EDITIONS.map(({ code }) => code)].flatMap((code) =>
		(FORM_CELLS.get(code) ?? []).map(({ address }) => address)
	);
	const ranks = new Map(order.toReversed().map((address, index) => [address, -index]));
	const rank = ({ address }: RecordedCell) => ranks.get(address) ?? 1;
	const rows: Row[] = [];
	const open = cells.filter((cell) => stands(cell) && !places.has(cell.address));
	for (const cell of open.toSorted((one, other) => rank(one) - rank(other))) {
		const forms = CELL_FORMS.get(cell.address);
		const first = forms?.get(form) ?? forms?.values().next().value;
		const row = rows.at(-1);
		if (first && row?.first.block === first.block && row.first.item === first.item) {
			row.cells.push(cell);
		} else if (first) rows.push({ first, cells: [cell] });
	}
	return rows;
}

/** Whether the record says of a cell that the document has it. */
export function stands({ status, raw, value }: RecordedCell): boolean {
	return status !== 'missing' || Boolean(raw) || value !== null;
}

/** The cells that stand where their record says, each character used once. */
function placesGiven({ text, cells }: RecordedReport): {
	places: Map<Address, Span>;
	misplaced: Set<Address>;
} {
	const places = new Map<Address, Span>();
	const misplaced = new Set<Address>();
	if (text === null) return { places, misplaced };
	const placed = cells
		.flatMap((cell) => (cell.place ? { cell, place: cell.place } : []))
		.toSorted((one, other) => one.place.start - other.place.start);
	let end = 0;
	for (const { cell, place } of placed) {
		const inside = place.start <= place.end && place.end <= text.length;
		const span = inside ? trimmed(text, place.start, place.end) : null;
		const exact = span?.start === place.start && span.end === place.end;
		const words = cell.raw ?? text.slice(place.start, place.end);
		const cuts = exact && text.slice(place.start, place.end) === words;
		if (cuts && (place.start >= end || place.start === place.end)) {
			places.set(cell.address, place);
			end = Math.max(end, place.end);
		} else misplaced.add(cell.address);
	}
	return { places, misplaced };
}

/** A text under way, whose places are known when they are written. */
class Writing {
	private readonly parts: string[] = [];
	private size = 0;

	get text(): string {
		return this.parts.join('');
	}

	line(words: string): void {
		this.put(`${words}\n`);
	}

	/** Ends a line that does not end itself. */
	private endLine(): void {
		const end = this.parts.at(-1);
		if (end !== undefined && end !== '' && !end.endsWith('\n')) this.put('\n');
	}

	/** What stands above a row: its section and its columns, where they are other than before. */
	headings(before: CellForm | null, { section, block }: CellForm): void {
		this.endLine();
		if (before?.section.code !== section.code) {
			this.line(`${section.numeral}、${section.label.zh}`);
		}
		if (before?.block === block) return;
		this.line(['信息内容', ...block.measures.map(({ label }) => label.zh)].join('\t'));
	}

	/** Writes a row of the form; a cell that the record lacks leaves nothing between two tabs. */
	row({ block, item }: CellForm, cells: readonly RecordedCell[]): [Address, Span][] {
		const places: [Address, Span][] = [];
		this.put(item.numbering + item.label.zh);
		for (const { code } of block.measures) {
			places.push(...this.cell(cells.find(({ address }) => partsOf(address).measure === code)));
		}
		this.put('\n');
		return places;
	}

	private cell(cell: RecordedCell | undefined): [Address, Span][] {
		this.put('\t');
		if (!cell) return [];
		const words = wordsOf(cell);
		const { start, end } = trimmed(words, 0, words.length);
		const from = this.size;
		this.put(words);
		return [[cell.address, { start: from + start, end: from + end }]];
	}

	put(words: string): void {
		this.parts.push(words);
		this.size += words.length;
	}
}
