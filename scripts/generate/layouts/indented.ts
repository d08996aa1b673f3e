import { APPLICANT_NOTE, ORGANISATIONS, RESULTS, type PageLayout } from './layout.ts';

/** A row: each cell on a line that begins with a tab, and an empty line at the end. */
const row = (cells: readonly string[]) => [...cells.map((cell) => `\t${cell}`), ''];

/** An empty cell at the end of a short row is as wide as the page shows it. */
const EMPTY = '       ';

function disclosureRow(cells: readonly string[], label: string): string[] {
	const empty = Array.from({ length: Math.max(0, 3 - cells.length) }, () => EMPTY);
	return row([label, ...cells, ...(cells.length === 1 ? [] : empty)]);
}

/**
 * An office document saved as text: one cell a line, indented by a tab, rows ended by an empty
 * line; cells merged with the row above leave a line with a tab alone.
 */
export const INDENTED: PageLayout = {
	title: (text) => ['', text],
	heading: (text) => ['', `    ${text}`],
	paragraph: (text) => [`\u3000\u3000${text}`, ''],
	disclosure: ({ disclosure }) =>
		disclosure.flatMap(({ caption, header, rows }) => [
			...row([caption]),
			...disclosureRow(header.slice(1), header[0]!),
			...rows.flatMap(({ label, cells }) => disclosureRow(cells, label))
		]),
	applications: ({ applications }) => [
		...row([APPLICANT_NOTE, '申请人情况']),
		...row(['', '自然人', '法人或其他组织', '总计']),
		...row(['', '', ...ORGANISATIONS, '']),
		...applications.flatMap(({ labels, cells }) => {
			const [first, second, third] = labels;
			if (third) return row([first, second, third, ...cells]);
			return second ? row([first, second, ...cells]) : row([first, ...cells]);
		})
	],
	remedies: ({ remedies }) => [
		...row(['行政复议', '行政诉讼']),
		...row([...RESULTS, '未经复议直接起诉', '复议后起诉']),
		...row(['', '', '', '', '', ...RESULTS, ...RESULTS]),
		...row(remedies)
	]
};
