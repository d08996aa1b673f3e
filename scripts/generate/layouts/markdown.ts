import {
	APPLICANT_NOTE,
	isZeros,
	ORGANISATIONS,
	tabbed,
	tabbedRemedies,
	type PageLayout
} from './layout.ts';

const LONG_LABEL = /属于行政执法案卷$/u;

/** Words of a narrow column, broken by spaces where its lines broke. */
function narrow(word: string): string {
	return word === '尚未审结' || word === '总计'
		? [...word].join(' ')
		: `${word.slice(0, 2)} ${word.slice(2)}`;
}

/**
 * A paged document saved with Markdown headings of any level; a page break may split a row's label,
 * and a row of zeros may have one too many.
 */
export const MARKDOWN: PageLayout = {
	title: (text) => ['', '', `# ${text}`],
	heading: (text) => ['', text.startsWith('六') ? `## **${text}**` : `### ${text}`, ''],
	paragraph: (text) => [text, ''],
	disclosure: ({ disclosure }) =>
		disclosure.flatMap(({ caption, header, rows }) => [
			tabbed([caption], 4),
			tabbed(header, 4),
			...rows.map(({ label, cells }) => tabbed([label, ...cells], 4))
		]),
	applications: ({ applications }, { pageBreak, eightZeros }) => [
		tabbed([APPLICANT_NOTE, '', '申请人情况'], 10),
		tabbed(['', '', '自然人', '法人或其他组织', '', '', '', '', '总计', '']),
		tabbed(['', '', '', ...ORGANISATIONS, '', '']),
		...applications.flatMap(({ labels, cells }) => {
			const [first, second, third] = labels;
			const figures = eightZeros && third && isZeros(cells) ? [...cells, '0'] : [...cells, ''];
			if (pageBreak && LONG_LABEL.test(third)) {
				return [tabbed([third.slice(0, -1), '', ...cells, '']), '', tabbed(['', '卷'], 10)];
			}
			return [tabbed(third ? [first, second, third, ...figures] : [first, second, ...figures])];
		})
	],
	remedies: ({ remedies }) => tabbedRemedies(remedies, narrow)
};
