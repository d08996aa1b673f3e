import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHAIN_RULES } from '../../src/lib/check/chain.ts';
import { COPY_RULES } from '../../src/lib/check/copies.ts';
import { examplesOf } from '../../src/lib/check/examples.ts';
import type { PairRule } from '../../src/lib/check/rule.ts';
import { cacheDirectory } from '../../src/lib/server/store.ts';
import { Trial } from './trial.ts';

// Many ingests, each with a database of hundreds of columns: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

let trial: Trial;

beforeEach(() => {
	trial = new Trial();
});

afterEach(() => trial.remove());

const CARRIED_IN = 'applications/carried_in/natural_person';
const CARRIED_OUT = 'applications/carried_out/natural_person';
const LICENSING = 'disclosure/licensing';
const DOCUMENTS = 'disclosure/normative_documents';

/** A report with some cells, and more lines such as `form=2021`. */
function put(
	agency: string,
	year: number,
	cells: Readonly<Record<string, number | string>>,
	more = ''
) {
	const lines = Object.entries(cells).map(([address, value]) => `${address}=${value}\n`);
	const name = `given/${agency}-${year}${more.includes('\n') ? '' : more.slice(0, 6)}.txt`;
	trial.put(name, `agency=${agency}\nyear=${year}\n${more}\n${lines.join('')}`);
}

const findings = (rule: string) =>
	trial.rows<{
		agency: string;
		year: number;
		cell: string;
		observed: number;
		expected: number;
		other: string;
		message: string;
	}>(`SELECT mine.agency, mine.year, concat_ws('/', section, item, measure) AS cell, observed,
			expected, concat_ws(' ', other.agency, other.year) AS other, message
		FROM findings JOIN figures AS mine USING (report_id)
		LEFT JOIN figures AS other ON other.report_id = other_report_id
		WHERE rule = '${rule}' ORDER BY mine.agency, mine.year, section, item, measure`);

/** A rule's tallies, report after report, as pass fail undecided; a dash where it does not apply. */
async function tallies(rule: string): Promise<string[]> {
	const answers = ['pass', 'fail', 'undecided'].map(
		(answer) => `coalesce(CAST(${rule}__${answer} AS VARCHAR), '-')`
	);
	const rows = await trial.rows<{ told: string }>(
		`SELECT concat_ws(' ', agency, year, ${answers.join(', ')}) AS told
		FROM figures ORDER BY agency, year, source`
	);
	return rows.map(({ told }) => told);
}

