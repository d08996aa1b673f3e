/** The words of a table's own headers. */
export interface TableWords {
	readonly year: string;
	/** Above what is no year: agencies, regions. */
	readonly name: string;
	readonly total: string;
	readonly filledColumn: string;
	readonly reportsColumn: string;
	readonly gap: string;
	/** A name with the unit of the figures under it. */
	readonly withUnit: (name: string, unit: string) => string;
}

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
