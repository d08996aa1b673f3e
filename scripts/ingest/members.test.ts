import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MANIFEST_COLUMNS } from '../../src/lib/form/index.ts';
import { openDatabase } from '../../src/lib/server/current-database.ts';
import { parseFilters } from '../../src/lib/server/filters.ts';
import { readOriginal } from '../../src/lib/server/originals.ts';
import { unresolvedManifest } from '../../src/lib/server/queries/unresolved.ts';
import { sha256Of } from '../../src/lib/reading/processing.ts';
import { report, Trial } from './trial.ts';

vi.setConfig({ testTimeout: 120_000 });

let trial: Trial;
beforeEach(() => {
	trial = new Trial();
});
afterEach(() => trial.remove());

const archive = (members: Readonly<Record<string, string>>) =>
	`archive\n${Object.entries(members)
		.map(([name, content]) => `--- ${name}\n${content}`)
		.join('')}`;

const A = report('甲局', 2020, 3);
const B = report('乙局', 2020, 4);

const files = () => trial.rows('SELECT source, status, archive FROM files ORDER BY source');
const row = (source: string, status: string, of: string | null) => ({
	source,
	status,
	archive: of
});

describe('a file with members', () => {
	it('is a row of its own, and so is each member', async () => {
		trial.put('given/a.zip', archive({ 'x.txt': A, '里/y.txt': B, 'z.txt': 'no report\n' }));
		const { files: met, tally, snapshot } = await trial.run();
		expect(await files()).toEqual([
			row('a.zip', 'archive', null),
			row('a.zip/x.txt', 'report', 'a.zip'),
			row('a.zip/z.txt', 'rejected', 'a.zip'),
			row('a.zip/里/y.txt', 'report', 'a.zip')
		]);
		expect([met, tally.reports, tally.rejectedCount]).toEqual([4, 2, 1]);
		expect(tally.rejected.map(({ source }) => source)).toEqual(['a.zip/z.txt']);
		expect(snapshot.counts).toMatchObject({ files: 4, reports: 2, rejected: 1 });
	});

	it('is not read again while it stays as it is, and its members stay', async () => {
		trial.put('given/a.zip', archive({ 'x.txt': A, 'y.txt': B }));
		const first = await trial.run();
		const second = await trial.run();
		expect(second.snapshot.id).toBe(first.snapshot.id);
		expect([second.files, second.unchanged, second.changed]).toEqual([3, 3, false]);
		expect(await trial.asked()).toEqual([]);
	});

	it('loses the members that it no longer holds', async () => {
		trial.put('given/a.zip', archive({ 'x.txt': A, 'y.txt': B }));
		await trial.run();
		trial.put('given/a.zip', archive({ 'y.txt': B }));
		expect((await trial.run()).dropped).toBe(1);
		expect(await files()).toEqual([
			row('a.zip', 'archive', null),
			row('a.zip/y.txt', 'report', 'a.zip')
		]);
	});

	it('goes with all its members when it is pruned', async () => {
		trial.put('given/a.zip', archive({ 'x.txt': A }));
		trial.put('given/b.txt', B);
		await trial.run();
		rmSync(join(trial.given, 'a.zip'));
		expect((await trial.run()).snapshot.counts.reports).toBe(2);
		expect((await trial.run({ prune: true })).dropped).toBe(2);
		expect(await files()).toEqual([row('b.txt', 'report', null)]);
	});

	it('is read again where the manifest has another word for a member, which stays in force', async () => {
		trial.put('given/a.zip', archive({ 'x.txt': 'year=2020\n', 'y.txt': B }));
		expect((await trial.run()).snapshot.counts.unresolved).toBe(1);
		const manifest = 'source,agency\na.zip/x.txt,甲局\n';
		expect(await trial.asked({ manifest })).toEqual(['a.zip']);
		expect(await trial.asked({ manifest })).toEqual([]);
		expect(await trial.asked()).toEqual([]);
		expect(await trial.rows('SELECT agency FROM reports ORDER BY source')).toEqual([
			{ agency: '甲局' },
			{ agency: '乙局' }
		]);
	});

	it('may have a member that supersedes another file, and the other way about', async () => {
		trial.put('given/a.zip', archive({ 'x.txt': A }));
		trial.put('given/b.txt', `${A}published=2021-03-01\n`);
		const { unused } = await trial.run({ manifest: 'source,supersedes\na.zip/x.txt,b.txt\n' });
		expect(unused.superseded).toEqual([]);
		expect(await trial.rows('SELECT source FROM reports WHERE is_current')).toEqual([
			{ source: 'a.zip/x.txt' }
		]);
		await trial.run({ manifest: 'source,supersedes\na.zip/x.txt,\nb.txt,a.zip/x.txt\n' });
		expect(await trial.rows('SELECT source FROM reports WHERE is_current')).toEqual([
			{ source: 'b.txt' }
		]);
	});

	it('has a second member of one name rejected', async () => {
		trial.put('given/a.zip', `${archive({ 'x.txt': A })}--- x.txt\n${B}`);
		const { tally } = await trial.run();
		expect(tally.rejected.map(({ source }) => source)).toEqual(['a.zip/x.txt#2']);
		expect(await trial.rows('SELECT agency FROM reports')).toEqual([{ agency: '甲局' }]);
	});

	it('is rejected where it holds nothing, and where the reader fails keeps what was read', async () => {
		trial.put('given/a.zip', 'archive\n');
		trial.put('given/b.zip', archive({ 'x.txt': A, 'y.txt': 'crash', 'z.txt': B }));
		const { tally } = await trial.run();
		expect(tally.rejected.map(({ source }) => source)).toEqual(['a.zip', 'b.zip']);
		expect(await files()).toEqual([
			row('a.zip', 'rejected', null),
			row('b.zip', 'rejected', null),
			row('b.zip/x.txt', 'report', 'b.zip')
		]);
	});

	it('gives way to a file of its own that took a member’s name', async () => {
		trial.put('given/a.zip', archive({ 'x.txt': A }));
		await trial.run();
		rmSync(join(trial.given, 'a.zip'));
		trial.put('given/a.zip/x.txt', B);
		await trial.run();
		expect(await trial.rows("SELECT agency FROM reports WHERE source = 'a.zip/x.txt'")).toEqual([
			{ agency: '乙局' }
		]);
	});
});

