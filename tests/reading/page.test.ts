import { describe, expect, it } from 'vitest';
import type { Cell, Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { filesIn, reportIn, SAMPLE } from './files.ts';
import { formTables } from './page.ts';
import { transcribedCells, TRANSCRIPTIONS } from './transcription.ts';

const encoder = new TextEncoder();

function reportOf(html: string): Report {
	const reading = readReport(encoder.encode(html), 'a.html', null);
	if (!reading.ok) throw new Error(reading.rejection.reason);
	return reading.report;
}

function asTranscribed({ status, value }: Cell): string {
	if (status === 'reported') return String(value);
	return status === 'blank' ? '_' : status === 'missing' ? '?' : status;
}

/** What a transcribed cell looks like on a page: one that is not certain in the text is blank here. */
const shown = (word: string) => (word === '_' || word === '?' ? '' : word);

describe('the sample reports as pages', () => {
	it.each(filesIn(SAMPLE))('%s reads cell for cell', (name) => {
		const sample = reportIn(SAMPLE, name);
		const words = transcribedCells(TRANSCRIPTIONS[name.slice(0, 3)] ?? []);
		const tables = formTables(sample.form, words.map(shown));
		const report = reportOf(
			`<!DOCTYPE html><html><body><h1>2020年政府信息公开工作年度报告</h1>${tables.join('<p>四、</p>')}</body></html>`
		);
		expect(report.form).toBe(sample.form);
		expect(report.notes.filter(({ code }) => code.endsWith('_row'))).toEqual([]);
		const read = report.cells.map((cell) => `${cell.address} ${asTranscribed(cell)}`);
		const expected = words.map((word) => (word === '?' ? '_' : word));
		expect(read).toEqual(report.cells.map(({ address }, index) => `${address} ${expected[index]}`));
	});

	// Every cell holds another figure, so that one in the wrong cell shows.
	it.each(['2019', '2021'] as const)('%s reads with a figure of its own in each cell', (form) => {
		const count = form === '2019' ? 198 : 200;
		const values = Array.from({ length: count }, (_, index) => String(1000 + index));
		const report = reportOf(`<html><body>${formTables(form, values).join('')}</body></html>`);
		expect(report.form).toBe(form);
		expect(report.cells.map(({ value }) => String(value))).toEqual(values);
		for (const { place, raw } of report.cells) {
			expect(report.text.slice(place?.start, place?.end)).toBe(raw);
		}
	});
});
