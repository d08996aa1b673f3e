import { numberingIn } from '$lib/components/numbering';
import {
	cellForm,
	CELL_FORMS,
	editionOf,
	OUTCOMES,
	partsOf,
	type Address,
	type CellForm,
	type FormCode,
	type Language
} from '$lib/form';

/** A row of the 统计表 behind its group, which tells rows of the same words apart. */
function statisticsName({ block, item }: CellForm, language: Language): string {
	const group = block.caption[language].replace(/^(?:[一二三四五六七八九]、|\d\. )/, '');
	const own = item.label[language];
	return `${editionOf('2014').label[language]} · ${own.includes(group) ? own : `${group}/${own}`}`;
}

/** A cell in the form's own labels: row, then column. */
export function cellName(address: Address, language: Language, form?: FormCode): string | null {
	const cell = (form && CELL_FORMS.get(address)?.get(form)) ?? cellForm(address);
	if (!cell) return null;
	if (cell.section.code === 'statistics') return statisticsName(cell, language);
	const outcome = OUTCOMES.find(({ code }) => code === cell.item.outcome);
	const group =
		outcome && outcome.label.zh !== cell.item.label.zh ? `${outcome.label[language]}/` : '';
	const numbering =
		cell.item.code === 'outcomes_total' ? numberingIn(language, cell.item.numbering) : '';
	return `${group}${numbering}${cell.item.label[language]} · ${cell.measure.label[language]}`;
}

/** What a cell is called among others: by what they do not share, row or column. */
export function nameAmong(
	address: Address,
	all: readonly Address[],
	language: Language,
	form: FormCode
): string {
	const cell = CELL_FORMS.get(address)?.get(form);
	if (!cell) return cellName(address, language) ?? address;
	const differs = (key: 'item' | 'measure') => new Set(all.map((at) => partsOf(at)[key])).size > 1;
	if (!differs('item')) return cell.measure.label[language];
	if (!differs('measure')) return cell.item.label[language];
	return cellName(address, language, form) ?? address;
}
