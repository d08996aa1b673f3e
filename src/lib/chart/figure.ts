import type { Language, Unit } from '../form/index.ts';

/** A stretch of years drawn as a band with words in it, such as “not collected”. */
export interface Band {
	readonly from: number;
	readonly until: number;
	readonly label: string;
}

/** A dashed rule between two years: the place where the edition of the form changes. */
export interface Rule {
	/** The last year before the change. */
	readonly after: number;
	readonly label: string;
}

export interface YearPoint {
	readonly year: number;
	/** Null is a gap, never zero. */
	readonly value: number | null;
	/** Reports of the year, and those of them that have a figure: null where there are none at all. */
	readonly reports: { readonly all: number; readonly filled: number } | null;
	/** True where the figure is to be read with care; drawn hollow. */
	readonly marked: boolean;
	/** A sentence for the tooltip: what the point rests on. */
	readonly note: string;
	/** The list of reports behind the figure. */
	readonly href: string | null;
}

/** The figures of one edition of the form, beside those of another that it may not be added to. */
export interface EditionBars {
	readonly name: string;
	/** A token of the style sheet. */
	readonly colour: string;
	/** One a year of the figure; null where no report of the edition has one. */
	readonly values: readonly (number | null)[];
	readonly hrefs: readonly (string | null)[];
}

/** One figure for each year, as bars from zero. */
export interface YearsFigure {
	readonly kind: 'years';
	readonly name: string;
	readonly unit: Unit;
	readonly unitLabel: string;
	readonly points: readonly YearPoint[];
	/** Where editions count things that are close but not the same: their bars stand side by side. */
	readonly editions: readonly EditionBars[];
	/** In which large figures are shortened where there is little room. */
	readonly language: Language;
	readonly bands: readonly Band[];
	readonly rules: readonly Rule[];
	readonly gapLabel: string;
}

/** The patterns of parts, in an order in which neighbours differ. */
export type Pattern = 'plain' | 'rising' | 'dots' | 'falling' | 'level' | 'upright';

/** A part of a stack; `colour` names a token of the style sheet. */
export interface StackPart {
	readonly name: string;
	readonly colour: string;
	/** The token of the colour in which words can be read on the part, in either theme. */
	readonly words: 'on-deep' | 'on-pale' | 'ink';
	/** What tells the part apart where colours do not: on paper, or where a reader asks for it. */
	readonly pattern: Pattern;
	readonly values: readonly (number | null)[];
	/** The list of reports behind each value, where there is one: what follows the figure’s `hrefStart`. */
	readonly hrefs?: readonly (string | null)[];
}

/** Parts of a whole for each category, stacked in a fixed order; as shares or as counts. */
export interface StackFigure {
	readonly kind: 'stack';
	readonly categories: readonly string[];
	readonly parts: readonly StackPart[];
	/** The list of reports behind each category’s whole: what follows `hrefStart`. */
	readonly wholeHrefs?: readonly (string | null)[];
	/** What all addresses of the figure start with, told once. */
	readonly hrefStart?: string;
	readonly shares: boolean;
	readonly unitLabel: string;
	/** Indexes of the categories after which the edition changes. */
	readonly rulesAfter: readonly number[];
	readonly ruleLabel: string;
	/** Along the page (years), or down it (agencies). */
	readonly direction: 'columns' | 'rows';
	/** Shares of a whole below this say little: they are drawn faint, and their category starred. */
	readonly smallBelow: number;
}

export interface RankedBar {
	readonly name: string;
	readonly value: number | null;
	readonly previous: number | null;
	/** What is behind the figure: its report, or the list of its reports. */
	readonly href: string | null;
	readonly previousHref: string | null;
	/** How the figure changed on the previous year, in words; null where that does not rank. */
	readonly change: string | null;
}

/** Bars down the page, largest first, with the previous year's figure as a mark. */
export interface RankingFigure {
	readonly kind: 'ranking';
	readonly name: string;
	readonly previousName: string | null;
	/** What `change` of the bars is called; null where the figure itself ranks. */
	readonly changeName: string | null;
	readonly unit: Unit;
	readonly unitLabel: string;
	readonly bars: readonly RankedBar[];
}

/** How the figures of one year's reports are spread; null where no report has one. */
export interface SpreadPoint {
	readonly year: number;
	readonly quantiles: {
		readonly p10: number;
		readonly p25: number;
		readonly median: number;
		readonly p75: number;
		readonly p90: number;
	} | null;
	readonly reports: { readonly all: number; readonly filled: number } | null;
	readonly href: string | null;
}

/** The spread of reports' figures by year: boxes from quartile to quartile, the median across. */
export interface SpreadFigure {
	readonly kind: 'spread';
	readonly name: string;
	readonly unit: Unit;
	readonly unitLabel: string;
	readonly points: readonly SpreadPoint[];
	readonly rules: readonly Rule[];
	readonly medianLabel: string;
	readonly gapLabel: string;
}

/** One region of a tile grid; a null value is hatched, never pale. */
export interface Tile {
	readonly name: string;
	readonly value: number | null;
	readonly reports: { readonly all: number; readonly filled: number };
	readonly note: string;
	readonly href: string;
}

/** One figure by region, each a tile of the same size, shaded in one hue. */
export interface TilesFigure {
	readonly kind: 'tiles';
	readonly name: string;
	readonly unit: Unit;
	readonly unitLabel: string;
	readonly tiles: readonly Tile[];
	readonly gapLabel: string;
}

/** A figure of a distribution in words, and where it stands along the classes. */
export interface DistributionMark {
	readonly position: number;
	readonly value: string;
}

/** How many have a figure of which size, with quartiles and one of them marked. */
export interface DistributionFigure {
	readonly kind: 'distribution';
	readonly name: string;
	readonly unitLabel: string;
	readonly countLabel: string;
	/** The axis of classes in words, which says where they do not grow evenly. */
	readonly axisLabel: string;
	readonly bins: readonly {
		readonly label: string;
		readonly count: number;
		/** True for the class that holds the marked one. */
		readonly own: boolean;
		readonly note: string;
		/** The list of the reports in the class; null where there are none. */
		readonly href: string | null;
	}[];
	readonly quartiles: readonly (DistributionMark & { readonly name: string })[];
	readonly own: (DistributionMark & { readonly label: string; readonly href: string }) | null;
}

/** A chart before it is drawn: plain values in the reader's language. */
export type ChartFigure =
	YearsFigure | StackFigure | RankingFigure | SpreadFigure | DistributionFigure | TilesFigure;

/** The charts that ECharts draws. */
export type DrawnFigure = Exclude<ChartFigure, TilesFigure | DistributionFigure>;

/** How much room a chart has. `narrow` is a phone. */
export const ROOMS = ['wide', 'narrow'] as const;
export type Room = (typeof ROOMS)[number];

/** Width of the drawing for each room; the SVG scales from there. */
export const WIDTHS: Readonly<Record<Room, number>> = { wide: 640, narrow: 340 };
