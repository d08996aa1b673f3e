import { editionOf, type FormCode } from '../../src/lib/form/index.ts';
import type { Layout } from './character.ts';
import { PAGE_LAYOUTS } from './layouts/index.ts';
import type { Disorder } from './layouts/layout.ts';
import type { Prose } from './prose.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

export interface Page {
	readonly form: FormCode;
	readonly layout: Layout;
	readonly prose: Prose;
	readonly sheet: Sheet;
	readonly disorder: Disorder;
	/** The first heading stands twice. */
	readonly doubledHeading: boolean;
}

function sectionHeading(form: FormCode, numeral: string): string {
	const section = editionOf(form).sections.find((candidate) => candidate.numeral === numeral);
	if (!section) throw new RangeError(`no section ${numeral} in edition ${form}`);
	return `${numeral}、${section.label.zh}`;
}

/** The whole text of a report. */
export function textOf(page: Page, random: Random): string {
	const layout = PAGE_LAYOUTS[page.layout];
	const { prose, sheet, form } = page;
	const heading = (text: string) => layout.heading(text);
	const paragraphs = (texts: readonly string[]) => texts.flatMap((text) => layout.paragraph(text));
	return [
		...(page.layout === 'lines' && prose.breadcrumb ? [prose.breadcrumb] : []),
		...layout.title(prose.title),
		...(prose.sourceLine ? [prose.sourceLine] : []),
		'',
		...paragraphs(prose.opening),
		...heading('一、总体情况'),
		...(page.doubledHeading ? heading('一、总体情况') : []),
		...paragraphs(prose.overview),
		...heading(sectionHeading(form, '二')),
		...layout.disclosure(sheet, page.disorder),
		...heading(sectionHeading(form, '三')),
		...layout.applications(sheet, page.disorder, random),
		...heading(sectionHeading(form, '四')),
		...layout.remedies(sheet),
		...heading('五、存在的主要问题及改进情况'),
		...paragraphs(prose.problems),
		...heading('六、其他需要报告的事项'),
		prose.matters,
		...prose.signature,
		''
	].join('\n');
}
