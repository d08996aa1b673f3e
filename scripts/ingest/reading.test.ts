import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../src/lib/limits.ts';
import { plainParts } from './plain-reader.ts';
import { report, Trial } from './trial.ts';

vi.setConfig({ testTimeout: 120_000 });

let trial: Trial;
beforeEach(() => {
	trial = new Trial();
});
afterEach(() => trial.remove());

describe('what cannot be read', () => {
	it('is listed with its reason, and the rest goes on', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		trial.put('given/b.txt', 'no report');
		trial.put('given/c.txt', 'crash');
		trial.put('given/d.txt', '');
		truncateSync(join(trial.given, 'd.txt'), LIMITS.fileBytes + 1);
		trial.put('outside/e.txt', report('戊局', 2020, 1));
		symlinkSync(join(trial.folder, 'outside'), join(trial.given, 'e'));
		symlinkSync(trial.given, join(trial.given, 'loop'));
		symlinkSync(join(trial.folder, 'absent'), join(trial.given, 'f'));
		trial.put('given/.hidden', 'no report');
		const result = await trial.run();
		expect(result.snapshot.counts).toMatchObject({ files: 6, reports: 1, rejected: 5 });
		expect(result.tally.rejected.map(({ source }) => source).sort()).toEqual([
			'b.txt',
			'c.txt',
			'd.txt',
			'e',
			'f'
		]);
		expect(
			await trial.rows(`SELECT source, reason_code AS code, reason_detail AS detail FROM files
				WHERE status = 'rejected' ORDER BY source`)
		).toEqual([
			{ source: 'b.txt', code: 'not_a_report', detail: null },
			{ source: 'c.txt', code: 'reader_failed', detail: '{"said":"a mistake in the reader"}' },
			{
				source: 'd.txt',
				code: 'too_large',
				detail: JSON.stringify({ of: 'bytes', most: LIMITS.fileBytes })
			},
			{ source: 'e', code: 'link_outside', detail: null },
			{ source: 'f', code: 'unreadable_file', detail: '{"said":"ENOENT"}' }
		]);
		const parts = plainParts();
		expect((await trial.run({}, parts)).snapshot.id).toBe(result.snapshot.id);
		expect(parts.asked).toEqual([]);
	});

	it('is published even where every file is rejected', async () => {
		trial.put('given/b.txt', 'no report');
		expect((await trial.run()).snapshot.counts).toMatchObject({
			files: 1,
			reports: 0,
			rejected: 1
		});
		expect(await trial.rows('SELECT * FROM cells')).toEqual([]);
		expect(await trial.rows('SELECT source, status FROM files')).toEqual([
			{ source: 'b.txt', status: 'rejected' }
		]);
	});

	it('keeps the report that was read before while its file cannot be read', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		const first = await trial.run();
		rmSync(join(trial.given, 'a.txt'));
		symlinkSync(join(trial.folder, 'absent'), join(trial.given, 'a.txt'));
		const second = await trial.run();
		expect(second.tally.rejectedCount).toBe(1);
		expect(second.snapshot.counts.reports).toBe(first.snapshot.counts.reports);
	});
});
