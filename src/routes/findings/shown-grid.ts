/** What the cells of the grid show; their ground shows the share either way. */
export const SHOWS = ['count', 'share'] as const;
export type Show = (typeof SHOWS)[number];

/** Shares below which a ground is one step deeper: the first step is for any at all. */
export const STEPS = [0.01, 0.03, 0.1, 0.25] as const;
/** A share of fewer reports is no sign of anything, and gets no ground. */
export const FEWEST = 10;

export interface GridCell {
	readonly text: string;
	readonly href: string | null;
	/** The whole of it as a sentence. */
	readonly title: string;
	/** How deep its ground is, from 0 to 5. */
	readonly step: number;
}

/** A heading of a line or a column, with the list that it opens. */
export interface GridHead {
	readonly key: string;
	readonly label: string;
	readonly note: string | null;
	readonly href: string | null;
}

/** A severity over the rules that have it. */
export interface GridBand {
	readonly key: string;
	readonly label: string;
	readonly severity: string;
	readonly size: number;
}

/** Rules against groups of reports, and what all rules, and all groups, come to. */
export interface ShownGrid {
	readonly rules: readonly GridHead[];
	/** The severities that the rules fall under, in their order. */
	readonly bands: readonly GridBand[];
	readonly groups: readonly GridHead[];
	/** One line a rule, one cell a group. */
	readonly cells: readonly (readonly GridCell[])[];
	readonly ofRules: readonly GridCell[];
	readonly ofGroups: readonly GridCell[];
	readonly all: GridCell;
	/** True where the groups are many: then they run down the page. */
	readonly long: boolean;
	/** Rules that apply to none of these reports. */
	readonly idle: readonly GridHead[];
}
