import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renameSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { currentFile } from '../../src/lib/server/store.ts';
import { plainParts } from './plain-reader.ts';
import { report, Trial } from './trial.ts';

vi.setConfig({ testTimeout: 120_000 });

let trial: Trial;
beforeEach(() => {
	trial = new Trial();
});
afterEach(() => trial.remove());

describe('two folders', () => {
	const both = () => ({ paths: [trial.given, join(trial.folder, 'other')] });

	it('with the same file hold it twice, of which one counts', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		trial.put('other/a.txt', report('甲局', 2020, 1));
		const first = await trial.run(both());
		expect(
			await trial.rows('SELECT source, status, is_current FROM files JOIN reports USING (source)')
		).toEqual([
			{ source: 'a.txt', status: 'report', is_current: true },
			{ source: 'other/a.txt', status: 'report', is_current: false }
		]);
		const again = await trial.run(both());
		expect([again.snapshot.id, again.unchanged]).toEqual([first.snapshot.id, 2]);
	});

	it('hold a file all the same where others bear every longer name', async () => {
		const deep = join(trial.folder, 'other');
		const names = deep.split(sep).slice(1);
		for (let from = 0; from <= names.length; from += 1) {
			trial.put(join('given', ...names.slice(from), 'a.txt'), report('甲局', 2020, 1));
		}
		trial.put('other/a.txt', report('乙局', 2020, 2));
		await trial.run();
		await trial.run({ paths: [deep] });
		expect(await trial.rows("SELECT source FROM reports WHERE agency = '乙局'")).toEqual([
			{ source: `${names.join('/')}/a.txt~2` }
		]);
	});

	it('with the same files are read where the snapshot was lost and the ledger was not', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		trial.put('given/b.txt', report('乙局', 2020, 2));
		await trial.run();
		trial.put('other/a.txt', report('甲局', 2020, 1));
		trial.put('other/b.txt', report('乙局', 2020, 2));
		writeFileSync(currentFile(trial.store), '');
		const result = await trial.run({ paths: [join(trial.folder, 'other')] });
		expect(result.snapshot.counts.reports).toBe(2);
	});

	it('do not take the bytes of one for those that the snapshot has', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		await trial.run();
		trial.put('given/a.txt', report('乙局', 2020, 2));
		trial.put('other/a.txt', report('乙局', 2020, 2));
		await trial.run({ paths: [join(trial.folder, 'other')] });
		expect((await trial.decisions()).map((row) => row.agency)).toEqual(['甲局', '乙局']);
	});

	it('with other files of one name tell them apart by the folder, also later', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		trial.put('other/a.txt', report('乙局', 2020, 2));
		const first = await trial.run(both());
		expect(await trial.rows('SELECT source FROM files ORDER BY source')).toEqual([
			{ source: 'a.txt' },
			{ source: 'other/a.txt' }
		]);
		const again = await trial.run({ paths: [join(trial.folder, 'other')] });
		expect(again.snapshot.id).toBe(first.snapshot.id);
	});

	it('given one after the other do not replace each other', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		trial.put('other/a.txt', report('乙局', 2020, 2));
		await trial.run();
		const second = await trial.run({ paths: [join(trial.folder, 'other')] });
		expect(second.snapshot.counts.reports).toBe(2);
	});

	it('are one where the folder was moved', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		const first = await trial.run();
		renameSync(trial.given, join(trial.folder, 'moved'));
		const parts = plainParts();
		const second = await trial.run({ paths: [join(trial.folder, 'moved')] }, parts);
		expect([second.snapshot.id, parts.asked]).toEqual([first.snapshot.id, []]);
	});
});
