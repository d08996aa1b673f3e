import { FORM_CELLS, type Address, type Report } from '../form/index.ts';
import type { Answers, Example } from './example.ts';
import { fixtureReport, type Fixture, type Given } from './fixture.ts';
import { PAIR_EXAMPLES } from './pair-examples.ts';
import type { Rule, Verdict } from './rule.ts';

/** What a rule really says of an example; asked of the rule itself, so that no example can lie. */
export interface ShownExample {
	readonly report: Report;
	/** Null for a rule about one report. */
	readonly other: Report | null;
	readonly otherCells: readonly Address[];
	/** The cells that the answer rests on. */
	readonly cells: readonly Address[];
	readonly verdict: Verdict;
}

const [A, D, R, S] = ['applications', 'disclosure', 'remedies', 'statistics'];
const granted = (measure: string) => `${A}/granted/${measure}`;
const documents = (measure: string) => `${D}/normative_documents/${measure}`;
const licensing = (measure: string) => `${D}/licensing/${measure}`;
const reconsideration = (measure: string) => `${R}/reconsideration/${measure}`;
const count = (item: string) => `${S}/${item}/count`;

type Cells = Readonly<Record<Address, Given>>;

/** Three examples of one rule: for each answer the cells that are set, about the same subject. */
function about(
	subject: Address | null,
	cells: { readonly pass: Cells; readonly fail: Cells; readonly undecided: Cells },
	rest: Omit<Fixture, 'cells'> = {}
): Answers {
	const beside = [...new Set(Object.values(cells).flatMap((each) => Object.keys(each)))];
	const example = (own: Cells): Example => ({ subject, beside, report: { ...rest, cells: own } });
	return {
		pass: example(cells.pass),
		fail: example(cells.fail),
		undecided: example(cells.undecided)
	};
}

/** A report whose year or edition is all that an answer rests on. */
const whole = (report: Fixture): Example => ({ subject: null, report });

const everyCell = (status: Exclude<Given, number>): Cells =>
	Object.fromEntries(FORM_CELLS.get('2019')!.map(({ address }) => [address, status]));

/** For each rule a report that passes, one that fails and one that it cannot decide. */
const EXAMPLES: Readonly<Record<string, Answers>> = {
	application_balance: about(`${A}/outcomes_total/natural_person`, {
		pass: balance(5, 1, 4, 2),
		fail: balance(5, 1, 4, 1),
		undecided: { ...balance(5, 1, 4, 2), [`${A}/carried_out/natural_person`]: 'missing' }
	}),
	applicants_total: about(granted('total'), {
		pass: { [granted('natural_person')]: 3, [granted('business')]: 1, [granted('total')]: 4 },
		fail: { [granted('natural_person')]: 3, [granted('business')]: 1, [granted('total')]: 5 },
		undecided: {
			[granted('natural_person')]: 3,
			[granted('business')]: 'blank',
			[granted('total')]: 4
		}
	}),
	outcomes_total: about(`${A}/outcomes_total/natural_person`, {
		pass: outcomes(3, 1, 4),
		fail: outcomes(3, 1, 3),
		undecided: { ...outcomes(3, 1, 4), [granted('natural_person')]: 'missing' }
	}),
	remedy_total: about(reconsideration('total'), {
		pass: {
			[reconsideration('upheld')]: 2,
			[reconsideration('pending')]: 1,
			[reconsideration('total')]: 3
		},
		fail: { [reconsideration('upheld')]: 2, [reconsideration('pending')]: 1 },
		undecided: {
			[reconsideration('upheld')]: 2,
			[reconsideration('pending')]: 'unreadable',
			[reconsideration('total')]: 3
		}
	}),
	statistics_total: about(
		count('staff'),
		{
			pass: { [count('staff')]: 3, [count('staff_full_time')]: 1, [count('staff_part_time')]: 2 },
			fail: { [count('staff')]: 2, [count('staff_full_time')]: 1, [count('staff_part_time')]: 2 },
			undecided: {
				[count('staff')]: 3,
				[count('staff_full_time')]: 1,
				[count('staff_part_time')]: 'missing'
			}
		},
		{ form: '2014', year: 2016 }
	),
	part_over_whole: about(
		count('press_conferences_by_leaders'),
		{
			pass: { [count('press_conferences')]: 3, [count('press_conferences_by_leaders')]: 2 },
			fail: { [count('press_conferences')]: 3, [count('press_conferences_by_leaders')]: 4 },
			undecided: {
				[count('press_conferences')]: 'blank',
				[count('press_conferences_by_leaders')]: 2
			}
		},
		{ form: '2014', year: 2016 }
	),
	disclosed_over_public_total: about(documents('disclosed'), {
		pass: { [documents('disclosed')]: 8, [documents('public_total')]: 40 },
		fail: { [documents('disclosed')]: 8, [documents('public_total')]: 0 },
		undecided: { [documents('disclosed')]: 8, [documents('public_total')]: 'blank' }
	}),
	made_over_disclosed: about(documents('made'), {
		pass: made(7, 7),
		fail: made(7, 5),
		undecided: made(7, 'blank')
	}),
	invalid_count: about(licensing('decisions'), {
		pass: { [licensing('decisions')]: 12 },
		fail: { [licensing('decisions')]: -12 },
		undecided: { [licensing('decisions')]: 'unreadable' }
	}),
	issued_over_in_force: about(
		documents('issued'),
		{ pass: inForce(3, 9, 1), fail: inForce(3, 2, 0), undecided: inForce(3, 2, 'missing') },
		{ form: '2021', year: 2022 }
	),
	stock_in_decisions: about(licensing('decisions'), {
		pass: stock(56, 6, 35),
		fail: stock(56, 6, 62),
		undecided: stock(56, 'unreadable', 62)
	}),
	edition_of_year: {
		pass: whole({ year: 2020 }),
		fail: whole({ year: 2022 }),
		undecided: whole({ year: null })
	},
	no_table: {
		pass: whole({}),
		fail: whole({ cells: everyCell('missing') }),
		undecided: whole({ form: 'free', year: null })
	},
	period_of_year: {
		pass: whole({ year: 2020, words: period(2020) }),
		fail: whole({ year: 2020, words: period(2019) }),
		undecided: whole({ year: 2020, words: '本报告由办公室编写。\n' })
	},
	figure_in_text: {
		pass: received(12, 12),
		fail: received(12, 15),
		undecided: received('blank', 15)
	},
	...PAIR_EXAMPLES
};

