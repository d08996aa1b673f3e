import { describe, expect, test } from 'vitest';
import { FORM_CELLS, type Cell, type Reading, type Status } from '../../../src/lib/form/index.ts';
import { caseOf, caseOfKey, DRAFT_LAYOUTS, type Case } from './case.ts';
import { answersOf } from './hand-made.ts';
import { judge, verdictOf } from './judge.ts';
import { casesOf, measureAccuracy, type Reader } from './run.ts';
import { withTables } from './written.ts';

const cell = (address: Cell['address'], status: Status, value: number | null): Cell => ({
	...{ address, status, value },
	...{ raw: null, place: null, deduced: null }
});

/** A reading that says of each cell what `tell` says; who reports is told rightly. */
function readingOf(drawn: Case, tell: (cell: Cell) => Cell): Reading {
	const cells = [...drawn.answers].map(([address, [answer]]) =>
		tell(
			typeof answer === 'number' ? cell(address, 'reported', answer) : cell(address, answer!, null)
		)
	);
	const report = { cells, agency: drawn.agency, year: drawn.year, form: drawn.form };
	return { ok: true, report: report as unknown as Extract<Reading, { ok: true }>['report'] };
}

const choices = { reports: 60, seed: 't', level: null, layout: null, only: null };

/** The counts of a reader who knows the truth and does one thing with each cell. */
async function countsOf(tell: (cell: Cell) => Cell) {
	const cases = [...casesOf(choices)];
	let next = 0;
	const reader: Reader = () => Promise.resolve(readingOf(cases[next++]!, tell));
	const { byLevel } = await measureAccuracy(choices, reader);
	const sum = { cells: 0, right: 0, lost: 0, silent: 0, status: 0 };
	for (const [, { cells, verdicts }] of byLevel.entries) {
		sum.cells += cells;
		for (const kind of ['right', 'lost', 'silent', 'status'] as const) sum[kind] += verdicts[kind];
	}
	return sum;
}

describe('readers that are known', () => {
	test('one who tells the truth is right everywhere', async () => {
		const { cells, right } = await countsOf((each) => each);
		expect(cells).toBeGreaterThan(10_000);
		expect(right).toBe(cells);
	});

	test('one who fills zeros where nothing stands is caught', async () => {
		const filled = await countsOf((each) =>
			each.status === 'reported' ? each : cell(each.address, 'reported', 0)
		);
		expect(filled.silent).toBeGreaterThan(100);
		expect(filled.lost).toBe(0);
	});

	test('one who reads every figure wrong is silently wrong', async () => {
		const wrong = await countsOf((each) =>
			each.value === null ? each : cell(each.address, 'reported', each.value + 1e6)
		);
		expect(wrong.silent).toBeGreaterThan(wrong.cells / 2);
	});

	test('one who reads nothing loses, and is never silently wrong', async () => {
		const none = await countsOf((each) => cell(each.address, 'missing', null));
		expect(none.silent).toBe(0);
		expect(none.lost).toBeGreaterThan(none.cells / 2);
	});
});

test('the verdict on one cell', () => {
	expect(verdictOf([3], 3)).toBe('right');
	expect(verdictOf([3], 'missing')).toBe('lost');
	expect(verdictOf([3], 'blank')).toBe('lost');
	expect(verdictOf([3], 4)).toBe('silent');
	expect(verdictOf([3, 'missing'], 'missing')).toBe('right');
	expect(verdictOf(['missing'], 0)).toBe('silent');
	expect(verdictOf(['blank'], 'missing')).toBe('status');
	expect(verdictOf([25.1], 25.1000000001)).toBe('right');
});

test('a figure for a cell that the document has not is silently wrong', () => {
	const drawn = [...casesOf({ ...choices, level: 0 })].find(({ edition }) => edition === '2021')!;
	const reading = readingOf(drawn, (each) => each);
	if (!reading.ok) throw new Error('a reading');
	const address = 'disclosure/procurement/projects';
	expect(FORM_CELLS.get('2021')!.some((each) => each.address === address)).toBe(false);
	const cells = [...reading.report.cells, cell(address, 'reported', 0)];
	const { faults } = judge(drawn, { ok: true, report: { ...reading.report, cells } });
	expect(faults.map(({ verdict }) => verdict)).toEqual(['silent']);
});

test('a document that is rejected loses its figures', () => {
	const drawn = caseOf('html-spans', 0, 'x');
	const judgement = judge(drawn, { ok: false, rejection: { code: 'no_table', reason: '' } });
	expect(judgement.rejected).toBe('no_table');
	expect(judgement.faults.some(({ verdict }) => verdict === 'lost')).toBe(true);
	expect(judgement.agency).toBe('unsettled');
});

test('a key draws its case again', () => {
	for (const layout of [...DRAFT_LAYOUTS, 'aligned']) {
		const drawn = caseOf(layout, layout === 'aligned' ? 0 : 2, 'k');
		expect(caseOfKey(drawn.key)).toEqual(drawn);
	}
	expect(() => caseOfKey('nonsense')).toThrow(RangeError);
});

test('the answers of a hand-made truth', () => {
	const csv =
		'section,item,measure,expected\nremedies,reconsideration,upheld,3|?\nremedies,reconsideration,total,_\n';
	expect([...answersOf(csv)]).toEqual([
		['remedies/reconsideration/upheld', [3, 'missing']],
		['remedies/reconsideration/total', ['blank']]
	]);
	expect(() => answersOf(csv.replace('_', 'x'))).toThrow(/no answer/);
});

test('tables go between the markers of the docs and nowhere else', async () => {
	const reader: Reader = () =>
		Promise.resolve({ ok: false, rejection: { code: 'no_table', reason: '' } });
	const accuracy = await measureAccuracy({ ...choices, reports: 20 }, reader);
	const docs =
		'before\n<!-- accuracy: written by `npm run bench -- reading --write` -->\nold\n<!-- /accuracy -->\nafter\n';
	const written = withTables(docs, accuracy, null, choices);
	expect(written).toMatch(/^before\n/);
	expect(written).toMatch(/\nafter\n$/);
	expect(written).not.toContain('old');
	expect(written).toContain('| 0 undamaged |');
	expect(() => withTables('none', accuracy, null, choices)).toThrow(/markers/);
});
