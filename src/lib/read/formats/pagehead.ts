import type { Span } from '../../form/index.ts';
import { attributeOf, type Element } from './page.ts';
import type { PageFacts } from '../slot.ts';

/** Words kept of a title or a piece of metadata. */
const WORDS = 200;

/** What the metadata of government sites is called there, and in a line of the text. */
const SOURCE_NAMES: Readonly<Record<string, string>> = {
	pubdate: '发布时间',
	publishdate: '发布时间',
	contentsource: '来源',
	source: '来源'
};

/** What stands in a page's head, and where its links stand in the text. */
export class PageHead {
	title = '';
	articleTitle = '';
	readonly sourceLines: string[] = [];
	readonly links: Span[] = [];

	/** Takes the page's title: its text is no text of the page. */
	takeTitle(element: Element): null {
		const words = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
		if (this.title === '') this.title = tidy(words);
		return null;
	}

	takeMeta(element: Element): void {
		const name = attributeOf(element, 'name')?.trim().toLowerCase();
		const content = tidy(attributeOf(element, 'content') ?? '');
		if (name === undefined || content === '') return;
		if (name === 'articletitle') this.articleTitle = content;
		const label = SOURCE_NAMES[name];
		if (label !== undefined && this.sourceLines.length < 8) {
			this.sourceLines.push(`${label}:${content}`);
		}
	}

	takeLink(start: number, end: number): void {
		if (end > start) this.links.push({ start, end });
	}
}

const tidy = (words: string) => words.slice(0, WORDS).replace(/\s+/g, ' ').trim();

/** The head's facts, with links that lie in one another made one. */
export function factsOf({ title, articleTitle, sourceLines, links }: PageHead): PageFacts {
	const apart: Span[] = [];
	for (const link of links.toSorted((one, other) => one.start - other.start)) {
		const last = apart.at(-1);
		if (last && link.start <= last.end) {
			apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, link.end) };
		} else apart.push(link);
	}
	const titles = [articleTitle, title].filter((words) => words !== '');
	return { titles, sourceLines, links: apart };
}
