import type { DataType } from 'apache-arrow';
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { openDatabase } from './current-database.ts';
import type { Database } from './database.ts';
import { emptyDatabase } from './empty.ts';
import {
	Busy,
	NotAQuestion,
	QueryAborted,
	QueryFailed,
	QueryTimeout,
	StoreMissing
} from './failures.ts';
import { Queue } from './queue.ts';
import { columnType } from './columns.ts';
import { RELATIONS } from './views.ts';

const FOREVER = 'SELECT count(*) FROM range(1000000000000) a(i) WHERE i % 7 = 3';
const opened: Database[] = [];

async function open(inserts: readonly string[] = []): Promise<Database> {
	const database = await emptyDatabase(inserts);
	opened.push(database);
	return database;
}

afterEach(async () => {
	await Promise.all(opened.splice(0).map((database) => database.close()));
});

describe('the empty database', () => {
	it('has every relation with the columns and types of its schema', async () => {
		const database = await open();
		for (const [name, schema] of Object.entries(RELATIONS)) {
			const columns = await database.rows(
				'SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = $name ORDER BY column_index',
				{ name }
			);
			expect(columns).toEqual(
				schema.fields.map((field) => ({
					column_name: field.name,
					data_type: columnType(field.type as DataType)
				}))
			);
		}
	});
});

describe('a question', () => {
	it('is answered in plain values', async () => {
		const database = await open();
		const rows = await database.rows(`SELECT 3::BIGINT AS count, 1.5::DECIMAL(18,6) AS figure,
			sum(2::BIGINT) AS total, DATE '2021-01-27' AS day, ['a', NULL] AS list, true AS flag,
			NULL::INTEGER AS nothing, {'a': 1::DECIMAL(4,2)} AS struct, 9007199254740993 AS huge`);
		expect(rows).toEqual([
			{
				count: 3,
				figure: 1.5,
				total: 2,
				day: '2021-01-27',
				list: ['a', null],
				flag: true,
				nothing: null,
				struct: { a: 1 },
				huge: 9007199254740993n
			}
		]);
	});

	it('binds named parameters of every kind, empty lists too', async () => {
		const database = await open();
		const [row] = await database.rows(
			`SELECT $text AS text, $whole + 1 AS whole, $part AS part, $flag AS flag, $nothing AS nothing,
				list_contains($list, 'b') AS found, len($empty) AS length, list_sum($years) AS years`,
			{
				text: "o'b",
				whole: 4,
				part: 0.5,
				flag: false,
				nothing: null,
				list: ['a', 'b'],
				empty: [],
				years: [2019, 2020]
			}
		);
		expect(row).toEqual({
			text: "o'b",
			whole: 5,
			part: 0.5,
			flag: false,
			nothing: null,
			found: true,
			length: 0,
			years: 4039
		});
	});

	it('fails with its SQL, and names a parameter that the SQL does not have', async () => {
		const database = await open();
		const failure = await database.rows('SELECT nonsense').catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(QueryFailed);
		expect((failure as QueryFailed).sql).toBe('SELECT nonsense');
		await expect(database.rows('SELECT 1', { other: 1 })).rejects.toThrow('no parameter $other');
	});

	it('asked again has its own values, of another type too, and lacks what it was not given', async () => {
		const database = await open();
		const sql = 'SELECT $one AS one, $other AS other';
		const ask = (one: string | number, other: string | null) => database.rows(sql, { one, other });
		for (let round = 0; round < 2 * LIMITS.concurrentQueries; round += 1) {
			expect(await ask(round, 'a')).toEqual([{ one: round, other: 'a' }]);
			expect(await ask('b', null)).toEqual([{ one: 'b', other: null }]);
			await expect(database.rows(sql, { one: 1 })).rejects.toThrow(QueryFailed);
		}
	});

	it('is prepared anew where many others were asked in between', async () => {
		const database = await open();
		const ask = (number: number) => database.rows(`SELECT ${number} AS number, $a AS a`, { a: 1 });
		for (const number of [0, ...Array(2 * LIMITS.keptStatements).keys()]) {
			expect(await ask(number)).toEqual([{ number, a: 1 }]);
		}
		expect(await ask(0)).toEqual([{ number: 0, a: 1 }]);
	});

	it('is stopped at its time limit, and its connection answers again', async () => {
		const database = await open();
		await expect(database.rows(FOREVER, {}, { timeoutMs: 50 })).rejects.toThrow(QueryTimeout);
		const again = Array.from({ length: LIMITS.concurrentQueries }, () =>
			database.rows('SELECT 1 AS one')
		);
		expect(await Promise.all(again)).toEqual(again.map(() => [{ one: 1 }]));
	});

	it('is stopped when nobody waits for it any more', async () => {
		const database = await open();
		const signal = AbortSignal.timeout(50);
		await expect(database.rows(FOREVER, {}, { signal })).rejects.toThrow(QueryAborted);
	});

	it('waits in line, many at once', async () => {
		const database = await open();
		const numbers = Array.from({ length: 100 }, (_, index) => index);
		const rows = await Promise.all(
			numbers.map((number) =>
				database.rows<{ number: number }>('SELECT $number AS number', { number })
			)
		);
		expect(rows.map(([row]) => row?.number)).toEqual(numbers);
	});

	it('is refused when too many wait', async () => {
		const queue = new Queue(['only'], 1);
		await queue.take();
		const second = queue.take();
		await expect(queue.take()).rejects.toThrow(Busy);
		queue.give('only');
		expect(await second).toBe('only');
	});

	it('streams its rows in batches, and frees the connection of a reader who leaves', async () => {
		const database = await open();
		let rows = 0;
		for await (const batch of database.stream('FROM range(10000)')) rows += batch.length;
		expect(rows).toBe(10_000);
		for (let round = 0; round < 2 * LIMITS.concurrentQueries; round += 1) {
			for await (const batch of database.stream('FROM range(1000000000)')) {
				expect(batch.length).toBeGreaterThan(0);
				break;
			}
		}
	});

	it('is kept by its key, unless it failed', async () => {
		const database = await open();
		let asked = 0;
		const ask = async () => (asked += 1);
		expect([await database.cached('a', ask), await database.cached('a', ask)]).toEqual([1, 1]);
		const fail = () => Promise.reject(new Error('once'));
		await expect(database.cached('b', fail)).rejects.toThrow('once');
		expect(await database.cached('b', ask)).toBe(2);
	});
});

