import type { DrawnFigure, Room } from './figure.ts';
import { legendRoom } from './legend.ts';

/** The names that a figure's legend holds; none where it has no legend. */
function legendOf(figure: DrawnFigure): readonly string[] {
	if (figure.kind === 'stack') return figure.parts.map(({ name }) => name);
	return figure.kind === 'years' ? figure.editions.map(({ name }) => name) : [];
}

/** Room for a legend that the heights below count on already. */
const COUNTED: Readonly<Record<Room, number>> = { wide: 36, narrow: 62 };

/** Height of a figure's drawing, which grows with its legend rather than its bars shrink. */
export function heightOf(figure: DrawnFigure, room: Room): number {
	const row = room === 'wide' ? 28 : 48;
	if (figure.kind === 'ranking') return 72 + figure.bars.length * row;
	const further = Math.max(0, legendRoom(legendOf(figure), room) - COUNTED[room]);
	if (figure.kind === 'stack' && figure.direction === 'rows') {
		return (room === 'wide' ? 84 : 112) + further + figure.categories.length * row;
	}
	return (room === 'wide' ? 300 : 288) + further;
}
