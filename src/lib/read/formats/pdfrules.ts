import { LIMITS } from '../../limits.ts';
import type { Stroke } from './pdfpath.ts';

/** How far apart across two pieces of one rule may be drawn, and the gap between them along it. */
const ACROSS = 1.2;
const GAP = 3.5;
/** The shortest rule that may bound a cell. */
const SHORTEST = 4;

/** The rules of a page, each once and whole; none where the page is a drawing. */
export function rulesOf(strokes: readonly Stroke[]): Stroke[] {
	const rules = [true, false].flatMap((upright) =>
		joined(strokes.filter((stroke) => stroke.upright === upright))
	);
	const long = rules.filter(({ from, to }) => to - from >= SHORTEST);
	return long.length > LIMITS.pdfRules ? [] : long;
}

function joined(strokes: readonly Stroke[]): Stroke[] {
	const sorted = strokes.toSorted((one, other) => one.at - other.at);
	const rules: Stroke[] = [];
	let row: Stroke[] = [];
	for (const stroke of sorted) {
		const first = row[0];
		if (first && stroke.at - first.at > ACROSS) {
			rules.push(...alongOne(row));
			row = [];
		}
		row.push(stroke);
	}
	return [...rules, ...alongOne(row)];
}

/** Pieces that lie on one line as the rules that they make. */
function alongOne(row: readonly Stroke[]): Stroke[] {
	const rules: Stroke[] = [];
	for (const piece of row.toSorted((one, other) => one.from - other.from)) {
		const last = rules.at(-1);
		if (last && piece.from - last.to <= GAP) {
			rules[rules.length - 1] = { ...last, to: Math.max(last.to, piece.to) };
		} else rules.push(piece);
	}
	return rules;
}
