import type { DrawnFigure, Room } from './figure.ts';

/** Draws a figure as the text of an SVG. */
export type Drawing = (figure: DrawnFigure, room: Room) => string;

let drawing: Drawing | null = null;

/**
 * Says how figures are drawn. Only the server does, at its start, so that ECharts stays out of the
 * script that a page loads.
 */
export function useDrawing(given: Drawing): void {
	drawing = given;
}

/** A figure as SVG text; an empty drawing where nothing draws (in the browser). */
export function draw(figure: DrawnFigure, room: Room): string {
	return drawing ? drawing(figure, room) : '<svg></svg>';
}
