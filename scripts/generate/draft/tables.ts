import {
	addressOf,
	APPLICANTS,
	type Address,
	type Block,
	type FormCode,
	editionOf,
	OUTCOMES
} from '../../../src/lib/form/index.ts';
import { APPLICANT_NOTE, ORGANISATIONS, RESULTS } from '../layouts/layout.ts';
import { row, slot, type Edition, type Grid, type Row, type Slot } from './draft.ts';

type Written = ReadonlyMap<Address, string>;

const grid = (section: Grid['section'], rows: Row[]): Grid => ({
	...{ section, rows },
	...{ touched: false, breaks: new Set<Row>() }
});

const head = (text: string, across = 1, down = 1) => slot('head', text, { across, down });
const label = (text: string, across = 1, down = 1) => slot('label', text, { across, down });

function figure(address: Address, written: Written, across = 1): Slot {
	return slot('figure', written.get(address)!, { address, across });
}

const blocksOf = (form: FormCode, code: string): readonly Block[] =>
	editionOf(form).sections.find((section) => section.code === code)!.blocks;

const HEADS: Readonly<Record<string, string>> = {
	'procurement/amount': '采购总金额（单位：万元，保留4位小数）',
	'fees/amount': '本年收费金额（单位：万元）'
};

/** Section 二: one table of four columns, a caption over each part. */
export function disclosureGrid(form: FormCode, written: Written): Grid {
	const rows = blocksOf(form, 'disclosure').flatMap(({ caption, items, measures }) => {
		const last = measures.length - 1;
		const across = (index: number) => (index === last ? 3 - last : 1);
		return [
			row([head(caption.zh, 4)]),
			row([
				head('信息内容'),
				...measures.map(({ code, label: name }, index) =>
					head(HEADS[`${items[0]!.code}/${code}`] ?? name.zh, across(index))
				)
			]),
			...items.map(({ code, label: name }) =>
				row(
					[
						label(name.zh),
						...measures.map((measure, index) =>
							figure(addressOf('disclosure', code, measure.code), written, across(index))
						)
					],
					code
				)
			)
		];
	});
	return grid('disclosure', rows);
}

const APPLICATION_HEADS = () => [
	row([head(APPLICANT_NOTE, 3, 3), head('申请人情况', 7)]),
	row([head('自然人', 1, 2), head('法人或其他组织', 5), head('总计', 1, 2)]),
	row(ORGANISATIONS.map((name) => head(name)))
];

interface Entry {
	readonly item: string;
	readonly text: string;
	readonly group: string | null;
}

const PARTLY = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';

/** The rows of section 三 in order; a hybrid has the one row 其他处理 of the older form. */
function entriesOf(edition: Edition): Entry[] {
	const form = edition === '2019' ? '2019' : '2021';
	const items = blocksOf(form, 'applications')[0]!.items;
	const entries = items.map(({ code, numbering, label: name, outcome }): Entry => {
		const group = OUTCOMES.find((candidate) => candidate.code === outcome);
		const alone = !group || group.numbering === numbering;
		const text = code === 'partly_granted' ? PARTLY : `${numbering}${name.zh}`;
		return { item: code, text, group: alone ? null : `${group.numbering}${group.label.zh}` };
	});
	if (edition !== 'hybrid') return entries;
	return entries.flatMap((entry): Entry[] => {
		if (!entry.item.startsWith('other_')) return [entry];
		return entry.item === 'other_other'
			? [{ item: 'other', text: '（六）其他处理', group: null }]
			: [];
	});
}

/** Section 三: three columns of labels, merged as the form merges them, and seven of figures. */
export function applicationsGrid(edition: Edition, written: Written): Grid {
	const entries = entriesOf(edition);
	const outer = entries.filter(({ item }) => isOutcome(item)).length;
	const rows = entries.map((entry, index) => {
		const { item, text, group } = entry;
		const labels: Slot[] = [];
		if (isOutcome(item)) {
			if (!isOutcome(entries[index - 1]!.item)) labels.push(label('三、本年度办理结果', 1, outer));
			if (group === null) labels.push(label(text, 2));
			else {
				if (entries[index - 1]!.group !== group) {
					labels.push(label(group, 1, entries.filter((other) => other.group === group).length));
				}
				labels.push(label(text));
			}
		} else labels.push(label(text, 3));
		const figures = APPLICANTS.map(({ code }) =>
			figure(addressOf('applications', item, code), written)
		);
		return row([...labels, ...figures], item);
	});
	return grid('applications', [...APPLICATION_HEADS(), ...rows]);
}

const isOutcome = (item: string) => !['received', 'carried_in', 'carried_out'].includes(item);

/** Section 四: three rows of heads over one row of fifteen figures. */
export function remediesGrid(form: FormCode, written: Written): Grid {
	const [block] = blocksOf(form, 'remedies');
	const results = (down = 1) => RESULTS.map((name) => head(name, 1, down));
	const figures = block!.items.flatMap((item) =>
		block!.measures.map(({ code }) => figure(addressOf('remedies', item.code, code), written))
	);
	return grid('remedies', [
		row([head('行政复议', 5), head('行政诉讼', 10)]),
		row([...results(2), head('未经复议直接起诉', 5), head('复议后起诉', 5)]),
		row([...results(), ...results()]),
		row(figures, 'remedies')
	]);
}
