import {
	editionOf,
	OUTCOMES,
	type Block,
	type FormCode,
	type Item
} from '../../src/lib/form/index.ts';

/**
 * The three tables of the form as HTML, with the spans that the official form has. Walks the form
 * alone: it shares nothing with the reader.
 *
 * @param values what stands in each cell, in the order of the form; `null` leaves the cell out
 */
export function formTables(form: FormCode, values: readonly (string | null)[]): string[] {
	const left = [...values];
	const sections = ['disclosure', 'applications', 'remedies'] as const;
	return sections.map((code) => {
		const blocks = editionOf(form).sections.find((section) => section.code === code)?.blocks ?? [];
		const rows = { disclosure, applications, remedies }[code](blocks, left);
		return `<table border="1">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
	});
}

const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`;

function cell(words: string, columns = 1, rows = 1): string {
	const across = columns > 1 ? ` colspan="${columns}"` : '';
	const down = rows > 1 ? ` rowspan="${rows}"` : '';
	return `<td${across}${down}>${words}</td>`;
}

/** The next cells of a row of figures. */
function figures(left: (string | null)[], count: number, lastColumns = 1): string {
	const taken = left.splice(0, count);
	return taken
		.map((value, index) =>
			value === null ? '' : cell(value, index === count - 1 ? lastColumns : 1)
		)
		.join('');
}

function disclosure(blocks: readonly Block[], left: (string | null)[]): string[] {
	return blocks.flatMap(({ caption, items, measures }) => {
		const wide = 4 - measures.length;
		const heads = measures.map(({ label }, index) =>
			cell(label.zh, index === measures.length - 1 ? wide : 1)
		);
		return [
			row(cell(caption.zh, 4)),
			row(cell('信息内容'), ...heads),
			...items.map(({ label }) => row(cell(label.zh), figures(left, measures.length, wide)))
		];
	});
}

function applications(blocks: readonly Block[], left: (string | null)[]): string[] {
	const { items = [], measures = [] } = blocks[0] ?? {};
	const [person = '', ...rest] = measures.map(({ label }) => label.zh);
	const total = rest.pop() ?? '';
	const results = items.filter(
		({ code, outcome }) => outcome !== null || code === 'outcomes_total'
	);
	const opened = new Set<string>();
	const labels = (item: Item): string[] => {
		const words = `${item.numbering}${item.label.zh}`;
		if (!results.includes(item)) return [cell(words, 3)];
		const group = results.filter(({ outcome }) => outcome === item.outcome);
		const first = item === results[0] ? [cell('三、本年度办理结果', 1, results.length)] : [];
		if (group.length === 1 || item.outcome === null) return [...first, cell(words, 2)];
		const heading = OUTCOMES.find(({ code }) => code === item.outcome);
		const begins = !opened.has(item.outcome);
		opened.add(item.outcome);
		const groupCell = begins
			? [cell(`${heading?.numbering}${heading?.label.zh}`, 1, group.length)]
			: [];
		return [...first, ...groupCell, cell(words)];
	};
	return [
		row(
			cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3),
			cell('申请人情况', 7)
		),
		row(cell(person, 1, 2), cell('法人或其他组织', 5), cell(total, 1, 2)),
		row(...rest.map((words) => cell(words))),
		...items.map((item) => row(...labels(item), figures(left, measures.length)))
	];
}

function remedies(blocks: readonly Block[], left: (string | null)[]): string[] {
	const { items = [], measures = [] } = blocks[0] ?? {};
	const [first, ...others] = items.map(({ label }) => label.zh);
	const heads = measures.map(({ label }) => label.zh);
	return [
		row(cell(first ?? '', 5, 1), cell('行政诉讼', 10)),
		row(...heads.map((words) => cell(words, 1, 2)), ...others.map((words) => cell(words, 5))),
		row(...others.flatMap(() => heads.map((words) => cell(words)))),
		row(figures(left, 15))
	];
}
