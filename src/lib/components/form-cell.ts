import {
	addressOf,
	CELL_FORMS,
	EDITIONS,
	editionOf,
	FORM_CELLS,
	OUTCOMES,
	type Address,
	type Block,
	type FormCode,
	type Item,
	type Label,
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

/** The address of a cell's record on its report's page, with the cell in view. */
export const cellHref = (reportId: string, address: Address): string =>
	`/reports/${reportId}?cell=${address}#${cellId(address)}`;

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

/** Sections of other editions of which a report has cells, beside those of its own. */
export function strangeSections(
	form: FormCode,
	cells: ReadonlyMap<Address, ShownCell>
): readonly Section[] {
	const own = new Set(sectionsOf(form).map(({ code }) => code));
	const found = EDITIONS.flatMap(({ sections }) => sections).filter(
		({ code }, index, all) =>
			!own.has(code) &&
			all.findIndex((section) => section.code === code) === index &&
			[...cells.keys()].some((address) => address.startsWith(`${code}/`))
	);
	return found;
}

/** A row of the 统计表 as it is set in: the group it opens, and how deep it stands. */
export interface ListRow {
	readonly item: Item;
	readonly measure: Measure;
	/** The heading of its group, where this row is the first and does not head it itself. */
	readonly heading: Label | null;
	readonly depth: 0 | 1 | 2 | 3;
}

/** How deep a numbering stands: 四、 heads, then （一）, 1., and 其中 with the rows that go on from it. */
function depthOf(numbering: string): ListRow['depth'] {
	if (numbering.endsWith('、')) return 0;
	if (numbering.startsWith('（')) return 1;
	return /^\d/.test(numbering) ? 2 : 3;
}

/** The rows of a section of one column, group after group. */
export function listRows({ blocks }: Section): ListRow[] {
	return blocks.flatMap(({ caption, items, measures }, at) => {
		const [measure] = measures;
		if (!measure) return [];
		const goesOn = blocks[at - 1]?.caption.zh === caption.zh;
		return items.map((item, index) => {
			const depth = depthOf(item.numbering);
			const opens = index === 0 && depth > 0 && !goesOn;
			return { item, measure, heading: opens ? caption : null, depth };
		});
	});
}

export { addressOf };
