import { Command, InvalidArgumentError } from 'commander';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './bench/command.ts';
import { measureExporting } from './bench/exporting.ts';
import { measureIngesting } from './bench/ingesting.ts';
import { asTable, type Measurement } from './bench/measurement.ts';
import { measurePages } from './bench/pages.ts';
import { measureQuestions } from './bench/questions.ts';
import { measureReading } from './bench/reading.ts';
import { ensureBuild } from './start/build.ts';

const say = (line: string) => console.error(line);

function wholeNumber(text: string): number {
	const number = Number(text);
	if (Number.isInteger(number) && number > 0) return number;
	throw new InvalidArgumentError('must be a whole number above 0');
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
		...ingested,
		...(await measureQuestions(store)),
		...(await measureExporting(store)),
		...(await measurePages(store))
	];
}

new Command('npm run bench --')
	.description('Measures reading, ingest, questions, downloads and pages over a generated corpus')
	.option('--reports <number>', 'reports in the corpus', wholeNumber, 5_000)
	.action(async ({ reports }: { reports: number }) => {
		const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
		try {
			const measurements = await measure(reports, folder);
			console.log(`Gouji over ${reports} generated reports, Node ${process.versions.node}`);
			console.log(asTable(measurements));
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	})
	.parseAsync()
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
