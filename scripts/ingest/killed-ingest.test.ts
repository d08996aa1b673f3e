import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/lib/server/current-database.ts';
import { ingest } from './ingest.ts';
import { StoreLocked } from './ledger.ts';
import { plainParts } from './plain-reader.ts';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let store: string;
let given: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'gouji-killed-'));
	store = join(folder, 'store');
	given = join(folder, 'given');
	mkdirSync(given);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (agency: string) =>
	writeFileSync(join(given, 'a.txt'), `agency=${agency}\nyear=2020\n`);

const run = () =>
	ingest(
		{ paths: [given], store, said: { manifest: [], corrections: [] }, saidIn: [], prune: false },
		plainParts()
	);

function start(step: string, end: 'kill' | 'hold'): ChildProcess {
	const args = ['--import', 'tsx', 'scripts/ingest/killed-ingest.ts', given, store, step, end];
	return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function agencies(): Promise<unknown[]> {
	const database = await openDatabase(store);
	try {
		return await database.rows('SELECT agency, (SELECT count(*) FROM cells) AS cells FROM reports');
	} finally {
		await database.close();
	}
}

it.each(['parts', 'snapshot', 'derived', 'current', 'ledger'])(
	'a process killed before the step %s leaves a whole snapshot, and the next one goes on',
	async (step) => {
		put('甲局');
		await run();
		put('乙局');
		const [, signal] = (await once(start(step, 'kill'), 'exit')) as [null, string];
		expect(signal).toBe('SIGKILL');
		const published = step === 'ledger' ? '乙局' : '甲局';
		expect(await agencies()).toEqual([{ agency: published, cells: 198 }]);
		await run();
		expect(await agencies()).toEqual([{ agency: '乙局', cells: 198 }]);
	}
);

it('a second ingest of the same store is refused while the first one runs', async () => {
	put('甲局');
	const first = start('parts', 'hold');
	try {
		await once(first.stdout as NodeJS.ReadableStream, 'data');
		await expect(run()).rejects.toThrow(StoreLocked);
	} finally {
		first.kill('SIGKILL');
		await once(first, 'exit');
	}
	expect((await run()).snapshot.counts.reports).toBe(1);
});
