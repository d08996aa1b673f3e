import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cell, Report } from '../../src/lib/form/index.ts';
import { filesIn, reportIn, SAMPLE } from './files.ts';
import { transcribedCells, TRANSCRIPTIONS } from './transcription.ts';

const names = filesIn(SAMPLE);

function asTranscribed({ status, value }: Cell): string {
	if (status === 'reported') return String(value);
	return status === 'blank' ? '_' : status === 'missing' ? '?' : status;
}

/** Everything that was read, a line a cell, so that a difference shows which cell it is. */
function golden({ text: _, cells, evidence, notes, ...identity }: Report): string {
	const rows = cells.map(({ address, status, value, raw, place, deduced }) =>
		JSON.stringify([address, status, value, raw, place?.start, place?.end, deduced])
	);
	const lines = [
		...Object.entries(identity).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`),
		`"evidence": [\n${evidence.map((line) => JSON.stringify(line)).join(',\n')}\n]`,
		`"notes": [\n${notes.map((line) => JSON.stringify(line)).join(',\n')}\n]`,
		`"cells": [\n${rows.join(',\n')}\n]`
	];
	return `{\n${lines.join(',\n')}\n}\n`;
}

describe('the five sample reports', () => {
	it('are all there', () => {
		expect(names.map((name) => name.slice(0, 3))).toEqual(Object.keys(TRANSCRIPTIONS));
	});

	it.each(names)('%s reads as a person transcribed it', async (name) => {
		const report = await reportIn(SAMPLE, name);
		const expected = transcribedCells(TRANSCRIPTIONS[name.slice(0, 3)] ?? []);
		expect(expected).toHaveLength(report.form === '2019' ? 198 : 200);
		const read = report.cells.map((cell) => `${cell.address} ${asTranscribed(cell)}`);
		expect(read).toEqual(report.cells.map(({ address }, index) => `${address} ${expected[index]}`));
	});

	// A difference is written beside the golden as -changed; delete a golden to accept a new one.
	it.each(names)('%s reads as its golden says', async (name) => {
		const file = join(import.meta.dirname, 'golden', name.replace(/\.\w+$/, '.json'));
		const changed = file.replace('.json', '-changed.json');
		const read = golden(await reportIn(SAMPLE, name));
		JSON.parse(read);
		if (!existsSync(file) && !process.env.CI) writeFileSync(file, read);
		const same = existsSync(file) && readFileSync(file, 'utf8') === read;
		if (same) rmSync(changed, { force: true });
		else writeFileSync(changed, read);
		expect(same, `differs from ${file}`).toBe(true);
	});
});