function received(total: Given, told: number): Example {
	return {
		subject: `${A}/received/total`,
		report: {
			words: `全年收到政府信息公开申请${told}件。\n`,
			cells: { [`${A}/received/total`]: total }
		},
		beside: [`${A}/received/total`]
	};
}

function period(year: number): string {
	return `统计期限自${year}年1月1日起，至${year}年12月31日止。\n`;
}

function balance(received: Given, carriedIn: Given, concluded: Given, carriedOut: Given): Cells {
	return {
		[`${A}/received/natural_person`]: received,
		[`${A}/carried_in/natural_person`]: carriedIn,
		[`${A}/outcomes_total/natural_person`]: concluded,
		[`${A}/carried_out/natural_person`]: carriedOut
	};
}

function outcomes(given: Given, unable: Given, total: Given): Cells {
	return {
		[granted('natural_person')]: given,
		[`${A}/unable_not_held/natural_person`]: unable,
		[`${A}/outcomes_total/natural_person`]: total
	};
}

function made(given: Given, disclosed: Given): Cells {
	return { [documents('made')]: given, [documents('disclosed')]: disclosed };
}

function inForce(issued: Given, standing: Given, repealed: Given): Cells {
	return {
		[documents('issued')]: issued,
		[documents('in_force')]: standing,
		[documents('repealed')]: repealed
	};
}

function stock(lastYear: Given, change: Given, decisions: Given): Cells {
	return {
		[licensing('items_last_year')]: lastYear,
		[licensing('items_change')]: change,
		[licensing('decisions')]: decisions
	};
}

const verdictsOf = (rule: Rule, report: Report, other: Report | null): Verdict[] => {
	if ('check' in rule) return rule.check(report);
	if (!other) throw new RangeError(`${rule.code} has an example of one report`);
	return rule.checkPair(report, other);
};

/** What a rule says of its three examples; empty for a rule that has none. */
export function examplesOf(rule: Rule): ShownExample[] {
	const examples = EXAMPLES[rule.code];
	if (!examples) return [];
	return (['pass', 'fail', 'undecided'] as const).map((answer) => {
		const { subject, beside, ...fixtures } = examples[answer];
		const report = fixtureReport(fixtures.report);
		const other = fixtures.other ? fixtureReport(fixtures.other) : null;
		const verdict = verdictsOf(rule, report, other).find(
			(candidate) => candidate.subject === subject
		);
		if (!verdict) throw new RangeError(`${rule.code} has no subject ${subject}`);
		const cells = beside ?? (other ? Object.keys(fixtures.report.cells ?? {}) : []);
		return { report, other, cells, otherCells: Object.keys(fixtures.other?.cells ?? {}), verdict };
	});
}
