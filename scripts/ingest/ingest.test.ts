import type { DataType } from 'apache-arrow';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../src/lib/limits.ts';
import { columnType } from '../../src/lib/server/columns.ts';
import { currentDatabase, openDatabase, type Database } from '../../src/lib/server/database.ts';
import { cacheDirectory, currentFile, partsDirectory } from '../../src/lib/server/store.ts';
import { RELATIONS } from '../../src/lib/server/views.ts';
import { NothingFound, ingest, type IngestOptions, type IngestParts } from './ingest.ts';
import { parseManifest } from './manifest.ts';
import { plainParts } from './plain-reader.ts';
import type { OfficeWords } from './said.ts';
import { PathMissing } from './walk.ts';

// Many ingests, each with a database of 501 columns: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let store: string;
let given: string;
const opened: Database[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'gouji-ingest-'));
	store = join(folder, 'store');
	given = join(folder, 'given');
	mkdirSync(given);
});

afterEach(async () => {
	await Promise.all(opened.splice(0).map((database) => database.close()));
	rmSync(folder, { recursive: true, force: true });
});

function put(name: string, text: string): void {
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), text);
}

const DECISIONS = 'disclosure/licensing/decisions';
const report = (agency: string, year: number, decisions: number, more = '') =>
	`agency=${agency}\nyear=${year}\n${DECISIONS}=${decisions}\n${more}`;

function run(
	{ manifest = [], ...options }: Partial<IngestOptions & OfficeWords> = {},
	parts: IngestParts = plainParts()
) {
	const said = { manifest, corrections: [] };
	return ingest({ paths: [given], store, said, saidIn: [], prune: false, ...options }, parts);
}

async function open(): Promise<Database> {
	const database = await openDatabase(store);
	opened.push(database);
	return database;
}

async function rows<T = Record<string, unknown>>(sql: string): Promise<T[]> {
	return (await open()).rows<T>(sql);
}

const decisions = () =>
	rows(`SELECT agency, year, disclosure__licensing__decisions AS decisions, is_current
		FROM figures ORDER BY source`);

const manifest = (text: string) => parseManifest(new TextEncoder().encode(text));

