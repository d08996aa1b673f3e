import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORM_CELLS, type Cell, type FormCode, type Report } from '../../src/lib/form/index.ts';
import { readReport } from '../../src/lib/read/read.ts';
import { filesIn } from './files.ts';
import { HOSTILE } from './pdfhostile.ts';
import { formPdf, type Setting } from './pdfwriter.ts';

const FOLDER = join(import.meta.dirname, 'pdf');

/** What stands in the form's cells of a fixture: the same in every one, by the cell's place. */
const FIGURES = {
	/** Another figure in each cell, so that one in the wrong cell shows. */
	own: (index: number) => String(1000 + index),
	/** Mostly zeros, as forms are, with blanks among them. */
	zeros: (index: number) => (index % 11 === 3 ? '' : index % 7 === 0 ? String(index) : '0')
};

const COUNT = { '2019': 198, '2021': 200 } as const;

/** Forms set by hand, as office programs in China and others write them. */
const settings: readonly (readonly [string, Setting])[] = [
	['with rules as lines', {}],
	['with page numbers, on sheets laid across', { landscape: true, pageNumbers: true }],
	['with rules as thin areas, in GBK', { rules: 'bars', encoding: 'GBK-EUC-H' }],
	['turned by its page, rules in pieces', { rotate: 90, rules: 'pieces' }],
	['turned the other way', { rotate: 270 }],
	['upside down', { rotate: 180 }],
	['printed sideways', { sideways: true }],
	['set character by character, twice', { piece: 1, twice: true }],
	['with figures that nobody sees', { unseen: true, pageNumbers: true }]
];

/** Each fixture named `<edition>-<figures>-<what it shows>.pdf`. */
const fixtures = filesIn(FOLDER).map((name) => {
	const [form, figures] = name.split('-') as [FormCode, keyof typeof FIGURES];
	const bytes = (): Uint8Array => readFileSync(join(FOLDER, name));
	return { name, form, figureOf: FIGURES[figures], bytes };
});

async function reportIn(bytes: Uint8Array): Promise<Report> {
	const reading = await readReport(bytes, 'a.pdf', null);
	if (!reading.ok) throw new Error(reading.rejection.reason);
	return reading.report;
}

const asRead = ({ status, value }: Cell) => (status === 'reported' ? String(value) : status);

const written = settings.flatMap(([shows, setting]) =>
	(['2019', '2021'] as const).flatMap((form) =>
		Object.entries(FIGURES).map(([figures, figureOf]) => {
			const values = Array.from({ length: COUNT[form] }, (_, index) => figureOf(index));
			const name = `${form}-${figures}, ${shows}`;
			return { name, form, figureOf, bytes: () => formPdf(form, values, setting) };
		})
	)
);

describe.each([...fixtures, ...written])('the PDF $name', async ({ form, figureOf, bytes }) => {
	const report = await reportIn(bytes());
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

describe.each(['none', 'rows'] as const)('a table without rules between columns (%s)', (rules) => {
	it.each(['2019', '2021'] as const)(
		'reads nearly all figures of %s by their columns, and puts none in a wrong place',
		async (form) => {
			for (const figureOf of Object.values(FIGURES)) {
				const values = Array.from({ length: COUNT[form] }, (_, index) => figureOf(index));
				const { cells } = await reportIn(formPdf(form, values, { rules }));
				const reported = cells.flatMap(({ value }, index) =>
					value === null ? [] : [{ value, index }]
				);
				for (const { value, index } of reported) expect(String(value)).toBe(figureOf(index));
				const shown = values.filter((value) => value !== '').length;
				expect(reported.length).toBeGreaterThanOrEqual(0.95 * shown);
			}
		}
	);
});

describe('a PDF', () => {
	const zeros = Array.from({ length: COUNT['2021'] }, (_, index) => FIGURES.zeros(index));
	const bytes = formPdf('2021', zeros);

	it('reads alike twice, and behind bytes that do not belong to it', async () => {
		const report = await reportIn(bytes);
		expect(await reportIn(bytes)).toEqual(report);
		const shifted = new Uint8Array([
			...new TextEncoder().encode('HTTP/1.1 200 OK\r\n\r\n'),
			...bytes
		]);
		expect((await reportIn(shifted)).cells).toEqual(report.cells);
	});

	it('that was cut anywhere is read or refused, and never read wrongly', async () => {
		for (let part = 1; part < 12; part += 1) {
			const cut = bytes.slice(0, Math.floor((bytes.length * part) / 12));
			const reading = await readReport(cut, 'a.pdf', null);
			if (!reading.ok) continue;
			reading.report.cells.forEach(({ value }, index) => {
				if (value !== null) expect(String(value)).toBe(zeros[index]);
			});
		}
	});
});

// The test runner's limit fails what takes longer.
describe('hostile PDFs', () => {
	it.each(HOSTILE)('%s: refused', { timeout: 60_000 }, async (_, file, code) => {
		const reading = await readReport(file(), 'a.pdf', null);
		expect(reading.ok ? 'read' : reading.rejection.code).toBe(code);
	});
});
