import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { READER_VERSION } from '../src/lib/read/read.ts';
import { OWN_STORE } from '../src/lib/server/store.ts';
import { BadCorrections, parseCorrections } from './ingest/corrections.ts';
import { ingest } from './ingest/ingest.ts';
import { BadManifest, parseManifest } from './ingest/manifest.ts';
import { ReaderPool } from '../src/lib/reading/pool.ts';
import { BadRoster, parseRoster } from './ingest/roster.ts';
import type { OfficeWords } from './ingest/said.ts';
import {
	correctionLines,
	rejectionLines,
	rosterLines,
	summaryOf,
	summaryTable,
	unusedLines
} from './ingest/summary.ts';

interface Flags {
	readonly store: string;
	readonly manifest?: string;
	readonly corrections?: string;
	readonly roster?: string;
	readonly json?: boolean;
	readonly prune?: boolean;
}

const WORKER = new URL('../src/lib/reading/worker-start.js', import.meta.url);
/** Files that wait for each worker, so that none stands still. */
const AHEAD = 4;

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Reads what an office says in a file; nothing is said where there is none. */
async function wordsIn<T>(
	file: string | undefined,
	parse: (bytes: Uint8Array) => T[],
	missing: (file: string) => Error
): Promise<T[]> {
	if (file === undefined) return [];
	const bytes = await readFile(file).catch(() => {
		throw missing(file);
	});
	return parse(bytes);
}

const readWords = async ({ manifest, corrections, roster }: Flags): Promise<OfficeWords> => ({
	manifest: await wordsIn(
		manifest,
		parseManifest,
		(file) => new BadManifest(`清单读不到：${file}。请检查路径`)
	),
	corrections: await wordsIn(
		corrections,
		parseCorrections,
		(file) => new BadCorrections(`更正表读不到：${file}。请检查路径`)
	),
	roster:
		roster === undefined
			? null
			: await wordsIn(
					roster,
					parseRoster,
					(file) => new BadRoster([`应报名单读不到：${file}。请检查路径`])
				)
});

/** A bar on the terminal, and nothing where the output is no terminal. */
function progressBar(): { progress: (done: number, all: number) => void; stop: () => void } {
	const bar = new SingleBar({
		format: '读取 {bar} {value}/{total} {eta_formatted}',
		stream: process.stderr,
		clearOnComplete: true,
		hideCursor: true
	});
	const shown = process.stderr.isTTY;
	return {
		progress: (done, all) => {
			if (!shown) return;
			if (done === 1) bar.start(all, done);
			else bar.update(done);
		},
		stop: () => bar.stop()
	};
}

async function run(paths: string[], flags: Flags): Promise<void> {
	if (paths.length === 0 && flags.roster === undefined) {
		throw new Error('没有给出文件或文件夹。请写明存放年度报告的文件夹');
	}
	const started = performance.now();
	const bar = progressBar();
	const workers = availableParallelism();
	const pool = new ReaderPool({ script: WORKER, workers });
	try {
		const result = await ingest(
			{
				paths,
				store: flags.store,
				said: await readWords(flags),
				saidIn: [flags.manifest, flags.corrections, flags.roster].flatMap((file) => file ?? []),
				prune: flags.prune ?? false
			},
			{
				process: (bytes, source, said) => pool.process(bytes, source, said),
				atOnce: AHEAD * workers,
				readerVersion: READER_VERSION,
				progress: bar.progress
			}
		);
		bar.stop();
		const summary = summaryOf(result, (performance.now() - started) / 1000);
		for (const line of rejectionLines(result, flags.store)) say(line);
		for (const line of unusedLines(result)) say(line);
		for (const line of correctionLines(result)) say(line);
		if (flags.roster !== undefined) for (const line of rosterLines(result)) say(line);
		const table = summaryTable(result, summary);
		if (flags.json) {
			say(table);
			process.stdout.write(`${JSON.stringify(summary)}\n`);
		} else {
			process.stdout.write(`${table}\n`);
		}
	} finally {
		bar.stop();
		await pool.close();
	}
}

const command = new Command('ingest')
	.description('把文件和文件夹中的年度报告读入库中，发布一个新快照')
	.argument('[path...]', '文件或文件夹；只换应报名单时可以不写')
	.option('--store <folder>', '库所在的文件夹', process.env.GOUJI_STORE || OWN_STORE)
	.option('--manifest <file>', '清单（CSV）：写明机关、地区、年度等，优先于报告正文')
	.option('--corrections <file>', '更正表（CSV）：读错的单元格应为何数，由办公室只增不改')
	.option('--roster <file>', '应报名单（CSV）：哪些机关、从何年到何年应当报告；换掉以前的名单')
	.option('--json', '最后在标准输出打印一个 JSON 对象')
	.option('--prune', '移除磁盘上已不存在的文件的报告')
	.configureOutput({ writeOut: (text) => process.stderr.write(text) })
	.action(run);

try {
	await command.parseAsync();
} catch (error) {
	say(`导入失败：${(error as Error).message}`);
	process.exitCode = 1;
}
