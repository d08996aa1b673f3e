import {
	APPLICANT_NOTE,
	ORGANISATIONS,
	tabbed,
	tabbedRemedies,
	type PageLayout
} from './layout.ts';

/**
 * A table saved as rows of tab-separated cells, every column in its place. Where a row was cut, a
 * merged cell has pushed its figures to the right and the last ones are gone.
 */
export const ALIGNED: PageLayout = {
	title: (text) => ['', '', text],
	heading: (text) => ['', text, ''],
	paragraph: (text) => [text, ''],
	disclosure: ({ disclosure }) =>
		disclosure.flatMap(({ caption, header, rows }) => [
			tabbed([caption], 5),
			tabbed(header, 5),
			...rows.map(({ label, cells }) => tabbed([label, ...cells], 5))
		]),
	applications: ({ applications }, { pageBreak }, random) => {
		const lines = applications.map(({ labels, cells, cut }) => {
			if (cut === 0) return tabbed([...labels, ...cells]);
			const shown = cells.slice(0, cells.length - cut);
			return tabbed(labels[2] ? [...labels, '', ...shown] : [...labels, ...shown]);
		});
		if (pageBreak) lines.splice(4 + random.below(lines.length - 8), 0, '');
		return [
			tabbed([APPLICANT_NOTE, '', '', '申请人情况'], 10),
			tabbed(['', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计']),
			tabbed(['', '', '', '', ...ORGANISATIONS, '']),
			...lines
		];
	},
	remedies: ({ remedies }) => tabbedRemedies(remedies)
};
