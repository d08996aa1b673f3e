import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataType } from 'apache-arrow';
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/lib/check/rules.ts';
import { ADDRESSES, columnOf } from '../../src/lib/form/index.ts';
import { columnType } from '../../src/lib/server/columns.ts';
import { cacheDirectory, partsDirectory } from '../../src/lib/server/store.ts';
import { tallyFields } from '../../src/lib/server/tables.ts';
import { RELATIONS } from '../../src/lib/server/views.ts';
import { NothingFound } from './ingest.ts';
import { plainParts } from './plain-reader.ts';
import { report, Trial } from './trial.ts';
import { PathMissing } from './walk.ts';

// Many ingests, each with a database of 501 columns: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

let trial: Trial;
beforeEach(() => {
	trial = new Trial();
});
afterEach(() => trial.remove());

const CELLS = new Set(ADDRESSES.map(columnOf));
const TALLIES = new Set(tallyFields(RULES).map(({ name }) => name));

describe('a first ingest', () => {
	it('makes every table with the columns and types of its schema', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 3));
		await trial.run();
		for (const [name, schema] of Object.entries(RELATIONS)) {
			const columns = await trial.rows<Record<string, string>>(`DESCRIBE SELECT * FROM ${name}`);
			// The derived database keeps texts of few values in `figures` as ENUM, tallies as SMALLINT,
			// and cells whose figures are whole as INTEGER.
			const typeOf = ({ column_name: column = '', column_type: type = '' }) =>
				name === 'figures' && type.startsWith('ENUM(') ? [column, 'VARCHAR'] : [column, type];
			const kept = ({ name: column, type }: (typeof schema.fields)[number]) => {
				if (name === 'figures' && TALLIES.has(column)) return 'SMALLINT';
				return name === 'figures' && CELLS.has(column) ? 'INTEGER' : columnType(type as DataType);
			};
			expect(columns.map(typeOf)).toEqual(schema.fields.map((field) => [field.name, kept(field)]));
		}
	});

	it('keeps a figure that is not whole, or too large to be added as INTEGER, as it is', async () => {
		const large =
			'disclosure/procurement/amount=1.25\ndisclosure/licensing/items_change=12345678\n';
		trial.put('given/a.txt', report('甲局', 2020, 3, large));
		await trial.run();
		const [row] = await trial.rows<Record<string, unknown>>(
			`SELECT disclosure__procurement__amount AS amount, typeof(amount) AS amount_type,
				disclosure__licensing__items_change AS change, typeof(change) AS change_type,
				typeof(disclosure__licensing__decisions) AS whole_type FROM figures`
		);
		expect(row).toEqual({
			amount: 1.25,
			amount_type: 'DECIMAL(18,6)',
			change: 12_345_678,
			change_type: 'DECIMAL(18,6)',
			whole_type: 'INTEGER'
		});
	});

	it('keeps figures, statuses, places and texts as they were read', async () => {
		const text = report(
			'甲局',
			2020,
			3,
			'disclosure/fees/items_change=-2\nremedies/litigation_direct/total=\n'
		);
		trial.put('given/里/a.txt', text);
		await trial.run();
		expect(
			await trial.rows(`SELECT source, section, item, measure, value, raw, cells.status, char_start, char_end
				FROM cells JOIN reports USING (report_id) WHERE cells.status <> 'missing'
				ORDER BY char_start`)
		).toEqual([
			cell('licensing', 'decisions', 3, '3', 'reported', text),
			cell('fees', 'items_change', -2, '-2', 'reported', text),
			{ ...cell('litigation_direct', 'total', null, '', 'blank', text), section: 'remedies' }
		]);
		expect(await trial.rows('SELECT text FROM texts')).toEqual([{ text }]);
		expect(
			await trial.rows(`SELECT disclosure__fees__items_change AS change,
				disclosure__fees__items_change__status AS reported,
				remedies__litigation_direct__total__status AS blank,
				disclosure__fees__items_last_year__status AS missing,
				disclosure__fees__amount__status AS elsewhere FROM figures`)
		).toEqual([{ change: -2, reported: 0, blank: 1, missing: 2, elsewhere: null }]);
	});

	function cell(
		item: string,
		measure: string,
		value: number | null,
		raw: string,
		status: string,
		text: string
	) {
		const start = text.indexOf(`${item}/${measure}=`) + `${item}/${measure}=`.length;
		const place = { char_start: start, char_end: start + raw.length };
		return {
			source: '里/a.txt',
			section: 'disclosure',
			item,
			measure,
			value,
			raw,
			status,
			...place
		};
	}

	it('gives the same bytes for the same files, in any order', async () => {
		trial.put('given/a.txt', report('甲局', 2020, 3));
		trial.put('given/b.txt', report('乙局', 2021, 4));
		const one = await trial.run({
			paths: [join(trial.given, 'a.txt'), join(trial.given, 'b.txt')]
		});
		const other = join(trial.folder, 'other');
		const two = await trial.run({
			store: other,
			paths: [join(trial.given, 'b.txt'), join(trial.given, 'a.txt')]
		});
		expect(two.snapshot).toEqual(one.snapshot);
		expect(readdirSync(partsDirectory(other))).toEqual(readdirSync(partsDirectory(trial.store)));
	});

	it('says when there is nothing to read', async () => {
		await expect(trial.run({ paths: [join(trial.folder, 'absent')] })).rejects.toThrow(PathMissing);
		await expect(trial.run()).rejects.toThrow(NothingFound);
	});
});