describe('a first ingest', () => {
	it('makes every table with the columns and types of its schema', async () => {
		put('given/a.txt', report('甲局', 2020, 3));
		await run();
		const database = await open();
		for (const [name, schema] of Object.entries(RELATIONS)) {
			const columns = await database.rows<Record<string, string>>(`DESCRIBE SELECT * FROM ${name}`);
			// The derived database keeps texts of few values in `figures` as ENUM.
			const typeOf = (type: string | undefined) =>
				name === 'figures' && type?.startsWith('ENUM(') ? 'VARCHAR' : type;
			expect(columns.map((column) => [column.column_name, typeOf(column.column_type)])).toEqual(
				schema.fields.map((field) => [field.name, columnType(field.type as DataType)])
			);
		}
	});

	it('keeps figures, statuses, places and texts as they were read', async () => {
		const text = report(
			'甲局',
			2020,
			3,
			'disclosure/fees/items_change=-2\nremedies/litigation_direct/total=\n'
		);
		put('given/里/a.txt', text);
		await run();
		expect(
			await rows(`SELECT source, section, item, measure, value, raw, cells.status, char_start, char_end
				FROM cells JOIN reports USING (report_id) WHERE cells.status <> 'missing'
				ORDER BY char_start`)
		).toEqual([
			cell('licensing', 'decisions', 3, '3', 'reported', text),
			cell('fees', 'items_change', -2, '-2', 'reported', text),
			{ ...cell('litigation_direct', 'total', null, '', 'blank', text), section: 'remedies' }
		]);
		expect(await rows('SELECT text FROM texts')).toEqual([{ text }]);
		expect(
			await rows(`SELECT disclosure__fees__items_change AS change,
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
		put('given/a.txt', report('甲局', 2020, 3));
		put('given/b.txt', report('乙局', 2021, 4));
		const one = await run({ paths: [join(given, 'a.txt'), join(given, 'b.txt')] });
		const other = join(folder, 'other');
		const two = await run({ store: other, paths: [join(given, 'b.txt'), join(given, 'a.txt')] });
		expect(two.snapshot).toEqual(one.snapshot);
		expect(readdirSync(partsDirectory(other))).toEqual(readdirSync(partsDirectory(store)));
	});

	it('says when there is nothing to read', async () => {
		await expect(run({ paths: [join(folder, 'absent')] })).rejects.toThrow(PathMissing);
		await expect(run()).rejects.toThrow(NothingFound);
	});
});

describe('a second ingest', () => {
	beforeEach(() => {
		put('given/a.txt', report('甲局', 2020, 3));
		put('given/b.txt', report('乙局', 2020, 4));
	});

	it('reads nothing where nothing changed', async () => {
		const first = await run();
		const parts = plainParts();
		const second = await run({}, parts);
		expect(second.snapshot).toEqual(first.snapshot);
		expect([second.changed, second.unchanged, parts.asked]).toEqual([false, 2, []]);
	});

	it('reads nothing where only times changed, or the ledger is lost', async () => {
		const first = await run();
		utimesSync(join(given, 'a.txt'), 1, 1);
		const touched = plainParts();
		expect((await run({}, touched)).snapshot.id).toBe(first.snapshot.id);
		rmSync(join(store, 'ledger.duckdb'));
		const lost = plainParts();
		const third = await run({}, lost);
		expect([third.snapshot.id, third.unchanged]).toEqual([first.snapshot.id, 2]);
		expect([...touched.asked, ...lost.asked]).toEqual([]);
	});

	it('replaces the report of a path with other bytes, and rewrites little', async () => {
		const first = await run();
		put('given/a.txt', report('甲局', 2020, 30));
		const parts = plainParts();
		const second = await run({}, parts);
		expect(parts.asked).toEqual(['a.txt']);
		expect(await decisions()).toEqual([
			{ agency: '甲局', year: 2020, decisions: 30, is_current: true },
			{ agency: '乙局', year: 2020, decisions: 4, is_current: true }
		]);
		expect(
			await rows(`SELECT value FROM cells WHERE measure = 'decisions' AND value > 0 ORDER BY 1`)
		).toEqual([{ value: 4 }, { value: 30 }]);
		expect(await rows('SELECT count(*) AS texts FROM texts')).toEqual([{ texts: 2 }]);
		expect(second.snapshot.counts).toEqual(first.snapshot.counts);
		const kept = second.snapshot.batches.find(({ id }) => id === first.snapshot.batches[0]?.id);
		expect(kept).toEqual({ ...first.snapshot.batches[0], live: 1 });
	});

	it('keeps a report whose file is gone until it is pruned', async () => {
		await run();
		rmSync(join(given, 'a.txt'));
		expect((await run()).snapshot.counts.reports).toBe(2);
		const pruned = await run({ prune: true });
		expect([pruned.dropped, pruned.snapshot.counts.reports]).toEqual([1, 1]);
		expect(await rows('SELECT source FROM files')).toEqual([{ source: 'b.txt' }]);
	});

	it('prunes a folder that is gone altogether, and knows it from one that never was', async () => {
		put('other/c.txt', report('丙局', 2020, 5));
		await run({ paths: [given, join(folder, 'other')] });
		rmSync(join(folder, 'other'), { recursive: true });
		await expect(run({ paths: [join(folder, 'other')] })).rejects.toThrow(PathMissing);
		await expect(run({ paths: [join(folder, 'never')], prune: true })).rejects.toThrow(PathMissing);
		const { snapshot, dropped } = await run({ paths: [join(folder, 'other')], prune: true });
		expect([dropped, snapshot.counts.reports]).toEqual([1, 2]);
	});

	it('makes a damaged derived database anew though nothing changed', async () => {
		const { snapshot } = await run();
		const file = join(cacheDirectory(store), `${snapshot.id}.duckdb`);
		writeFileSync(file, 'no database');
		expect((await run()).snapshot.id).toBe(snapshot.id);
		expect(readFileSync(file).length).toBeGreaterThan(1_000);
	});

	it('prunes nothing outside the folders given', async () => {
		put('other/c.txt', report('丙局', 2020, 5));
		await run({ paths: [given, join(folder, 'other')] });
		rmSync(join(folder, 'other/c.txt'));
		expect((await run({ prune: true })).snapshot.counts.reports).toBe(3);
	});

	it('reads all files again with another reader', async () => {
		const first = await run();
		const parts = plainParts({ readerVersion: 'next' });
		const second = await run({}, parts);
		expect(parts.asked).toEqual(['a.txt', 'b.txt']);
		expect(second.snapshot.id).not.toBe(first.snapshot.id);
		expect(second.snapshot.counts).toEqual(first.snapshot.counts);
	});

	it('adds another folder beside what the store holds', async () => {
		await run();
		put('other/c.txt', report('丙局', 2020, 5));
		const second = await run({ paths: [join(folder, 'other')] });
		expect(second.snapshot.counts.reports).toBe(3);
		expect(second.snapshot.batches).toHaveLength(2);
	});
});

describe('the manifest', () => {
	it('settles a report, and only that report is read again', async () => {
		put('given/a.txt', 'year=2020\n');
		put('given/b.txt', report('乙局', 2020, 4));
		const first = await run();
		expect(first.snapshot.counts.unresolved).toBe(1);
		const [before] = await rows<{ status: string; reason: string }>(
			"SELECT status, reason FROM files WHERE source = 'a.txt'"
		);
		expect(before?.status).toBe('unresolved');
		expect(before?.reason).toContain('机关');
		const parts = plainParts();
		const second = await run({ manifest: manifest('source,agency\na.txt,甲局\n') }, parts);
		expect(parts.asked).toEqual(['a.txt']);
		expect(second.snapshot.counts.unresolved).toBe(0);
		const third = await run();
		expect(third.snapshot.id).toBe(second.snapshot.id);
	});

	it('says which file of an agency-year is superseded', async () => {
		put('given/a.txt', report('甲局', 2020, 1, 'published=2021-01-01\n'));
		put('given/b.txt', report('甲局', 2020, 2, 'published=2021-03-01\n'));
		await run();
		expect((await decisions()).map((row) => row.is_current)).toEqual([false, true]);
		await run({ manifest: manifest('source,supersedes\na.txt,b.txt\n') });
		expect((await decisions()).map((row) => row.is_current)).toEqual([true, false]);
	});

	it('names the words that fit no file', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		const result = await run({ manifest: manifest('source,agency\nabsent.txt,乙局\n') });
		expect(result.unused.sources).toEqual(['absent.txt']);
	});
});

describe('names that two folders share', () => {
	const both = () => [given, join(folder, 'other')];
	beforeEach(() => {
		put('given/a.txt', 'year=2020\n');
		put('other/a.txt', 'year=2021\n');
	});
	const names = () => rows('SELECT source, agency FROM reports ORDER BY source');

	it('are the file’s that bears the name, and the other needs its longer one', async () => {
		const one = await run({ paths: both(), manifest: manifest('source,agency\na.txt,甲局\n') });
		expect(one.unused.ambiguous).toEqual([]);
		expect(await names()).toEqual([
			{ source: 'a.txt', agency: '甲局' },
			{ source: 'other/a.txt', agency: null }
		]);
	});

	it('settle none where none bears them, and are named', async () => {
		put('third/a.txt', report('丙局', 2020, 1));
		await run({ paths: [...both(), join(folder, 'third')] });
		const paths = [join(folder, 'other'), join(folder, 'third')];
		const two = await run({ paths, manifest: manifest('source,agency\na.txt,甲局\n') });
		expect(two.unused.ambiguous).toEqual(['a.txt → other/a.txt third/a.txt']);
		expect((await names()).map(({ agency }) => agency)).toEqual([null, null, '丙局']);
	});

	it('are told where a file to be superseded is not there', async () => {
		const { unused } = await run({ manifest: manifest('source,supersedes\na.txt,b.txt\n') });
		expect(unused.superseded).toEqual(['b.txt']);
	});
});

describe('agencies', () => {
	it('keeps unresolved and invented reports apart from all others', async () => {
		put('given/a.txt', 'agency=甲局\n');
		put('given/b.txt', report('甲局', 2020, 1));
		put('given/c.txt', report('甲局', 2020, 1, 'generated=1\n'));
		put('given/d.txt', report('甲局', 2021, 1));
		await run();
		const ids = await rows<{ agency_id: string; generated: boolean }>(
			'SELECT agency_id, generated FROM reports ORDER BY source'
		);
		expect(ids.map(({ agency_id }) => agency_id[0])).toEqual(['u', 'a', 'a', 'a']);
		expect(new Set(ids.map(({ agency_id }) => agency_id)).size).toBe(3);
		expect(ids[1]?.agency_id).toBe(ids[3]?.agency_id);
	});

	it('finds the government that a department belongs to', async () => {
		put('given/a.txt', report('乙县教育局', 2020, 1, 'kind=education\n'));
		put('given/b.txt', report('乙县人民政府', 2020, 1, 'kind=government\n'));
		put('given/c.txt', report('丙县教育局', 2020, 1, 'kind=education\ncounty=丙县\n'));
		await run();
		expect(
			await rows(`SELECT a.agency, p.agency AS parent FROM agencies a
				LEFT JOIN agencies p ON p.agency_id = a.parent_id ORDER BY a.agency`)
		).toEqual([
			{ agency: '丙县教育局', parent: null },
			{ agency: '乙县人民政府', parent: null },
			{ agency: '乙县教育局', parent: '乙县人民政府' }
		]);
	});
});

describe('what cannot be read', () => {
	it('is listed with its reason, and the rest goes on', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		put('given/b.txt', 'no report');
		put('given/c.txt', 'crash');
		put('given/d.txt', '');
		truncateSync(join(given, 'd.txt'), LIMITS.fileBytes + 1);
		put('outside/e.txt', report('戊局', 2020, 1));
		symlinkSync(join(folder, 'outside'), join(given, 'e'));
		symlinkSync(given, join(given, 'loop'));
		symlinkSync(join(folder, 'absent'), join(given, 'f'));
		put('given/.hidden', 'no report');
		const result = await run();
		expect(result.snapshot.counts).toMatchObject({ files: 6, reports: 1, rejected: 5 });
		expect(result.tally.rejected.map(({ source }) => source).sort()).toEqual([
			'b.txt',
			'c.txt',
			'd.txt',
			'e',
			'f'
		]);
		const parts = plainParts();
		expect((await run({}, parts)).snapshot.id).toBe(result.snapshot.id);
		expect(parts.asked).toEqual([]);
	});

	it('is published even where every file is rejected', async () => {
		put('given/b.txt', 'no report');
		expect((await run()).snapshot.counts).toMatchObject({ files: 1, reports: 0, rejected: 1 });
		expect(await rows('SELECT * FROM cells')).toEqual([]);
		expect(await rows('SELECT source, status FROM files')).toEqual([
			{ source: 'b.txt', status: 'rejected' }
		]);
	});

	it('keeps the report that was read before while its file cannot be read', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		const first = await run();
		rmSync(join(given, 'a.txt'));
		symlinkSync(join(folder, 'absent'), join(given, 'a.txt'));
		const second = await run();
		expect(second.tally.rejectedCount).toBe(1);
		expect(second.snapshot.counts.reports).toBe(first.snapshot.counts.reports);
	});
});

describe('two folders', () => {
	const both = () => ({ paths: [given, join(folder, 'other')] });

	it('with the same file hold it once', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		put('other/a.txt', report('甲局', 2020, 1));
		const result = await run(both());
		expect([result.copies, result.snapshot.counts.files]).toEqual([1, 1]);
	});

	it('with the same files are read where the snapshot was lost and the ledger was not', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		put('given/b.txt', report('乙局', 2020, 2));
		await run();
		put('other/a.txt', report('甲局', 2020, 1));
		put('other/b.txt', report('乙局', 2020, 2));
		writeFileSync(currentFile(store), '');
		const result = await run({ paths: [join(folder, 'other')] });
		expect([result.copies, result.snapshot.counts.reports]).toEqual([0, 2]);
	});

	it('hold no copy of bytes that the snapshot has not', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		await run();
		put('given/a.txt', report('乙局', 2020, 2));
		put('other/a.txt', report('乙局', 2020, 2));
		await run({ paths: [join(folder, 'other')] });
		expect((await decisions()).map((row) => row.agency)).toEqual(['甲局', '乙局']);
	});

	it('with other files of one name tell them apart by the folder, also later', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		put('other/a.txt', report('乙局', 2020, 2));
		const first = await run(both());
		expect(await rows('SELECT source FROM files ORDER BY source')).toEqual([
			{ source: 'a.txt' },
			{ source: 'other/a.txt' }
		]);
		const again = await run({ paths: [join(folder, 'other')] });
		expect(again.snapshot.id).toBe(first.snapshot.id);
	});

	it('given one after the other do not replace each other', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		put('other/a.txt', report('乙局', 2020, 2));
		await run();
		const second = await run({ paths: [join(folder, 'other')] });
		expect(second.snapshot.counts.reports).toBe(2);
	});

	it('are one where the folder was moved', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		const first = await run();
		renameSync(given, join(folder, 'moved'));
		const parts = plainParts();
		const second = await run({ paths: [join(folder, 'moved')] }, parts);
		expect([second.snapshot.id, parts.asked]).toEqual([first.snapshot.id, []]);
	});
});

describe('the store', () => {
	it('answers the same without the derived database, which the next ingest makes again', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		put('given/b.txt', report('乙局', 2020, 2));
		await run();
		put('given/b.txt', report('乙局', 2020, 3));
		await run();
		const questions = Object.keys(RELATIONS).map((name) => `SELECT * FROM ${name} ORDER BY ALL`);
		const derived = await Promise.all(questions.map((sql) => rows(sql)));
		rmSync(cacheDirectory(store), { recursive: true });
		expect(await Promise.all(questions.map((sql) => rows(sql)))).toEqual(derived);
		mkdirSync(cacheDirectory(store));
		const current = readFileSync(currentFile(store), 'utf8').trim();
		writeFileSync(join(cacheDirectory(store), `${current}.duckdb`), 'no database');
		expect(await Promise.all(questions.map((sql) => rows(sql)))).toEqual(derived);
		rmSync(cacheDirectory(store), { recursive: true });
		await run();
		expect(readdirSync(cacheDirectory(store))).toHaveLength(1);
	});

	it('publishes anew where the current snapshot is not there', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		await run();
		writeFileSync(currentFile(store), '0000000000000000\n');
		await expect(rows('SELECT 1')).rejects.toThrow('当前快照 0000000000000000 不在了');
		await run();
		expect(await rows('SELECT count(*) AS reports FROM reports')).toEqual([{ reports: 1 }]);
	});

	it('removes what no reader can need, and leaves open readers alone', async () => {
		put('given/a.txt', report('甲局', 2020, 0));
		await run();
		const reader = await open();
		for (let round = 1; round <= 5; round += 1) {
			put('given/a.txt', report('甲局', 2020, round));
			await run();
		}
		expect(readdirSync(join(store, 'snapshots'))).toHaveLength(3);
		expect(readdirSync(cacheDirectory(store))).toHaveLength(3);
		expect(
			await reader.rows('SELECT disclosure__licensing__decisions AS decisions FROM figures')
		).toEqual([{ decisions: 0 }]);
	});

	it('is opened anew when another snapshot is published, and the old one still answers', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		await run();
		const old = await currentDatabase(store);
		expect(await currentDatabase(store)).toBe(old);
		put('given/a.txt', report('甲局', 2020, 2));
		await run();
		const next = await currentDatabase(store);
		opened.push(old, next);
		const sql = 'SELECT disclosure__licensing__decisions AS decisions FROM figures';
		expect([await old.rows(sql), await next.rows(sql)]).toEqual([
			[{ decisions: 1 }],
			[{ decisions: 2 }]
		]);
	});

	it('is left whole by a crash at any step, and healed by the next ingest', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		const first = await run();
		put('given/a.txt', report('甲局', 2020, 2));
		put('given/b.txt', report('乙局', 2020, 5));
		for (const step of ['read', 'parts', 'snapshot', 'derived', 'current']) {
			const before = (at: string) => {
				if (at === step) throw new Error(`crash before ${step}`);
			};
			await expect(run({}, plainParts({ before }))).rejects.toThrow(`crash before ${step}`);
			expect((await open()).snapshot).toEqual(first.snapshot);
			expect((await decisions()).map((row) => row.decisions)).toEqual([1]);
		}
		await run();
		expect((await decisions()).map((row) => row.decisions)).toEqual([2, 5]);
		expect(readdirSync(partsDirectory(store)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
	});

	it('is whole and goes on where the crash came after publishing', async () => {
		for (const [round, step] of ['ledger', 'collect'].entries()) {
			put('given/a.txt', report('甲局', 2020, round));
			const before = (at: string) => {
				if (at === step) throw new Error(`crash before ${step}`);
			};
			await expect(run({}, plainParts({ before }))).rejects.toThrow(`crash before ${step}`);
			expect((await decisions()).map((row) => row.decisions)).toEqual([round]);
		}
		const parts = plainParts();
		const last = await run({}, parts);
		expect([last.changed, parts.asked]).toEqual([false, []]);
	});

	it('names its current snapshot in one small file', async () => {
		put('given/a.txt', report('甲局', 2020, 1));
		await run();
		expect(readdirSync(store).sort()).toEqual([
			'CURRENT',
			'cache',
			'ledger.duckdb',
			'originals',
			'parts',
			'snapshots'
		]);
		expect(dirname(currentFile(store))).toBe(store);
	});
});
