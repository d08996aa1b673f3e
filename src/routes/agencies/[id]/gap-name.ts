import type { Words } from '$lib/words/words';
import type { Gap } from './measures';

/** Why there is no figure, in a word or two. */
export const gapName = (gap: Gap | undefined, words: Words): string =>
	gap === 'noReport' ? words.agency.noReport : words.cell[gap ?? 'missing'];
