/** A value in words, and what is behind it. */
export interface TableCell {
	readonly text: string;
	readonly href: string | null;
}

/** A figure's values as people read them: the chart's other form. */
export interface FigureTable {
	readonly headers: readonly string[];
	readonly rows: readonly (readonly TableCell[])[];
}