describe('what is carried over', () => {
	it('ties where both reports say it, and fails where they differ', async () => {
		put('甲局', 2019, { [CARRIED_OUT]: 5 });
		put('甲局', 2020, { [CARRIED_IN]: 5, [CARRIED_OUT]: 2 });
		put('甲局', 2021, { [CARRIED_IN]: 3 }, 'form=2021');
		await trial.run();
		expect(await tallies('carried_over')).toEqual([
			'甲局 2019 0 0 7',
			'甲局 2020 1 0 6',
			'甲局 2021 0 1 6'
		]);
		expect(await findings('carried_over')).toEqual([
			{
				agency: '甲局',
				year: 2021,
				cell: CARRIED_IN,
				observed: 3,
				expected: 2,
				other: '甲局 2020',
				message:
					'二、上年结转政府信息公开申请数量·自然人：2021 年度填报 3，按 2020 年度的报告推算为 2（2020 年度“四、结转下年度继续办理” 2），两个年度不衔接。'
			}
		]);
	});

	it('is undecided where a figure is blank or missing, a year lies between, or the scope is another', async () => {
		put('甲局', 2019, { [CARRIED_OUT]: '' });
		put('甲局', 2020, { [CARRIED_IN]: 5 });
		put('乙局', 2019, { [CARRIED_OUT]: 5 });
		put('乙局', 2020, {});
		put('丙局', 2019, { [CARRIED_OUT]: 5 });
		put('丙局', 2021, { [CARRIED_IN]: 4 });
		put('丁局', 2019, { [CARRIED_OUT]: 5 }, 'scope=consolidated');
		put('丁局', 2020, { [CARRIED_IN]: 4 });
		put('戊局', 2019, { [CARRIED_OUT]: 5 }, 'county=丙县');
		put('戊局', 2020, { [CARRIED_IN]: 4 });
		await trial.run();
		expect(await findings('carried_over')).toEqual([]);
		expect(new Set((await tallies('carried_over')).map((told) => told.slice(8)))).toEqual(
			new Set(['0 0 7'])
		);
	});

	it('is undecided for reports that were replaced, or whose agency or year is not settled', async () => {
		put('甲局', 2019, { [CARRIED_OUT]: 5 });
		trial.put('given/old.txt', `agency=甲局\nyear=2020\npublished=2021-01-01\n${CARRIED_IN}=4\n`);
		trial.put('given/new.txt', `agency=甲局\nyear=2020\npublished=2021-02-01\n${CARRIED_IN}=5\n`);
		trial.put('given/year.txt', `agency=甲局\n${CARRIED_IN}=4\n`);
		trial.put('given/agency.txt', `year=2020\n${CARRIED_IN}=4\n`);
		await trial.run();
		expect(await findings('carried_over')).toEqual([]);
		expect(
			await trial.rows(`SELECT source, carried_over__pass AS pass, carried_over__undecided AS undecided
				FROM figures WHERE source <> '甲局-2019.txt' ORDER BY source`)
		).toEqual([
			{ source: 'agency.txt', pass: 0, undecided: 7 },
			{ source: 'new.txt', pass: 1, undecided: 6 },
			{ source: 'old.txt', pass: 0, undecided: 7 },
			{ source: 'year.txt', pass: 0, undecided: 7 }
		]);
	});

	it('follows what the office put right, and what came later', async () => {
		put('甲局', 2020, { [CARRIED_IN]: 4 });
		await trial.run();
		expect(await findings('carried_over')).toEqual([]);
		put('甲局', 2019, { [CARRIED_OUT]: 5 });
		await trial.run();
		const before = await findings('carried_over');
		expect(before).toMatchObject([{ observed: 4, expected: 5 }]);
		const [section, item, measure] = CARRIED_IN.split('/');
		await trial.run({
			corrections: `source,section,item,measure,figure,who,when,why\n甲局-2020.txt,${section},${item},${measure},5,李四,2024-01-01,核对原件\n`
		});
		expect(await findings('carried_over')).toEqual([]);
		expect(await tallies('carried_over')).toContain('甲局 2020 1 0 6');
	});
});

describe('a stock', () => {
	it('of kinds of item chains within the edition of 2019 alone', async () => {
		const stock = (last: number, change: number) => ({
			[`${LICENSING}/items_last_year`]: last,
			[`${LICENSING}/items_change`]: change
		});
		put('甲局', 2019, stock(10, -4));
		put('甲局', 2020, stock(6, 0));
		put('乙局', 2019, stock(10, -4));
		put('乙局', 2020, stock(10, 0));
		put('乙局', 2021, stock(11, 0), 'form=2021');
		await trial.run();
		expect(await tallies('items_chain')).toEqual([
			'乙局 2019 0 0 5',
			'乙局 2020 0 1 4',
			'乙局 2021 - - -',
			'甲局 2019 0 0 5',
			'甲局 2020 1 0 4'
		]);
		expect(await findings('items_chain')).toMatchObject([
			{
				observed: 10,
				expected: 6,
				message:
					'行政许可·上一年项目数量：2020 年度填报 10，按 2019 年度的报告推算为 6（2019 年度“上一年项目数量” 10 + 2019 年度“本年增/减” -4），两个年度不衔接。'
			}
		]);
	});

	it('of documents in force chains within the edition of 2021 alone', async () => {
		const documents = (issued: number, repealed: number, inForce: number) => ({
			[`${DOCUMENTS}/issued`]: issued,
			[`${DOCUMENTS}/repealed`]: repealed,
			[`${DOCUMENTS}/in_force`]: inForce
		});
		put('甲局', 2020, documents(1, 0, 9));
		put('甲局', 2021, documents(5, 2, 30), 'form=2021');
		put('甲局', 2022, documents(5, 2, 33), 'form=2021');
		put('甲局', 2023, documents(1, 0, 40), 'form=2021');
		await trial.run();
		expect(await tallies('in_force_chain')).toEqual([
			'甲局 2020 - - -',
			'甲局 2021 0 0 2',
			'甲局 2022 1 0 1',
			'甲局 2023 0 1 1'
		]);
		expect(await findings('in_force_chain')).toMatchObject([
			{ cell: `${DOCUMENTS}/in_force`, observed: 40, expected: 34, other: '甲局 2022' }
		]);
	});
});

