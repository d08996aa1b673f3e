import { ADDRESSES, EDITIONS, NAMED_SUMS, partsOf, seriesOf } from '../../src/lib/form/index.ts';
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
		'## 几格相加的数 Figures added from several cells',
		`一个数由几个单元格相加时（各类办理结果、2014 年版与以后各版对应的行、${code('other')}），各页、清单、序列与合计都用同一条规则：有数的格相加；有一格有数，这份报告就算已填，另有格没有数的，算作“部分有数”，在依据中另计；没有一格有数，就没有这个数。空白、缺行、读不出从不当作 0。混用两版行的报告先用本版的格；本版的格不全而另一版的齐全，用另一版的。清单（${code('/reports')}）用 ${code('cell=')} 列一个序列，加 ${code('alone=1')} 只列这一格本身，用 ${code('sum=')} 列一个合计（${NAMED_SUMS.map(({ code: name }) => code(name)).join(' ')}），${code('figure=partial')} 只列部分有数的报告；报告页的 ${code('sum=')} 标出相加的各格。`,
		'Where a figure is added from several cells, pages, lists, series and totals follow one rule: the cells that are reported are added; a report counts as filled where one of them is, and as given in part, which its basis counts apart, where another is not; with none reported there is no figure. Blank, missing and unreadable are never zero. A hybrid report is read in the cells of its own edition first, and in those of the other where only these are complete.',
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
