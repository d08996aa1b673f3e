import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cell, Report } from '../../src/lib/form/index.ts';
import type { Member } from '../../src/lib/read/read.ts';
import { randomOf } from '../generate/random.ts';
import { faultsOf } from './examination.ts';
import { fixturesIn } from './fixtures.ts';
import { outcomeOf, runOf } from './fuzz.ts';
import { MUTATIONS } from './mutation.ts';
import { unpacked } from './packing.ts';

const fixtures = fixturesIn([join(import.meta.dirname, '../../tests/reading')]);
const isOffice = ({ name }: { readonly name: string }) => /\.(?:docx?|xlsx|pdf)$/.test(name);
const same = (one?: Uint8Array, other?: Uint8Array) =>
	Buffer.compare(one ?? Buffer.of(), other ?? Buffer.of()) === 0;
const texts = fixtures.filter((fixture) => !isOffice(fixture));
const office = fixtures.filter(isOffice);

describe('mutated fixtures', () => {
	it('are of every kind', () => {
		const changes = new Set(
			Array.from({ length: 400 }, (_, number) => runOf(fixtures, 1, number)).flatMap(
				(run) => run.changes
			)
		);
		expect([...changes].sort()).toEqual(Object.keys(MUTATIONS).sort());
		const endings = new Set(fixtures.map(({ name }) => name.split('.').at(-1)));
		expect([...endings].sort()).toEqual([
			'csv',
			'doc',
			'docx',
			'html',
			'json',
			'md',
			'ndjson',
			'pdf',
			'txt',
			'xlsx'
		]);
		expect(texts.length).toBeGreaterThan(250);
	});

	it.each(office)(
		'$name is a report that is sound before it is changed',
		async ({ name, bytes }) => {
			const outcome = await outcomeOf({ number: 0, fixture: name, changes: [], bytes });
			expect(outcome).toMatchObject({ faults: [], reports: 1 });
		}
	);

	it('change what is inside a packed file, and leave it one that can be unpacked', () => {
		const [docx] = office.filter(({ name }) => name.endsWith('.docx'));
		const bytes = Buffer.from(docx?.bytes ?? '');
		const before = unpacked(bytes);
		const counts = Array.from({ length: 20 }, (_, seed) => {
			const after = unpacked(MUTATIONS.inside?.(bytes, randomOf('inside', seed), bytes) ?? bytes);
			expect(Object.keys(after)).toEqual(Object.keys(before));
			return Object.keys(after).filter((path) => !same(after[path], before[path])).length;
		});
		expect(new Set(counts)).toEqual(new Set([0, 1]));
		expect(counts.filter((count) => count === 1).length).toBeGreaterThan(10);
	});

	it('are packed as an archive that both fixtures can be read from', async () => {
		const [one, other] = texts.filter(({ name }) => /pipes\.txt$|figures\.txt$/.test(name));
		const bytes = MUTATIONS.pack?.(
			Buffer.from(one?.bytes ?? ''),
			randomOf('pack'),
			Buffer.from(other?.bytes ?? '')
		);
		const outcome = await outcomeOf({
			number: 0,
			fixture: 'a',
			changes: [],
			bytes: bytes ?? Buffer.of()
		});
		expect(outcome).toMatchObject({ faults: [], reports: 2 });
	});

	it('are the same bytes for the same seed and number, and others for others', () => {
		const [one, again, other] = [
			runOf(fixtures, 3, 5),
			runOf(fixtures, 3, 5),
			runOf(fixtures, 3, 6)
		];
		expect(again).toEqual(one);
		expect(other.bytes).not.toEqual(one.bytes);
	});

	it.each([
		{ kind: 'texts', files: texts, runs: 2000, least: 400 },
		// Mutated PDFs are left to `npm run fuzz`: Vitest fails for promises that pdf.js leaves behind.
		{
			kind: 'office files',
			files: office.filter(({ name }) => !name.endsWith('.pdf')),
			runs: 150,
			least: 15
		}
	])(
		'of $kind never throw, hang, or give a report that is not sound',
		async ({ files, runs, least }) => {
			let reports = 0;
			for (let number = 0; number < runs; number += 1) {
				const { faults, milliseconds, ...outcome } = await outcomeOf(runOf(files, 20_261, number));
				const { fixture, changes } = outcome.run;
				const words = `${number}: ${fixture} (${changes.join(', ')})`;
				reports += outcome.reports;
				expect(faults, words).toEqual([]);
				expect(milliseconds, words).toBeLessThan(20_000);
			}
			expect(reports).toBeGreaterThan(least);
		},
		240_000
	);
});

describe('a reading that is not sound', async () => {
	const run = { number: 0, fixture: 'a', changes: [], bytes: new Uint8Array() };
	const sample = fixtures.find(({ name }) => name.endsWith('long-labels-without-headings.txt'));
	const { readFile } = await import('../../src/lib/read/read.ts');
	const members: Member[] = [];
	for await (const member of readFile(sample?.bytes ?? new Uint8Array(), 'a', () => null)) {
		members.push(member);
	}

	/** The sample with one cell that has a figure changed. */
	function changed(cell: Partial<Cell>, more: Partial<Report> = {}): Member[] {
		return members.map((member) => {
			if (!member.reading.ok) return member;
			const { report } = member.reading;
			const at = report.cells.findIndex(({ status }) => status === 'reported');
			const cells = report.cells.map((found, index) =>
				index === at ? { ...found, ...cell } : found
			);
			return { ...member, reading: { ok: true, report: { ...report, cells, ...more } } };
		});
	}

	it('is told from one that is', async () => {
		expect(faultsOf(changed({}))).toEqual([]);
		expect((await outcomeOf(run)).faults).toEqual([]);
	});

	it.each<[string, Partial<Cell>, Partial<Report>?]>([
		['a status without its figure', { value: null }],
		['a figure that is none', { value: NaN }],
		['a figure in a blank cell', { status: 'blank' }],
		['words from elsewhere', { raw: 'x' }],
		['a place beyond the text', { place: { start: 0, end: 1e9 } }],
		['the whole text for one figure', { place: { start: 0, end: 1e4 } }],
		['no place', { place: null }],
		['a figure both read and deduced', { deduced: 1 }],
		['a missing cell with a place', { status: 'missing', value: null }],
		['a cell less', {}, { cells: [] }],
		['resolved without a year', {}, { resolved: true, year: null }]
	])('%s', (_, cell, more) => {
		expect(faultsOf(changed(cell, more))).not.toEqual([]);
	});

	it('a figure used for two cells', () => {
		const [first, second] = members.flatMap(({ reading }) =>
			reading.ok ? reading.report.cells.filter(({ status }) => status === 'reported') : []
		);
		expect(first && second).toBeTruthy();
		expect(
			faultsOf(changed({ place: second?.place ?? null, raw: second?.raw ?? '' }))
		).toContainEqual(expect.stringContaining('share'));
	});

	it('no reading at all, or two of one source', () => {
		expect(faultsOf([])).toHaveLength(1);
		expect(faultsOf([...members, ...members])).toContain('two reports of one source');
	});

	it('a mutation of nothing is nothing or little', () => {
		for (const mutation of Object.values(MUTATIONS)) {
			const nothing = Buffer.alloc(0);
			expect(mutation(nothing, randomOf('nothing'), nothing).length).toBeLessThan(1000);
		}
	});
});
