import type { Address } from '../form/index.ts';
import type { Answers, Example } from './example.ts';
import type { Given } from './fixture.ts';

type Cells = Readonly<Record<Address, Given>>;

const A = 'applications';
const licensing = (measure: string) => `disclosure/licensing/${measure}`;
const documents = (measure: string) => `disclosure/normative_documents/${measure}`;

/** A report of the edition of 2019 for 2020, beside that for 2019. */
function years2019(subject: Address | null, cells: Cells, otherCells: Cells): Example {
	return {
		subject,
		report: { year: 2020, cells },
		other: { year: 2019, cells: otherCells }
	};
}

/** A report of the edition of 2021 for 2022, beside that for 2021. */
function years2021(subject: Address, cells: Cells, otherCells: Cells): Example {
	return {
		subject,
		report: { form: '2021', year: 2022, cells },
		other: { form: '2021', year: 2021, cells: otherCells }
	};
}

const IN = `${A}/carried_in/natural_person`;
const OUT = `${A}/carried_out/natural_person`;
const carried = (into: Given, out: Given) => years2019(IN, { [IN]: into }, { [OUT]: out });

const items = (now: Given, before: Given, change: Given) =>
	years2019(
		licensing('items_last_year'),
		{ [licensing('items_last_year')]: now },
		{ [licensing('items_last_year')]: before, [licensing('items_change')]: change }
	);

const inForce = (now: Given, before: Given) =>
	years2021(
		documents('in_force'),
		{ [documents('in_force')]: now, [documents('issued')]: 5, [documents('repealed')]: 2 },
		{ [documents('in_force')]: before }
	);

/** Figures enough to tell a report from those of other years. */
const MANY: Cells = {
	[licensing('items_last_year')]: 31,
	[licensing('items_change')]: 4,
	[licensing('decisions')]: 1208,
	'disclosure/other_services/decisions': 3340,
	'disclosure/penalties/decisions': 918,
	'disclosure/procurement/projects': 152
};
const FEW: Cells = { [licensing('items_last_year')]: 3, [licensing('decisions')]: 1208 };

/** Invented sentences, enough to tell a narrative from all others. */
const SENTENCES = (subject: string) =>
	Array.from(
		{ length: 9 },
		(_, index) =>
			`第${index + 1}项${subject}按月检查，发现的缺漏由经办科室在十日以内补齐，结果在网站专栏公布。\n`
	).join('');

const worded = (words: string, otherWords: string): Example => ({
	subject: null,
	report: { year: 2020, words },
	other: { year: 2019, words: otherWords }
});

/** For each rule about two reports a pair that passes, one that fails and one that it cannot decide. */
export const PAIR_EXAMPLES: Readonly<Record<string, Answers>> = {
	carried_over: { pass: carried(2, 2), fail: carried(2, 5), undecided: carried('blank', 5) },
	items_chain: { pass: items(10, 6, 4), fail: items(12, 6, 4), undecided: items(12, 6, 'missing') },
	in_force_chain: { pass: inForce(33, 30), fail: inForce(40, 30), undecided: inForce(40, 'blank') },
	figures_copied: {
		pass: years2019(null, { ...MANY, [licensing('decisions')]: 1315 }, MANY),
		fail: years2019(null, MANY, MANY),
		undecided: years2019(null, FEW, FEW)
	},
	narrative_copied: {
		pass: worded(SENTENCES('服务'), SENTENCES('工作')),
		fail: worded(SENTENCES('工作'), SENTENCES('工作')),
		undecided: worded('全年没有收到申请，工作正常。', '全年没有收到申请，工作正常。')
	}
};
