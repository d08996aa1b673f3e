import { expect, it } from 'vitest';
import { freshState, startText, type State } from './pdfstate.ts';
import type { Matrix } from './pdfmatrix.ts';
import { typeset } from './pdftypeset.ts';

const PAGE = {
	...{ number: 1, width: 600, height: 800, operators: [], operands: [] },
	toPage: [1, 0, 0, -1, 0, 800] as Matrix,
	fontOf: () => null,
	shows: () => true
};

/** Where a character of 10 points with its base line at 100 from the top is set. */
function edges(font: State['font'], ctm: Matrix, text: Matrix) {
	const state = { ...freshState(PAGE), ctm, font, size: 10 };
	startText(state, text);
	const [set] = typeset([{ unicode: '8', width: 500 }], state);
	return [set?.rect.top, set?.rect.bottom];
}

const LETTERS = { fontMatrix: [0.001, 0, 0, 0.001, 0, 0] };
const DRAWINGS = { fontMatrix: [0.001, 0, 0, -0.001, 0, 0], isType3Font: true };

it.each([
	['upright', [1, 0, 0, -1, 0, 800], [1, 0, 0, 1, 0, 700]],
	['on a page drawn from its top', [1, 0, 0, 1, 0, 0], [1, 0, 0, -1, 0, 100]]
] as [string, Matrix, Matrix][])(
	'sets letters and drawings on one base line, %s, whichever way a font is drawn',
	(_, ctm, text) => {
		expect(edges(LETTERS, ctm, text)).toEqual([91.2, 101.2]);
		expect(edges(DRAWINGS, ctm, text)).toEqual([91.2, 101.2]);
	}
);

it('sets what is drawn upside down, and set so, the right way up', () => {
	expect(edges(DRAWINGS, [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 0, 100])).toEqual([91.2, 101.2]);
});
