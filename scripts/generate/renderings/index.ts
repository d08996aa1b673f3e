import { HTML_RENDERINGS, MARKDOWN_WITH_HTML } from './html.ts';
import type { Rendering } from './rendering.ts';
import { TEXT_RENDERINGS } from './text.ts';

/** Every way in which a draft may be rendered. */
export const RENDERINGS: readonly Rendering[] = [
	...HTML_RENDERINGS,
	MARKDOWN_WITH_HTML,
	...TEXT_RENDERINGS
];