describe('the doors are shut', () => {
	it.each([
		"SELECT * FROM read_text('/etc/hostname')",
		"COPY (SELECT 1) TO '/tmp/gouji-out.csv'",
		"ATTACH '/tmp/gouji-other.duckdb'",
		'SET threads = 1',
		'INSTALL httpfs',
		"SELECT * FROM read_csv('https://example.org/a.csv')"
	])('to %s', async (sql) => {
		const database = await open();
		await expect(database.rows(sql)).rejects.toThrow(QueryFailed);
	});

	it('except for a download written to its own folder', async () => {
		const database = await open();
		await database.rows(`COPY (SELECT 1 AS one) TO '${database.scratch}/one.csv'`);
		expect(await database.rows(`FROM '${database.scratch}/one.csv'`)).toEqual([{ one: 1 }]);
	});
});

describe('a statement that a person wrote', () => {
	const read = (database: Database, sql: string) =>
		database.answerReading(sql, async ({ names }) => names);

	it.each([
		'SELECT 1 AS one',
		'FROM reports',
		'DESCRIBE reports',
		'SHOW TABLES',
		'SUMMARIZE files',
		'WITH a AS (SELECT 1) SELECT * FROM a'
	])('may read: %s', async (sql) => {
		expect(await read(await open(), sql)).not.toEqual([]);
	});

	it.each([
		'INSERT INTO texts VALUES (1, 2)',
		'DELETE FROM reports',
		'UPDATE reports SET year = 2020',
		'DROP TABLE reports',
		'CREATE TABLE mine (one INTEGER)',
		'SET threads = 1',
		'PRAGMA force_checkpoint',
		'CALL force_checkpoint()',
		'EXPLAIN ANALYZE DELETE FROM reports',
		'BEGIN',
		'SELECT 1; DROP TABLE reports',
		''
	])('may do nothing else: %s', async (sql) => {
		await expect(read(await open(), sql)).rejects.toThrow(NotAQuestion);
	});

	it('may write nowhere, not even in the folder for downloads', async () => {
		const database = await open();
		for (const sql of [
			`COPY reports TO '${database.scratch}/reports.csv'`,
			`ATTACH '${database.scratch}/mine.duckdb'`,
			`EXPLAIN ANALYZE COPY reports TO '${database.scratch}/reports.csv'`
		]) {
			await expect(read(database, sql)).rejects.toThrow(NotAQuestion);
		}
		expect(existsSync(`${database.scratch}/reports.csv`)).toBe(false);
	});
});

it('says where no store is', async () => {
	await expect(openDatabase('/nowhere/store')).rejects.toThrow(StoreMissing);
	await expect(openDatabase('/nowhere/store')).rejects.toThrow('/nowhere/store');
});
