import type { Layout } from '../character.ts';
import { ALIGNED } from './aligned.ts';
import { INDENTED } from './indented.ts';
import type { PageLayout } from './layout.ts';
import { LINES } from './lines.ts';
import { MARKDOWN } from './markdown.ts';
import { SHIFTED } from './shifted.ts';

export const PAGE_LAYOUTS: Readonly<Record<Layout, PageLayout>> = {
	aligned: ALIGNED,
	shifted: SHIFTED,
	markdown: MARKDOWN,
	lines: LINES,
	indented: INDENTED
};
