import {
	addressOf,
	editionOf,
	OUTCOMES,
	type Address,
	type Block,
	type FormCode,
	type Item,
	type OutcomeCode
} from '../../src/lib/form/index.ts';

/** A row of section 二 as written: its label and what stands in its cells. */
export interface DisclosureRow {
	readonly label: string;
	readonly cells: readonly string[];
}

/** A part of section 二 as written, headed by the subparagraph it answers. */
export interface DisclosureBlock {
	readonly caption: string;
	readonly header: readonly string[];
	readonly rows: readonly DisclosureRow[];
}

/** A row of section 三 as written: up to three label columns, empty where merged with the row above. */
export interface ApplicationRow {
	readonly labels: readonly [string, string, string];
	readonly cells: readonly string[];
	/** How many figures at the end were cut off, in layouts that shift. */
	readonly cut: number;
}

/** The three tables of a report as written, before any layout. */
export interface Sheet {
	readonly disclosure: readonly DisclosureBlock[];
	readonly applications: readonly ApplicationRow[];
	readonly remedies: readonly string[];
}

/** How labels are written. */
export interface LabelStyle {
	readonly halfWidthBrackets: boolean;
	readonly spaceAfterNumber: boolean;
	/** Uses wordings that differ from the form's, as many reports do. */
	readonly variants: boolean;
}

export function styled(label: string, style: LabelStyle): string {
	const brackets = style.halfWidthBrackets
		? label.replaceAll('（', '(').replaceAll('）', ')')
		: label;
	return style.spaceAfterNumber ? brackets.replace(/^(\d\.|[(（].[)）])/u, '$1 ') : brackets;
}

const PARTLY = '部分公开（区分处理的，只计这一情形，不计其他情形）';

function rowLabel(item: Item, style: LabelStyle): string {
	if (item.code === 'partly_granted') return `${item.numbering}${PARTLY}`;
	const variant = style.variants && item.code === 'refused_other_law' ? item.variants[0] : null;
	return `${item.numbering}${variant ?? item.label.zh}`;
}

/** The heading over all outcomes: the form's, or one of the wordings met in reports. */
const resultHeading = (style: LabelStyle) =>
	style.variants ? '三、本年度结果' : '三、本年度办理结果';

function outcomeLabels(item: Item, seen: Set<OutcomeCode>, style: LabelStyle) {
	const outcome = OUTCOMES.find(({ code }) => code === item.outcome)!;
	const heading = seen.size === 0 ? resultHeading(style) : '';
	const alone = item.numbering === outcome.numbering;
	const group = seen.has(outcome.code) ? '' : `${outcome.numbering}${outcome.label.zh}`;
	seen.add(outcome.code);
	const label = rowLabel(item, style);
	return alone ? ([heading, label, ''] as const) : ([heading, group, label] as const);
}

function applicationRows(
	block: Block,
	written: ReadonlyMap<Address, string>,
	cuts: ReadonlyMap<string, number>,
	style: LabelStyle
): ApplicationRow[] {
	const seen = new Set<OutcomeCode>();
	return block.items.map((item) => {
		const total = item.code === 'outcomes_total';
		const labels: readonly [string, string, string] = item.outcome
			? outcomeLabels(item, seen, style)
			: [total ? '' : rowLabel(item, style), total ? rowLabel(item, style) : '', ''];
		const [first, second, third] = labels.map((label) => styled(label, style));
		const cells = block.measures.map(({ code }) =>
			written.get(addressOf('applications', item.code, code))!
		);
		return { labels: [first!, second!, third!], cells, cut: cuts.get(item.code) ?? 0 };
	});
}

const HEADER_UNITS: Readonly<Record<string, string>> = {
	'procurement/amount': '采购总金额（单位：万元，保留4位小数）',
	'fees/amount': '本年收费金额（单位：万元）'
};

function disclosureBlock(
	block: Block,
	written: ReadonlyMap<Address, string>,
	style: LabelStyle
): DisclosureBlock {
	const header = block.measures.map(({ code, label }) => {
		const unit = HEADER_UNITS[`${block.items[0]?.code}/${code}`];
		const variant = style.variants && code === 'repealed' ? '本年废止数量' : null;
		return styled(unit ?? variant ?? label.zh, style);
	});
	return {
		caption: styled(block.caption.zh, style),
		header: ['信息内容', ...header],
		rows: block.items.map(({ code, label }) => ({
			label: label.zh,
			cells: block.measures.map((measure) =>
				written.get(addressOf('disclosure', code, measure.code))!
			)
		}))
	};
}

/** Lays what is written in the cells of a form out as its three tables. */
export function sheetOf(
	form: FormCode,
	written: ReadonlyMap<Address, string>,
	cuts: ReadonlyMap<string, number>,
	style: LabelStyle
): Sheet {
	const blocks = new Map(
		editionOf(form).sections.map(({ code, blocks: parts }) => [code, parts] as const)
	);
	const [remedies] = blocks.get('remedies')!;
	return {
		disclosure: blocks.get('disclosure')!.map((block) => disclosureBlock(block, written, style)),
		applications: applicationRows(blocks.get('applications')![0]!, written, cuts, style),
		remedies: remedies!.items.flatMap((item) =>
			remedies!.measures.map(({ code }) => written.get(addressOf('remedies', item.code, code))!)
		)
	};
}
