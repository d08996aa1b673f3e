import type { StackFigure } from './figure.ts';

/** What all of some texts start with. */
function sharedStart([first = '', ...rest]: readonly string[]): string {
	let length = first.length;
	for (const text of rest) while (!text.startsWith(first.slice(0, length))) length -= 1;
	return first.slice(0, length);
}

/** The same figure with what all its addresses start with told once: a page carries hundreds of them. */
export function shortAddresses(figure: StackFigure): StackFigure {
	const given = figure.parts.flatMap(({ hrefs = [] }) => hrefs.filter((href) => href !== null));
	const start = sharedStart(given);
	const parts = figure.parts.map((part) => ({
		...part,
		...(part.hrefs && { hrefs: part.hrefs.map((href) => href?.slice(start.length) ?? null) })
	}));
	return { ...figure, parts, hrefStart: start };
}

/** The list of reports behind a value of a stack; null where it has none. */
export function hrefAt(figure: StackFigure, part: number, index: number): string | null {
	const rest = figure.parts[part]?.hrefs?.[index] ?? null;
	return rest === null ? null : `${figure.hrefStart ?? ''}${rest}`;
}
