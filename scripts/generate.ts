import {
	existsSync,
	mkdirSync,
	writeFileSync,
	openSync,
	closeSync,
	statSync,
	writeSync
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { corpus } from './generate/corpus.ts';

interface Options {
	readonly reports: number;
	readonly out: string;
	readonly seed: string;
	readonly truth?: string;
}

function wholeNumber(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value) || value < 1) {
		throw new InvalidArgumentError('应为正整数 (a whole number above 0)');
	}
	return value;
}

/** Whether a path lies in a folder; the truth beside its reports would be read as one of them. */
function isInside(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

/** Writes a corpus into a folder and its truth into a file apart. */
function generate({ reports, seed }: Options, out: string, truthFile: string): void {
	mkdirSync(out, { recursive: true });
	mkdirSync(dirname(truthFile), { recursive: true });
	const progress = new SingleBar({
		format: '生成 {bar} {value}/{total} 份，剩余 {eta_formatted}',
		stream: process.stderr
	});
	const truth = openSync(truthFile, 'w');
	const folders = new Set<string>();
	let files = 0;
	progress.start(reports, 0);
	try {
		for (const entry of corpus(reports, seed)) {
			writeSync(truth, `${JSON.stringify(entry.truth)}\n`);
			if (entry.text === null || entry.truth.source === null) continue;
			const path = join(out, entry.truth.source);
			const folder = dirname(path);
			if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
			folders.add(folder);
			writeFileSync(path, entry.text);
			files += 1;
			progress.update(files);
		}
	} finally {
		closeSync(truth);
		progress.stop();
	}
	console.log(`${files} 份模拟报告写入 ${out}，真值写入 ${truthFile}`);
}

const program = new Command('generate')
	.description('生成模拟的年度报告（虚构机关，五种版面），真值另存一个文件')
	.requiredOption('--reports <N>', '报告份数', wholeNumber)
	.requiredOption('--out <DIR>', '写入的文件夹')
	.option('--seed <S>', '随机种子；相同的种子生成相同的文件', 'gouji')
	.option('--truth <FILE>', '真值文件（NDJSON），须在 DIR 之外；默认 DIR.truth.jsonl')
	.action((options: Options) => {
		const out = resolve(options.out);
		const truth = options.truth === undefined ? `${out}.truth.jsonl` : resolve(options.truth);
		if (isInside(truth, out)) program.error(`真值文件须在 ${out} 之外：${truth}`);
		if (existsSync(out) && !statSync(out).isDirectory()) {
			program.error(`${out} 是文件，不是文件夹；请用 --out 另指一个文件夹`);
		}
		if (existsSync(out)) console.error(`${out} 已存在：同名文件将被覆盖，其余文件保留`);
		generate(options, out, truth);
	});

program.parse();
