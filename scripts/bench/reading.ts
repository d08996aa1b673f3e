import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReport } from '../../src/lib/check/check.ts';
import type { Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { medianTimes, type Measurement } from './measurement.ts';

/** Files that are read in one run: enough of every layout, and few enough to stay in memory. */
const FILES = 500;

/** How fast reports are read and checked, on one core, with their bytes in memory. */
export async function measureReading(corpus: string): Promise<Measurement[]> {
	const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(txt|md)$/.test(name))
		.sort();
	const step = Math.max(1, Math.floor(names.length / FILES));
	const files = names
		.filter((_, at) => at % step === 0)
		.map((name) => ({ name, bytes: readFileSync(join(corpus, name)) }));
	const amount = { number: files.length, of: 'reports' };

	const decoding = await medianTimes(3, () => {
		for (const { bytes } of files)
			new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n');
	});
	const reports: Report[] = [];
	const reading = await medianTimes(3, async () => {
		reports.length = 0;
		for (const { name, bytes } of files) {
			const result = await readReport(bytes, name, null);
			if (result.ok) reports.push(result.report);
		}
	});
	const checking = await medianTimes(3, () => {
		for (const report of reports) checkReport(report);
	});
	const lines = { what: 'decoding and splitting into lines', ...decoding };
	return [
		{ what: `reading ${files.length} text reports`, ...reading, amount, against: lines },
		{
			what: `checking ${reports.length} reports`,
			...checking,
			amount: { number: reports.length, of: 'reports' },
			against: { what: 'reading them', ...reading }
		}
	];
}
