import { Command, Option } from 'commander';
import { openDatabase } from '../src/lib/server/current-database.ts';
import { StoreMissing } from '../src/lib/server/failures.ts';
import { SAMPLE_STORE, storeDirectory } from '../src/lib/server/store.ts';
import { plainRows } from '../src/lib/server/values.ts';
import { FORMATS } from './query/formats.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

async function run(sql: string, flags: { store: string; format: string }): Promise<void> {
	const database = await openDatabase(flags.store);
	try {
		await database.answerReading(sql, async ({ names, result }) => {
			async function* batches() {
				for await (const chunk of result) yield plainRows<Record<string, unknown>>(chunk, names);
			}
			await FORMATS[flags.format]?.(names, batches(), process.stdout, say);
		});
	} finally {
		await database.close();
	}
}

function explain(error: unknown): string {
	if (error instanceof StoreMissing) {
		const { directory } = error;
		// Nobody's own reports belong into the sample's store.
		const flag = directory === SAMPLE_STORE ? '' : ` --store ${directory}`;
		return `没有找到库：${directory}。请先导入报告：npm run ingest -- 你的报告文件夹${flag}`;
	}
	return `查询失败：${(error as Error).message}`;
}

const command = new Command('query')
	.description(
		'对当前快照执行只读 SQL；表：reports cells findings texts files agencies rules figures documents'
	)
	.argument('<sql>', '一条 SELECT 语句')
	.option('--store <folder>', '库所在的文件夹', storeDirectory(process.env).directory)
	.addOption(
		new Option('--format <format>', '输出格式')
			.choices(Object.keys(FORMATS))
			.default(process.stdout.isTTY ? 'table' : 'json')
	)
	.action(run);

/** An SQL text may open with a comment, which would be taken for a flag. */
const withoutDash = (argument: string) =>
	/^--(?:\s|[^\n=]*\n)/.test(argument) ? ` ${argument}` : argument;

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
	await command.parseAsync(process.argv.map(withoutDash));
} catch (error) {
	if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
		say(explain(error));
		process.exitCode = 1;
	}
}
