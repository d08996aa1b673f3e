import type { StackFigure } from './figure.ts';

/** What all of some texts start with. */
function sharedStart([first = '', ...rest]: readonly string[]): string {
	let length = first.length;
	for (const text of rest) while (!text.startsWith(first.slice(0, length))) length -= 1;
	return first.slice(0, length);
}

/** The same figure with what all its addresses start with told once: a page carries hundreds of them. */
export function shortAddresses(figure: StackFigure): StackFigure {
	const given = [figure.wholeHrefs ?? [], ...figure.parts.map(({ hrefs = [] }) => hrefs)].flat();
	const start = sharedStart(given.filter((href) => href !== null));
	const rest = (hrefs: readonly (string | null)[]) =>
		hrefs.map((href) => href?.slice(start.length) ?? null);
	const parts = figure.parts.map((part) => ({
		...part,
		...(part.hrefs && { hrefs: rest(part.hrefs) })
	}));
	const wholes = figure.wholeHrefs && { wholeHrefs: rest(figure.wholeHrefs) };
	return { ...figure, parts, ...wholes, hrefStart: start };
}

/** The list of reports behind a value of a stack; null where it has none. */
export function hrefAt(figure: StackFigure, part: number, index: number): string | null {
	return startedWith(figure, figure.parts[part]?.hrefs?.[index] ?? null);
}

/** The list of reports behind a category of a stack; null where it has none. */
export function wholeHrefAt(figure: StackFigure, index: number): string | null {
	return startedWith(figure, figure.wholeHrefs?.[index] ?? null);
}

function startedWith({ hrefStart = '' }: StackFigure, rest: string | null): string | null {
	return rest === null ? null : `${hrefStart}${rest}`;
}
