import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadCorrections, parseCorrections } from './corrections.ts';
import { sha256Of } from '../../src/lib/reading/processing.ts';
import { correctionLines, unusedLines } from './summary.ts';
import { DECISIONS, report, Trial } from './trial.ts';

vi.setConfig({ testTimeout: 120_000 });

const HEAD = 'source,section,item,measure,figure,who,when,why,sha256\n';
const line = (source: string, address: string, figure: string, more = '张三,2026-01-05,看错') =>
	`${source},${address.replaceAll('/', ',')},${figure},${more}\n`;
const table = (...lines: string[]) =>
	HEAD +
	lines.map((text) => text.replace(/\n$/, text.split(',').length < 9 ? ',\n' : '\n')).join('');

describe('a table of corrections', () => {
	const parse = (text: string) => parseCorrections(new TextEncoder().encode(text));

	it('says what a person says of a cell; of several lines the last one counts', () => {
		const lines = parse(
			table(line('.\\甲\\a.txt', DECISIONS, '12'), line('甲/a.txt', DECISIONS, 'blank'))
		);
		expect(lines).toEqual([
			{
				source: '甲/a.txt',
				address: DECISIONS,
				word: { figure: 'blank', who: '张三', when: '2026-01-05', why: '看错', sha256: null },
				repeated: true
			}
		]);
	});

	it.each([
		[line('a.txt', 'disclosure/licensing/nothing', '1'), '第 2 行没有这个单元格'],
		[line('a.txt', DECISIONS, '十'), '第 2 行figure 的值不对：十'],
		[line('a.txt', DECISIONS, '1e9'), '第 2 行figure 的值不对：1e9'],
		[line('a.txt', DECISIONS, '1', '张三,2026-02-30,看错'), '第 2 行when 的值不对：2026-02-30'],
		[line('a.txt', DECISIONS, '1', ',2026-01-05,看错'), '第 2 行没有 who'],
		[line('a.txt', DECISIONS, '1', '张三,2026-01-05,'), '第 2 行没有 why'],
		[line('', DECISIONS, '1'), '第 2 行没有 source'],
		[line('a.txt', DECISIONS, '1', '张三,2026-01-05,看错,abc'), '第 2 行sha256 的值不对：abc']
	])('is refused with its line: %j', (text, message) => {
		expect(() => parse(table(text))).toThrow(BadCorrections);
		expect(() => parse(table(text))).toThrow(message);
	});
});

