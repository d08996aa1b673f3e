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
import type { DamageLevel } from './generate/damage/index.ts';
import { damagedCorpus } from './generate/damaged.ts';

interface Options {
	readonly reports: number;
	readonly out: string;
	readonly seed: string;
	readonly truth?: string;
	readonly damage?: DamageLevel;
}

function wholeNumber(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value) || value < 1) {
		throw new InvalidArgumentError('应为正整数 (a whole number above 0)');
	}
	return value;
}

function damageLevel(text: string): DamageLevel {
	const value = Number(text);
	if (value !== 0 && value !== 1 && value !== 2 && value !== 3) {
		throw new InvalidArgumentError('应为 0、1、2 或 3 (0, 1, 2 or 3)');
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

/** Writes damaged reports in many layouts into a folder, and what is true of them into a file. */
function generateDamaged(
	{ reports, seed }: Options,
	level: DamageLevel,
	out: string,
	file: string
) {
	mkdirSync(out, { recursive: true });
	mkdirSync(dirname(file), { recursive: true });
	const truth = openSync(file, 'w');
	try {
		for (const { source, report } of damagedCorpus(reports, seed, level)) {
			const { bytes, answers, ...rest } = report;
			writeFileSync(join(out, source), bytes);
			const line = { source, ...rest, answers: Object.fromEntries(answers) };
			writeSync(truth, `${JSON.stringify(line)}\n`);
		}
	} finally {
		closeSync(truth);
	}
	console.log(`${reports} 份受损的模拟报告写入 ${out}，真值写入 ${file}`);
}

const program = new Command('generate')
	.description('生成模拟的年度报告（虚构机关，五种版面），真值另存一个文件')
	.requiredOption('--reports <N>', '报告份数', wholeNumber)
	.requiredOption('--out <DIR>', '写入的文件夹')
	.option('--seed <S>', '随机种子；相同的种子生成相同的文件', 'gouji')
	.option('--truth <FILE>', '真值文件（NDJSON），须在 DIR 之外；默认 DIR.truth.jsonl')
	.option('--damage <LEVEL>', '改用多种版面并施以损坏：0 无、1 轻、2 中、3 重', damageLevel)
	.action((options: Options) => {
		const out = resolve(options.out);
		const truth = options.truth === undefined ? `${out}.truth.jsonl` : resolve(options.truth);
		if (isInside(truth, out)) program.error(`真值文件须在 ${out} 之外：${truth}`);
		if (existsSync(out) && !statSync(out).isDirectory()) {
			program.error(`${out} 是文件，不是文件夹；请用 --out 另指一个文件夹`);
		}
		if (existsSync(out)) console.error(`${out} 已存在：同名文件将被覆盖，其余文件保留`);
		if (options.damage === undefined) generate(options, out, truth);
		else generateDamaged(options, options.damage, out, truth);
	});

program.parse();
