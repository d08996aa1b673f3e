import { ADDRESSES, EDITIONS, partsOf, seriesOf } from '../../src/lib/form/index.ts';
import { code, table } from './markdown.ts';

/** What may be said of one item: the measures that may be compared in the same way. */
interface Line {
	readonly item: string;
	readonly measures: string[];
	readonly cells: readonly string[];
	readonly note: string;
}

function lines(): Line[] {
	const found = new Map<string, Line>();
	for (const address of ADDRESSES) {
		const series = seriesOf(address);
		if (!series) continue;
		const { section, item, measure } = partsOf(address);
		const cells = EDITIONS.map(({ code: form }) => {
			const part = series.parts.find((candidate) => candidate.form === form);
			return part
				? part.addresses
						.map((cell) => partsOf(cell))
						.map((cell) => (cell.item === item ? `…/${cell.measure}` : `${cell.item}/…`))
						.map((cell) => (cell === `…/${measure}` ? '✓' : code(cell)))
						.join(' + ')
				: '未设 not collected';
		});
		const note = [
			series.broken ? '不连线 not joined' : '',
			series.caution ? `${series.caution.zh} ${series.caution.en}` : ''
		]
			.filter(Boolean)
			.join('；');
		const key = JSON.stringify([section, item, cells, note]);
		const line = found.get(key) ?? { item: `${section}/${item}`, measures: [], cells, note };
		line.measures.push(measure);
		found.set(key, line);
	}
	return [...found.values()];
}

/** Which figures may be followed from one edition of the form to the next. */
export function comparabilityChapter(): string {
	const all = lines();
	const alike = all.filter(({ cells, note }) => note === '' && cells.every((cell) => cell === '✓'));
	return [
		'## 可比性 What may be compared',
		'✓ 该版有此单元格；列出别的代码时，序列在该版取这些单元格之和；未设的年度是“未设”，不是 0。✓ means that the edition has the cell; other codes are the cells whose sum stands for the series there; a year that was not collected is not zero.',
		table(
			['事项 item', '指标 measures', ...EDITIONS.map(({ label }) => label.zh), '注意 note'],
			all
				.filter((line) => !alike.includes(line))
				.map(({ item, measures, cells, note }) => [
					code(item),
					measures.map(code).join(' '),
					...cells,
					note
				])
		),
		`其余事项各版相同，可以连线。The rest is the same in every edition and may be joined: ${alike.map(({ item }) => code(item)).join(' ')}.`
	].join('\n\n');
}
