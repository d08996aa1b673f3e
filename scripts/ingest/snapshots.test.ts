import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { currentDatabase, openDatabase } from '../../src/lib/server/current-database.ts';
import type { Database } from '../../src/lib/server/database.ts';
import { cacheDirectory, currentFile, partsDirectory } from '../../src/lib/server/store.ts';
import { RELATIONS } from '../../src/lib/server/views.ts';
import { plainParts } from './plain-reader.ts';
import { report, Trial } from './trial.ts';

vi.setConfig({ testTimeout: 120_000 });

let trial: Trial;
const opened: Database[] = [];
beforeEach(() => {
	trial = new Trial();
});
afterEach(async () => {
	await Promise.all(opened.splice(0).map((database) => database.close()));
	trial.remove();
});

async function open(): Promise<Database> {
	const database = await openDatabase(trial.store);
	opened.push(database);
	return database;
}

describe('the store', () => {
	it('answers the same without the derived database, which the next ingest makes again', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		trial.put('given/b.txt', report('乙局', 2020, 2));
		await trial.run();
		trial.put('given/b.txt', report('乙局', 2020, 3));
		await trial.run();
		const questions = Object.keys(RELATIONS).map((name) => `SELECT * FROM ${name} ORDER BY ALL`);
		const derived = await Promise.all(questions.map((sql) => trial.rows(sql)));
		rmSync(cacheDirectory(trial.store), { recursive: true });
		expect(await Promise.all(questions.map((sql) => trial.rows(sql)))).toEqual(derived);
		mkdirSync(cacheDirectory(trial.store));
		const current = readFileSync(currentFile(trial.store), 'utf8').trim();
		writeFileSync(join(cacheDirectory(trial.store), `${current}.duckdb`), 'no database');
		expect(await Promise.all(questions.map((sql) => trial.rows(sql)))).toEqual(derived);
		rmSync(cacheDirectory(trial.store), { recursive: true });
		await trial.run();
		expect(readdirSync(cacheDirectory(trial.store))).toHaveLength(1);
	});

	it('publishes anew where the current snapshot is not there', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		await trial.run();
		writeFileSync(currentFile(trial.store), '0000000000000000\n');
		await expect(trial.rows('SELECT 1')).rejects.toThrow('当前快照 0000000000000000 不在了');
		await trial.run();
		expect(await trial.rows('SELECT count(*) AS reports FROM reports')).toEqual([{ reports: 1 }]);
	});

	it('removes what no reader can need, and leaves open readers alone', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 0));
		await trial.run();
		const reader = await open();
		for (let round = 1; round <= 5; round += 1) {
			trial.put('given/a.txt', report('甲局', 2020, round));
			await trial.run();
		}
		expect(readdirSync(join(trial.store, 'snapshots'))).toHaveLength(3);
		expect(readdirSync(cacheDirectory(trial.store))).toHaveLength(3);
		expect(
			await reader.rows('SELECT disclosure__licensing__decisions AS decisions FROM figures')
		).toEqual([{ decisions: 0 }]);
	});

	it('is opened anew when another snapshot is published, and the old one still answers', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		await trial.run();
		const old = await currentDatabase(trial.store);
		expect(await currentDatabase(trial.store)).toBe(old);
		trial.put('given/a.txt', report('甲局', 2020, 2));
		await trial.run();
		const next = await currentDatabase(trial.store);
		opened.push(old, next);
		const sql = 'SELECT disclosure__licensing__decisions AS decisions FROM figures';
		expect([await old.rows(sql), await next.rows(sql)]).toEqual([
			[{ decisions: 1 }],
			[{ decisions: 2 }]
		]);
	});

	it('is left whole by a crash at any step, and healed by the next ingest', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		const first = await trial.run();
		trial.put('given/a.txt', report('甲局', 2020, 2));
		trial.put('given/b.txt', report('乙局', 2020, 5));
		for (const step of ['read', 'parts', 'snapshot', 'derived', 'current']) {
			const before = (at: string) => {
				if (at === step) throw new Error(`crash before ${step}`);
			};
			await expect(trial.run({}, plainParts({ before }))).rejects.toThrow(`crash before ${step}`);
			expect((await open()).snapshot).toEqual(first.snapshot);
			expect((await trial.decisions()).map((row) => row.decisions)).toEqual([1]);
		}
		await trial.run();
		expect((await trial.decisions()).map((row) => row.decisions)).toEqual([2, 5]);
		expect(
			readdirSync(partsDirectory(trial.store)).filter((name) => name.endsWith('.tmp'))
		).toEqual([]);
	});

	it('is whole and goes on where the crash came after publishing', async () => {
		for (const [round, step] of ['ledger', 'collect'].entries()) {
			trial.put('given/a.txt', report('甲局', 2020, round));
			const before = (at: string) => {
				if (at === step) throw new Error(`crash before ${step}`);
			};
			await expect(trial.run({}, plainParts({ before }))).rejects.toThrow(`crash before ${step}`);
			expect((await trial.decisions()).map((row) => row.decisions)).toEqual([round]);
		}
		const parts = plainParts();
		const last = await trial.run({}, parts);
		expect([last.changed, parts.asked]).toEqual([false, []]);
	});

	it('names its current snapshot in one small file', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 1));
		await trial.run();
		expect(readdirSync(trial.store).sort()).toEqual([
			'CURRENT',
			'cache',
			'ledger.duckdb',
			'originals',
			'parts',
			'snapshots'
		]);
		expect(dirname(currentFile(trial.store))).toBe(trial.store);
	});
});
