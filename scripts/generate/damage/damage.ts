import type { Address, SectionCode } from '../../../src/lib/form/index.ts';
import {
	figuresOf,
	gridsOf,
	type Answer,
	type Draft,
	type Grid,
	type Row,
	type Slot
} from '../draft/draft.ts';
import type { Random } from '../random.ts';
import type { Medium, Rendering } from '../renderings/rendering.ts';

/**
 * One way in which a report goes wrong between its author and the reader. It writes over the draft
 * and keeps the answers true of what the document shows afterwards.
 */
export interface Damage {
	readonly name: string;
	/** The media it can befall; all of them where not told. */
	readonly media?: readonly Medium[];
	/** False where the draft has no place for it, and is left as it was. */
	befall(draft: Draft, random: Random, rendering: Rendering): boolean;
}

/** Damage to the finished document, which changes no figure that it shows. */
export interface TextDamage {
	readonly name: string;
	/** True where it writes names in other characters. */
	readonly rewritesNames?: boolean;
	readonly media?: readonly Medium[];
	befall(text: string, random: Random): string;
}

export const PLAIN_MEDIA: readonly Medium[] = ['tabs', 'pipes', 'lines', 'words', 'glued'];
/** Media in which cells stand apart, an empty one too. */
export const TABULAR: readonly Medium[] = ['html', 'tabs', 'pipes'];

export const GONE: readonly Answer[] = ['missing', 'unreadable'];

/** The answers where the document leaves a doubt: what it shows, or silence. */
export const doubted = (answers: readonly Answer[]): readonly Answer[] => [
	...new Set<Answer>([...answers, ...GONE])
];

export function doubt(draft: Draft, slots: readonly Slot[]): void {
	for (const { address } of slots) {
		if (address) draft.answers.set(address, doubted(draft.answers.get(address)!));
	}
}

export function lose(draft: Draft, slots: readonly Slot[], answers = GONE): void {
	for (const { address } of slots) if (address) draft.answers.set(address, answers);
}

/** The figure that a cell shows for certain; null where it shows none or leaves a doubt. */
export function figureAt(draft: Draft, address: Address | null): number | null {
	const answers = address ? draft.answers.get(address) : undefined;
	return answers?.length === 1 && typeof answers[0] === 'number' ? answers[0] : null;
}

export interface Place {
	readonly grid: Grid;
	readonly row: Row;
}

/** Rows of figures that no damage has touched, in some sections; the 统计表 stands for any. */
export function freshRows(
	draft: Draft,
	sections: readonly SectionCode[] = ['applications'],
	fits: (row: Row) => boolean = () => true
): Place[] {
	return gridsOf(draft).flatMap((grid) =>
		sections.includes(grid.section) || grid.section === 'statistics'
			? grid.rows
					.filter((row) => row.item !== null && !row.touched && fits(row))
					.map((row) => ({ grid, row }))
			: []
	);
}

/** Draws a few fresh rows and marks them as touched; empty where there is none. */
export function drawRows(places: readonly Place[], random: Random, most = 3): Place[] {
	const left = [...places];
	const drawn: Place[] = [];
	for (let count = 1 + random.below(most); count > 0 && left.length > 0; count -= 1) {
		const [place] = left.splice(random.below(left.length), 1);
		place!.row.touched = true;
		drawn.push(place!);
	}
	return drawn;
}

export interface FigurePlace extends Place {
	readonly slot: Slot;
	readonly value: number;
}

/** Figures that stand untouched in untouched rows, and what they are. */
export function freshFigures(
	draft: Draft,
	fits: (value: number, slot: Slot) => boolean = () => true
): FigurePlace[] {
	const all: SectionCode[] = ['disclosure', 'applications', 'remedies'];
	return freshRows(draft, all).flatMap(({ grid, row }) =>
		figuresOf(row).flatMap((slot) => {
			const value = figureAt(draft, slot.address);
			return slot.touched || value === null || !fits(value, slot)
				? []
				: [{ grid, row, slot, value }];
		})
	);
}

export function drawFigures(
	places: readonly FigurePlace[],
	random: Random,
	most = 4
): FigurePlace[] {
	const left = [...places];
	const drawn: FigurePlace[] = [];
	for (let count = 1 + random.below(most); count > 0 && left.length > 0; count -= 1) {
		const [place] = left.splice(random.below(left.length), 1);
		place!.slot.touched = true;
		drawn.push(place!);
	}
	return drawn;
}
