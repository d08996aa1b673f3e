import type { Unit } from '../form/index.ts';

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
}

/** One figure for each year, as bars from zero. */
export interface YearsFigure {
	readonly kind: 'years';
	readonly name: string;
	readonly unit: Unit;
	readonly unitLabel: string;
	readonly points: readonly YearPoint[];
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
	/** True where white words can be read on the part in the light theme. */
	readonly deep: boolean;
	/** What tells the part apart where colours do not: on paper, or where a reader asks for it. */
	readonly pattern: Pattern;
	readonly values: readonly (number | null)[];
}

/** Parts of a whole for each category, stacked in a fixed order; as shares or as counts. */
export interface StackFigure {
	readonly kind: 'stack';
	readonly categories: readonly string[];
	readonly parts: readonly StackPart[];
	readonly shares: boolean;
	readonly unitLabel: string;
	/** Indexes of the categories after which the edition changes. */
	readonly rulesAfter: readonly number[];
	readonly ruleLabel: string;
	/** Along the page (years), or down it (agencies). */
	readonly direction: 'columns' | 'rows';
}

export interface RankedBar {
	readonly name: string;
	readonly value: number | null;
	readonly previous: number | null;
}

/** Bars down the page, largest first, with the previous year's figure as a mark. */
export interface RankingFigure {
	readonly kind: 'ranking';
	readonly name: string;
	readonly previousName: string | null;
	readonly unit: Unit;
	readonly unitLabel: string;
	readonly bars: readonly RankedBar[];
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
	}[];
	readonly quartiles: readonly (DistributionMark & { readonly name: string })[];
	readonly own: (DistributionMark & { readonly label: string }) | null;
}

/** A chart before it is drawn: plain values in the reader's language. */
export type ChartFigure = YearsFigure | StackFigure | RankingFigure | DistributionFigure;

/** How much room a chart has. `narrow` is a phone. */
export type Room = 'wide' | 'narrow';

/** Width of the drawing for each room; the SVG scales from there. */
export const WIDTHS: Readonly<Record<Room, number>> = { wide: 640, narrow: 340 };

/** Height of a figure's drawing. */
export function heightOf(figure: ChartFigure, room: Room): number {
	const row = room === 'wide' ? 28 : 48;
	if (figure.kind === 'ranking') return 72 + figure.bars.length * row;
	if (figure.kind === 'stack' && figure.direction === 'rows') {
		return (room === 'wide' ? 84 : 112) + figure.categories.length * row;
	}
	if (figure.kind === 'distribution') return 272;
	return room === 'wide' ? 300 : 288;
}