describe('corrections', () => {
	let trial: Trial;
	beforeEach(() => {
		trial = new Trial();
		trial.put('given/a.txt', A);
		trial.put('given/b.txt', report('乙局', 2020, 4));
	});
	afterEach(() => trial.remove());

	const MADE = 'disclosure/normative_documents/made';
	const DISCLOSED = 'disclosure/normative_documents/disclosed';
	const A = report('甲局', 2020, 3, `${MADE}=5\n${DISCLOSED}=2\n`);

	const cell = (address = DECISIONS) =>
		trial.rows(`SELECT value, status, raw, corrected, read_value FROM cells
			JOIN reports USING (report_id) WHERE source = 'a.txt'
			AND concat_ws('/', section, item, measure) = '${address}'`);
	const states = () => trial.rows('SELECT source, state FROM corrections ORDER BY source');

	it('are applied before the checks, and show what was read beside', async () => {
		await trial.run();
		const findings = "SELECT count(*) AS n FROM findings WHERE section = 'disclosure'";
		expect(await trial.rows(findings)).not.toEqual([{ n: 0 }]);
		const { corrections } = await trial.run({ corrections: table(line('a.txt', MADE, '2')) });
		expect(corrections).toMatchObject({ applied: 1, dropped: 0, idle: 0, notices: [] });
		expect(await cell(MADE)).toEqual([
			{ value: 2, status: 'reported', raw: '5', corrected: true, read_value: 5 }
		]);
		expect(await trial.rows(findings)).toEqual([{ n: 0 }]);
		expect(
			await trial.rows(`SELECT item, measure, value, status, read_value, read_status, who,
				made_on, why, sha256, state FROM corrections`)
		).toEqual([
			{
				item: 'normative_documents',
				measure: 'made',
				value: 2,
				status: 'reported',
				read_value: 5,
				read_status: 'reported',
				who: '张三',
				made_on: '2026-01-05',
				why: '看错',
				sha256: sha256Of(new TextEncoder().encode(A)),
				state: 'applied'
			}
		]);
		expect(
			await trial.rows(
				"SELECT disclosure__normative_documents__made AS made FROM figures WHERE source = 'a.txt'"
			)
		).toEqual([{ made: 2 }]);
	});

	it('can say that a cell has no figure, or has one that was not read', async () => {
		const other = 'disclosure/fees/items_change';
		await trial.run({
			corrections: table(line('a.txt', DECISIONS, 'blank'), line('a.txt', other, '-8'))
		});
		expect(await cell()).toEqual([
			{ value: null, status: 'blank', raw: '3', corrected: true, read_value: 3 }
		]);
		expect(await cell(other)).toEqual([
			{ value: -8, status: 'reported', raw: null, corrected: true, read_value: null }
		]);
	});

	it('make only their report be read again, and stay in force until they are withdrawn', async () => {
		await trial.run();
		const corrections = table(line('a.txt', DECISIONS, '30'));
		expect(await trial.asked({ corrections })).toEqual(['a.txt']);
		expect(await trial.asked({ corrections })).toEqual([]);
		expect(await trial.asked()).toEqual([]);
		expect(await cell()).toMatchObject([{ value: 30 }]);
		const withdrawn = corrections + table(line('a.txt', DECISIONS, '')).slice(HEAD.length);
		const { unused } = await trial.run({ corrections: withdrawn });
		expect(unused.cells).toEqual([]);
		expect(await cell()).toMatchObject([{ value: 3, corrected: false }]);
		expect(await states()).toEqual([]);
		expect(await trial.asked({ corrections: withdrawn })).toEqual([]);
	});

	it('are dropped with a notice when the bytes change, though the table is given again', async () => {
		const corrections = table(line('a.txt', DECISIONS, '30'));
		await trial.run({ corrections });
		trial.put('given/a.txt', report('甲局', 2020, 31));
		const result = await trial.run({ corrections });
		expect(result.corrections).toMatchObject({ applied: 0, dropped: 1 });
		expect(correctionLines(result)).toEqual([expect.stringContaining(`a.txt ${DECISIONS}`)]);
		expect(await cell()).toMatchObject([{ value: 31, corrected: false, read_value: null }]);
		expect(await states()).toEqual([{ source: 'a.txt', state: 'dropped' }]);
		const again = await trial.run({ corrections });
		expect([again.changed, again.corrections.dropped]).toEqual([false, 1]);
		const anew = line('a.txt', DECISIONS, '30', '张三,2026-02-01,再看仍错');
		await trial.run({ corrections: corrections + table(anew).slice(HEAD.length) });
		expect(await cell()).toMatchObject([{ value: 30, read_value: 31 }]);
		expect(await states()).toEqual([{ source: 'a.txt', state: 'applied' }]);
	});

	it('that name other bytes than the file’s are dropped at once', async () => {
		const other = '0'.repeat(64);
		const { corrections } = await trial.run({
			corrections: table(line('a.txt', DECISIONS, '30', `张三,2026-01-05,看错,${other}`))
		});
		expect(corrections).toMatchObject({ applied: 0, dropped: 1 });
		expect(await cell()).toMatchObject([{ value: 3 }]);
	});

	it('of a cell, a report or a file that is not there are named', async () => {
		trial.put('given/c.txt', 'no report');
		const result = await trial.run({
			corrections: table(
				line('a.txt', 'disclosure/regulations/issued', '1'),
				line('c.txt', DECISIONS, '1'),
				line('absent.txt', DECISIONS, '1'),
				line('b.txt', DECISIONS, '')
			)
		});
		expect(result.corrections.notices.map(({ source, state }) => [source, state])).toEqual([
			['a.txt', 'no_cell'],
			['c.txt', 'no_report']
		]);
		expect(result.unused.cells).toEqual([`absent.txt ${DECISIONS}`, `b.txt ${DECISIONS}`]);
		expect(unusedLines(result).join()).toContain('absent.txt');
	});

	it('reach the members of a file', async () => {
		trial.put('given/d.zip', `archive\n--- x.txt\n${report('丁局', 2020, 8)}`);
		await trial.run({ corrections: table(line('d.zip/x.txt', DECISIONS, '9')) });
		expect(
			await trial.rows(`SELECT disclosure__licensing__decisions AS decisions FROM figures
				WHERE source = 'd.zip/x.txt'`)
		).toEqual([{ decisions: 9 }]);
		expect(await trial.asked()).toEqual([]);
	});

	it('stay while their file cannot be read, and go with it', async () => {
		await trial.run({ corrections: table(line('a.txt', DECISIONS, '30')) });
		const { rmSync, symlinkSync } = await import('node:fs');
		rmSync(`${trial.given}/a.txt`);
		symlinkSync(`${trial.folder}/absent`, `${trial.given}/a.txt`);
		await trial.run();
		expect(await states()).toEqual([{ source: 'a.txt', state: 'applied' }]);
		rmSync(`${trial.given}/a.txt`);
		await trial.run({ prune: true });
		expect(await states()).toEqual([]);
	});
});

describe('a page and box', () => {
	it('are kept with the cell they belong to', async () => {
		const trial = new Trial();
		try {
			trial.put('given/a.txt', `agency=甲局\nyear=2020\n${DECISIONS}=3 @2 10 20.123456 30.5 40\n`);
			await trial.run();
			expect(await trial.rows('SELECT raw, page, box FROM cells WHERE page IS NOT NULL')).toEqual([
				{ raw: '3', page: 2, box: '10 20.12 30.5 40' }
			]);
		} finally {
			trial.remove();
		}
	});
});