describe('original bytes', () => {
	const original = async (text: string) => {
		const bytes = await readOriginal(trial.store, sha256Of(new TextEncoder().encode(text)));
		return bytes && new TextDecoder().decode(bytes);
	};

	it('are kept for every report, member by member, and not for what gave none', async () => {
		const big = A + '# '.repeat(5_000) + '\n';
		trial.put('given/a.zip', archive({ 'x.txt': big }));
		trial.put('given/b.txt', B);
		trial.put('given/c.txt', 'no report');
		await trial.run();
		expect(await original(big)).toBe(big);
		expect(await original(B)).toBe(B);
		expect(await original('no report')).toBeNull();
		expect(
			await trial.rows("SELECT format, bytes FROM files WHERE source = 'a.zip/x.txt'")
		).toEqual([{ format: 'text', bytes: new TextEncoder().encode(big).length }]);
	});

	it('go when no snapshot that is kept names them any more', async () => {
		trial.put('given/a.txt', A);
		await trial.run();
		for (const decisions of [5, 6]) {
			trial.put('given/a.txt', report('甲局', 2020, decisions));
			await trial.run();
		}
		expect(await original(A)).toBe(A);
		trial.put('given/a.txt', report('甲局', 2020, 7));
		await trial.run();
		expect(await original(A)).toBeNull();
		expect(await original(report('甲局', 2020, 6))).not.toBeNull();
	});
});

describe('the manifest of what is unsettled', () => {
	it('has what is known filled in, settles nothing by itself, and settles what is added', async () => {
		trial.put('given/=甲,a.txt', 'year=2020\ncounty=丙县\n');
		trial.put('given/b.txt', B);
		await trial.run();
		const manifest = async () => {
			const database = await openDatabase(trial.store);
			try {
				let text = '';
				const filters = parseFilters(new URLSearchParams());
				for await (const line of unresolvedManifest(database, filters)) text += line;
				return text;
			} finally {
				await database.close();
			}
		};
		const rows = await manifest();
		expect(rows).toBe(
			`\uFEFF${MANIFEST_COLUMNS.join(',')}\r\n"'=甲,a.txt",,示例省,甲市,丙县,county,,own,2020,,,\r\n`
		);
		await trial.run({ manifest: rows });
		expect(await manifest()).toContain('丙县');
		const { unused } = await trial.run({ manifest: rows.replace('txt",', 'txt",丙县财政局') });
		expect(unused.sources).toEqual([]);
		expect(await manifest()).toBe(`\uFEFF${MANIFEST_COLUMNS.join(',')}\r\n`);
	});
});
