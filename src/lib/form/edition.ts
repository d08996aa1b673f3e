import { addressOf, type Address } from './address.ts';
import type { Label } from './label.ts';

/** The code of an edition of the form (domain: “Editions of the form”). */
export type FormCode = 'free' | '2014' | '2019' | '2021';
export type SectionCode = 'disclosure' | 'applications' | 'remedies' | 'statistics';

/** What a figure counts: `count` is whole; `wan_yuan` is an amount in 万元 (10,000 yuan). */
export type Unit = 'count' | 'wan_yuan';

/** A quantity that an item is measured by: a column of the form. */
export interface Measure {
	readonly code: string;
	readonly label: Label;
	/** Other wordings met in real reports, matched as the official label is. */
	readonly variants: readonly string[];
	readonly unit: Unit;
	/** True where the form itself asks for negative figures (本年增/减). */
	readonly signed: boolean;
}

/** A subject that the form asks figures about: a row of the form. */
export interface Item {
	readonly code: string;
	readonly label: Label;
	/** The numbering printed before the label, such as `（一）` or `3.`. */
	readonly numbering: string;
	/** Other wordings met in real reports, matched as the official label is. */
	readonly variants: readonly string[];
	/** The code of the outcome group that the row belongs to, null elsewhere. */
	readonly outcome: OutcomeCode | null;
	/** The code of the row of which this one counts a part, where only that tells whose part it is. */
	readonly within: string | null;
}

/** A table of the form, or a part of one: items that share the same measures. */
export interface Block {
	readonly code: string;
	readonly caption: Label;
	/** `rows`: an item a row, a measure a column. `one_row`: items side by side over one row. */
	readonly layout: 'rows' | 'one_row';
	readonly items: readonly Item[];
	readonly measures: readonly Measure[];
}

export interface Section {
	readonly code: SectionCode;
	/** The numeral of the section's heading in the report: 二, 三, 四; none in the 2014 edition. */
	readonly numeral: string;
	readonly label: Label;
	readonly variants: readonly string[];
	readonly blocks: readonly Block[];
}

/** An edition of the form: the tables that one notice asks for; none where figures stand in prose only. */
export interface Edition {
	readonly code: FormCode;
	readonly label: Label;
	/** The notice of the State Council's General Office that set the edition; null where none did. */
	readonly notice: string | null;
	/** Report years the edition is meant for; `until` is null while it is in force. */
	readonly from: number;
	readonly until: number | null;
	readonly sections: readonly Section[];
}

/** The six ways an application ends, in the order and under the numerals of the form. */
export const OUTCOMES = [
	{ code: 'granted', numbering: '（一）', label: { zh: '予以公开', en: 'Granted' } },
	{ code: 'partly_granted', numbering: '（二）', label: { zh: '部分公开', en: 'Partly granted' } },
	{ code: 'refused', numbering: '（三）', label: { zh: '不予公开', en: 'Refused' } },
	{ code: 'unable', numbering: '（四）', label: { zh: '无法提供', en: 'Unable to provide' } },
	{ code: 'unprocessed', numbering: '（五）', label: { zh: '不予处理', en: 'Not processed' } },
	{ code: 'other', numbering: '（六）', label: { zh: '其他处理', en: 'Otherwise handled' } }
] as const satisfies readonly { code: string; numbering: string; label: Label }[];
export type OutcomeCode = (typeof OUTCOMES)[number]['code'];

/** One cell of an edition: its address, and the row and column it stands in. */
export interface CellForm {
	readonly address: Address;
	readonly section: Section;
	readonly block: Block;
	readonly item: Item;
	readonly measure: Measure;
}

/** Every cell of an edition, in the order of the form. */
export function cellsOf(edition: Edition): CellForm[] {
	return edition.sections.flatMap((section) =>
		section.blocks.flatMap((block) =>
			block.items.flatMap((item) =>
				block.measures.map((measure) => ({
					address: addressOf(section.code, item.code, measure.code),
					section,
					block,
					item,
					measure
				}))
			)
		)
	);
}

export function measure(
	code: string,
	zh: string,
	en: string,
	more: Partial<Pick<Measure, 'variants' | 'unit' | 'signed'>> = {}
): Measure {
	return { code, label: { zh, en }, variants: [], unit: 'count', signed: false, ...more };
}

export function item(
	code: string,
	zh: string,
	en: string,
	more: Partial<Pick<Item, 'numbering' | 'variants' | 'outcome' | 'within'>> = {}
): Item {
	return {
		...{ code, label: { zh, en }, numbering: '', variants: [], outcome: null, within: null },
		...more
	};
}
