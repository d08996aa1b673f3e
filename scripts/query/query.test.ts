import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ingest } from '../ingest/ingest.ts';
import { plainParts } from '../ingest/plain-reader.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let store: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'gouji-query-'));
	store = join(folder, 'store');
	mkdirSync(join(folder, 'given'));
	writeFileSync(
		join(folder, 'given/a.txt'),
		'agency=甲局\nyear=2020\npublished=2021-01-27\ndisclosure/procurement/amount=20.26849\n'
	);
	const paths = [join(folder, 'given')];
	const said = { manifest: [], corrections: [] };
	await ingest({ paths, store, said, saidIn: [], prune: false }, plainParts());
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function query(sql: string, ...flags: string[]) {
	const args = ['--import', 'tsx', 'scripts/query.ts', sql, '--store', store, ...flags];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: 'utf8',
		maxBuffer: 16 * 1024 * 1024
	});
	return { status, stdout, stderr };
}

const FIGURES = `SELECT agency, published_on, disclosure__procurement__amount AS amount,
	disclosure__fees__amount AS nothing, 9007199254740993 AS huge FROM figures`;

describe('a query', () => {
	it('prints JSON in which numbers are numbers, and nothing else', () => {
		const { status, stdout, stderr } = query(FIGURES, '--format', 'json');
		expect(stdout).toBe(
			'[\n{"agency":"甲局","published_on":"2021-01-27","amount":20.26849,"nothing":null,"huge":9007199254740993}\n]\n'
		);
		expect([status, stderr]).toEqual([0, '']);
	});

	it('prints CSV with its header, and nulls as empty cells', () => {
		expect(query(FIGURES, '--format', 'csv').stdout).toBe(
			'agency,published_on,amount,nothing,huge\r\n甲局,2021-01-27,20.26849,,9007199254740993\r\n'
		);
		expect(query('SELECT 1 AS one WHERE false', '--format', 'csv').stdout).toBe('one\r\n');
	});

	it('prints a table for people', () => {
		const { stdout } = query(FIGURES, '--format', 'table');
		expect(stdout).toContain('│ agency │ published_on │ amount   │ nothing │ huge');
		expect(stdout).toContain('│ 甲局   │ 2021-01-27   │ 20.26849 │         │ 9007199254740993 │');
	});

	it('prints all rows', () => {
		const { stdout } = query('SELECT i FROM range(100000) t(i)', '--format', 'json');
		expect((JSON.parse(stdout) as unknown[]).length).toBe(100_000);
		expect(query('SELECT 1 WHERE false', '--format', 'json').stdout).toBe('[]\n');
	});

	it('prints a table of so many rows, and says how many more there are', () => {
		const { stdout, stderr } = query('SELECT i FROM range(200000) t(i)', '--format', 'table');
		expect(stdout).toContain('│ 999 ');
		expect(stdout).not.toContain('│ 1000 ');
		expect(stderr).toContain('199000');
	});

	it('may open with a comment', () => {
		expect(query('-- note\nSELECT 1 AS one', '--format', 'csv').stdout).toBe('one\r\n1\r\n');
	});

	it('that does more than read is refused with a message and exit 1', () => {
		const { status, stdout, stderr } = query("COPY reports TO 'x.csv'");
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toContain('查询失败');
	});

	it('cannot write into the store either', () => {
		const target = join(store, 'parts', 'x.csv');
		const before = readdirSync(join(store, 'parts'));
		expect(query(`COPY reports TO '${target}'`).status).toBe(1);
		expect(query(`EXPLAIN ANALYZE COPY reports TO '${target}'`).status).toBe(1);
		expect(existsSync(target)).toBe(false);
		expect(readdirSync(join(store, 'parts'))).toEqual(before);
	});

	it('says how to make a store where there is none', () => {
		const { status, stdout, stderr } = query('SELECT 1', '--store', join(folder, 'absent'));
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toContain('npm run ingest');
	});
});
