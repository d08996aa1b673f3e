import {
	figuresOf,
	gridOf,
	insertBelow,
	row,
	slot,
	type Draft,
	type Grid,
	type Row
} from '../draft/draft.ts';
import { doubt, type Damage } from './damage.ts';

const tableOf = (draft: Draft): Grid | null => {
	const grid = gridOf(draft, 'statistics');
	return grid && !grid.touched ? grid : null;
};

const isLine = ({ slots }: Row) => slots.some(({ role }) => role !== 'head');

/** Each figure stands above the label it belongs to, as some PDF readers print a column. */
const ABOVE: Damage = {
	name: 'figures-above-labels',
	media: ['lines', 'words'],
	befall(draft, _, { name }) {
		const grid = tableOf(draft);
		if (!grid || name === 'one-line') return false;
		grid.touched = true;
		for (const line of grid.rows) {
			if (line.item === null) continue;
			const figures = figuresOf(line);
			line.touched = true;
			line.detached = 'above';
			line.slots = [...figures, ...line.slots.filter((each) => !figures.includes(each))];
			// Where the heads are lost as well, nobody can tell which label a figure is of.
			doubt(draft, figures);
		}
		return true;
	}
};

/** The rows are numbered in a column of their own. */
const NUMBERED: Damage = {
	name: 'rows-numbered',
	befall(draft) {
		const grid = tableOf(draft);
		if (!grid) return false;
		let count = 0;
		for (const line of grid.rows) {
			if (!isLine(line)) line.slots.unshift(slot('head', '序号'));
			else line.slots.unshift(slot('label', `${(count += 1)}`));
		}
		return true;
	}
};

/** The lines that only name a group are gone. */
const GROUPS_LOST: Damage = {
	name: 'groups-lost',
	befall(draft) {
		const grid = tableOf(draft);
		if (!grid) return false;
		grid.rows = grid.rows.filter((line) => line.item !== null || !isLine(line));
		return true;
	}
};

/** A second column of figures for the year before. */
const TWO_YEARS: Damage = {
	name: 'year-before-beside',
	befall(draft, random) {
		const grid = tableOf(draft);
		if (!grid) return false;
		grid.touched = true;
		for (const line of grid.rows) {
			const heads = !isLine(line);
			const text = heads ? '上年统计数' : line.item === null ? '——' : `${random.below(90)}`;
			// Behind its own figure in every layout: a figure without a cell.
			line.slots.push(slot(heads ? 'head' : 'figure', text));
			line.touched = true;
			doubt(draft, figuresOf(line));
		}
		return true;
	}
};

/** The second half of the rows beside the first, under heads of their own. */
const SIDE_BY_SIDE: Damage = {
	name: 'halves-side-by-side',
	media: ['html', 'tabs', 'pipes'],
	befall(draft) {
		const grid = tableOf(draft);
		const [heads, ...lines] = grid?.rows ?? [];
		if (!grid || !heads || isLine(heads) || lines.some(({ touched }) => touched)) return false;
		grid.touched = true;
		const half = Math.ceil(lines.length / 2);
		heads.slots.push(...heads.slots.map((head) => ({ ...head })));
		const behind = lines.slice(half);
		lines.slice(0, half).forEach((line, index) => {
			line.touched = true;
			line.slots.push(...(behind[index]?.slots ?? ['', '', ''].map((text) => slot('label', text))));
		});
		grid.rows = [heads, ...lines.slice(0, half)];
		return true;
	}
};

const OF_PROVINCE = [
	['6.政务客户端公开政府信息数', '条'],
	['其中：公开“三公”经费信息数', '条'],
	['（四）重点领域公开政府信息数', '条'],
	['5.电子邮件申请数', '件'],
	['十、其他需要统计的事项', '件']
] as const;

/** Rows that a province adds of its own. */
const PROVINCE_ROWS: Damage = {
	name: 'rows-of-the-province',
	befall(draft, random) {
		const grid = tableOf(draft);
		const lines = grid?.rows.filter(({ item }) => item !== null) ?? [];
		if (!grid || lines.length === 0) return false;
		for (let count = 1 + random.below(3); count > 0; count -= 1) {
			const [words, unit] = random.pick(OF_PROVINCE);
			const slots = [words, unit, `${random.below(90)}`].map((text) => slot('label', text));
			const added = { ...row(slots), touched: true };
			// A row above numbered ones would leave its own number out.
			insertBelow(grid, random.pick(lines), added);
		}
		return true;
	}
};

/** Damage that only the 统计表 of 2014 to 2018 knows. */
export const STATISTICS_DAMAGE: readonly Damage[] = [
	...[ABOVE, NUMBERED, GROUPS_LOST, TWO_YEARS, SIDE_BY_SIDE, PROVINCE_ROWS]
];
