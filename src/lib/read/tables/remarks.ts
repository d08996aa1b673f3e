import { LABEL_LENGTH, labelKey } from './label.ts';
import type { Row } from './row.ts';

/** Rows that must agree on what stands behind their total. */
const ENOUGH = 3;

/** How many cells, none of them a figure, stand behind the last figure of a full row; null for another row. */
function behindTotal({ gaps, values }: Row, width: number): number | null {
	const last = values.findLastIndex(({ kind }) => kind === 'figure');
	const full = values.slice(Math.max(0, last + 1 - width), last + 1);
	if (gaps !== 'kept' || full.length < width) return null;
	return full.some(({ kind }) => kind === 'empty') ? null : values.length - 1 - last;
}

const HEADS: ReadonlySet<string> = new Set(['备注', '说明', '备注说明']);

/** Whether a column of remarks has its head among some rows. */
const isHeaded = (text: string, rows: readonly Row[]) =>
	rows.some(({ labels }) =>
		labels.some(
			({ start, end }) => end - start < LABEL_LENGTH && HEADS.has(labelKey(text.slice(start, end)))
		)
	);

/**
 * The columns behind the last of the form's, such as one of remarks: as many cells as most full
 * rows of a table have there, empty ones too; where too few rows tell, one if it has a head.
 */
export function remarkColumns(
	text: string,
	heads: readonly Row[],
	rows: readonly Row[],
	width: number
): number {
	const counts = rows.map((row) => behindTotal(row, width)).filter((count) => count !== null);
	const columns = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
	const agreeing = counts.filter((count) => count === columns).length;
	if (agreeing >= ENOUGH && agreeing * 2 > counts.length) return columns;
	return isHeaded(text, heads) ? 1 : 0;
}

/**
 * A row without its cells in the columns of remarks. Where a figure stands there the row has lost
 * those cells, and is left as it is.
 */
export function withoutRemarks(row: Row, columns: number): Row {
	if (columns === 0 || row.gaps !== 'kept') return row;
	const remarks = row.values.slice(-columns);
	const hasFigure = remarks.some(({ kind }) => kind === 'figure');
	return hasFigure ? row : { ...row, values: row.values.slice(0, -columns) };
}