const CELLS = [
	...['licensing', 'other_services', 'penalties'].flatMap((item) =>
		['items_last_year', 'items_change', 'decisions'].map(
			(measure) => `disclosure/${item}/${measure}`
		)
	),
	'disclosure/procurement/projects'
];
/** Ten different figures of three digits each. */
const figures = (seed: number) =>
	Object.fromEntries(CELLS.map((address, index) => [address, 100 + seed + 7 * index]));

const narrative = (subject: string) =>
	Array.from(
		{ length: 9 },
		(_, index) =>
			`第${index + 1}项${subject}由经办科室按月检查，发现的缺漏在十日以内补齐，结果在网站公布。\n`
	).join('');

describe('figures that another report has', () => {
	it('are found in the later year of one agency, and of two agencies in both for one year', async () => {
		put('甲局', 2019, figures(0));
		put('甲局', 2020, figures(0));
		put('甲局', 2021, figures(0));
		put('乙局', 2019, figures(1));
		put('丙局', 2019, figures(1));
		put('丁局', 2020, figures(1));
		put('戊局', 2020, figures(2));
		await trial.run();
		const found = await findings('figures_copied');
		expect(found.map(({ agency, year, other }) => `${agency} ${year} ← ${other}`)).toEqual([
			expect.stringMatching(/^丁局 2020 ← [乙丙]局 2019$/),
			'丙局 2019 ← 乙局 2019',
			'乙局 2019 ← 丙局 2019',
			'甲局 2020 ← 甲局 2019',
			'甲局 2021 ← 甲局 2020'
		]);
		expect(found.map(({ message }) => message)).toEqual(
			expect.arrayContaining([
				'填报的数字与本机关 2019 年度的报告全部相同。',
				'填报的数字与“丙局” 2019 年度的报告全部相同。'
			])
		);
		expect(await tallies('figures_copied')).toEqual([
			'丁局 2020 0 1 0',
			'丙局 2019 0 1 0',
			'乙局 2019 0 1 0',
			'戊局 2020 1 0 0',
			'甲局 2019 1 0 0',
			'甲局 2020 0 1 0',
			'甲局 2021 0 1 0'
		]);
	});

	it('are left alone where they are few, where one shows a figure more, or where one is invented', async () => {
		const some = (count: number) => Object.fromEntries(Object.entries(figures(0)).slice(0, count));
		put('甲局', 2019, some(5));
		put('甲局', 2020, some(5));
		put('戊局', 2019, some(9));
		put('己局', 2019, some(9));
		put('乙局', 2019, figures(1));
		put('乙局', 2020, { ...figures(1), 'disclosure/fees/items_change': '0' });
		put('丙局', 2019, figures(2));
		put('丁局', 2019, figures(2), 'generated=1');
		await trial.run();
		expect(await findings('figures_copied')).toEqual([]);
		expect(await tallies('figures_copied')).toContain('甲局 2020 0 0 1');
	});

	it('need not be as many where both reports are one agency’s', async () => {
		const some = Object.fromEntries(Object.entries(figures(0)).slice(0, 9));
		put('甲局', 2019, some);
		put('甲局', 2021, some);
		put('乙局', 2021, some);
		await trial.run();
		const found = await findings('figures_copied');
		expect(found.map(({ agency, year, other }) => `${agency} ${year} ← ${other}`)).toEqual([
			'甲局 2021 ← 甲局 2019'
		]);
	});

	it('are left alone between names of what may be one organ', async () => {
		put('甲市乙县人民政府', 2020, figures(0), 'kind=government');
		put('甲市乙县人民政府办公室', 2020, figures(0), 'kind=general_office');
		put('丙局', 2020, figures(1));
		put('乙县丙局', 2020, figures(1));
		await trial.run();
		expect(await findings('figures_copied')).toEqual([]);
	});
});

