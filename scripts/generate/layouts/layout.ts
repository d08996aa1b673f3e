import type { Random } from '../random.ts';
import type { Sheet } from '../sheet.ts';

/** Small disorders of a page that a layout may show. */
export interface Disorder {
	/** A page break stands inside the applications table. */
	readonly pageBreak: boolean;
	/** Rows of seven zeros have an eighth. */
	readonly eightZeros: boolean;
	/** A header lost a character or broke over two lines. */
	readonly brokenHeader: boolean;
}

/** How a kind of page shows a report: its headings, paragraphs and three tables, as lines. */
export interface PageLayout {
	title(text: string): string[];
	heading(text: string): string[];
	paragraph(text: string): string[];
	disclosure(sheet: Sheet, disorder: Disorder): string[];
	applications(sheet: Sheet, disorder: Disorder, random: Random): string[];
	remedies(sheet: Sheet): string[];
}

export const APPLICANT_NOTE =
	'（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
export const ORGANISATIONS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
export const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** Cells joined by tabs, with empty ones added up to a width. */
export function tabbed(cells: readonly string[], width = cells.length): string {
	const empty = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
	return [...cells, ...empty].join('\t');
}

export const isZeros = (cells: readonly string[]) => cells.every((cell) => cell === '0');

/** The remedies as four lines of a table whose merged headers leave empty cells. */
export function tabbedRemedies(
	cells: readonly string[],
	result = (word: string) => word
): string[] {
	const results = RESULTS.map(result);
	const five = ['', '', '', '', ''];
	return [
		tabbed(['行政复议', '', '', '', '', '行政诉讼'], 15),
		tabbed([...results, '未经复议直接起诉', '', '', '', '', '复议后起诉'], 15),
		tabbed([...five, ...results, ...results], 15),
		tabbed(cells)
	];
}
