import { reportColumns } from '../condition.ts';
import type { Database } from '../database.ts';
import type { Filters } from '../filters.ts';
import { tallyColumnOf } from '../tables.ts';
import { KEYS, type FindingsGroup, type Grouping } from './findings-grid.ts';

type Row = Readonly<Record<Grouping, string | null>> & {
	readonly by: Grouping;
	readonly reports: number;
	readonly generated: number;
	readonly applied: number;
	readonly decided: number;
	readonly failing: number;
	readonly findings: number;
};

/**
 * What one rule said of the reports that the filters admit, grouped in several ways at once. It is
 * told from the tallies alone: filters about findings do not narrow it.
 */
export async function ruleByGroups<T extends Grouping>(
	database: Database,
	filters: Filters,
	rule: string,
	groupings: readonly T[]
): Promise<Readonly<Record<T, FindingsGroup[]>>> {
	const [pass, fail] = [tallyColumnOf(rule, 'pass'), tallyColumnOf(rule, 'fail')];
	const columns = [...new Set(groupings.flatMap((by) => KEYS[by]))];
	const grouped = (by: Grouping) =>
		columns.map((key) => `grouping(${key}) = ${KEYS[by].includes(key) ? 0 : 1}`).join(' AND ');
	const where = reportColumns(filters);
	const rows = await database.rows<Row>(
		`SELECT
			CASE ${groupings.map((by) => `WHEN ${grouped(by)} THEN '${by}'`).join(' ')} END AS by,
			${columns.map((key) => `CAST(${key} AS VARCHAR) AS ${key}`).join(', ')},
			count(*) AS reports,
			count(*) FILTER (generated) AS generated,
			count(${pass}) AS applied,
			count(*) FILTER (${pass} > 0 OR ${fail} > 0) AS decided,
			count(*) FILTER (${fail} > 0) AS failing,
			-- A rule that applies to none of these reports has found none.
			coalesce(sum(${fail}), 0) AS findings
		FROM figures
		WHERE ${where.sql}
		GROUP BY GROUPING SETS (${groupings.map((by) => `(${KEYS[by].join(', ')})`).join(', ')})`,
		where.params
	);
	const groupOf = (row: Row): FindingsGroup => ({
		keys: Object.fromEntries(KEYS[row.by].map((key) => [key, row[key]])),
		reports: row.reports,
		generated: row.generated,
		withFindings: row.failing,
		findings: row.findings,
		rules: new Map([
			[
				rule,
				{
					findings: row.findings,
					reports: row.failing,
					decided: row.decided,
					undecided: row.applied - row.decided
				}
			]
		])
	});
	return Object.fromEntries(
		groupings.map((by) => [by, rows.filter((row) => row.by === by).map(groupOf)])
	) as Record<T, FindingsGroup[]>;
}