describe('a second ingest', () => {
	beforeEach(() => {
		trial.put('given/a.txt', report('甲局', 2020, 3));
		trial.put('given/b.txt', report('乙局', 2020, 4));
	});

	it('reads nothing where nothing changed', async () => {
		const first = await trial.run();
		const parts = plainParts();
		const second = await trial.run({}, parts);
		expect(second.snapshot).toEqual(first.snapshot);
		expect([second.changed, second.unchanged, parts.asked]).toEqual([false, 2, []]);
	});

	it('reads nothing where only times changed, or the ledger is lost', async () => {
		const first = await trial.run();
		utimesSync(join(trial.given, 'a.txt'), 1, 1);
		const touched = plainParts();
		expect((await trial.run({}, touched)).snapshot.id).toBe(first.snapshot.id);
		rmSync(join(trial.store, 'ledger.duckdb'));
		const lost = plainParts();
		const third = await trial.run({}, lost);
		expect([third.snapshot.id, third.unchanged]).toEqual([first.snapshot.id, 2]);
		expect([...touched.asked, ...lost.asked]).toEqual([]);
	});

	it('replaces the report of a path with other bytes, and rewrites little', async () => {
		const first = await trial.run();
		trial.put('given/a.txt', report('甲局', 2020, 30));
		const parts = plainParts();
		const second = await trial.run({}, parts);
		expect(parts.asked).toEqual(['a.txt']);
		expect(await trial.decisions()).toEqual([
			{ agency: '甲局', year: 2020, decisions: 30, is_current: true },
			{ agency: '乙局', year: 2020, decisions: 4, is_current: true }
		]);
		expect(
			await trial.rows(
				`SELECT value FROM cells WHERE measure = 'decisions' AND value > 0 ORDER BY 1`
			)
		).toEqual([{ value: 4 }, { value: 30 }]);
		expect(await trial.rows('SELECT count(*) AS texts FROM texts')).toEqual([{ texts: 2 }]);
		expect(second.snapshot.counts).toEqual(first.snapshot.counts);
		const kept = second.snapshot.batches.find(({ id }) => id === first.snapshot.batches[0]?.id);
		expect(kept).toEqual({ ...first.snapshot.batches[0], live: 1 });
	});

	it('keeps a report whose file is gone until it is pruned', async () => {
		await trial.run();
		rmSync(join(trial.given, 'a.txt'));
		expect((await trial.run()).snapshot.counts.reports).toBe(2);
		const pruned = await trial.run({ prune: true });
		expect([pruned.dropped, pruned.snapshot.counts.reports]).toEqual([1, 1]);
		expect(await trial.rows('SELECT source FROM files')).toEqual([{ source: 'b.txt' }]);
	});

	it('prunes a folder that is gone altogether, and knows it from one that never was', async () => {
		trial.put('other/c.txt', report('丙局', 2020, 5));
		await trial.run({ paths: [trial.given, join(trial.folder, 'other')] });
		rmSync(join(trial.folder, 'other'), { recursive: true });
		await expect(trial.run({ paths: [join(trial.folder, 'other')] })).rejects.toThrow(PathMissing);
		await expect(trial.run({ paths: [join(trial.folder, 'never')], prune: true })).rejects.toThrow(
			PathMissing
		);
		const { snapshot, dropped } = await trial.run({
			paths: [join(trial.folder, 'other')],
			prune: true
		});
		expect([dropped, snapshot.counts.reports]).toEqual([1, 2]);
	});

	it('makes a damaged derived database anew though nothing changed', async () => {
		const { snapshot } = await trial.run();
		const file = join(cacheDirectory(trial.store), `${snapshot.id}.duckdb`);
		writeFileSync(file, 'no database');
		expect((await trial.run()).snapshot.id).toBe(snapshot.id);
		expect(readFileSync(file).length).toBeGreaterThan(1_000);
	});

	it('prunes nothing outside the folders given', async () => {
		trial.put('other/c.txt', report('丙局', 2020, 5));
		await trial.run({ paths: [trial.given, join(trial.folder, 'other')] });
		rmSync(join(trial.folder, 'other/c.txt'));
		expect((await trial.run({ prune: true })).snapshot.counts.reports).toBe(3);
	});

	it('reads all files again with another reader', async () => {
		const first = await trial.run();
		const parts = plainParts({ readerVersion: 'next' });
		const second = await trial.run({}, parts);
		expect(parts.asked).toEqual(['a.txt', 'b.txt']);
		expect(second.snapshot.id).not.toBe(first.snapshot.id);
		expect(second.snapshot.counts).toEqual(first.snapshot.counts);
	});

	it('adds another folder beside what the store holds', async () => {
		await trial.run();
		trial.put('other/c.txt', report('丙局', 2020, 5));
		const second = await trial.run({ paths: [join(trial.folder, 'other')] });
		expect(second.snapshot.counts.reports).toBe(3);
		expect(second.snapshot.batches).toHaveLength(2);
	});
});

