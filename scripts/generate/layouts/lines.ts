import { APPLICANT_NOTE, ORGANISATIONS, RESULTS, type PageLayout } from './layout.ts';

const NO_BREAK = '\u00a0';

/** Each piece on a line of its own, with an empty line after it. */
const apart = (pieces: readonly string[]) => pieces.flatMap((piece) => [piece, '']);

/** A header that broke over two lines, or lost its last character. */
function broken(header: string): string {
	if (header === '本年增/减') return '本年增/';
	return header.startsWith('本年新') ? `本年新\n${header.slice(3)}` : header;
}

/** A cell that holds nothing still has a no-break space on its line. */
const shown = (cell: string) => (cell === '' ? NO_BREAK : cell);

/**
 * A web page saved as text: one cell a line with empty lines between, no-break spaces before some
 * figures, and headers broken as they were on the page.
 */
export const LINES: PageLayout = {
	title: (text) => [text],
	heading: (text) => ['', text, ''],
	paragraph: (text) => [`${NO_BREAK} ${NO_BREAK} ${text}`, ''],
	disclosure: ({ disclosure }, { brokenHeader }) =>
		apart(
			disclosure.flatMap(({ caption, header, rows }, index) => [
				caption,
				...(brokenHeader ? header.map(broken) : header),
				...rows.flatMap(({ label, cells }) => [
					label,
					...cells.map((cell) => (index % 2 === 1 ? `${NO_BREAK}${cell}` : shown(cell)))
				])
			])
		),
	applications: ({ applications }) =>
		apart([
			APPLICANT_NOTE,
			'申请人情况',
			'自然人',
			'法人或其他组织',
			'总计',
			...ORGANISATIONS,
			...applications.flatMap(({ labels, cells }) => [
				...labels.filter((label) => label !== ''),
				...cells.map(shown)
			])
		]),
	remedies: ({ remedies }) =>
		apart([
			...['行政复议', '行政诉讼', ...RESULTS, '未经复议直接起诉', '复议后起诉'],
			...RESULTS,
			...RESULTS,
			...remedies.map(shown)
		])
};
