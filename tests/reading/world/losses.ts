import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsOf, type Address } from '../../../src/lib/form/index.ts';
import type { Verdict } from './verdict.ts';

const FILE = join(import.meta.dirname, 'losses.csv');
const HEADER = 'document,row,measures,read';

/** The cells of each document that the reader is known to lose. */
export type Losses = ReadonlyMap<string, ReadonlySet<Address>>;

/**
 * Reads the table of known losses: one line a row of the form and status, its measures with spaces
 * between, so that a person sees what is lost and a change shows as a few lines.
 */
export function knownLosses(): Losses {
	const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split('\n').slice(1) : [];
	const losses = new Map<string, Set<Address>>();
	for (const line of lines) {
		const [document = '', row = '', measures = ''] = line.split(',');
		const known = losses.get(document) ?? new Set<Address>();
		for (const measure of measures.split(' ')) known.add(`${row}/${measure}`);
		losses.set(document, known);
	}
	return losses;
}

/** Writes the table anew from what the reader loses today. */
export function writeLosses(verdicts: ReadonlyMap<string, readonly Verdict[]>): void {
	const lines = [...verdicts].flatMap(([document, all]) => {
		const rows = new Map<string, string[]>();
		for (const { address, outcome, read } of all) {
			if (outcome !== 'lost') continue;
			const { section, item, measure } = partsOf(address);
			const key = `${section}/${item},${read}`;
			rows.set(key, [...(rows.get(key) ?? []), measure]);
		}
		return [...rows].map(([key, measures]) => {
			const [row, read] = key.split(',');
			return `${document},${row},${measures.join(' ')},${read}`;
		});
	});
	writeFileSync(FILE, `${[HEADER, ...lines].join('\n')}\n`);
}
