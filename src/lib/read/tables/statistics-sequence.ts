import { groupNamed, isHeaderWord, rowsNamed } from './statistics-label.ts';
import { plainWords, type Piece, type PieceLine } from './statistics-piece.ts';

/**
 * What the order of figures and labels says of a 统计表 whose cells are not kept apart: whether
 * figures stand above their labels, and which of them number the rows.
 */

/** A label of a row, a heading, or something that stands where a figure may be due. */
type Token = 'row' | 'heading' | 'value';

/** Pieces over which one label may wrap. */
const WRAPS = 4;

function tokensOf(text: string, lines: readonly PieceLine[]): Token[] {
	const tokens: Token[] = [];
	let labels: string[] = [];
	for (const piece of lines.flatMap(({ pieces }) => pieces)) {
		if (piece.role === 'value') tokens.push('value');
		if (piece.role !== 'label') {
			labels = [];
			continue;
		}
		labels = [...labels, plainWords(text, piece.slot)].slice(-WRAPS);
		const role = roleOf(labels);
		if (role === null) continue;
		tokens.push(role);
		labels = [];
	}
	return tokens;
}

/** What some labels are together, from the last alone to all of them. */
function roleOf(labels: readonly string[]): 'row' | 'heading' | null {
	for (let count = 1; count <= labels.length; count += 1) {
		const words = labels.slice(-count).join('');
		if (rowsNamed(words).length > 0) return 'row';
		if (groupNamed(words) !== null || isHeaderWord(words)) return 'heading';
	}
	return null;
}

/**
 * Whether figures stand above their labels: between two headings the first thing is a figure, and
 * the last a label without one.
 */
export function isAboveLabels(
	text: string,
	lines: readonly PieceLine[],
	isFigure: (piece: Piece) => boolean
): boolean {
	const streamed = lines.map((line) =>
		line.layout === 'cells'
			? { ...line, pieces: [] }
			: {
					...line,
					pieces: line.pieces.filter((piece) => piece.role !== 'value' || isFigure(piece))
				}
	);
	const roles = tokensOf(text, streamed);
	let begin = 0;
	for (let at = 0; at <= roles.length; at += 1) {
		if (at < roles.length && roles[at] !== 'heading') continue;
		const part = roles.slice(begin, at);
		const rows = part.filter((role) => role === 'row').length;
		if (rows > 1 && part[0] === 'value' && part.at(-1) === 'row') return true;
		begin = at + 1;
	}
	return false;
}

/** Rows that must be numbered one after the other for their numbers to be told from figures. */
const NUMBERED = 5;

/** Where the numbers of the rows stand, in a table that has them between its figures and labels. */
export function rowNumbers(lines: readonly PieceLine[]): ReadonlySet<number> {
	const pieces = lines.flatMap((line) => (line.layout === 'cells' ? [] : line.pieces));
	const before = pieces.flatMap(({ role }, index) => {
		const last = pieces[index - 1];
		if (role !== 'label' || last?.role !== 'value' || !last.slot.figure) return [];
		return [{ at: last.slot.start, number: last.slot.figure.number }];
	});
	const steps = before.filter(({ number }, index) => {
		const [above, below] = [before[index - 1], before[index + 1]];
		return above?.number === number - 1 || below?.number === number + 1;
	});
	const isNumbered = steps.length >= NUMBERED && steps.length * 3 > before.length * 2;
	return new Set(isNumbered ? before.map(({ at }) => at) : []);
}
