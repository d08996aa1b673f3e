import {
	STATISTICS,
	STATISTICS_HEADINGS,
	type Block,
	type Item,
	type Unit
} from '../../form/index.ts';
import { labelKey } from './label.ts';

/** A row of the 统计表, and the group of rows that it stands in. */
export interface StatisticsRow {
	readonly item: Item;
	/** The code of the group; two blocks that share one heading are one group. */
	readonly group: string;
	readonly unit: Unit;
}

/** Words of the table's own header, and of its name. */
const HEADER = new Set(
	[
		...['统计指标', '指标', '指标名称', '项目', '统计项目', '统计内容', '序号', '单位', '计量单位'],
		...['统计数', '统计数据', '数量', '数值', '备注', '政府信息公开情况统计表']
	].map(labelKey)
);

const NUMBERING = /^(?:其中[:：]?|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])/;
const REMARK = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g;
const OPEN_REMARK = /[([【〔].*$/;
/** Words that say no more than that a figure follows: 申请办结数, 申请办结总数, 申请办结数量. */
const ENDING = /(?:总次数|总人数|总数量|总数|数量|人次数|次数|件数|人数|篇数|条数|数)$/;

const stemOf = (key: string) => key.replace(ENDING, '');

/** A label's keys, without its numbering, 其中 and remarks, and without words such as 总数. */
function stemsOf(label: string): string[] {
	let words = label.normalize('NFKC').replace(/\s+/g, '');
	while (NUMBERING.test(words)) words = words.replace(NUMBERING, '');
	const unremarked = words.replace(REMARK, '').replace(OPEN_REMARK, '');
	return [...new Set([words, unremarked].map((key) => stemOf(labelKey(key))))].filter(Boolean);
}

/** Blocks under one heading are one group, called by the first of them. */
function groupOf({ caption }: Block): string {
	return STATISTICS.blocks.find((block) => block.caption.zh === caption.zh)?.code ?? '';
}

const ROWS: ReadonlyMap<string, readonly StatisticsRow[]> = (() => {
	const rows = new Map<string, StatisticsRow[]>();
	for (const block of STATISTICS.blocks) {
		const unit = block.measures[0]?.unit ?? 'count';
		for (const item of block.items) {
			const stems = new Set([item.label.zh, ...item.variants].flatMap(stemsOf));
			for (const stem of stems) {
				rows.set(stem, [...(rows.get(stem) ?? []), { item, group: groupOf(block), unit }]);
			}
		}
	}
	return rows;
})();

const HEADINGS: ReadonlyMap<string, string> = new Map(
	STATISTICS.blocks.flatMap((block) =>
		[block.caption.zh, ...(STATISTICS_HEADINGS[block.code] ?? [])].map((heading) => [
			labelKey(heading),
			groupOf(block)
		])
	)
);

/** Words remembered with what they name: reports use the same ones over and over. */
const MEMORY = 20_000;
const knownRows = new Map<string, readonly StatisticsRow[]>();
const knownGroups = new Map<string, string | null>();

function remembered<T>(known: Map<string, T>, words: string, find: (words: string) => T): T {
	const before = known.get(words);
	if (before !== undefined) return before;
	const found = find(words);
	if (known.size >= MEMORY) known.clear();
	known.set(words, found);
	return found;
}

/** The rows that words may name: none, one, or several that only their group tells apart. */
export function rowsNamed(label: string): readonly StatisticsRow[] {
	return remembered(knownRows, label, findRows);
}

function findRows(label: string): readonly StatisticsRow[] {
	for (const stem of stemsOf(label)) {
		const rows = ROWS.get(stem);
		if (rows) return rows;
	}
	return [];
}

/** The group that words head, such as 三、依申请公开情况; null for other words. */
export function groupNamed(label: string): string | null {
	return remembered(knownGroups, label, findGroup);
}

function findGroup(label: string): string | null {
	const unremarked = label
		.normalize('NFKC')
		.replace(/\s+/g, '')
		.replace(/\([^()一二三四五六七八九十]*\)/g, '');
	return HEADINGS.get(labelKey(unremarked)) ?? null;
}

/** Whether words open a group of their own: 十、重点领域公开. */
export const opensGroup = (label: string): boolean =>
	/^[一二三四五六七八九十]{1,3}[、.．]/.test(label);

/** Whether words are of the table's header, and name no row. */
export const isHeaderWord = (label: string): boolean => HEADER.has(labelKey(label));

/** Whether words are the head of the column of labels, which only this table has. */
export const isSign = (label: string): boolean => labelKey(label) === '统计指标';

/** A unit as a cell of its own, or in brackets behind a label. */
export type TableUnit = 'count' | 'wan' | 'yuan';

const UNITS = '条|件|次|篇|个|人|人次|份|项|家|期|场|场次|件次|条次|宗|起|例|万元|元';
const UNIT = new RegExp(`^\\(?(?:单位:?)?(${UNITS})\\)?$`);
const UNIT_BEHIND = new RegExp(`\\((?:单位:?)?(${UNITS})\\)$`);

function unitOf(written: string | undefined): TableUnit | null {
	if (written === undefined) return null;
	return written === '万元' ? 'wan' : written === '元' ? 'yuan' : 'count';
}

/** The unit that a word is; null for other words. */
export const unitNamed = (word: string): TableUnit | null =>
	unitOf(UNIT.exec(word.normalize('NFKC'))?.[1]);

/** The unit in brackets behind a label; null where none stands there. */
export const unitBehind = (label: string): TableUnit | null =>
	unitOf(UNIT_BEHIND.exec(label.normalize('NFKC').replace(/\s+/g, ''))?.[1]);
