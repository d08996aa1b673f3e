import {
	APPLICANT_NOTE,
	ORGANISATIONS,
	tabbed,
	tabbedRemedies,
	type PageLayout
} from './layout.ts';
import type { ApplicationRow } from '../sheet.ts';

/** The labels that still stand in a row whose merged cells are gone. */
function labelsLeft([first, second, third]: ApplicationRow['labels'], late: boolean): string[] {
	if (late) return [third || second || first];
	if (third) return ['', second, third];
	return second ? [first, second] : [first];
}

function applicationRow({ labels, cells, cut }: ApplicationRow, late: boolean): string {
	return tabbed([...labelsLeft(labels, late), '', ...cells.slice(0, cells.length - cut), '']);
}

/**
 * A table saved as rows of tab-separated cells whose merged cells are gone: labels slide to the
 * left, the header falls apart, and a row may lose its last figures.
 */
export const SHIFTED: PageLayout = {
	title: (text) => ['', '', text],
	heading: (text) => ['', text, ''],
	paragraph: (text) => [text, ''],
	disclosure: ({ disclosure }) =>
		disclosure.flatMap(({ caption, header, rows }) => [
			tabbed([caption], 4),
			tabbed(header, 4),
			...rows.map(({ label, cells }) => tabbed([label, ...cells], 4))
		]),
	applications: ({ applications }, { pageBreak }) => [
		tabbed([APPLICANT_NOTE, '', '', '申请人情况', '']),
		tabbed(['自然人', '法人或其他组织', '总计', '', '']),
		...(pageBreak ? [''] : []),
		tabbed(['', '', '', ...ORGANISATIONS, '', '']),
		...applications.map((row, index) => applicationRow(row, index >= applications.length - 4))
	],
	remedies: ({ remedies }) => tabbedRemedies(remedies)
};
