import type { Draft } from '../draft/draft.ts';
import type { Random } from '../random.ts';

/** What kind of document a rendering makes: which damage can befall it depends on it. */
export type Medium = 'html' | 'tabs' | 'pipes' | 'lines' | 'words' | 'glued';

/** How a draft becomes a document, named after what tells it apart. */
export interface Rendering {
	readonly name: string;
	readonly extension: 'html' | 'md' | 'txt';
	readonly medium: Medium;
	/** An empty cell leaves no trace, so that a row with one has fewer figures than columns. */
	readonly losesEmpty: boolean;
	/** The encoding the bytes are in; UTF-8 unless told. */
	readonly encoding?: 'gb18030';
	render(draft: Draft, random: Random): string;
}