describe('agencies', () => {
	it('keeps unresolved and invented reports apart from all others', async () => {
		trial.put('given/a.txt', 'agency=甲局\n');
		trial.put('given/b.txt', report('甲局', 2020, 1));
		trial.put('given/c.txt', report('甲局', 2020, 1, 'generated=1\n'));
		trial.put('given/d.txt', report('甲局', 2021, 1));
		await trial.run();
		const ids = await trial.rows<{ agency_id: string; generated: boolean }>(
			'SELECT agency_id, generated FROM reports ORDER BY source'
		);
		expect(ids.map(({ agency_id }) => agency_id[0])).toEqual(['u', 'a', 'a', 'a']);
		expect(new Set(ids.map(({ agency_id }) => agency_id)).size).toBe(3);
		expect(ids[1]?.agency_id).toBe(ids[3]?.agency_id);
	});

	it('finds the government that a department belongs to', async () => {
		trial.put('given/a.txt', report('乙县教育局', 2020, 1, 'kind=education\n'));
		trial.put('given/b.txt', report('乙县人民政府', 2020, 1, 'kind=government\n'));
		trial.put('given/c.txt', report('丙县教育局', 2020, 1, 'kind=education\ncounty=丙县\n'));
		await trial.run();
		expect(
			await trial.rows(`SELECT a.agency, p.agency AS parent FROM agencies a
				LEFT JOIN agencies p ON p.agency_id = a.parent_id ORDER BY a.agency`)
		).toEqual([
			{ agency: '丙县教育局', parent: null },
			{ agency: '乙县人民政府', parent: null },
			{ agency: '乙县教育局', parent: '乙县人民政府' }
		]);
	});
});
