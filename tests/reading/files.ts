import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';

export const SAMPLE = join(import.meta.dirname, '../../data/sample/real');
export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The names of the files in a folder, in order. */
export function filesIn(folder: string): string[] {
	return readdirSync(folder).sort();
}

/** The report that a file of a folder holds; fails where it holds none. */
export async function reportIn(folder: string, name: string): Promise<Report> {
	const reading = await readReport(readFileSync(join(folder, name)), name, null);
	if (!reading.ok) throw new Error(`${name}: ${reading.rejection.reason}`);
	return reading.report;
}
