import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { checkReport } from '../src/lib/check/check.ts';
import type { ManifestRow } from '../src/lib/form/index.ts';
import { READER_VERSION, readReport } from '../src/lib/read/read.ts';
import { OWN_STORE } from '../src/lib/server/store.ts';
import { ingest } from './ingest/ingest.ts';
import { BadManifest, parseManifest } from './ingest/manifest.ts';
import { manifestLines, rejectionLines, summaryOf, summaryTable } from './ingest/summary.ts';

interface Flags {
	readonly store: string;
	readonly manifest?: string;
	readonly json?: boolean;
	readonly prune?: boolean;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

async function readManifest(file: string | undefined): Promise<ManifestRow[]> {
	if (file === undefined) return [];
	let bytes: Uint8Array;
	try {
		bytes = await readFile(file);
	} catch {
		throw new BadManifest(`清单读不到：${file}。请检查路径`);
	}
	return parseManifest(bytes);
}

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
	const started = performance.now();
	const bar = progressBar();
	try {
		const result = await ingest(
			{
				paths,
				store: flags.store,
				manifest: await readManifest(flags.manifest),
				manifestFile: flags.manifest ?? null,
				prune: flags.prune ?? false
			},
			{
				read: readReport,
				check: checkReport,
				readerVersion: READER_VERSION,
				progress: bar.progress
			}
		);
		bar.stop();
		const summary = summaryOf(result, (performance.now() - started) / 1000);
		for (const line of rejectionLines(result, flags.store)) say(line);
		for (const line of manifestLines(result)) say(line);
		const table = summaryTable(result, summary);
		if (flags.json) {
			say(table);
			process.stdout.write(`${JSON.stringify(summary)}\n`);
		} else {
			process.stdout.write(`${table}\n`);
		}
	} finally {
		bar.stop();
	}
}

const command = new Command('ingest')
	.description('把文件和文件夹中的年度报告读入库中，发布一个新快照')
	.argument('<path...>', '文件或文件夹')
	.option('--store <folder>', '库所在的文件夹', process.env.GOUJI_STORE || OWN_STORE)
	.option('--manifest <file>', '清单（CSV）：写明机关、地区、年度等，优先于报告正文')
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
