import type { Address, FormCode, Level, Scope, Status } from '../../src/lib/form/index.ts';
import type { Planted } from './anomalies.ts';
import type { Layout } from './character.ts';

/**
 * What is true of one invented report: a line of the truth file. `cells` leaves out those that the
 * report shows as 0; a cell is there with its figure, or with its status where it shows none.
 * `missing` is what a careful reader must say of a cut row's cells, whose figures stand in more
 * than one place as well; `hidden` has the figures the agency meant there.
 */
export interface Truth {
	/** Null for a report that was planted to be missing. */
	readonly source: string | null;
	readonly agency: string;
	readonly kind: string;
	readonly level: Level;
	readonly scope: Scope;
	readonly province: string;
	readonly city: string;
	readonly county: string | null;
	readonly year: number;
	readonly published_on: string;
	readonly form: FormCode;
	readonly layout: Layout;
	/** False where nothing in the text says who reports. */
	readonly settled: boolean;
	/** Disorders of the page that change no figure. */
	readonly oddities: readonly string[];
	readonly planted: readonly Planted[];
	readonly cells: Readonly<Record<Address, number | Exclude<Status, 'reported'>>>;
	readonly hidden: Readonly<Record<Address, number>>;
}

/**
 * Which figures of a cut row are certain: `cut` figures are lost on the right and the row has moved
 * to the right by none to `cut` columns, nobody can tell which. A column is certain where every
 * move puts the same figure into it.
 */
export function certainOf(shown: readonly string[], cut: number): boolean[] {
	const moves = Array.from({ length: cut + 1 }, (_, move) => move);
	return Array.from({ length: shown.length + cut }, (_, column) => {
		const figures = moves.map((move) => shown[column - move]);
		return figures.every((figure) => figure !== undefined && figure === figures[0]);
	});
}
