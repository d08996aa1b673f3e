import { addressOf, STATISTICS, type Span } from '../../form/index.ts';
import type { Column, ReadCells } from './cells.ts';
import type { Placing } from './placing.ts';
import type { Document } from '../slot.ts';
import { stretchesOfOtherYears } from './heading.ts';
import { isSign, type StatisticsRow } from './statistics-label.ts';
import { pieceLines, stripHeads, type PieceLine } from './statistics-piece.ts';
import { isAboveLabels, rowNumbers } from './statistics-sequence.ts';
import { Strip, type ClosedRow } from './statistics-strip.ts';

/** A row of the 统计表 as it stands in a report. */
interface Occurrence extends Omit<ClosedRow, 'rows'> {
	readonly row: StatisticsRow;
}

/** A row whose words stand in several groups, and whose own is not known. */
interface Doubt {
	readonly place: Span;
	readonly about: string;
}

/** A 统计表: its rows by code, each as often as it occurs. */
export interface Statistics {
	readonly rows: ReadonlyMap<string, readonly Occurrence[]>;
	/** The head 统计指标, which no other table has; null where it is lost. */
	readonly sign: Span | null;
	readonly doubts: readonly Doubt[];
}

/** Occurrences kept of one row: two that differ are in doubt already. */
const OCCURRENCES = 8;
/** Rows in doubt that are named; a text full of them is no table. */
const DOUBTS = 64;
const FIRST = 'disclosed_on_own_initiative';
/** Rows that make a table where its head is lost; prose may hold one or two such words. */
const ENOUGH_ROWS = 5;

/** Words of which every 统计表 has some, and other reports hardly any. */
const WORDS =
	/统\s*计\s*指\s*标|主动公开政府信息数|收到申请数|[按延][时期]办结|(?:当面|传真|网络|信函)申请|举报投诉数|政务微[博信]公开/;

/**
 * Finds the 统计表 of 2014 to 2018 by the labels of its rows, whatever its order: a province's
 * own rows are passed over. Words that stand in several groups (被依法纠错数) are told apart by the
 * heading above them, and read as no row where that does not tell. Of several tables the one with
 * most rows.
 */
export function findStatistics(document: Document, year: number | null): Statistics | null {
	const { text } = document;
	if (!WORDS.test(text)) return null;
	const lines = withoutNumbers(text, ownLines(document, year));
	const walk = new Walk(text);
	lines.forEach((line, index) => walk.add(line, lines[index + 1]));
	// A blank cell says as much as a figure; ——, in the line of a heading, says nothing.
	const isFigure = ({ slot: { kind, start, end } }: PieceLine['pieces'][number]) =>
		kind === 'figure' || (kind === 'blank' && start < end && text.slice(start, end) !== '——');
	return walk.finish(isAboveLabels(text, lines, isFigure));
}

/** The lines without those under the heading of another year's report, as in an annex. */
function ownLines(document: Document, year: number | null): PieceLine[] {
	const lines = pieceLines(document);
	const { text } = document;
	const stretches = year === null ? [] : stretchesOfOtherYears(text, year);
	const outside = stretches.map(({ start }, index) =>
		text.slice(stretches[index - 1]?.end ?? 0, start)
	);
	const rest = text.slice(stretches.at(-1)?.end ?? 0);
	// Where no table stands elsewhere, the heading names a wrong year.
	if (![...outside, rest].some((part) => WORDS.test(part))) return lines;
	return lines.filter(({ pieces: [piece] }) =>
		stretches.every(
			({ start, end }) => !piece || piece.slot.start < start || piece.slot.start >= end
		)
	);
}

/** The lines without the numbers of their rows. */
function withoutNumbers(text: string, lines: readonly PieceLine[]): PieceLine[] {
	const numbers = rowNumbers(lines);
	if (numbers.size === 0) return [...lines];
	return lines.map((line) => ({
		...line,
		pieces: line.pieces.filter(({ role, slot }) => role !== 'value' || !numbers.has(slot.start))
	}));
}

class Walk {
	private readonly tables: Map<string, Occurrence[]>[] = [new Map<string, Occurrence[]>()];
	private strips: Strip[];
	private starts: readonly number[] = [0];
	private sign: Span | null = null;
	private readonly doubts: Doubt[] = [];

	constructor(private readonly text: string) {
		this.strips = [new Strip(text)];
	}

