import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORM_CELLS, type Cell, type FormCode, type Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { filesIn } from './files.ts';

const FOLDER = join(import.meta.dirname, 'pdf');

/** What stands in the form's cells of a fixture: the same in every one, by the cell's place. */
const FIGURES = {
	/** Another figure in each cell, so that one in the wrong cell shows. */
	own: (index: number) => String(1000 + index),
	/** Mostly zeros, as forms are, with blanks among them. */
	zeros: (index: number) => (index % 11 === 3 ? '' : index % 7 === 0 ? String(index) : '0')
};

/** Each fixture named `<edition>-<figures>-<what it shows>.pdf`. */
const fixtures = filesIn(FOLDER).map((name) => {
	const [form, figures] = name.split('-') as [FormCode, keyof typeof FIGURES];
	return { name, form, figureOf: FIGURES[figures] };
});

async function reportIn(name: string): Promise<Report> {
	const reading = await readReport(readFileSync(join(FOLDER, name)), name, null);
	if (!reading.ok) throw new Error(`${name}: ${reading.rejection.reason}`);
	return reading.report;
}

const asRead = ({ status, value }: Cell) => (status === 'reported' ? String(value) : status);

describe.each(fixtures)('the PDF $name', async ({ name, form, figureOf }) => {
	const report = await reportIn(name);
	const { text, cells } = report;

	it('reads cell for cell, and is marked as invented', () => {
		const addresses = FORM_CELLS.get(form)?.map(({ address }) => address) ?? [];
		const read = cells.map((cell) => `${cell.address} ${asRead(cell)}`);
		expect(read).toEqual(addresses.map((address, at) => `${address} ${figureOf(at) || 'blank'}`));
		expect(report).toMatchObject({ form, generated: true });
	});

	it('is cut from the text at its places, each figure once', () => {
		const spans = cells
			.map(({ place, raw }) => {
				expect(text.slice(place?.start, place?.end)).toBe(raw);
				return place ?? { start: -1, end: -1 };
			})
			.sort((one, other) => one.start - other.start);
		spans.slice(1).forEach(({ start }, index) => {
			expect(start).toBeGreaterThanOrEqual(spans[index]?.end ?? Infinity);
		});
	});

	it('knows the box of every cell, on its page, each in a place of its own', () => {
		const boxes = cells.map(({ box }) => box);
		for (const box of boxes) {
			expect(box?.page).toBeGreaterThanOrEqual(1);
			expect(box?.left).toBeGreaterThanOrEqual(0);
			expect(box?.top).toBeGreaterThanOrEqual(0);
			expect(box?.right).toBeGreaterThan(box?.left ?? Infinity);
			expect(box?.bottom).toBeGreaterThan(box?.top ?? Infinity);
			expect(Math.max(box?.right ?? Infinity, box?.bottom ?? Infinity)).toBeLessThan(900);
		}
		expect(new Set(boxes.map((box) => JSON.stringify(box))).size).toBe(cells.length);
	});
});