describe('a narrative that another report has', () => {
	it('is found whatever the lines, the spaces and the year', async () => {
		put('甲局', 2019, {}, `2019 年度报告\n2019年，工作正常。\n${narrative('工作')}`);
		put(
			'甲局',
			2020,
			{},
			`2020 年度报告\n2020 年，工作正常。\n${narrative('工作').replaceAll('，', '，\n')}`
		);
		put('乙局', 2020, {}, `乙局 2020 年度报告\n2020年，工作正常。\n${narrative('工作')}`);
		put('丙局', 2020, {}, narrative('服务'));
		put('丁局', 2019, {}, '没有收到申请，工作正常。\n');
		put('丁局', 2020, {}, '没有收到申请，工作正常。\n');
		await trial.run();
		const found = await findings('narrative_copied');
		expect(found.map(({ agency, year, other }) => `${agency} ${year} ← ${other}`)).toEqual([
			'乙局 2020 ← 甲局 2019',
			'甲局 2020 ← 甲局 2019'
		]);
		expect(found.at(-1)?.message).toBe('文字与本机关 2019 年度的报告逐字相同（年份除外）。');
		expect(await tallies('narrative_copied')).toEqual([
			'丁局 2019 0 0 1',
			'丁局 2020 0 0 1',
			'丙局 2020 1 0 0',
			'乙局 2020 0 1 0',
			'甲局 2019 1 0 0',
			'甲局 2020 0 1 0'
		]);
	});
});

describe('a store answers as the rules themselves do', () => {
	type Shown = ReturnType<typeof examplesOf>[number];

	/** Puts the two reports of an example as one agency's. */
	function putExample(agency: string, { report, other }: Shown) {
		for (const { form, year, cells, text } of [report, other!]) {
			const shown = cells.flatMap(({ address, status, value }) =>
				status === 'missing' ? [] : [[address, value ?? ''] as const]
			);
			const words = text.split('\n').filter((line) => line.endsWith('。'));
			put(agency, year!, Object.fromEntries(shown), `form=${form}\n${words.join('\n')}`);
		}
	}

	async function expectSame(rule: PairRule, agency: string, { report, other }: Shown) {
		const verdicts = rule.checkPair(report, other!);
		const count = (answer: string) =>
			verdicts.filter((verdict) => verdict.answer === answer).length;
		expect(await tallies(rule.code)).toContain(
			[agency, report.year, count('pass'), count('fail'), count('undecided')].join(' ')
		);
		const found = (await findings(rule.code)).filter((finding) => finding.agency === agency);
		expect(found.map(({ message }) => message)).toEqual(
			verdicts.flatMap((verdict) => (verdict.answer === 'fail' ? verdict.finding.message : []))
		);
	}

	it('about chains', async () => {
		const shown = CHAIN_RULES.flatMap((rule) =>
			examplesOf(rule).map((example, index) => ({ rule, example, agency: `${rule.code} ${index}` }))
		);
		for (const { agency, example } of shown) putExample(agency, example);
		await trial.run();
		for (const { rule, agency, example } of shown) await expectSame(rule, agency, example);
	});

	it.each(
		COPY_RULES.flatMap((rule) =>
			examplesOf(rule).map((example) => ({ ...example, rule, answer: example.verdict.answer }))
		)
	)('about $rule.code: $answer', async ({ rule, ...example }) => {
		putExample('甲局', example);
		await trial.run();
		await expectSame(rule, '甲局', example);
	});
});

it('a store says the same again, in the order that files come and without its cache', async () => {
	put('甲局', 2019, { ...figures(0), [CARRIED_OUT]: 5 });
	put('甲局', 2020, { ...figures(0), [CARRIED_IN]: 4 });
	put('乙局', 2019, figures(0));
	const all = 'SELECT * FROM findings ORDER BY ALL';
	const { snapshot } = await trial.run();
	const found = await trial.rows(all);
	expect(snapshot.counts.findings).toBe(found.length);
	expect(new Set(found.map(({ finding_id }) => finding_id)).size).toBe(found.length);
	const told = await tallies('carried_over');
	rmSync(cacheDirectory(trial.store), { recursive: true });
	expect(await trial.rows(all)).toEqual(found);
	expect(await tallies('carried_over')).toEqual(told);
	rmSync(trial.store, { recursive: true });
	const again = await trial.run();
	expect(again.snapshot.id).toBe(snapshot.id);
});
