import {
	addressOf,
	CELL_FORMS,
	editionOf,
	FORM_CELLS,
	OUTCOMES,
	type Address,
	type Block,
	type FormCode,
	type Item,
	type Measure,
	type OutcomeCode,
	type Section,
	type Status
} from '../form/index.ts';

/** A cell of a report as a page shows it. */
export interface ShownCell {
	readonly address: Address;
	readonly status: Status;
	readonly value: number | null;
	readonly raw: string | null;
	readonly deduced: number | null;
	readonly start: number | null;
	readonly end: number | null;
	/** The page of the source it stands on, from 1. */
	readonly page: number | null;
	readonly correction: ShownCorrection | null;
}

/** What the office says of a cell, beside what was read there. */
export interface ShownCorrection {
	readonly address: Address;
	readonly value: number | null;
	readonly status: Status;
	readonly readValue: number | null;
	readonly readStatus: Status | null;
	readonly who: string;
	readonly madeOn: string;
	readonly why: string;
	readonly state: 'applied' | 'dropped' | 'no_cell' | 'no_report';
}

/** The gravest finding about a cell, and how many there are. */
export interface CellMark {
	readonly severity: string;
	readonly count: number;
	readonly message: string;
}

/** The fragment of a cell in the form, and of its characters in the source text. */
export const cellId = (address: Address): string => `f-${address.replaceAll('/', '-')}`;
export const placeId = (address: Address): string => `c-${address.replaceAll('/', '-')}`;

/** Rows of another edition that stand in a hybrid report, gathered by their measures. */
export function strangers(
	form: FormCode,
	section: Section,
	cells: ReadonlyMap<Address, ShownCell>
): { item: Item; measures: readonly Measure[] }[] {
	const own = new Set(FORM_CELLS.get(form)?.map(({ address }) => address));
	const found = new Map<string, { item: Item; measures: Measure[] }>();
	for (const address of cells.keys()) {
		if (own.has(address)) continue;
		const cell = [...(CELL_FORMS.get(address)?.values() ?? [])].at(-1);
		if (!cell || cell.section.code !== section.code) continue;
		const row = found.get(cell.item.code) ?? { item: cell.item, measures: [] };
		row.measures.push(cell.measure);
		found.set(cell.item.code, row);
	}
	return [...found.values()];
}

/** A row of section 三 with the labels it opens, each over the rows below that share it. */
export interface GridRow {
	readonly item: Item;
	/** Rows that the group 三、本年度办理结果 spans, where this row opens it. */
	readonly results: number | null;
	/** The outcome that this row opens, and the rows it spans. */
	readonly group: { readonly code: OutcomeCode; readonly rows: number } | null;
	readonly depth: 'top' | 'outcome' | 'reason';
}

/** The rows of section 三 as the form groups them. */
export function gridRows(block: Block): GridRow[] {
	const inResults = (item: Item) => item.outcome !== null || item.code === 'outcomes_total';
	const results = block.items.filter(inResults);
	return block.items.map((item) => {
		const group = block.items.filter(({ outcome }) => outcome !== null && outcome === item.outcome);
		const opens = group.length > 1 && group[0] === item && item.outcome !== null;
		return {
			item,
			results: results[0] === item ? results.length : null,
			group: opens && item.outcome ? { code: item.outcome, rows: group.length } : null,
			depth: !inResults(item) ? 'top' : group.length > 1 ? 'reason' : 'outcome'
		};
	});
}

/** An outcome group's own numbering and label. */
export const outcomeOf = (code: OutcomeCode) => OUTCOMES.find((outcome) => outcome.code === code);

/** The sections of the edition that a report is in. */
export const sectionsOf = (form: FormCode): readonly Section[] => editionOf(form).sections;

export { addressOf };
