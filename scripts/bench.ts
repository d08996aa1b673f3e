import { Command, InvalidArgumentError } from 'commander';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAccuracy, replay, smallAccuracy, type AccuracyOptions } from './bench/accuracy.ts';
import { command } from './bench/command.ts';
import { measureExporting } from './bench/exporting.ts';
import { measureHtmlReading } from './bench/html-reading.ts';
import { measureIngesting } from './bench/ingesting.ts';
import { asTable, type Measurement } from './bench/measurement.ts';
import { measurePages, pagesTable, timePages } from './bench/pages.ts';
import { measureQuestions } from './bench/questions.ts';
import { measureReading } from './bench/reading.ts';
import { storeDirectory } from '../src/lib/server/store.ts';
import { ensureBuild } from './start/build.ts';

const say = (line: string) => console.error(line);

function wholeNumber(text: string): number {
	const number = Number(text);
	if (Number.isInteger(number) && number > 0) return number;
	throw new InvalidArgumentError('must be a whole number above 0');
}

function levelOf(text: string): 0 | 1 | 2 | 3 {
	const number = Number(text);
	if (number === 0 || number === 1 || number === 2 || number === 3) return number;
	throw new InvalidArgumentError('must be 0, 1, 2 or 3');
}

async function measure(reports: number, folder: string): Promise<Measurement[]> {
	const corpus = join(folder, 'corpus');
	const store = join(folder, 'store');
	say(`generating ${reports} reports …`);
	const args = ['--reports', String(reports), '--out', corpus, '--seed', '1'];
	await command('generate', args);
	say('reading, ingesting …');
	const read = await measureReading(corpus);
	const ingested = await measureIngesting(corpus, store, reports);
	say('asking, exporting, serving …');
	await ensureBuild(say);
	return [
		...read,
		...(await measureHtmlReading()),
		...ingested,
		...(await measureQuestions(store)),
		...(await measureExporting(store)),
		...(await measurePages(store))
	];
}

const program = new Command('npm run bench --')
	.enablePositionalOptions()
	.description('Measures reading, ingest, questions, downloads and pages over a generated corpus')
	.option('--reports <number>', 'reports in the corpus', wholeNumber, 5_000)
	.action(async ({ reports }: { reports: number }) => {
		const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
		try {
			const measurements = await measure(reports, folder);
			console.log(`Gouji over ${reports} generated reports, Node ${process.versions.node}`);
			console.log(asTable(measurements));
			console.log(await smallAccuracy());
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

program
	.command('reading')
	.description('Measures how rightly reports are read: right, lost and silently wrong cells')
	.option('--reports <number>', 'documents to read', wholeNumber, 3_000)
	.option('--seed <text>', 'the same seed draws the same documents', 'gouji')
	.option('--level <level>', '0 undamaged, 1 light, 2 medium, 3 heavy; all where not told', levelOf)
	.option('--layout <name>', 'documents of one layout alone')
	.option('--damage <name>', 'damage of one name alone')
	.option('--list <number>', 'lines of each list of faults', wholeNumber, 20)
	.option('--write', 'writes the table into docs/reading.md')
	.option('--replay <key>', 'writes the document of a key, its truth and its faults into a folder')
	.option('--out <folder>', 'the folder of a replay', 'replay')
	.action(async (options: AccuracyOptions & { replay?: string; out: string }) => {
		if (options.replay) await replay(options.replay, options.out);
		else await benchAccuracy(options);
	});

program
	.command('pages')
	.description('Measures the server’s time for every kind of page over a store')
	.option('--store <folder>', 'the store that is served', storeDirectory(process.env).directory)
	.action(async ({ store }: { store: string }) => {
		await ensureBuild(say);
		console.log(pagesTable(await timePages(store)));
	});

program.parseAsync().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