	add(line: PieceLine, next: PieceLine | undefined): void {
		const heads = stripHeads(this.text, line);
		if (heads) {
			if (heads.length !== this.strips.length) this.strips = heads.map(() => new Strip(this.text));
			this.starts = heads.map(({ from }) => from);
			this.strips.forEach((strip, index) => strip.begin(heads[index] ?? null));
		}
		this.noteSign(line);
		if (heads) return;
		this.starts.forEach((from, index) => {
			const until = this.starts[index + 1] ?? Infinity;
			const whole = this.starts.length === 1;
			const pieces = line.pieces.filter(({ at }) => whole || (at >= from && at < until));
			const follower = next?.pieces.find(
				({ role, at }) => role === 'label' && (whole || (at >= from && at < until))
			);
			const strip = this.strips[index];
			if (!strip) return;
			for (const row of strip.read({ layout: line.layout, pieces }, follower?.slot ?? null)) {
				this.take(row);
			}
		});
	}

	private noteSign({ pieces }: PieceLine): void {
		const head = pieces.find(({ slot }) => isSign(this.text.slice(slot.start, slot.end)));
		if (!head || this.sign) return;
		this.sign = { start: head.slot.start, end: head.slot.end };
		// What stands above the head of the table are words of other tables.
		if (this.table.size < ENOUGH_ROWS) this.tables.push(new Map());
	}

	private take({ rows, ...closed }: ClosedRow): void {
		const [row, ...others] = rows;
		if (!row) return;
		if (others.length > 0) {
			const doubt = { place: closed.place, about: row.item.label.zh };
			if (this.doubts.length < DOUBTS) this.doubts.push(doubt);
			return;
		}
		const { code } = row.item;
		if (code === FIRST && this.table.has(FIRST) && closed.settled) this.tables.push(new Map());
		const known = this.table.get(code) ?? [];
		if (known.length < OCCURRENCES) this.table.set(code, [...known, { row, ...closed }]);
	}

	private get table(): Map<string, Occurrence[]> {
		return this.tables.at(-1) ?? new Map<string, Occurrence[]>();
	}

	/** @param above figures stand above their labels, so that none can be given to a label */
	finish(above: boolean): Statistics | null {
		for (const strip of this.strips) for (const row of strip.finish()) this.take(row);
		const [best] = this.tables.toSorted((one, other) => other.size - one.size);
		const { sign, doubts } = this;
		if (above) return sign && { rows: new Map(), sign, doubts: [] };
		if (!best || best.size === 0 || (best.size < ENOUGH_ROWS && sign === null)) return null;
		return { rows: withoutShort(best), sign, doubts };
	}
}

/** What most of some numbers are, as the one in the middle. */
const usualOf = (numbers: readonly number[]) =>
	numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * The rows of a table without those whose figure may be that of another column: those with fewer
 * words than most where most have several, and those with more cells before their figure.
 */
function withoutShort(rows: ReadonlyMap<string, Occurrence[]>): ReadonlyMap<string, Occurrence[]> {
	const all = [...rows.values()].flat();
	const usual = usualOf(all.map(({ values }) => values));
	const before = usualOf(all.map((one) => one.before));
	const whole = [...rows].map(([code, some]): [string, Occurrence[]] => [
		code,
		some.filter((one) => (usual < 2 || one.values >= usual) && one.before <= before)
	]);
	return new Map(whole.filter(([, some]) => some.length > 0));
}

/** Reads the cells of the 统计表; those whose place another cell has are left to it. */
export function readStatistics(read: ReadCells, found: Statistics): void {
	const taken = [...read.cells.values()].flatMap(({ place }) => place ?? []);
	const isTaken = ({ start, end }: Span) =>
		taken.some((place) => start < place.end && place.start < end);
	for (const { place, about } of found.doubts) read.note('row_in_doubt', place, about);
	for (const occurrences of found.rows.values()) {
		const one = chosen(read, occurrences);
		if (!one || (one.slot && isTaken(one.slot))) continue;
		const { item, unit } = one.row;
		const column: Column = {
			address: addressOf(STATISTICS.code, item.code, 'count'),
			unit,
			headUnit: one.unit === 'yuan' ? 'yuan' : 'none'
		};
		read.take([column], placingOf(one), one.place, item.label.zh);
	}
}

function placingOf({ slot, surplus }: Occurrence): Placing {
	return {
		verdict: surplus ? 'long' : 'exact',
		columns: [slot],
		unplaced: surplus,
		ways: []
	};
}

/**
 * Of a row's occurrences the one under the heading of its own group. Null where they differ: the
 * same row twice cannot be told, unless its words stand in other groups, whose heading was lost.
 */
function chosen(read: ReadCells, occurrences: readonly Occurrence[]): Occurrence | null {
	const settled = occurrences.filter((one) => one.settled);
	const [first, ...rest] = settled.length > 0 ? settled : occurrences;
	if (!first) return null;
	const figure = first.slot?.figure;
	const alike = rest.every(
		({ slot, unit }) =>
			unit === first.unit &&
			slot?.figure?.number === figure?.number &&
			slot?.figure?.unit === figure?.unit
	);
	if (alike || first.shared) return first;
	read.note('row_in_doubt', first.place, first.row.item.label.zh);
	return null;
}
