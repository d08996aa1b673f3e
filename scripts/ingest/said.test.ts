import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { join } from 'node:path';
import { plainParts } from './plain-reader.ts';
import { unusedLines } from './summary.ts';
import { DECISIONS, report, Trial } from './trial.ts';

vi.setConfig({ testTimeout: 120_000 });

let trial: Trial;
beforeEach(() => {
	trial = new Trial();
});
afterEach(() => trial.remove());

describe('the manifest', () => {
	it('settles a report, and only that report is read again', async () => {
		trial.put('given/a.txt', 'year=2020\n');
		trial.put('given/b.txt', report('乙局', 2020, 4));
		const first = await trial.run();
		expect(first.snapshot.counts.unresolved).toBe(1);
		const [before] = await trial.rows<{ status: string; reason: string; reason_code: string }>(
			"SELECT status, reason, reason_code FROM files WHERE source = 'a.txt'"
		);
		expect(before?.status).toBe('unresolved');
		expect(before?.reason).toContain('机关');
		expect(before?.reason_code).toBe('agency_unresolved');
		const parts = plainParts();
		const second = await trial.run({ manifest: 'source,agency\na.txt,甲局\n' }, parts);
		expect(parts.asked).toEqual(['a.txt']);
		expect(second.snapshot.counts.unresolved).toBe(0);
		const third = await trial.run();
		expect(third.snapshot.id).toBe(second.snapshot.id);
	});

	it('says which file of an agency-year is superseded', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1, 'published=2021-01-01\n'));
		trial.put('given/b.txt', report('甲局', 2020, 2, 'published=2021-03-01\n'));
		await trial.run();
		expect((await trial.decisions()).map((row) => row.is_current)).toEqual([false, true]);
		await trial.run({ manifest: 'source,supersedes\na.txt,b.txt\n' });
		expect((await trial.decisions()).map((row) => row.is_current)).toEqual([true, false]);
	});

	it('names the words that fit no file', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		const result = await trial.run({ manifest: 'source,agency\nabsent.txt,乙局\n' });
		expect(result.unused.sources).toEqual(['absent.txt']);
	});
});

describe('what is said of files that this run was not given', () => {
	const LINE =
		'source,section,item,measure,figure,who,when,why\na.txt,disclosure,licensing,decisions';
	const said = {
		manifest: 'source,agency\na.txt,甲局\n',
		corrections: `${LINE},8,张三,2026-01-05,看错\n`
	};
	const elsewhere = () => ({ paths: [join(trial.folder, 'other')] });
	beforeEach(() => {
		trial.put('given/a.txt', report('某局', 2020, 1));
		trial.put('other/b.txt', report('乙局', 2020, 2));
	});

	it('is told, and followed once they are given', async () => {
		await trial.run();
		const result = await trial.run({ ...said, ...elsewhere() });
		const { outside, cellsOutside, sources, cells } = result.unused;
		expect([outside, cellsOutside]).toEqual([['a.txt'], [`a.txt ${DECISIONS}`]]);
		expect([sources, cells]).toEqual([[], []]);
		expect(unusedLines(result)).toEqual([
			'清单中有 1 个 source 是以前读入而这次没有给出的文件，所写未采用；请连同它们所在的文件夹一起导入：a.txt',
			`更正表中有 1 处属于以前读入而这次没有给出的文件，未采用；请连同它们所在的文件夹一起导入：a.txt ${DECISIONS}`
		]);
		const followed = await trial.run(said);
		expect(unusedLines(followed)).toEqual([]);
		expect(await trial.decisions()).toMatchObject([
			{ agency: '甲局', decisions: 8 },
			{ agency: '乙局', decisions: 2 }
		]);
	});

	it('is not told where it is in force already', async () => {
		await trial.run(said);
		expect(unusedLines(await trial.run({ ...said, ...elsewhere() }))).toEqual([]);
	});

	it('is told where a correction is withdrawn', async () => {
		await trial.run(said);
		const corrections = `${LINE},,张三,2026-01-06,本无误\n`;
		const { unused } = await trial.run({ corrections, ...elsewhere() });
		expect([unused.cells, unused.cellsOutside]).toEqual([[], [`a.txt ${DECISIONS}`]]);
		expect((await trial.decisions())[0]).toMatchObject({ decisions: 8 });
	});
});

describe('names that two folders share', () => {
	const both = () => [trial.given, join(trial.folder, 'other')];
	beforeEach(() => {
		trial.put('given/a.txt', 'year=2020\n');
		trial.put('other/a.txt', 'year=2021\n');
	});
	const names = () => trial.rows('SELECT source, agency FROM reports ORDER BY source');

	it('are the file’s that bears the name, and the other needs its longer one', async () => {
		const one = await trial.run({ paths: both(), manifest: 'source,agency\na.txt,甲局\n' });
		expect(one.unused.ambiguous).toEqual([]);
		expect(await names()).toEqual([
			{ source: 'a.txt', agency: '甲局' },
			{ source: 'other/a.txt', agency: null }
		]);
	});

	it('settle none where none bears them, and are named', async () => {
		trial.put('third/a.txt', report('丙局', 2020, 1));
		await trial.run({ paths: [...both(), join(trial.folder, 'third')] });
		const paths = [join(trial.folder, 'other'), join(trial.folder, 'third')];
		const two = await trial.run({ paths, manifest: 'source,agency\na.txt,甲局\n' });
		expect(two.unused.ambiguous).toEqual(['a.txt → other/a.txt third/a.txt']);
		expect((await names()).map(({ agency }) => agency)).toEqual([null, null, '丙局']);
	});

	it('are told where a file to be superseded is not there', async () => {
		const { unused } = await trial.run({ manifest: 'source,supersedes\na.txt,b.txt\n' });
		expect(unused.superseded).toEqual(['b.txt']);
	});
});
