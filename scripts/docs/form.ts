import {
	EDITIONS,
	OUTCOMES,
	type Block,
	type Edition,
	type Section,
	type Unit
} from '../../src/lib/form/index.ts';
import { code, table } from './markdown.ts';

const UNITS: Readonly<Record<Unit, string>> = { count: '件、项', wan_yuan: '万元' };

const variants = (texts: readonly string[]) => texts.join('；');

function blockTables(section: Section, block: Block): string {
	const outcome = new Map<string | null, string>(
		OUTCOMES.map(({ code, label }) => [code, `${label.zh} ${label.en}`])
	);
	const items = table(
		['事项 item', '名称', 'label', '其他写法 variants', '结果类别 outcome'],
		block.items.map((item) => [
			code(item.code),
			`${item.numbering}${item.label.zh}`,
			item.label.en,
			variants(item.variants),
			outcome.get(item.outcome) ?? ''
		])
	);
	const measures = table(
		['指标 measure', '名称', 'label', '其他写法 variants', '单位 unit'],
		block.measures.map((measure) => [
			code(measure.code),
			measure.label.zh,
			measure.label.en,
			variants(measure.variants),
			`${UNITS[measure.unit]}${measure.signed ? '，可为负' : ''}`
		])
	);
	return `#### ${code(section.code)} · ${block.caption.zh} ${block.caption.en}\n\n${items}\n\n${measures}`;
}

function editionChapter(edition: Edition): string {
	const years = edition.until === null ? `${edition.from} 起` : `${edition.from}–${edition.until}`;
	const cells = edition.sections
		.flatMap(({ blocks }) => blocks)
		.reduce((sum, { items, measures }) => sum + items.length * measures.length, 0);
	return [
		`### ${edition.label.zh} ${edition.label.en} · ${code(edition.code)}`,
		`${edition.notice ?? '没有统一表格，数只在正文里 no table: figures stand in the text alone'}；用于报告年度 ${years}；共 ${cells} 个单元格。${cells} cells.`,
		...edition.sections.flatMap((section) => [
			`**${section.numeral === '' ? '' : `${section.numeral}、`}${section.label.zh}** ${section.label.en}${
				section.variants.length > 0 ? `（其他写法：${variants(section.variants)}）` : ''
			}`,
			...section.blocks.map((block) => blockTables(section, block))
		])
	].join('\n\n');
}

/** Every edition of the form: sections, items, measures, labels, variants and units. */
export function formChapter(): string {
	return [
		'## 表式 The form',
		'单元格的地址是 `section/item/measure`，即每张小表的事项（行）与指标（列）相交之处。A cell’s address is where an item (row) meets a measure (column).',
		...EDITIONS.map(editionChapter)
	].join('\n\n');
}
