import { availableParallelism } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainParts } from './plain-reader.ts';
import { readAlone } from '../../src/lib/reading/alone.ts';
import { ReaderPool } from '../../src/lib/reading/pool.ts';
import { report, Trial } from './trial.ts';

vi.setConfig({ testTimeout: 120_000 });

const SCRIPT = new URL('./plain-worker-start.js', import.meta.url);

let trial: Trial;
let pool: ReaderPool;
beforeEach(() => {
	trial = new Trial();
	pool = new ReaderPool({
		script: SCRIPT,
		workers: Math.max(2, availableParallelism()),
		pieceMs: 5_000,
		memoryMb: 128
	});
});
afterEach(async () => {
	await pool.close();
	trial.remove();
});

const parts = () =>
	plainParts({ process: (bytes, source, said) => pool.process(bytes, source, said), atOnce: 6 });

it('reads the same rows as one thread, in the same order', async () => {
	for (let index = 0; index < 40; index += 1) {
		trial.put(`given/${index}.txt`, report(`第${index}局`, 2020, index));
	}
	const members = Array.from(
		{ length: 50 },
		(_, index) => `--- ${index}.txt\n${report(`第${index}所`, 2021, index)}`
	);
	trial.put('given/a.zip', `archive\n${members.join('')}`);
	const many = await trial.run({}, parts());
	const one = await trial.run({ store: `${trial.store}-2` });
	expect(many.snapshot).toEqual(one.snapshot);
	expect(many.tally).toEqual(one.tally);
	expect(many.tally.reports).toBe(90);
});

it('rejects what takes too long, eats memory or ends the worker, and goes on', async () => {
	trial.put('given/a.txt', `${report('甲局', 2020, 1)}hang=1\n`);
	trial.put('given/b.txt', `${report('乙局', 2020, 1)}eat=1\n`);
	trial.put('given/c.txt', `${report('丙局', 2020, 1)}exit=1\n`);
	trial.put('given/d.zip', `archive\n--- x.txt\n${report('丁局', 2020, 1)}--- y.txt\nhang=1\n`);
	for (let index = 0; index < 10; index += 1) {
		trial.put(`given/z${index}.txt`, report(`第${index}局`, 2020, index));
	}
	const { tally } = await trial.run({}, parts());
	expect(tally.rejected.map(({ source }) => source)).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.zip']);
	expect(tally.rejected.map(({ reason }) => reason.slice(0, 6))).toEqual([
		'5 秒内没有',
		'读取所需的内',
		'读取程序意外',
		'5 秒内没有'
	]);
	expect(tally.reports).toBe(11);
});

describe('a file that is read alone', () => {
	const bytesOf = (text: string) => new TextEncoder().encode(text);
	const never = new AbortController().signal;
	const hanging = `archive\n--- x.txt\n${report('甲局', 2020, 1)}--- y.txt\nhang=1\n`;

	it('gives its members, and ends with its limits', async () => {
		const options = { script: SCRIPT, pieceMs: 1_000 };
		const found: [string, boolean][] = [];
		for await (const { source, result } of readAlone(bytesOf(hanging), 'a.zip', options, never)) {
			found.push([source, result.ok]);
		}
		expect(found).toEqual([
			['a.zip/x.txt', true],
			['a.zip', false]
		]);
	});

	it('has nothing of it printed', async () => {
		const printed = vi.spyOn(process.stderr, 'write');
		const text = bytesOf(`${report('甲局', 2020, 1)}say=1\n`);
		let read = 0;
		for await (const { result } of readAlone(text, 'a.txt', { script: SCRIPT }, never)) {
			if (result.ok) read += 1;
		}
		expect(read).toBe(1);
		expect(printed.mock.calls.join()).not.toContain('甲局');
		printed.mockRestore();
	});

	it('ends when it is told to, at once or while it reads', async () => {
		const stop = new AbortController();
		const sources: string[] = [];
		const found = () => readAlone(bytesOf(hanging), 'a.zip', { script: SCRIPT }, stop.signal);
		for await (const { source } of found()) {
			sources.push(source);
			stop.abort();
		}
		expect(sources).toEqual(['a.zip/x.txt']);
		expect((await found().next()).done).toBe(true);
	});
});
