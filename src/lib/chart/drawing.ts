import { ROOMS, type DrawnFigure, type Room } from './figure.ts';

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

/**
 * Draws figures while their page still waits for the database. The server keeps drawings, so that
 * the page finds them drawn.
 */
export function drawAhead(figures: readonly (DrawnFigure | null)[]): void {
	for (const figure of figures) if (figure) for (const room of ROOMS) draw(figure, room);
}
