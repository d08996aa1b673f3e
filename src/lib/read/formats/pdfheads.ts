import { EDITIONS } from '../../form/index.ts';
import { keysOf, labelKey } from '../tables/label.ts';
import { COLUMN_GAP, segmentsOf, wordsOf, type GlyphLine } from './pdflines.ts';

/** A column of a table without rules: where its figures stand, and the lines of its head. */
export interface Column {
	readonly left: number;
	readonly right: number;
	readonly head: readonly GlyphLine[];
	/** The words over several heads, of which this is one. */
	readonly group?: GlyphLine;
}

/** The numbers of columns that tables of the form have, but for those of one. */
const WIDTHS = [15, 7, 3, 2];
/** Sizes of the font between two lines of one header. */
const PITCH = 4;
/** White between heads that fill their narrow columns, in sizes of the font. */
const HEAD_GAP = 0.5;

/** Words of the heads of all editions; some, as 总计, are rows of the form too. */
const MEASURES = new Set(
	EDITIONS.flatMap(({ sections }) =>
		sections.flatMap(({ blocks }) => blocks.flatMap(({ measures }) => measures.flatMap(keysOf)))
	)
);

/**
 * The columns that the heads above a row of figures tell, from left to right; null unless all
 * words beside the first head of a measure are heads of measures, as many as a table of the form has.
 */
export function headColumns(above: readonly GlyphLine[]): Column[] | null {
	return headsApart(above, COLUMN_GAP) ?? headsApart(above, HEAD_GAP);
}

function headsApart(above: readonly GlyphLine[], gap: number): Column[] | null {
	let heads: Column[] = [];
	let group: GlyphLine | null = null;
	let below: GlyphLine | null = null;
	for (const line of above.toReversed()) {
		if (below && below.top - line.top > PITCH * line.size) break;
		below = line;
		for (const part of segmentsOf(line, gap)) {
			if (labelKey(wordsOf(part)) === GROUP) group = part;
			else heads = withPart(heads, part);
		}
	}
	heads.sort((one, other) => one.left - other.left);
	const first = heads.findIndex(isMeasure);
	const columns = first === -1 ? [] : heads.slice(first);
	if (!columns.every(isMeasure) || !WIDTHS.includes(columns.length)) return null;
	return group ? grouped(columns, group) : columns;
}

/** Over the applicants that are neither 自然人 nor 总计; null where others stand among them. */
const GROUP = labelKey('法人或其他组织');
const UPPER = ['自然人', '总计', '合计'];

function grouped(columns: readonly Column[], group: GlyphLine): Column[] | null {
	const upper = columns.map(({ head }) => UPPER.includes(labelKey(head.map(wordsOf).join(''))));
	const [first, last] = [upper.indexOf(false), upper.lastIndexOf(false)];
	if (first === -1 || upper.slice(first, last).includes(true)) return null;
	return columns.map((column, index) => (upper[index] ? column : { ...column, group }));
}

/** The heads with words of a line above; those over several, or over a whole head, say nothing. */
function withPart(heads: readonly Column[], part: GlyphLine): Column[] {
	const { left, right } = part;
	const over = heads.filter((head) => left < head.right && right > head.left);
	const [only] = over;
	if (!only) return [...heads, { left, right, head: [part] }];
	if (over.length > 1 || isMeasure(only)) return [...heads];
	const wider = {
		left: Math.min(only.left, left),
		right: Math.max(only.right, right),
		head: [part, ...only.head]
	};
	return heads.map((head) => (head === only ? wider : head));
}

const isMeasure = ({ head }: Column) => MEASURES.has(labelKey(head.map(wordsOf).join('')));
