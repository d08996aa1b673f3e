import type { Line, Slot } from '../slot.ts';

/** Signs that draw the sides of a table's cells. */
const SIDES = /[│┃║]/;
const RULES = /[─━═]/;
/** Every sign that draws a table. */
const SIGNS = /[\u2500-\u257f]/g;

/** A text whose tables are drawn with the signs that keyboards have; Word's own mark of a cell is a tab. */
export function inSigns(text: string): string {
	return text
		.replaceAll('\u0007', '\t')
		.replace(SIGNS, (sign) => (SIDES.test(sign) ? '|' : RULES.test(sign) ? '-' : '+'));
}

/** Whether a line is a rule between two rows: +-----+-----+, also beside a cell that goes on. */
export function isRuleOfGrid(text: string, start: number, end: number): boolean {
	return (
		end - start < RULE_LENGTH && /^[ |]*\+[-=:+ |]*[-=]{2}[-=:+ |]*$/.test(text.slice(start, end))
	);
}

const RULE_LENGTH = 1000;

/**
 * The lines between two rules as one row, a label that wraps cell by cell; null where figures stand
 * in several of them, or in several lines of one cell.
 */
export function oneRow(lines: readonly Line[]): Line[] | null {
	const width = lines[0]?.slots.length ?? 0;
	const alike = lines.every(({ layout, slots }) => layout === 'cells' && slots.length === width);
	const holding = lines.filter(({ slots }) => slots.some(({ kind }) => kind === 'figure'));
	if (lines.length < 2 || !alike || holding.length > 1) return null;
	const columns = Array.from({ length: width }, (_, column) => {
		const all = lines.map(({ slots }) => slots[column] as Slot);
		const written = all.filter(({ kind }) => kind !== 'empty');
		if (written.length === 0) return all.slice(0, 1);
		return written.map((slot, index) => (index === 0 ? slot : { ...slot, goesOn: true }));
	});
	const isFigures = (column: readonly Slot[]) => column.some(({ kind }) => kind === 'figure');
	if (columns.some((column) => column.length > 1 && isFigures(column))) return null;
	return [{ layout: 'cells', slots: columns.flat() }];
}
