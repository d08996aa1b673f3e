import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

type Tokens = ReadonlyMap<string, string>;

/** The colours that a block of the style sheet sets, by their tokens. */
function coloursOf(css: string, selector: string): Tokens {
	const start = css.indexOf(`${selector} {`);
	const block = css.slice(start, css.indexOf('}', start));
	return new Map(
		[...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [
			name,
			colour
		])
	);
}

/** The three parts of a colour, from 0 to 255. */
const partsOf = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

const CSS = readFileSync('src/app.css', 'utf8');
const LIGHT = coloursOf(CSS, ':root');
const DARK = coloursOf(CSS, ":root[data-theme='dark']");
const GROUNDS = ['paper', 'surface'];

describe.each([
	['light', LIGHT],
	['dark', DARK]
])('colours in %s', (_, tokens) => {
	const ratios = (names: readonly string[], grounds: readonly string[]) =>
		names.flatMap((name) =>
			grounds.map((ground) =>
				contrast(partsOf(tokens.get(name) ?? ''), partsOf(tokens.get(ground) ?? ''))
			)
		);

	it('of text stand out 4.5 to 1 from page and card', () => {
		const texts = ['ink', 'muted', 'accent', 'alarm', 'warn', 'ok'];
		for (const ratio of ratios(texts, GROUNDS)) expect(ratio).toBeGreaterThanOrEqual(4.5);
	});

	it('of controls’ outlines stand out 3 to 1, from the ground of a chosen cell too', () => {
		const outlines = ratios(['control-line', 'accent'], [...GROUNDS, 'accent-soft']);
		for (const ratio of outlines) expect(ratio).toBeGreaterThanOrEqual(3);
	});
});

it('are the same in the dark whether the reader or the machine asks for it', () => {
	expect(DARK.size).toBeGreaterThan(30);
	expect(coloursOf(CSS, ":root:not([data-theme='light'])")).toEqual(DARK);
	expect([...DARK.keys()]).toEqual([...LIGHT.keys()]);
});
