import { expect, test } from 'vitest';
import { sqlLiteral, sqlText } from './sql-text.ts';
import { emptyDatabase } from './empty.ts';

test('values stand in the text, each condition on a line of its own', () => {
	const sql = `SELECT a FROM t WHERE (year BETWEEN $from_0 AND $to_0)
		AND (agency IN ($agency_0, $agency_10)) ORDER BY a`;
	const params = { from_0: 2019, to_0: 2020, agency_0: "O'Neil", agency_10: 'x' };
	expect(sqlText({ sql, params })).toBe(
		`SELECT a
FROM t
WHERE (year BETWEEN 2019 AND 2020)
  AND (agency IN ('O''Neil', 'x'))
ORDER BY a`
	);
});

test('brackets around brackets alone are left out', () => {
	const sql = `SELECT a FROM t WHERE (((b = 1)) AND ((c = 2) OR (d = $d))) AND ((e IN (f(1))))`;
	expect(sqlText({ sql, params: { d: '((' } })).toBe(
		`SELECT a
FROM t
WHERE ((b = 1) AND ((c = 2) OR (d = '((')))
  AND (e IN (f(1)))`
	);
});

test('what stands in a quoted text is left alone', () => {
	expect(sqlText({ sql: `SELECT ' (  AND $x'`, params: {} })).toBe(`SELECT ' (  AND $x'`);
});

test.each(["'", "'; DROP TABLE x; --", '$HOME `id` "q" \\ !! %PATH%', '甲\n乙\t\u0000', '', '😀$'])(
	'%j comes back as it was, and is safe between double quotes',
	async (text) => {
		const literal = sqlLiteral(text);
		expect(literal).not.toMatch(/[$`"\\!%\n]/);
		const database = await emptyDatabase();
		const rows = await database.rows(`SELECT ${literal} AS text`);
		expect(rows).toEqual([{ text }]);
		await database.close();
	}
);
