import { ORIGINS, SEVERITIES } from '$lib/check/rule';
import { RULES } from '$lib/check/rules';
import {
	ADDRESSES,
	cellForm,
	OUTCOMES,
	partsOf,
	STATUSES,
	type CellForm,
	type Label,
	type Language
} from '$lib/form';
import type { Filters } from '$lib/server/filters';
import type { DownloadTable } from '$lib/server/queries';
import type { Words } from '$lib/words/words';

type Part = 'section' | 'item' | 'measure';
type ChoiceKey = Part | 'status' | 'rule' | 'severity' | 'origin';

/** What a slice may be narrowed to in one respect. */
export interface Choice {
	readonly key: ChoiceKey;
	readonly label: string;
	/** The values chosen: more than one are carried along, and cleared in the filter bar. */
	readonly chosen: readonly string[];
	readonly groups: readonly {
		readonly label: string | null;
		readonly options: readonly { readonly code: string; readonly label: string }[];
	}[];
}

/** The choices that a table has, besides those of the filter bar. */
const KEYS: Readonly<Record<DownloadTable, readonly ChoiceKey[]>> = {
	reports: ['rule', 'severity', 'origin'],
	cells: ['section', 'item', 'measure', 'status', 'rule', 'severity', 'origin'],
	findings: ['section', 'item', 'measure', 'rule', 'severity', 'origin'],
	rules: ['rule', 'severity']
};

const PARTS: readonly Part[] = ['section', 'item', 'measure'];

/** An item by its own label, behind the outcome that it is one reason of. */
function itemName({ item }: CellForm, language: Language): string {
	const outcome = OUTCOMES.find(({ code }) => code === item.outcome);
	const own = item.label[language];
	const group = outcome?.label[language];
	return group === undefined || own.includes(group) ? own : `${group}/${own}`;
}

function partName(part: Part, cell: CellForm, language: Language): string {
	return part === 'item' ? itemName(cell, language) : cell[part].label[language];
}

/** The codes of a part that go with the parts chosen before it, under their sections. */
function partGroups(part: Part, filters: Filters, language: Language): Choice['groups'] {
	const before = PARTS.slice(0, PARTS.indexOf(part));
	const groups = new Map<string, Map<string, string>>();
	for (const address of ADDRESSES) {
		const parts = partsOf(address);
		const cell = cellForm(address);
		const fits = before.every((key) => filters[key].length === 0 || filters[key].includes(parts[key]));
		if (!cell || !(fits || filters[part].includes(parts[part]))) continue;
		const group = part === 'section' ? '' : cell.section.label[language];
		const options = groups.get(group) ?? new Map<string, string>();
		groups.set(group, options.set(parts[part], partName(part, cell, language)));
	}
	return [...groups].map(([label, options]) => ({
		label: label === '' || groups.size === 1 ? null : label,
		options: [...options].map(([code, name]) => ({ code, label: name }))
	}));
}

function plainGroup(
	list: readonly { readonly code: string; readonly label: Label }[],
	language: Language
): Choice['groups'] {
	return [{ label: null, options: list.map(({ code, label }) => ({ code, label: label[language] })) }];
}

function groupsOf(key: ChoiceKey, filters: Filters, language: Language, words: Words) {
	switch (key) {
		case 'status': {
			const options = STATUSES.map((code) => ({ code, label: words.status[code] }));
			return [{ label: null, options }];
		}
		case 'rule':
			return plainGroup(
				RULES.map(({ code, title }) => ({ code, label: title })),
				language
			);
		case 'severity':
			return plainGroup(SEVERITIES, language);
		case 'origin': {
			const options = ORIGINS.map((code) => ({ code, label: words.findings.origins[code] }));
			return [{ label: null, options }];
		}
		case 'section':
		case 'item':
		case 'measure':
			return partGroups(key, filters, language);
	}
}

/** What the slice of a table may be narrowed to, in the form's own labels. */
export const choicesOf = (
	table: DownloadTable,
	filters: Filters,
	language: Language,
	words: Words
): Choice[] =>
	KEYS[table].map((key) => ({
		key,
		label: words.data.choices[key],
		chosen: filters[key],
		groups: groupsOf(key, filters, language, words)
	}));
